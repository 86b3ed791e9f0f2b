"""The model told to editors: JSON Schemas for their tools, tables for their eyes."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .model import (
    AccessibilityStatement,
    Entity,
    Evidence,
    GlossaryTerm,
    HelpEntry,
    Inspection,
    Language,
    LeftOut,
    Measure,
    Notice,
    Observation,
    Place,
    PlanDetails,
    Priority,
    Question,
    Round,
    SearchWords,
    Source,
    Term,
)
from .model.base import read_flag, read_list
from .pages import PageMeta

START = "<!-- The tables below are made from the model by: python -m crimeplan describe -->"


@dataclass(frozen=True)
class Described:
    """A kind of file: the entity it holds, and whether it holds a list of them."""

    entity: type[Entity]
    file: str
    is_list: bool = False


DESCRIBED: Mapping[str, Described] = {
    "plan": Described(PlanDetails, "plan.yml"),
    "priority": Described(Priority, "priorities/<number>.yml"),
    "evidence": Described(Evidence, "evidence/<number>.yml", is_list=True),
    "left-out": Described(LeftOut, "left-out.yml", is_list=True),
    "sources": Described(Source, "sources.yml", is_list=True),
    "help": Described(HelpEntry, "help.yml", is_list=True),
    "glossary": Described(GlossaryTerm, "glossary.yml", is_list=True),
    "notices": Described(Notice, "notices.yml", is_list=True),
    "accessibility": Described(AccessibilityStatement, "accessibility.yml"),
    "languages": Described(Language, "languages.yml", is_list=True),
    "places": Described(Place, "places.yml", is_list=True),
    "measure": Described(Measure, "measures/<id>.yml"),
    "observation": Described(Observation, "measures/<id>.csv", is_list=True),
    "rounds": Described(Round, "rounds.yml", is_list=True),
    "questions": Described(Question, "questions.yml", is_list=True),
    "terms": Described(Term, "terms.csv", is_list=True),
    "search": Described(SearchWords, "search.csv", is_list=True),
    "inspection": Described(Inspection, "inspections/<id>.yml"),
    "page": Described(PageMeta, "docs/<language>/**.md, front matter"),
}


class _AsTyped(GenerateJsonSchema):
    """Describes what may be typed, which is more than what the model then holds."""

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """One item where a list is meant, and yes or no: words to tools that read YAML 1.2."""
        held = super().function_before_schema(schema)
        if schema["function"]["function"] is read_list:
            return {"anyOf": [held["items"], held]}
        if schema["function"]["function"] is read_flag:
            return {"enum": ["yes", "no"]}
        return held

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """What a tool offers to type is what the loader reads: yes, and not true."""
        held = super().default_schema(schema)
        if isinstance(held.get("default"), bool):
            held["default"] = "yes" if held["default"] else "no"
        return held


def schema_of(described: Described) -> str:
    """The JSON Schema of a file, as editors' tools read it."""
    kind: Any = list[described.entity] if described.is_list else described.entity  # type: ignore[name-defined]  # a type made at run time
    schema = TypeAdapter(kind).json_schema(mode="validation", schema_generator=_AsTyped)
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def dictionary() -> str:
    """The data dictionary: a table for each entity, nested ones after those that hold them."""
    parts = [START, ""]
    seen: set[type[Entity]] = set()
    for described in DESCRIBED.values():
        for entity in _with_nested(described.entity):
            if entity in seen:
                continue
            seen.add(entity)
            place = f" (`{described.file}`)" if entity is described.entity else ""
            parts += [
                f"### {entity.__name__}{place}",
                "",
                _summary(entity),
                "",
                "| key | type | default | meaning |",
                "| --- | --- | --- | --- |",
                *(_row(name, field) for name, field in entity.model_fields.items()),
                "",
            ]
    return "\n".join(parts)


def write_descriptions(folder: Path) -> None:
    """Write ``folder``/schemas/*.json and the tables at the end of ``folder``/README.md."""
    (folder / "schemas").mkdir(exist_ok=True)
    for name, described in DESCRIBED.items():
        (folder / "schemas" / f"{name}.json").write_text(schema_of(described), encoding="utf-8")
    readme = folder / "README.md"
    head = readme.read_text(encoding="utf-8").split(START)[0] if readme.is_file() else ""
    readme.write_text(head + dictionary(), encoding="utf-8")


def _summary(entity: type[Entity]) -> str:
    return " ".join((entity.__doc__ or "").split())


def _row(name: str, field: FieldInfo) -> str:
    default = "**required**" if field.is_required() else _default(field)
    meaning = " ".join((field.description or "").split())
    return f"| `{name}` | {_type_name(field.annotation)} | {default} | {meaning} |"


def _default(field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=True)
    if isinstance(value, Enum):
        return f"`{value.value}`"
    if isinstance(value, bool):
        return "`yes`" if value else "`no`"
    return "none"


def _type_name(annotation: Any) -> str:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return ", ".join(f"`{member.value}`" for member in annotation)
    if isinstance(annotation, type):
        plain = {str: "text", bool: "`yes`, `no`", int: "whole number"}
        return plain.get(
            annotation,
            {"When": "date or period", "date": "day"}.get(annotation.__name__, annotation.__name__),
        )
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is tuple:
        return f"list of: {_type_name(arguments[0])}"
    if origin is dict:
        return f"names, each with: {_type_name(arguments[1])}"
    if origin is typing.Annotated:
        return _type_name(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return _type_name(next(a for a in arguments if a is not types.NoneType))
    return str(annotation)


def _with_nested(entity: type[Entity]) -> Iterator[type[Entity]]:
    yield entity
    for field in entity.model_fields.values():
        for inner in _entities_in(field.annotation):
            yield from _with_nested(inner)


def _entities_in(annotation: Any) -> Iterator[type[Entity]]:
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _entities_in(argument)
