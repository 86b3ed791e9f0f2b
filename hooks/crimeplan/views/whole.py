"""The whole plan on one page: the finished texts of the pages that it is made of.

Nothing is written twice: a chapter holds the text of a page as its readers get it, its headings
one or two levels lower, its ids under a name of its own, its links as seen from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from posixpath import join, normpath

from ..l10n import Locale, Text
from ..markup import without
from ..pages import Pages, page_address
from ..progress import Assessment
from ..translation.pages import page_state
from .navigation import Titles
from .scope import Scope, as_at, links_from
from .sections import Section, split_sections

PATH = "whole-plan.md"
"""The page that shows the whole plan."""
_MEASURES, _INSPECTIONS = "measures/index.md", "inspections/index.md"
_DEEPEST = 6
_ELSEWHERE = 'data-whole="no"'
"""Blocks that lead to what the whole plan holds anyway: they are left out of it."""
_HEADING = re.compile("<(/?)h([2-5])(?=[ >])")
_NAMED = re.compile(
    r' (id|aria-labelledby|aria-describedby|for|headers)="([^"]+)"(?=[^<>]*>)'  # only within a tag
)
_LINK = re.compile(r'(<a [^>]*?href=")([^"]*)')


@dataclass(frozen=True)
class Leaf:
    """The text of one page: its opening and its sections, all in their places below a heading."""

    anchor: str
    level: int
    """The level of its heading; those of its sections are one lower."""
    ref: str
    """The number of a priority or part; nothing for other pages."""
    title: Text
    printed_title: str
    """The title of a priority or part as the plan printed it, in the source language."""
    url: str
    """Its own page."""
    source_url: str
    """The same page in the source language."""
    translated: str | None
    """The day it was translated, where that is recorded."""
    fallback: bool
    """Whether it is shown in another language than the reader's."""
    intro: Section
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Chapter:
    """A priority with its parts, or all measures, or what inspectors said."""

    kind: str
    """priority, measures or inspections."""
    head: Leaf
    parts: tuple[Leaf, ...]


@dataclass(frozen=True)
class WholeView:
    """The whole plan."""

    chapters: tuple[Chapter, ...]
    as_at: str
    """The day that the statuses hold for."""


def whole_view(
    assessment: Assessment, pages: Pages, locale: Locale, texts: Mapping[str, str]
) -> WholeView:
    """The whole plan in ``locale``, from the HTML of each page in it: ``texts``, by path."""
    source = assessment.plan.languages[0].code
    scope = Scope(
        assessment, locale, links_from(page_address(PATH), is_source=locale.code == source)
    )
    binder = _Binder(scope, pages, texts)
    return WholeView(tuple(binder.chapters()), as_at(scope))


class _Binder:
    """Puts the pages of one language into chapters."""

    def __init__(self, scope: Scope, pages: Pages, texts: Mapping[str, str]) -> None:
        self._scope, self._pages, self._texts = scope, pages, texts
        self._titles = Titles(scope, pages)
        self._source = scope.assessment.plan.languages[0]
        self._anchors = {
            page_address(path): anchor for path, anchor in self._wanted() if path in texts
        }

    def chapters(self) -> Iterator[Chapter]:
        plan = self._scope.assessment.plan
        for priority in plan.priorities:
            head = f"priorities/{priority.number}/index.md"
            parts = [_part_path(part.id) for part in priority.deliverables]
            yield from self._chapter("priority", head, parts)
        measures = [f"measures/{measure.id}.md" for measure in plan.measures]
        yield from self._chapter("measures", _MEASURES, measures)
        yield from self._chapter("inspections", _INSPECTIONS, [])

    def _wanted(self) -> Iterator[tuple[str, str]]:
        """Every page that the whole plan holds, and its anchor there."""
        plan = self._scope.assessment.plan
        for priority in plan.priorities:
            yield f"priorities/{priority.number}/index.md", f"priority-{priority.number}"
            for part in priority.deliverables:
                yield _part_path(part.id), f"part-{part.id.replace('.', '-')}"
        yield _MEASURES, "measures"
        for measure in plan.measures:
            yield f"measures/{measure.id}.md", f"measure-{measure.id}"
        yield _INSPECTIONS, "inspections"

    def _chapter(self, kind: str, head: str, parts: Iterable[str]) -> Iterator[Chapter]:
        if head in self._texts:
            leaves = tuple(self._leaf(path, 3) for path in parts if path in self._texts)
            yield Chapter(kind, self._leaf(head, 2), leaves)

    def _leaf(self, path: str, level: int) -> Leaf:
        locale, titles = self._scope.locale, self._titles
        page = self._pages.get((locale.code, path)) or self._pages[self._source.code, path]
        fallback = page.language != locale.code
        state = None if fallback else page_state(self._pages, page, self._source.code)
        sections = split_sections(self._texts[path], state, self._source, all_other=fallback)
        anchor = self._anchors[page.address]
        intro, *rest = (self._placed(item, page.address, anchor, level) for item in sections)
        made_on = page.meta.translated_on
        return Leaf(
            anchor,
            level,
            titles.ref(path),
            titles.of(path),
            titles.printed(path),
            titles.url(path),
            self._scope.links.top + page.address,
            locale.formats.day(made_on) if made_on else None,
            fallback,
            intro,
            tuple(item for item in rest if item.body),
        )

    def _placed(self, section: Section, address: str, anchor: str, level: int) -> Section:
        """``section`` of the page at ``address`` below a heading of ``level``."""
        body = without(section.body, _ELSEWHERE)
        body = _HEADING.sub(lambda tag: _lower(tag, level - 1), body)
        body = _NAMED.sub(lambda names: _renamed(names, anchor), body)
        body = _LINK.sub(lambda tag: tag[1] + self._seen_from_here(tag[2], address, anchor), body)
        name = f"{anchor}-{section.id}" if section.id else ""
        return replace(section, id=name, body=body.strip())

    def _seen_from_here(self, link: str, address: str, anchor: str) -> str:
        """``link`` of the page at ``address``; what the whole plan holds is found in it."""
        path, _, fragment = link.partition("#")
        if ":" in path:
            return link
        if not path:
            return f"#{anchor}-{fragment}"
        target = normpath(join(address, path))
        here = self._anchors.get(f"{target}/") if path.endswith("/") else None
        if here:
            return f"#{here}-{fragment}" if fragment else f"#{here}"
        beyond = normpath(join("..", target)) if page_address(PATH) else target
        slash = "/" if path.endswith("/") else ""
        return f"{beyond}{slash}" + (f"#{fragment}" if fragment else "")


def _part_path(part: str) -> str:
    return f"priorities/{part.split('.')[0]}/{part.replace('.', '-')}.md"


def _lower(tag: re.Match[str], levels: int) -> str:
    return f"<{tag[1]}h{min(int(tag[2]) + levels, _DEEPEST)}"


def _renamed(names: re.Match[str], anchor: str) -> str:
    return f' {names[1]}="{" ".join(f"{anchor}-{name}" for name in names[2].split())}"'
