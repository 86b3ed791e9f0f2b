"""data/plan.json: everything in one file, for programs."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from ..model import Entity, When
from .absence import Absent, given
from .derived import DERIVED, Context, counts
from .encoding import Json

SCHEMA_PATH = "schemas/plan.json"


def document(context: Context) -> Json:
    """The whole plan as it stands on the day it is judged by."""
    assessment, wording = context.assessment, context.wording
    plan = assessment.plan
    lists = {
        "priorities": plan.priorities,
        "evidence": assessment.evidence,
        "left_out": plan.left_out,
        "sources": plan.sources,
        "places": plan.places,
        "measures": plan.measures,
        "rounds": plan.rounds,
        "questions": plan.questions,
        "inspections": plan.inspections,
        "glossary": plan.glossary,
        "help": plan.help,
        "languages": plan.languages,
    }
    return {
        "$schema": SCHEMA_PATH,
        "as_of": assessment.as_of.isoformat(),
        "about": dict(wording.package),
        "plan": plain(context, plan.details),
        "counts": counts(assessment.all_counts),
        **{name: plain(context, items) for name, items in lists.items()},
    }


def plain(context: Context, value: Any) -> Any:
    """``value`` as JSON knows it; numbers stay Decimal for the writer.

    An entity becomes an object with its fields in the model's order, then what is derived.
    """
    match value:
        case Entity():
            return _object(context, value)
        case When():
            return {
                "text": value.text,
                "start": value.start.isoformat(),
                "end": value.end.isoformat(),
                "precision": value.precision.value,
            }
        case Enum():
            return None if isinstance(value, Absent) else value.value
        case date():
            return value.isoformat()
        case dict():
            return {key: plain(context, item) for key, item in value.items()}
        case list() | tuple():
            return [plain(context, item) for item in value]
        case _:
            return value


def _object(context: Context, entity: Entity) -> Json:
    values = {name: given(entity, name) for name in type(entity).model_fields}
    for name, derived in DERIVED.get(type(entity), {}).items():
        values[name] = derived.value(context, entity)
    return {name: plain(context, item) for name, item in values.items() if item is not None}
