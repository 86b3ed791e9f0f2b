"""Markers in Markdown, such as ``<!-- plan:progress 3 -->``, as an editor types them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARKER = re.compile(r"<!--\s*plan:\s*(?P<name>[\w-]*)(?P<arguments>[^<>]*)-->")


@dataclass(frozen=True)
class Marker:
    """A marker as an editor typed it."""

    name: str
    arguments: tuple[str, ...]
    line: int


def find_markers(text: str) -> Iterator[Marker]:
    """Every marker of ``text``, in order."""
    for match in MARKER.finditer(text):
        yield Marker(
            match["name"], tuple(match["arguments"].split()), text[: match.start()].count("\n") + 1
        )
