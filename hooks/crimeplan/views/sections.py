"""The text of a page, section by section, each in its own language and with what must be known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Language
from ..translation import START, PageState, State

_FULL = 'class="block full"'
"""How a block says that it wants the whole width."""
_SECTION = re.compile(r'<h2 id="(?P<id>[^"]+)">(?P<heading>.*?)</h2>', re.DOTALL)


@dataclass(frozen=True)
class Section:
    """A part of the page's text; its opening is one without a heading."""

    id: str
    heading: str
    body: str
    wide: bool
    """Whether it holds rows that want the whole width."""
    lang: str | None
    """The language of its words, where that is not the page's."""
    dir: str | None
    state: str
    """current, outdated or missing; a page that is no translation is current."""


def split_sections(
    html: str, state: PageState | None, other: Language, *, all_other: bool
) -> tuple[Section, ...]:
    """The opening and the sections of ``html``.

    ``other`` is the language of what is not translated: the sections that ``state`` calls missing,
    or all of them where ``all_other`` says that the page is not translated at all.
    """
    matches = list(_SECTION.finditer(html))
    ends = [match.start() for match in matches] + [len(html)]
    pieces = [(START, "", html[: ends[0]])] + [
        (match["id"], match["heading"], html[match.end() : end])
        for match, end in zip(matches, ends[1:], strict=True)
    ]
    return tuple(_section(*piece, state, other, all_other=all_other) for piece in pieces)


def _section(
    name: str, heading: str, body: str, state: PageState | None, other: Language, *, all_other: bool
) -> Section:
    stands = State.CURRENT if state is None else state.get(name, State.CURRENT)
    foreign = all_other or stands is State.MISSING
    return Section(
        "" if name == START else name,
        heading,
        body.strip(),
        wide=_FULL in body,
        lang=other.code if foreign else None,
        dir=other.direction.value if foreign else None,
        state=stands.value,
    )
