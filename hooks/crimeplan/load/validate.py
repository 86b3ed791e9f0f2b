"""From text to entities: what the model refuses becomes a sentence an editor understands."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model import Entity
from ..problems import Problem, Problems, shorten, suggest
from .retyped import likely_date, likely_number
from .yaml_file import Document, Path, item_name

E = TypeVar("E", bound=Entity)


def build_one(entity: type[E], document: Document, problems: Problems, path: Path = ()) -> E | None:
    """The entity at ``path`` of ``document``, or None and one problem for each fault."""
    data = _at(document.data, path)
    if not isinstance(data, dict):
        problems.add(
            Problem(
                file=document.file,
                line=document.line(path),
                what="this is not an entry",
                expected="lines such as 'id: some-name'",
                received=shorten(data),
                remedy="Compare it with an entry that works",
            )
        )
        return None
    for key in document.empty.get(path, ()):
        if key not in entity.model_fields:
            problems.add(_unknown(entity, key, item_name(data), document, path))
    try:
        return entity.model_validate(data)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            problems.add(_problem(entity, details, document, path))
        return None


def _unknown(entity: type[Entity], key: str, item: str, document: Document, path: Path) -> Problem:
    """A key that means nothing and holds nothing: a slip that would otherwise go unseen."""
    what, _, remedy = _no_such_key(entity, key)
    return Problem(
        file=document.file,
        line=document.line((*path, key)),
        item=item,
        what=what,
        remedy=remedy,
    )


def _no_such_key(owner: type[Entity] | None, key: str) -> tuple[str, str, str]:
    names = list(owner.model_fields) if owner else []
    otherwise = f"Delete it, or use one of: {', '.join(names)}"
    return f"there is no key {key!r} here", "", suggest(key, names, otherwise=otherwise)


def build_list(entity: type[E], document: Document, problems: Problems) -> list[tuple[int, E]]:
    """All entities of a file that holds a list, each with its place in it."""
    if not isinstance(document.data, list):
        problems.add(
            Problem(
                file=document.file,
                line=1,
                what="the file does not hold a list",
                remedy="Start each entry with a dash and a space: '- id: some-name'",
            )
        )
        return []
    return [
        (index, item)
        for index in range(len(document.data))
        if not problems.full(document.file)
        and (item := build_one(entity, document, problems, (index,))) is not None
    ]


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _locate(data: Any, path: Path, location: tuple[int | str, ...]) -> tuple[str, Path]:
    """The name of the innermost record on the way to ``location``, and the path in the file."""
    here, name = _at(data, path), ""
    walked = path
    for step in (None, *location):
        if step is not None:
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                walked = (*walked, step)
                break
            walked = (*walked, step)
        name = item_name(here) or name
    return name, walked


def _problem(
    entity: type[Entity], details: ErrorDetails, document: Document, path: Path
) -> Problem:
    location = tuple(step for step in details["loc"] if not _is_union_tag(step))
    item, where = _locate(document.data, path, location)
    key = next((str(step) for step in reversed(location) if isinstance(step, str)), "")
    what, expected, remedy = _explain(entity, details, location, key)
    received = (
        ""
        if details["type"] in ("missing", "extra_forbidden", "demanded", "figures")
        else (shorten(details["input"]) if isinstance(details["input"], str) else "")
    )
    return Problem(
        file=document.file,
        line=document.line(where),
        item=item,
        what=what,
        expected=expected,
        received=received,
        remedy=remedy,
    )


def _is_union_tag(step: int | str) -> bool:
    return isinstance(step, str) and ("[" in step or step == "function-plain")


def _explain(
    entity: type[Entity], details: ErrorDetails, location: tuple[int | str, ...], key: str
) -> tuple[str, str, str]:
    """What is wrong, what was expected, what to type."""
    kind, context = details["type"], details.get("ctx", {})
    owner = _entity_at(entity, location)
    match kind:
        case "missing":
            return (
                f"the key {key!r} is missing",
                "",
                f"Add a line '{key}: …': {_meaning(owner, key)}",
            )
        case "extra_forbidden":
            return _no_such_key(owner, key)
        case "enum":
            allowed = [str(word) for word in _allowed(owner, key)]
            return (
                f"{key!r} does not know this word",
                f"one of {', '.join(allowed)}",
                suggest(
                    str(details["input"]),
                    allowed,
                    otherwise=f"Type {allowed[0]}, or another of them"
                    if allowed
                    else "Type one of them",
                ),
            )
        case "string_pattern_mismatch":
            return (
                f"{key!r} is not written as it must be",
                _meaning(owner, key),
                _as_name(str(details["input"]), context["pattern"]),
            )
        case "when":
            return (
                f"{key!r}: {context['reason']}",
                context["expected"],
                _retyped(
                    likely_date(str(details["input"]).strip()),
                    otherwise="Type the date as year, month, day with hyphens",
                ),
            )
        case "demanded":
            return (
                f"the key {context['key']!r} is missing",
                "",
                f"Add a line '{context['key']}: …': {context['why']}",
            )
        case "figures":
            return (
                "the words and the figures do not agree",
                f"figures for {context['named']}, as the words name them in braces",
                f"The entry holds {context['held']}: make the two agree",
            )
        case "decimal_parsing" | "int_parsing" | "decimal_type":
            return (
                f"{key!r} is not a number",
                "digits and at most one full stop, such as 497000",
                _retyped(
                    likely_number(str(details["input"]).strip()),
                    otherwise="Take out commas, spaces, signs of currency and words",
                ),
            )
        case "too_short" | "string_too_short":
            return f"{key!r} is empty", "", f"Fill it: {_meaning(owner, key)}"
        case "string_type" | "tuple_type" | "list_type" | "dict_type" | "model_type":
            return (
                f"{key!r} has the wrong shape",
                _shape(kind),
                "Compare the dashes and the indent with another entry",
            )
        case _:
            subject = f"{key!r}: " if key else ""
            return (
                subject + details["msg"],
                str(context.get("expected", "")),
                "Type what is expected" if context.get("expected") else "Change it",
            )


def _retyped(likely: str | None, *, otherwise: str) -> str:
    return f"Type {likely}, if that is what is meant" if likely else otherwise


def _as_name(text: str, pattern: str) -> str:
    """A remedy that offers ``text`` in the signs that names are made of, where that fits."""
    likely = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    fits = re.fullmatch(pattern.removeprefix("^").removesuffix("$"), likely)
    return _retyped(likely if fits else None, otherwise="Compare it with another entry")


def _shape(kind: str) -> str:
    return {
        "string_type": "text",
        "dict_type": "lines such as 'key: value'",
        "model_type": "lines such as 'key: value'",
    }.get(kind, "a list: lines that start with a dash")


def _entity_at(entity: type[Entity], location: tuple[int | str, ...]) -> type[Entity] | None:
    """The entity class that holds the last key of ``location``."""
    owner: type[Entity] = entity
    for step in location[:-1]:
        if isinstance(step, str) and step in owner.model_fields:
            inner = _find_entity(owner.model_fields[step].annotation)
            if inner is not None:
                owner = inner
    return owner


def _find_entity(annotation: Any) -> type[Entity] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation if issubclass(annotation, Entity) else None
    for argument in get_args(annotation):
        if (found := _find_entity(argument)) is not None:
            return found
    return None


def _find_enum(annotation: Any) -> type[Enum] | None:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    for argument in get_args(annotation):
        if (found := _find_enum(argument)) is not None:
            return found
    return None


def _allowed(owner: type[Entity] | None, key: str) -> list[str]:
    if owner is None or key not in owner.model_fields:
        return []
    enum = _find_enum(owner.model_fields[key].annotation)
    return [str(member.value) for member in enum] if enum else []


def _meaning(owner: type[Entity] | None, key: str) -> str:
    if owner is None or key not in owner.model_fields:
        return ""
    return (owner.model_fields[key].description or "").replace("\n", " ").rstrip(".")
