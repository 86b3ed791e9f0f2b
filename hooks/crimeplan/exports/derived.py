"""What plan.json says beyond the fields of the model: what follows from them by the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Commitment, Entity, Evidence, Inspection, Measure, Observation, Priority
from ..progress import Assessment, Change, Counts, Exclusion, Standing, Status
from .absence import comments_due
from .encoding import Json
from .wording import Wording


@dataclass(frozen=True)
class Context:
    """The plan as assessed, and the words for it."""

    assessment: Assessment
    wording: Wording


@dataclass(frozen=True)
class Derived:
    """A key that is worked out: its value for an entity, None where it does not apply."""

    value: Callable[[Context, Any], Any]
    schema: Json
    required: bool = True


_STATUS: Json = {"enum": [status.value for status in Status]}
_IDS: Json = {"type": "array", "items": {"type": "string"}}
COUNTS: Json = {
    "type": "object",
    "properties": {status.value: {"type": "integer", "minimum": 0} for status in Status},
    "required": [status.value for status in Status],
    "additionalProperties": False,
}
_HISTORY: Json = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "when": {"$ref": "#/$defs/When"},
            "before": _STATUS,
            "after": _STATUS,
            "evidence": {"type": "string"},
        },
        "required": ["when", "before", "after", "evidence"],
        "additionalProperties": False,
    },
}


def counts(found: Counts) -> Json:
    """How many promises stand at each status, those with none included."""
    return {status.value: found[status] for status in Status}


def _counts_of(context: Context, priority: Priority) -> Json:
    lines: Iterable[Commitment] = (
        line for part in priority.deliverables for line in part.commitments
    )
    return counts(context.assessment.counts(lines))


def _standing(context: Context, line: Commitment) -> Standing | None:
    return context.assessment.standings.get(line.id)


def _status(context: Context, line: Commitment) -> str | None:
    standing = _standing(context, line)
    return standing.status.value if standing else None


def _history(context: Context, line: Commitment) -> list[Json] | None:
    standing = _standing(context, line)
    return [_step(change) for change in standing.history] if standing else None


def _step(change: Change) -> Json:
    return {
        "when": change.when,
        "before": change.before.value,
        "after": change.after.value,
        "evidence": change.evidence.id,
    }


def _supporting(context: Context, line: Commitment) -> list[str] | None:
    standing = _standing(context, line)
    return [entry.id for entry in standing.supporting] if standing else None


def _about(context: Context, line: Commitment) -> list[str]:
    return [entry.id for entry in context.assessment.evidence if line.id in entry.commitments]


def _due(context: Context, inspection: Inspection) -> Any:
    return comments_due(inspection, context.assessment.plan.details.period)


def _decimals(_: Context, row: Observation) -> int | None:
    exponent = row.value.as_tuple().exponent if row.value is not None else None
    return max(0, -exponent) if isinstance(exponent, int) else None


DERIVED: Mapping[type[Entity], Mapping[str, Derived]] = {
    Priority: {"counts": Derived(_counts_of, COUNTS)},
    Commitment: {
        "counted": Derived(lambda _, line: line.counted, {"type": "boolean"}),
        "status": Derived(_status, _STATUS, required=False),
        "history": Derived(_history, _HISTORY, required=False),
        "supporting_evidence": Derived(_supporting, _IDS, required=False),
        "all_evidence": Derived(_about, _IDS),
    },
    Evidence: {
        "what": Derived(lambda c, entry: c.wording.sentences[entry.id], {"type": "string"}),
        "supports_status": Derived(
            lambda c, entry: c.assessment.exclusions[entry.id] is None, {"type": "boolean"}
        ),
        "why_no_status": Derived(
            lambda c, entry: c.assessment.exclusions[entry.id],
            {"enum": [reason.value for reason in Exclusion]},
            required=False,
        ),
    },
    Measure: {
        "headline": Derived(lambda c, item: c.wording.headlines[item.id], {"type": "string"}),
        "observations": Derived(
            lambda c, item: c.assessment.plan.observations[item.id],
            {"type": "array", "items": {"$ref": "#/$defs/Observation"}, "minItems": 1},
        ),
    },
    Observation: {
        "decimals": Derived(_decimals, {"type": "integer", "minimum": 0}, required=False),
    },
    Inspection: {
        "comments_due": Derived(
            _due, {"type": ["string", "null"], "format": "date"}, required=False
        ),
    },
}
"""By entity. A key that the model has too takes its place: sentences have their figures in them."""
