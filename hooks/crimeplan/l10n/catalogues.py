"""gettext catalogues, read from .po files as they stand; no compiled copy can go stale."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from gettext import c2py
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from ..kept import kept_for_file

CANNOT_READ = (PoFileError, ValueError, LookupError, TypeError, OverflowError, SyntaxError, OSError)
"""What Babel and gettext raise of a catalogue that is none: they say so in many ways."""
_ENGLISH_RULE = "(n != 1)"


class Untranslated(str):
    """An English text for which the catalogue holds nothing, or only a fuzzy guess."""

    __slots__ = ()


class Entry(NamedTuple):
    """One text of a catalogue and its translation, as they are typed."""

    context: str | None
    english: tuple[str, ...]
    """The text; where it is counted, its singular and its plural."""
    forms: tuple[str, ...]
    """The translation: one text, or one for each plural form; empty where it is not typed."""
    fuzzy: bool

    @property
    def counted(self) -> bool:
        """Whether it has plural forms."""
        return len(self.english) > 1

    @property
    def shown(self) -> tuple[str, ...]:
        """The forms as readers are shown them: no guess, no empty text, English for a lost form."""
        if self.fuzzy or not (self.counted or self.forms[0]):
            return ()
        return tuple(form or self.english[min(number, 1)] for number, form in enumerate(self.forms))


@dataclass(frozen=True)
class Coverage:
    """How many entries of a catalogue are translated, guessed (fuzzy), or empty."""

    current: int = 0
    fuzzy: int = 0
    empty: int = 0

    @property
    def total(self) -> int:
        """All entries."""
        return self.current + self.fuzzy + self.empty


class Catalogue:
    """One domain of one language. A missing or fuzzy entry comes back as ``Untranslated``."""

    def __init__(self, entries: Iterable[Entry] = (), rule: str = _ENGLISH_RULE) -> None:
        """``rule`` says which form a count takes, in the words of gettext."""
        self.entries = tuple(entries)
        self.coverage = _coverage(self.entries)
        self._known = frozenset((entry.context, entry.english[0]) for entry in self.entries)
        self._form_of = c2py(rule)
        one = self._form_of(1)
        self._texts: dict[tuple[str | None, str], str] = {}
        self._counted: dict[tuple[str, int], str] = {}
        for entry in self.entries:
            for number, form in enumerate(entry.shown):
                if number == (one if entry.counted else 0):
                    self._texts[entry.context or None, entry.english[0]] = form
                if entry.counted and not entry.context:
                    self._counted[entry.english[0], number] = form

    def coverage_with(self, wanted: Iterable[tuple[str | None, str]]) -> Coverage:
        """The coverage where ``wanted``, by context and text, is all that readers meet.

        What the file does not hold yet counts as empty: to a reader it is the same.
        """
        absent = len(set(wanted) - self._known)
        return replace(self.coverage, empty=self.coverage.empty + absent)

    def text(self, message: str, context: str | None = None) -> str:
        """The translation of ``message``."""
        found = self._texts.get((context, message))
        return Untranslated(message) if found is None else found

    def plural(self, singular: str, plural: str, count: int) -> str:
        """The translation in the form that ``count`` takes in this language."""
        found = self._counted.get((singular, self._form_of(count)))
        return Untranslated(singular if count == 1 else plural) if found is None else found


def load_catalogue(path: Path | None) -> Catalogue:
    """The catalogue at ``path``; where there is none, everything is English.

    Fuzzy entries are left out: a guess is shown to nobody.
    """
    if path is None or not path.is_file():
        return Catalogue()
    return read_catalogue(path, path.read_bytes())


@kept_for_file
def read_catalogue(path: Path, data: bytes) -> Catalogue:
    """The catalogue at ``path``, where the .po file holds ``data``, ready to be asked.

    Raises one of CANNOT_READ.
    """
    parsed = read_po(io.BytesIO(data), abort_invalid=True)
    entries = (_entry(message) for message in parsed if message.id)
    catalogue = Catalogue(entries, parsed.plural_expr)
    for count in range(1_000):  # a rule of plurals may fail only when it is asked
        catalogue.plural("", "", count)
    return catalogue


def _entry(message: Message) -> Entry:
    english = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    typed = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return Entry(message.context, english, tuple(form or "" for form in typed), message.fuzzy)


def _coverage(entries: tuple[Entry, ...]) -> Coverage:
    fuzzy = sum(entry.fuzzy for entry in entries)
    empty = sum(not entry.fuzzy and not all(entry.forms) for entry in entries)
    return Coverage(len(entries) - fuzzy - empty, fuzzy, empty)


def readable_catalogue(path: Path) -> Catalogue:
    """The catalogue at ``path``, without entries where it cannot be read."""
    try:
        return load_catalogue(path)
    except CANNOT_READ:  # check_catalogues says why
        return Catalogue()
