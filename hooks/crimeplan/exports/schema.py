"""The JSON Schema of data/plan.json, made from the model and from what is derived."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from ..model import (
    Entity,
    Evidence,
    GlossaryTerm,
    HelpEntry,
    Inspection,
    Language,
    LeftOut,
    Measure,
    Observation,
    Place,
    PlanDetails,
    Precision,
    Priority,
    Question,
    Round,
    Source,
    When,
)
from .absence import AWAITED
from .derived import COUNTS, DERIVED
from .encoding import Json

_DAY: Json = {"type": "string", "format": "date"}
_WHEN: Json = {
    "type": "object",
    "description": " ".join((When.__doc__ or "").split()),
    "properties": {
        "text": {"type": "string"},
        "start": _DAY,
        "end": _DAY,
        "precision": {"enum": [precision.value for precision in Precision]},
    },
    "required": ["text", "start", "end", "precision"],
    "additionalProperties": False,
}
_LISTS: Mapping[str, type[Entity]] = {
    "priorities": Priority,
    "evidence": Evidence,
    "left_out": LeftOut,
    "sources": Source,
    "places": Place,
    "measures": Measure,
    "rounds": Round,
    "questions": Question,
    "inspections": Inspection,
    "glossary": GlossaryTerm,
    "help": HelpEntry,
    "languages": Language,
}
_PLACE: Json = {"$ref": "#/$defs/PlaceId"}
_PLACES: Mapping[tuple[type[Entity], str], Json] = {
    (Evidence, "area"): {"type": "array", "items": _PLACE},
    (Measure, "compared_with"): _PLACE,
    (Observation, "area"): _PLACE,
}
"""The fields that hold ids of places."""
_SIMPLE: Mapping[type, Json] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    date: _DAY,
    When: {"$ref": "#/$defs/When"},
}


def document_schema(places: Iterable[str]) -> Json:
    """The schema; a key that may be null says that its source gives no value.

    ``places`` are the ids that an area may have.
    """
    definitions: dict[str, Json] = {"When": _WHEN, "PlaceId": {"enum": list(places)}}
    entities: tuple[type[Entity], ...] = (PlanDetails, Observation, *_LISTS.values())
    for entity in entities:
        _define(entity, definitions)
    properties: Json = {
        "$schema": {"type": "string"},
        "as_of": _DAY,
        "about": {"type": "object"},
        "plan": _reference(PlanDetails),
        "counts": COUNTS,
        **{name: {"type": "array", "items": _reference(entity)} for name, entity in _LISTS.items()},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _reference(entity: type[Entity]) -> Json:
    return {"$ref": f"#/$defs/{entity.__name__}"}


def _define(entity: type[Entity], definitions: dict[str, Json]) -> None:
    """Add ``entity`` and whatever it holds to ``definitions``."""
    if entity.__name__ in definitions:
        return
    definitions[entity.__name__] = {}  # so that an entity which held itself would end here
    derived = DERIVED.get(entity, {})
    properties: Json = {}
    required = []
    for name, field in entity.model_fields.items():
        if name not in derived:
            optional = type(None) in typing.get_args(field.annotation)
            schema = _PLACES.get((entity, name)) or _schema(field.annotation, definitions)
            if name in AWAITED.get(entity, ()):
                schema = {"anyOf": [schema, {"type": "null"}]}
            properties[name] = {
                **schema,
                "description": " ".join((field.description or "").split()),
            }
            required += [] if optional else [name]
    for name, item in derived.items():
        properties[name] = item.schema
        required += [name] if item.required else []
    definitions[entity.__name__] = {
        "type": "object",
        "description": " ".join((entity.__doc__ or "").split()),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _schema(annotation: Any, definitions: dict[str, Json]) -> Json:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _schema(arguments[0], definitions)
    if origin in (typing.Union, types.UnionType):
        kept = next(item for item in arguments if item is not types.NoneType)
        return _schema(kept, definitions)
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    if issubclass(annotation, Entity):
        _define(annotation, definitions)
        return _reference(annotation)
    if issubclass(annotation, Enum):
        return {"enum": [member.value for member in annotation]}
    return _SIMPLE[annotation]
