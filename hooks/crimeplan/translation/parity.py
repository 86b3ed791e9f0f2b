"""What a translation must share with the English: markers, links, shape and numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ..markers import MARKER
from .sections import META, START

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)[^)]*\)")
_IMAGE = re.compile(r"!\[[^\]]*\]\((?P<target>[^)\s]+)[^)]*\)")
_AUTOLINK = re.compile(r"<(?P<target>https?://[^>\s]+)>")
_NUMBER = re.compile(r"\d+(?:[.,/:\u00a0\u202f ]?\d+)*")
_LIST_ITEM = re.compile(r"^(?P<mark>[-*]|\d+\.)\s", re.MULTILINE)
_TABLE_ROW = re.compile(r"^\|.*\|[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Fault:
    """Something that one side has and the other has not."""

    what: str
    english: str
    translated: str


def faults_of(name: str, english: str, translated: str) -> Iterator[Fault]:
    """What section ``name`` lost or gained in translation.

    Numbers may be written with other separators, and dates in another order; a number that the
    English writes in digits must be there in digits.
    """
    if name == META:
        return
    read = zip(_READERS, _read_english(english), _read(translated), strict=True)
    for what, ours, theirs in read:
        if what == "numbers" and not ours - theirs:
            continue
        if ours != theirs:
            yield Fault(what, _shown(ours - theirs), _shown(theirs - ours))
    if name != START and _id(english) != _id(translated):
        yield Fault("the heading's id", _id(english), _id(translated))


def _read(text: str) -> tuple[Counter[str], ...]:
    return tuple(read(text) for read in _READERS.values())


@lru_cache(maxsize=10_000)  # sections; each is compared with its translations in all languages
def _read_english(text: str) -> tuple[Counter[str], ...]:
    return _read(text)


def _id(text: str) -> str:
    match = re.search(r"\{#([a-z0-9-]+)\}", text)
    return match[1] if match else ""


def _markers(text: str) -> Counter[str]:
    return Counter(" ".join(match[0].split()) for match in MARKER.finditer(text))


def _links(text: str) -> Counter[str]:
    return Counter(match["target"] for p in (_LINK, _AUTOLINK) for match in p.finditer(text))


def _images(text: str) -> Counter[str]:
    return Counter(match["target"] for match in _IMAGE.finditer(text))


def _lists(text: str) -> Counter[str]:
    return Counter(
        "numbered item" if match["mark"].endswith(".") else "item"
        for match in _LIST_ITEM.finditer(text)
    )


def _tables(text: str) -> Counter[str]:
    return Counter(f"row of {row[0].count('|') - 1} cells" for row in _TABLE_ROW.finditer(text))


def _numbers(text: str) -> Counter[str]:
    """Numbers by their digits alone, in Latin digits; each counts once, in whatever order."""
    words = _LINK.sub(lambda match: match[0].split("](")[0], MARKER.sub(" ", text))
    words = re.sub(r"\{#[^}]*\}", " ", _IMAGE.sub(" ", _AUTOLINK.sub(" ", words)))
    folded = words if words.isascii() else "".join(map(_latin, words))
    found = {re.sub(r"\D", "", match[0]) for match in _NUMBER.finditer(folded)}
    return Counter(dict.fromkeys(found, 1))


@cache  # there are as many as signs in use
def _latin(sign: str) -> str:
    value = unicodedata.digit(sign, None)
    return sign if value is None or sign in "¹²³" else str(value)


def _shown(found: Counter[str]) -> str:
    return ", ".join(sorted(found.elements())) or "nothing more"


_READERS: Mapping[str, Callable[[str], Counter[str]]] = {
    "markers": _markers,
    "links": _links,
    "images": _images,
    "list items": _lists,
    "tables": _tables,
    "numbers": _numbers,
}
