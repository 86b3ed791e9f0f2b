"""What a translation must share with the English: markers, links, shape and numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ..markers import MARKER
from .sections import META, MOST_KEPT, START

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)[^)]*\)")
_IMAGE = re.compile(r"!\[[^\]]*\]\((?P<target>[^)\s]+)[^)]*\)")
_AUTOLINK = re.compile(r"<(?P<target>https?://[^>\s]+)>")
_NUMBER = re.compile(r"\d+(?:[.,/:\u00a0\u202f ]?\d+)*")
_LIST_ITEM = re.compile(r"^(?P<mark>[-*]|\d+\.)\s", re.MULTILINE)
_ID = re.compile(r"\{#([a-z0-9-]+)\}")
_BRACES = re.compile(r"\{#[^}]*\}")
_NO_DIGIT = re.compile(r"\D")
_TABLE_ROW = re.compile(r"^\|.*\|[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Fault:
    """Something that one side has and the other has not."""

    what: str
    english: str
    translated: str


@lru_cache(maxsize=MOST_KEPT)
def faults_of(name: str, english: str, translated: str) -> tuple[Fault, ...]:
    """What section ``name`` lost or gained in translation.

    Numbers may be written with other separators, and dates in another order; a number that the
    English writes in digits must be there in digits.
    """
    return () if name == META else tuple(_faults(name, english, translated))


def _faults(name: str, english: str, translated: str) -> Iterator[Fault]:
    read = zip(_READERS, _read_english(english), _read(translated), strict=True)
    for what, ours, theirs in read:
        if ours == theirs:
            continue
        lost, gained = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
        if lost or what != "numbers":
            yield Fault(what, _shown(lost), _shown(gained))
    if name != START and _id(english) != _id(translated):
        yield Fault("the heading's id", _id(english), _id(translated))


def _read(text: str) -> tuple[tuple[str, ...], ...]:
    """What each reader finds in ``text``, in an order that does not depend on where it stands."""
    return tuple(tuple(sorted(read(text))) for read in _READERS.values())


@lru_cache(maxsize=10_000)  # sections; each is compared with its translations in all languages
def _read_english(text: str) -> tuple[tuple[str, ...], ...]:
    return _read(text)


def _id(text: str) -> str:
    match = _ID.search(text)
    return match[1] if match else ""


# Each reader asks first, by a plain search, whether there can be anything for its pattern.


def _markers(text: str) -> Iterable[str]:
    if "<!--" in text:
        yield from (" ".join(match[0].split()) for match in MARKER.finditer(text))


def _links(text: str) -> Iterable[str]:
    if "](" in text:
        yield from (match["target"] for match in _LINK.finditer(text))
    if "<http" in text:
        yield from (match["target"] for match in _AUTOLINK.finditer(text))


def _images(text: str) -> Iterable[str]:
    if "![" in text:
        yield from (match["target"] for match in _IMAGE.finditer(text))


def _lists(text: str) -> Iterable[str]:
    for match in _LIST_ITEM.finditer(text):
        yield "numbered item" if match["mark"].endswith(".") else "item"


def _tables(text: str) -> Iterable[str]:
    if "|" in text:
        yield from (f"row of {row[0].count('|') - 1} cells" for row in _TABLE_ROW.finditer(text))


def _numbers(text: str) -> Iterable[str]:
    """Numbers by their digits alone, in Latin digits; each counts once, in whatever order."""
    words = _in_latin_digits(_without_addresses(text))
    return {_NO_DIGIT.sub("", match[0]) for match in _NUMBER.finditer(words)}


def _without_addresses(text: str) -> str:
    if "<!--" in text:
        text = MARKER.sub(" ", text)
    if "](" in text:
        text = _LINK.sub(lambda match: match[0].split("](")[0], text)
    if "<http" in text:
        text = _AUTOLINK.sub(" ", text)
    if "![" in text:
        text = _IMAGE.sub(" ", text)
    return _BRACES.sub(" ", text)


def _in_latin_digits(words: str) -> str:
    if words.isascii():
        return words
    others = {ord(sign): latin for sign in set(words) if (latin := _latin(sign)) != sign}
    return words.translate(others) if others else words


@cache  # there are as many as signs in use
def _latin(sign: str) -> str:
    value = unicodedata.digit(sign, None)
    return sign if value is None or sign in "¹²³" else str(value)


def _shown(found: Counter[str]) -> str:
    return ", ".join(sorted(found.elements())) or "nothing more"


_READERS: Mapping[str, Callable[[str], Iterable[str]]] = {
    "markers": _markers,
    "links": _links,
    "images": _images,
    "list items": _lists,
    "tables": _tables,
    "numbers": _numbers,
}
