"""The whole plan as a file: the links to it, and what it needs on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .names import name_of
from .scope import Scope

FOLDER = "pdf/"
"""Where the files stand below the site's top."""
_SMALL, _LARGE = "8.5pt", "18pt"


@dataclass(frozen=True)
class EditionView:
    """One file as a reader meets it."""

    url: str
    large_print: bool
    pages: int
    size: str
    day: str
    """The day it was made for."""


@dataclass(frozen=True)
class EditionsView:
    """The files in the reader's language; there may be none."""

    editions: tuple[EditionView, ...]


@dataclass(frozen=True)
class RunningHead:
    """What stands above each page of a chapter."""

    name: str
    """The anchor of the chapter."""
    head: str


@dataclass(frozen=True)
class EditionStyleView:
    """What the style of an edition is made from."""

    large_print: bool
    site_name: str
    size: str
    """Of the lines above and below the text."""
    chapters: tuple[RunningHead, ...]


def editions_view(scope: Scope) -> EditionsView:
    """The files in the language of ``scope``."""
    formats = scope.locale.formats
    return EditionsView(
        tuple(
            EditionView(
                f"{scope.links.top}{FOLDER}{edition.file}",
                edition.large_print,
                edition.pages,
                formats.megabytes(edition.bytes),
                formats.day(edition.as_of),
            )
            for edition in scope.editions
            if edition.language == scope.locale.code
        )
    )


def edition_style_view(scope: Scope, *, large_print: bool) -> EditionStyleView:
    """How the whole plan is printed in the language of ``scope``."""
    name = name_of(scope.assessment.plan.details, scope.locale, "site")
    size = _LARGE if large_print else _SMALL
    return EditionStyleView(large_print, name.value, size, tuple(_heads(scope)))


def _heads(scope: Scope) -> Iterator[RunningHead]:
    for priority in scope.assessment.plan.priorities:
        title = scope.locale.data("priority.title", priority.title).value
        yield RunningHead(f"priority-{priority.number}", f"{priority.number} {title}")
