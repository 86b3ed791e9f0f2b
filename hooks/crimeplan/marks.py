"""Sends with each page only the marks that it draws."""

from __future__ import annotations

import re
from functools import lru_cache

_OPENING, _CLOSING = '<svg class="sprite"', "</svg>"
_SHAPE = re.compile(r'<(symbol|pattern) id="([^"]+)".*?</\1>\n?', re.DOTALL)
_DRAWN = re.compile(r'<use href="#([^"]+)"'), re.compile(r'fill="url\(#([^)]+)\)"')
"""Two patterns: one that begins in two ways is sought letter by letter."""


def keep_drawn_marks(page: str) -> str:
    """``page`` without the shapes of partials/sprite.html that nothing on it draws.

    The whole sprite goes where the page draws none. Nothing else of the page changes.
    """
    start = page.find(_OPENING)
    if start < 0:
        return page
    end = page.index(_CLOSING, start) + len(_CLOSING)
    end += page.startswith("\n", end)
    drawn = frozenset(name for pattern in _DRAWN for name in pattern.findall(page))
    return page[:start] + _kept(page[start:end], drawn) + page[end:]


@lru_cache(maxsize=1_000)  # sets of marks: many pages draw the same ones
def _kept(sprite: str, drawn: frozenset[str]) -> str:
    kept = _SHAPE.sub(lambda shape: shape[0] if shape[2] in drawn else "", sprite)
    return kept if _SHAPE.search(kept) else ""
