"""Numbers and Latin names kept whole in right-to-left pages, by one rule for all of them.

The Unicode Bidirectional Algorithm (UAX #9) turns parts of "01234 841212", "10-20%" or a name
beside a bracket round when they stand loose in right-to-left text. Each run is put into its own
element, so that no author has to think of it and nobody types invisible marks.
"""

from __future__ import annotations

import html
import re
from enum import Enum, auto
from functools import lru_cache

from markupsafe import escape

_TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_PARTS = re.compile(r"<(?P<end>/)?(?P<name>[a-zA-Z][\w:-]*)(?P<rest>[^>]*)>")
_SIGN = "A-Za-z0-9À-ž"
_BETWEEN = r".,:;/@%&+'’£_()\-–—\u2212 \u00a0"
_RUN = re.compile(rf"[+\-\u2212]?[£$€]?[{_SIGN}](?:[{_SIGN}{_BETWEEN}]*[{_SIGN}%)])?")
"""A number with its sign and unit, a name, an address: what may stand between is inside too."""
_LATIN = re.compile("[A-Za-z0-9]")
_MOST_KEPT = 10_000
"""Tags and texts that are read once: most of a page stands on many others too."""
_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr !doctype".split()  # noqa: SIM905 - reads better
)
_KEPT = frozenset("head script style svg bdi time textarea".split())  # noqa: SIM905
"""Elements whose text is not touched: it is no text, or stands apart already."""
_DIRECTION = re.compile(r"\sdir=[\"']?ltr")
_ITS_OWN = re.compile(r"\sdir=[\"']?rtl")


class _Turn(Enum):
    """What a tag does to the texts after it."""

    NOTHING = auto()
    OPENS = auto()
    KEEPS = auto()
    """Opens an element whose text is left alone."""
    FREES = auto()
    """Opens one that runs from right to left, perhaps inside one that does not."""
    CLOSES = auto()


def isolate_runs(page: str) -> str:
    """``page``, the HTML of a right-to-left page, with each left-to-right run in an element.

    Left alone is what stands in ``bdi``, ``time`` or an element that is left to right itself.
    """
    parts = _TAG.split(page)  # text, tag, text and so on
    stack: list[tuple[str, bool]] = []
    kept = False
    for at, part in enumerate(parts):
        if at % 2 == 0:
            if not kept and part:
                parts[at] = _isolated(part)
            continue
        name, turn = _turn(part)
        if turn is _Turn.CLOSES:
            while stack:
                opened, kept = stack.pop()
                if opened == name:
                    break
        elif turn is not _Turn.NOTHING:
            stack.append((name, kept))
            if turn is _Turn.KEEPS:
                kept = True
            elif turn is _Turn.FREES and not _in_kept(stack):
                kept = False
    return "".join(parts)


@lru_cache(maxsize=_MOST_KEPT)
def _turn(tag: str) -> tuple[str, _Turn]:
    """The name of the element of ``tag``, and what the tag does. The same ones stand everywhere."""
    parts = _PARTS.fullmatch(tag)
    if parts is None:  # a comment
        return "", _Turn.NOTHING
    name, rest = parts["name"].lower(), parts["rest"]
    if parts["end"]:
        return name, _Turn.CLOSES
    if name in _VOID or rest.endswith("/"):
        return name, _Turn.NOTHING
    if name in _KEPT or _DIRECTION.search(rest):
        return name, _Turn.KEEPS
    return name, _Turn.FREES if _ITS_OWN.search(rest) else _Turn.OPENS


def _in_kept(stack: list[tuple[str, bool]]) -> bool:
    return any(name in _KEPT for name, _ in stack)


@lru_cache(maxsize=_MOST_KEPT)
def _isolated(text: str) -> str:
    plain = html.unescape(text)
    if not _LATIN.search(plain):
        return text
    parts: list[str] = []
    end = 0
    for match in _RUN.finditer(plain):
        run = match[0]
        if run.endswith(")") and run.count("(") < run.count(")"):
            run = run.rstrip(")").rstrip()
        parts += [escape(plain[end : match.start()]), f'<bdi dir="ltr">{escape(run)}</bdi>']
        end = match.start() + len(run)
    return "".join([*parts, escape(plain[end:])])
