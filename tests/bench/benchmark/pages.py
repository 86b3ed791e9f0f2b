"""The pages of an invented plan: one shape for all languages, words of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from posixpath import dirname, relpath
from typing import Any

import yaml

from .figures import inspected_parts, measured_parts
from .promises import is_sensitive
from .sentences import GIVEN, Shape, Voice, shapes_of
from .sizes import Size

_CHANGED = "2026-11-20"
_MAKER = "machine draft"
_LEAST_DESCRIPTION = 20
"""Signs of a description, as the model asks."""


@dataclass(frozen=True)
class Blueprint:
    """A page in no language yet."""

    path: str
    sections: Mapping[str, tuple[str, ...]]
    """What stands in each, as in given/pages.yml."""
    titled: bool
    """Whether its title stands in its front matter, or comes from the data."""
    sensitive: bool
    safety: bool


def blueprints(size: Size) -> Iterator[Blueprint]:
    """Every page of a plan of ``size``, in the order of ``nav``."""
    for path, sections in _given().items():
        for named in _named(path, size):
            flags = sections.get("Flags", ())
            wanted = {
                section: tuple(item.format(**named) for item in items)
                for section, items in sections.items()
                if section != "Flags"
            }
            sensitive = "sensitive" in flags or named.get("sensitive") == "yes"
            yield Blueprint(
                path.format(**named), wanted, not named, sensitive, safety="safety" in flags
            )


@cache
def _given() -> dict[str, dict[str, list[str]]]:
    text = (GIVEN / "pages.yml").read_text(encoding="utf-8")
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return found


def _named(path: str, size: Size) -> Iterator[dict[str, Any]]:
    """What the names in ``path`` stand for, one page after the other."""
    if "{part-dashed}" in path:
        for part in size.all_parts:
            yield {
                "priority": part[0],
                "part": part,
                "part-dashed": part.replace(".", "-"),
                "sensitive": _flag([part]),
            }
    elif "{priority}" in path:
        yield from ({"priority": number} for number in size.numbers)
    elif "{measure}" in path:
        for place, key in enumerate(size.measure_ids):
            yield {"measure": key, "sensitive": _flag(measured_parts(place, size))}
    elif "{inspection}" in path:
        for place, key in enumerate(size.inspection_ids):
            yield {"inspection": key, "sensitive": _flag(inspected_parts(place, size))}
    else:
        yield {}


def _flag(parts: list[str]) -> str:
    return "yes" if any(map(is_sensitive, parts)) else "no"


def page(blueprint: Blueprint, voice: Voice, *, translated: bool) -> str:
    """The page in one language, as an editor would type it; no section is said to be current."""
    front = {"title": voice.phrase(f"title {blueprint.path}", 5)} if blueprint.titled else {}
    front |= {"description": _description(blueprint.path, voice), "changed": _CHANGED}
    flags = (("sensitive", blueprint.sensitive), ("safety", blueprint.safety))
    front |= {key: "yes" for key, is_set in flags if is_set}
    if translated:
        front |= {"translated_on": _CHANGED, "translated_by": _MAKER}
    head = "".join(f"{key}: {value}\n" for key, value in front.items())
    body = "\n\n".join(_texts(blueprint, voice))
    return f"---\n{head}---\n{body}\n"


def _description(path: str, voice: Voice) -> str:
    words = 12
    while len(said := voice.sentence(f"description {path}", Shape(words))) < _LEAST_DESCRIPTION:
        words += 6
    return said


def _texts(blueprint: Blueprint, voice: Voice) -> Iterator[str]:
    for section, items in blueprint.sections.items():
        if section != "Opening":
            yield f"## {voice.phrase(f'heading {section}', 4)} {{#{section}}}"
        for number, item in enumerate(items):
            yield _text(item, f"{blueprint.path} {section} {number}", blueprint.path, voice)


def _text(item: str, seed: str, path: str, voice: Voice) -> str:
    match item.split():
        case ["text"]:
            return voice.paragraph(seed, shapes_of(seed, 4))
        case ["opening"]:
            return voice.paragraph(seed, shapes_of(seed, 2))
        case ["list"]:
            shapes = shapes_of(seed, 3)
            items = (voice.sentence(f"{seed} {n}", shape) for n, shape in enumerate(shapes))
            return "\n".join(f"- {said}" for said in items)
        case ["see", target]:
            told = voice.phrase(f"see {target}", 3)
            before = voice.phrase(seed, 4)
            link = f"[{told}]({relpath(target, dirname(path) or '.')})"
            return f"{before}{voice.gap}{link}{voice.stop}"
        case _:
            return f"<!-- plan:{item} -->"
