"""How words are made alike, in the search index and in what a reader types.

The rules are data, so that there is one set of them: Python applies them to the index here, and
docs/assets/search.js to the query, from the same file. A test holds the two equal.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, groupby

_SHORTEST_STEM = 3
"""Letters that an ending leaves at least."""
_WORD_CATEGORIES = ("L", "M", "N")

_OWN: Mapping[str, str] = {
    "ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss",
    # Arabic letters as typed on other keyboards, for Urdu and Persian; hamza on its carriers.
    "ي": "ی", "ى": "ی", "ئ": "ی", "ے": "ی", "ۓ": "ی", "ك": "ک", "ة": "ہ", "ه": "ہ", "ھ": "ہ",
    "ۀ": "ہ", "ۂ": "ہ", "ۃ": "ہ", "ە": "ہ", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و",
    "ں": "ن", "ء": "", "ـ": "",
    # The same sound in Bengali and Gurmukhi spelling; nukta, addak, bindi and tippi come and go.
    "ৎ": "ত", "ঁ": "", "়": "", "਼": "", "ੱ": "", "ਂ": "ੰ", "ਁ": "ੰ",
    # Half-spaces and other signs without width.
    "\u200b": "", "\u200c": "", "\u200d": "", "\u00ad": "",
}  # fmt: skip
_APOSTROPHES = "’'‘ʼ"
_ELIDING = ("fr", "it")
"""Languages that join words by an apostrophe: l’aide is found by aide."""
_LATIN = range(0xC0, 0x250), range(0x1E00, 0x1F00)
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_MARKS = range(0x300, 0x370), range(0x64B, 0x660), range(0x670, 0x671)
"""Combining marks of Latin letters; vowel signs of Arabic script."""
_DIGITS = 0x660, 0x6F0, 0x966, 0x9E6, 0xA66
"""Where the digits of other scripts begin."""

ENDINGS: Mapping[str, tuple[str, ...]] = {
    # Oblique and plural forms: لڑکا, لڑکے, لڑکوں.
    "ur": ("یوں", "یاں", "وں", "ات", "یں", "ون", "ین", "ان", "ا", "ہ", "ی", "و"),
    "fa": ("ہایی", "ہای", "ہا", "ان", "ات", "ی"),
    "pa": ("ੀਆੰ", "ਿਆੰ", "ਆੰ", "ੀਏ", "ਾੰ", "ੋੰ", "ੇ", "ਾ", "ੀ", "ਿ", "ੰ"),
    "bn": ("গুলোর", "গুলো", "গুলি", "দের", "েরা", "ের", "কে", "রা", "টি", "টা", "তে", "র", "ে"),
    # Cases: policja, policji, policję, policją.
    "pl": (
        "em", "owania", "owanie", "owaniu", "iami", "ami", "ach", "iom", "owi", "ego", "emu", "ymi",
        "imi", "ych", "ich", "owie", "om", "ow", "ej", "ym", "im", "ie", "ia", "iu", "io", "ii",
        "a", "e", "i", "o", "u", "y",
    ),
}  # fmt: skip
"""Endings that are taken off words in languages that Pagefind has no stemmer for.

To take off too much does little harm: both sides lose it.
"""


@dataclass(frozen=True)
class Folding:
    """What one language's words lose: ``signs`` maps each sign to what stands for it."""

    signs: Mapping[str, str]
    endings: tuple[str, ...] = ()

    def fold(self, text: str) -> str:
        """``text`` without what readers may leave out or type in another way."""
        return " ".join(map(self._told, text.split(" ")))

    @cached_property
    def _table(self) -> Mapping[int, str]:
        return str.maketrans(dict(self.signs))

    @cached_property
    def _told(self) -> Callable[[str], str]:
        """What stands between two spaces, folded. Words repeat: each is read once."""
        return cache(self._fold)

    def _fold(self, told: str) -> str:
        plain = unicodedata.normalize("NFC", told).translate(self._table)
        return "".join(map(self._stem, _runs(plain))) if self.endings else plain

    def _stem(self, word: str) -> str:
        """``word`` without the first of the endings that fits; other signs have none."""
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                return word.removesuffix(ending)
        return word

    @cached_property
    def as_json(self) -> str:
        """The same for the browser: signs by what stands for them, and the endings."""
        groups: dict[str, str] = {}
        for sign, stand_in in self.signs.items():
            groups[stand_in] = groups.get(stand_in, "") + sign
        told = {"signs": groups, "endings": self.endings, "shortest": _SHORTEST_STEM}
        return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@cache
def folding_of(language: str) -> Folding:
    """How words of ``language`` are folded; the longest ending that fits is taken off."""
    apostrophe = " " if language in _ELIDING else ""
    letters = Folding({**_signs(), **dict.fromkeys(_APOSTROPHES, apostrophe)})
    endings = {letters.fold(ending) for ending in ENDINGS.get(language, ())}
    return Folding(letters.signs, tuple(sorted(endings, key=lambda e: (-len(e), e))))


@cache
def _signs() -> dict[str, str]:
    signs = {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    for code in chain(*_LATIN):
        sign = chr(code)
        base = unicodedata.normalize("NFKD", sign.lower())
        letters = "".join(c for c in base if not unicodedata.combining(c))
        plain = "".join(_OWN.get(c, c) for c in letters)
        if plain != sign and sign.isalpha():
            signs[sign] = plain
    for code in _FULL_WIDTH:
        signs[chr(code)] = chr(code - 0xFEE0).lower()
    signs |= {chr(code): "" for code in chain(*_MARKS)}
    signs |= {chr(zero + n): str(n) for zero in _DIGITS for n in range(10)}
    # Letters with a nukta that are one sign, such as ড়, ਸ਼ and য়, lose it too.
    for code in chain(range(0x980, 0xA80)):
        parts = unicodedata.normalize("NFD", chr(code))
        if len(parts) == 2 and parts[1] in "়਼":
            signs[chr(code)] = parts[0]
    return {**signs, **_OWN}


def _runs(text: str) -> Iterator[str]:
    """``text`` in runs of signs that make words, and of all others."""
    return ("".join(run) for _, run in groupby(text, key=_in_word))


@cache
def _in_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in _WORD_CATEGORIES
