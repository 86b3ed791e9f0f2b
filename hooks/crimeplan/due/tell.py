"""The list of what is due as plain text, and as Markdown for the body of an issue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from .items import Due, Matter

_MOST_LISTED = 40
"""Entries below one heading in Markdown: an issue's body holds at most 65,536 signs."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")


def plain_lines(items: Iterable[Due], as_of: date) -> Iterator[str]:
    """``items`` by matter, and below it by priority or language."""
    listed = list(items)
    yield _head(len(listed), as_of)
    for matter, groups in _grouped(listed):
        count = sum(len(held) for _, held in groups)
        yield ""
        yield f"{matter.value} ({count})"
        for group, held in groups:
            if group:
                yield f"  {group} ({len(held)})"
            indent = "    " if group else "  "
            yield from (f"{indent}{_told(due, due.file, due.item, as_of)}" for due in held)


def markdown_lines(items: Iterable[Due], as_of: date) -> Iterator[str]:
    """The same for an issue; a long list is cut, and says how much more there is."""
    listed = list(items)
    yield _head(len(listed), as_of)
    for matter, groups in _grouped(listed):
        count = sum(len(held) for _, held in groups)
        yield from ("", f"## {matter.value} ({count})")
        for group, held in groups:
            yield ""
            if group:
                yield from (f"### {_literal(group)} ({len(held)})", "")
            for due in held[:_MOST_LISTED]:
                yield f"- {_told(due, f'`{due.file}`', _bold(due.item), as_of, words=_literal)}"
            if len(held) > _MOST_LISTED:
                yield f"- … and {len(held) - _MOST_LISTED} more"


DUE_FORMATS: Mapping[str, Callable[[Iterable[Due], date], Iterator[str]]] = {
    "plain": plain_lines,
    "markdown": markdown_lines,
}
"""What ``--format`` may say."""


def _head(count: int, as_of: date) -> str:
    things = "1 thing is" if count == 1 else f"{count or 'no'} things are"
    return f"As at {as_of}: {things} due."


def _grouped(items: list[Due]) -> list[tuple[Matter, list[tuple[str, list[Due]]]]]:
    """By matter in its order, then by group in the order of first mention; the earliest day first.

    What has no day comes last.
    """
    order = list(Matter)
    groups = list(dict.fromkeys((due.matter, due.group) for due in items))

    def place(due: Due) -> tuple[int, int, date]:
        named = groups.index((due.matter, due.group))
        return order.index(due.matter), named, due.day or date.max

    listed = sorted(items, key=place)
    return [
        (matter, [(group, list(held)) for group, held in groupby(of_matter, lambda d: d.group)])
        for matter, of_matter in groupby(listed, lambda due: due.matter)
    ]


def _told(due: Due, file: str, item: str, as_of: date, *, words: Callable[[str], str] = str) -> str:
    named = f"{file}, {item}" if item else file
    return f"{named}: {words(due.what)}{_by(due.day, as_of)}"


def _by(day: date | None, as_of: date) -> str:
    if day is None:
        return ""
    return f" (was due by {day})" if day < as_of else f" (by {day})"


def _bold(item: str) -> str:
    return f"**{_literal(item)}**" if item else ""


def _literal(text: str) -> str:
    """``text`` so that Markdown shows it as it is."""
    return _MARKDOWN.sub(r"\\\1", text)
