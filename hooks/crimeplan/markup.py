"""Finished HTML taken apart as text, where a parser's time would be a good part of a build's.

It can be: pages that bring HTML of their own are refused (pages/unsafe.py), so all of it was made
by Markdown or by our templates. Each element is closed, each value stands between double quotes,
and no < or > stands anywhere but round a tag, because everything shown is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAME = re.compile(r"<(\w+)")


def without(html: str, mark: str) -> str:
    """``html`` without the elements that carry ``mark``: an attribute as it is written.

    Raises ValueError where such an element is not closed.
    """
    parts: list[str] = []
    at = 0
    for start, end in _elements(html, f" {mark}"):
        parts.append(html[at:start])
        at = end
    return "".join((*parts, html[at:]))


def _elements(html: str, mark: str) -> Iterator[tuple[int, int]]:
    """Where the outermost elements that carry ``mark`` begin and end."""
    at = 0
    while (found := html.find(mark, at)) >= 0:
        start = html.rfind("<", at, found)
        name = _NAME.match(html, start) if start >= 0 else None
        if name is None or html.find(">", start, found) >= 0:  # the same letters in a text
            at = found + 1
        else:
            at = _end(html, name[1], start)
            yield start, at


def _end(html: str, name: str, start: int) -> int:
    """Where the element ``name`` ends that begins at ``start``."""
    closing = f"</{name}>"
    within, at = 0, start
    while True:
        end = html.index(closing, at)
        within += html.count(f"<{name}>", at, end) + html.count(f"<{name} ", at, end) - 1
        at = end + len(closing)
        if not within:
            return at
