"""Sends with each page only the marks that it draws."""

from __future__ import annotations

import re

_SPRITE = re.compile(r'<svg class="sprite".*?</svg>\n?', re.DOTALL)
_SHAPE = re.compile(r'<(symbol|pattern) id="([^"]+)".*?</\1>\n?', re.DOTALL)
_DRAWN = re.compile(r'<use href="#([^"]+)"'), re.compile(r'fill="url\(#([^)]+)\)"')
"""Two patterns: one that begins in two ways is sought letter by letter."""


def keep_drawn_marks(page: str) -> str:
    """``page`` without the shapes of partials/sprite.html that nothing on it draws.

    The whole sprite goes where the page draws none. Nothing else of the page changes.
    """
    sprite = _SPRITE.search(page)
    if sprite is None:
        return page
    drawn = {name for pattern in _DRAWN for name in pattern.findall(page)}
    kept = _SHAPE.sub(lambda shape: shape[0] if shape[2] in drawn else "", sprite[0])
    return page.replace(sprite[0], kept if _SHAPE.search(kept) else "", 1)
