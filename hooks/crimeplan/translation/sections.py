"""A page as sections: its front matter's words, its opening, and what stands under each heading."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from ..markers import MARKER

META = "Title"
"""The section that holds the title and the description; no heading's id has a capital letter."""
START = "Opening"
"""The section before the first heading."""
_HEADING = re.compile(r"^## .*\{#(?P<id>[a-z0-9-]+)\}[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^(?P<mark>```|~~~)(?P<rest>.*)$", re.MULTILINE)
_HASH_LENGTH = 8
"""Signs of the hash that are kept: enough that two versions of one section never meet."""
MOST_KEPT = 100_000
"""Sections that are looked at once and not again: those of 10,000 pages, and what they said."""


@dataclass(frozen=True)
class Sections:
    """A page's sections by id, in order; a heading belongs to its section."""

    texts: Mapping[str, str]

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __getitem__(self, name: str) -> str:
        return self.texts[name]

    def __contains__(self, name: object) -> bool:
        return name in self.texts

    @cached_property
    def hashes(self) -> Mapping[str, str]:
        """The hash of each section."""
        return {name: hash_of(text) for name, text in self.texts.items()}

    @property
    def body(self) -> str:
        """The Markdown of the page, without its front matter."""
        return "\n\n".join(text for name, text in self.texts.items() if name != META) + "\n"


def read_sections(body: str, *, title: str | None, description: str) -> Sections:
    """The sections of a page: ``body`` is its Markdown without front matter.

    Only headings of the second level part sections, and none inside a block of code does.
    """
    covered = list(_code_in(body))
    headings = [
        match
        for match in _HEADING.finditer(body)
        if not any(start <= match.start() < end for start, end in covered)
    ]
    texts = {META: f"{title or ''}\n{description}"}
    texts[START] = body[: headings[0].start() if headings else len(body)].strip()
    for match, following in zip_longest(headings, headings[1:]):
        end = following.start() if following else len(body)
        texts[match["id"]] = body[match.start() : end].strip()
    return Sections(texts)


def _code_in(body: str) -> Iterator[tuple[int, int]]:
    """Where the closed blocks of code begin and end; one that is left open is none."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(body):
        if opened is None:
            opened = fence
        elif fence["mark"] == opened["mark"] and not fence["rest"].strip(" \t"):
            yield opened.start(), fence.end()
            opened = None


def hash_of(text: str) -> str:
    """A short hash of what ``text`` says.

    White space is no change, nor is the order in which markers for blocks stand.
    """
    markers = sorted(" ".join(match[0].split()) for match in MARKER.finditer(text))
    words = " ".join(MARKER.sub(" ", text).split())
    said = "\n".join([words, *markers])
    return hashlib.sha256(said.encode()).hexdigest()[:_HASH_LENGTH]
