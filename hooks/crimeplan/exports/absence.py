"""What is missing, and why: a source does not give it, or it does not apply.

The two are never mixed up. What a source could have said and did not is NOT_PUBLISHED: the words
"not published" in a table, null in plan.json. What does not apply is an empty cell in a table and
no key at all in plan.json.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

from ..model import (
    Commitment,
    Entity,
    Evidence,
    Finding,
    FollowUp,
    HelpEntry,
    Inspection,
    Observation,
    Period,
    Remark,
    Source,
)


class Absent(Enum):
    """The one kind of absence that is itself worth telling; every other is None."""

    NOT_PUBLISHED = "not published"


NOT_PUBLISHED: Final = Absent.NOT_PUBLISHED

AWAITED: Mapping[type[Entity], frozenset[str]] = {
    Commitment: frozenset({"due"}),
    Evidence: frozenset({"when"}),
    Source: frozenset({"date", "address"}),
    Observation: frozenset({"value"}),
    Inspection: frozenset({"published", "fieldwork"}),
    Finding: frozenset({"by_when"}),
    FollowUp: frozenset({"when"}),
    Remark: frozenset({"when"}),
    HelpEntry: frozenset({"cost", "language_help"}),
}
"""Fields that a source could have given; by the meaning that the model states for each."""


def given(entity: Entity, field: str) -> Any:
    """The value of ``field``; NOT_PUBLISHED where its source gives none, None if none applies."""
    value = getattr(entity, field)
    if value is None and field in AWAITED.get(type(entity), ()) and _applies(entity):
        return NOT_PUBLISHED
    return value


def comments_due(inspection: Inspection, period: Period) -> date | Absent | None:
    """The last day for the commissioner's comments; only for a report of the plan's time."""
    when = inspection.published or inspection.year
    if not when.within(period.start, period.end):
        return None
    return inspection.comments_due or NOT_PUBLISHED


def _applies(entity: Entity) -> bool:
    """A line that promises nothing has no day, and a remark of inspectors asks for nothing."""
    if isinstance(entity, Commitment):
        return entity.counted
    return not isinstance(entity, Finding) or entity.kind.asks
