"""Which pages, in which languages, show what a file or one of its items says.

Nobody types this: pages say by their markers what they show, so a new page counts as soon as it
is written. Where an item cannot be read, the pages of its whole file are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from .load.usage import named_sources
from .markers import Marker, find_markers
from .model import Entity, Plan
from .pages import Page, Pages
from .pages.subject import parts_of_inspection
from .problems import Problems
from .views.whole import PATH as WHOLE_PLAN

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True)
class _Shown:
    """The blocks that show a kind of data: ``about`` where their first word names its subject."""

    about: AbstractSet[str] = frozenset()
    lists: AbstractSet[str] = frozenset()


_INSPECTED = {"grades", "inspections", "responses", "tracker"}
_SHOWN = {
    "evidence": _Shown(
        {"timeline", "commitments", "progress", "cards"},
        {"overview", "priorities", "all-commitments", "latest"},
    ),
    "priorities": _Shown(
        {"summary", "progress", "cards", "commitments", "related", "timeline"},
        {"overview", "priorities", "all-commitments", "a-to-z", "source-notes"},
    ),
    "measures": _Shown(
        {"measure-headline", "measure", "measure-meaning", "measure-sources", "part-measures"},
        {"measures", "a-to-z"},
    ),
    "inspections": _Shown(
        {"inspection", "inspection-grades", "findings", "response", "part-findings"}, _INSPECTED
    ),
    "rounds": _Shown(lists={*_INSPECTED, "inspection-grades", "findings", "part-findings"}),
    "questions": _Shown(lists={*_INSPECTED, "inspection-grades", "findings", "part-findings"}),
    "help": _Shown({"help"}, {"a-to-z"}),
    "glossary": _Shown(lists={"glossary", "a-to-z"}),
    "sources": _Shown(lists={"sources"}),
    "left-out": _Shown(lists={"left-out"}),
    "accessibility": _Shown(lists={"accessibility"}),
    "search": _Shown(lists={"search"}),
    "terms": _Shown(),
}
"""By the file's name, or that of its folder. What is not here shows round every page."""


@dataclass(frozen=True)
class _Written:
    """A page of the source language, and the markers on it."""

    path: str
    about_data: bool
    """Whether it is the page of a priority, a part, a measure or an inspection."""
    markers: tuple[Marker, ...]


def note_touched(problems: Problems, plan: Plan, pages: Pages) -> None:
    """Say in each of ``problems`` which pages and languages show what it is about.

    ``plan`` may be one that could only partly be read.
    """
    held = _Held(plan, pages)
    for index, problem in enumerate(problems.found):
        shown, languages = _touched(problem.file, problem.item, held)
        problems.found[index] = replace(problem, pages=shown, languages=languages)


def touched_by(
    file: str, item: str, plan: Plan, pages: Pages
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pages, and the languages, that show the item ``item`` of ``file``."""
    return _touched(file, item, _Held(plan, pages))


@dataclass(frozen=True)
class _Held:
    """The content, and the pages of its source language."""

    plan: Plan
    pages: Pages

    @cached_property
    def languages(self) -> tuple[str, ...]:
        return tuple(language.code for language in self.plan.languages)

    @cached_property
    def written(self) -> list[_Written]:
        source = self.languages[:1]
        return [_written(page) for (code, _), page in self.pages.items() if code in source]


def _written(page: Page) -> _Written:
    markers = (find_markers(page.sections[name]) for name in page.sections)
    return _Written(page.path, page.subject is not None, tuple(m for many in markers for m in many))


def _touched(file: str, item: str, held: _Held) -> tuple[tuple[str, ...], tuple[str, ...]]:
    place = PurePosixPath(file).parts
    match place:
        case ("docs", language, *path) if path:
            only = held.languages if language in held.languages[:1] else (language,)
            return ("/".join(path),), only
        case (("content_data" | "overrides"), "locale", language, *_):
            return _paths(held.written), (language,)
        case ("content_data", _, *_):
            found = _paths(_showing(place, item, held.plan, held.written))
            return found, held.languages if found else ()
        case _:
            return (), ()


def _showing(
    place: tuple[str, ...], item: str, plan: Plan, written: list[_Written]
) -> Iterable[_Written]:
    """The pages that show the item ``item`` of the file at ``place``."""
    kind = place[1].split(".")[0]
    shown = _SHOWN.get(kind)
    if shown is None:
        return written
    found = list(_with_blocks(shown, _subjects(kind, place, item, plan), written))
    if kind == "sources":
        for user, subjects in _users(item, plan):
            found += _with_blocks(_SHOWN[user], subjects, written)
    return found


def _with_blocks(
    shown: _Shown, subjects: AbstractSet[str], written: list[_Written]
) -> Iterator[_Written]:
    bound = False
    for page in written:
        if any(
            marker.name in shown.lists
            or (marker.name in shown.about and not subjects.isdisjoint(marker.arguments[:1]))
            for marker in page.markers
        ):
            bound = bound or page.about_data
            yield page
    if bound:  # it is made of the pages of the data
        yield from (page for page in written if page.path == WHOLE_PLAN)


def _subjects(kind: str, place: tuple[str, ...], item: str, plan: Plan) -> AbstractSet[str]:
    """What markers call the things that ``item`` is about: parts, numbers, ids, groups."""
    stem = PurePosixPath(place[-1]).stem
    match kind:
        case "evidence":
            entry = next((entry for entry in plan.evidence if entry.id == item), None)
            return _of_parts(entry.deliverables) if entry else _of_priority(stem, plan)
        case "priorities":
            parts = [p.id for p in plan.deliverables if item == p.id or item.startswith(f"{p.id}.")]
            return _of_parts(parts) if parts else _of_priority(stem, plan)
        case "measures":
            measure = plan.measure_by_id.get(stem)
            return {stem, *(measure.deliverables if measure else ())}
        case "inspections":
            inspection = plan.inspection_by_id.get(stem)
            return {stem, *(parts_of_inspection(inspection) if inspection else ())}
        case "help":
            groups = {entry.group.value for entry in plan.help if item in ("", entry.id)}
            return groups or {entry.group.value for entry in plan.help}
        case _:
            return set()


def _of_parts(parts: Iterable[str]) -> AbstractSet[str]:
    """Parts and their priorities; what names no part is about the plan as a whole."""
    named = set(parts)
    return named | {part.split(".")[0] for part in named} if named else {"plan"}


def _of_priority(number: str, plan: Plan) -> AbstractSet[str]:
    """A priority and all its parts; ``plan`` stands for itself."""
    return {number, *(p.id for p in plan.deliverables if p.id.split(".")[0] == number)}


def _users(source: str, plan: Plan) -> Iterator[tuple[str, AbstractSet[str]]]:
    """The kind and the subjects of each thing that names ``source``."""
    for entry in _naming(source, plan.evidence):
        yield "evidence", _of_parts(entry.deliverables)
    for help_entry in _naming(source, plan.help):
        yield "help", {help_entry.group.value}
    for inspection in _naming(source, plan.inspections):
        yield "inspections", {inspection.id, *parts_of_inspection(inspection)}
    for measure in plan.measures:
        if any(True for _ in _naming(source, plan.observations.get(measure.id, ()))):
            yield "measures", {measure.id, *measure.deliverables}
    for kind, entities in (("glossary", plan.glossary), ("left-out", plan.left_out)):
        if any(True for _ in _naming(source, entities)):
            yield kind, set()


def _naming(source: str, entities: Iterable[E]) -> Iterator[E]:
    return (entity for entity in entities if source in named_sources(entity))


def _paths(pages: Iterable[_Written]) -> tuple[str, ...]:
    """Each path once, those of the data's own pages first: they say most of what is meant."""
    ordered = sorted({page.path: page for page in pages}.values(), key=_rank)
    return tuple(page.path for page in ordered)


def _rank(page: _Written) -> tuple[bool, str]:
    return not page.about_data, page.path
