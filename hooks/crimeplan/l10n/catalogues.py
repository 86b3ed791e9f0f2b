"""gettext catalogues, read from .po files as they stand; no compiled copy can go stale."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

CANNOT_READ = (PoFileError, ValueError, LookupError, TypeError, OverflowError, SyntaxError, OSError)
"""What Babel and gettext raise of a catalogue that is none: they say so in many ways."""


_MOST_KEPT = 100
"""Catalogues that are read once and not again: more than any site has."""


class Untranslated(str):
    """An English text for which the catalogue holds nothing, or only a fuzzy guess."""

    __slots__ = ()


class _English(NullTranslations):
    """Answers with the English text, marked as such."""

    def gettext(self, message: str) -> str:
        return Untranslated(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return Untranslated(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext's interface
        return Untranslated(message)


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

    def __init__(
        self,
        translations: NullTranslations,
        coverage: Coverage,
        entries: frozenset[tuple[str | None, str]] = frozenset(),
    ) -> None:
        self._translations = translations
        self.coverage = coverage
        self._entries = entries

    def coverage_with(self, wanted: Iterable[tuple[str | None, str]]) -> Coverage:
        """The coverage where ``wanted``, by context and text, is all that readers meet.

        What the file does not hold yet counts as empty: to a reader it is the same.
        """
        absent = len(set(wanted) - self._entries)
        return replace(self.coverage, empty=self.coverage.empty + absent)

    def text(self, message: str, context: str | None = None) -> str:
        """The translation of ``message``."""
        if context is None:
            return self._translations.gettext(message)
        return self._translations.pgettext(context, message)

    def plural(self, singular: str, plural: str, count: int) -> str:
        """The translation in the form that ``count`` takes in this language."""
        return self._translations.ngettext(singular, plural, count)


def load_catalogue(path: Path | None) -> Catalogue:
    """The catalogue at ``path``; where there is none, everything is English.

    Fuzzy entries are left out: a guess is shown to nobody.
    """
    if path is None or not path.is_file():
        return Catalogue(_English(), Coverage())
    return compile_catalogue(path.read_bytes())


@lru_cache(maxsize=_MOST_KEPT)
def compile_catalogue(data: bytes) -> Catalogue:
    """The catalogue of the .po file that holds ``data``, ready to be asked.

    Raises one of CANNOT_READ.
    """
    catalogue = _parse(data)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue, use_fuzzy=False)
    compiled.seek(0)
    translations = GNUTranslations(compiled)
    translations.add_fallback(_English())
    entries = frozenset((entry.context, _first(entry)) for entry in catalogue if entry.id)
    return Catalogue(translations, _coverage(catalogue), entries)


def _first(entry: Message) -> str:
    return entry.id if isinstance(entry.id, str) else entry.id[0]


@lru_cache(maxsize=_MOST_KEPT)
def _parse(data: bytes) -> Catalog:
    return read_po(io.BytesIO(data))


def _coverage(catalogue: Catalog) -> Coverage:
    entries = [entry for entry in catalogue if entry.id]
    fuzzy = sum(entry.fuzzy for entry in entries)
    empty = sum(not entry.fuzzy and not _is_filled(entry) for entry in entries)
    return Coverage(len(entries) - fuzzy - empty, fuzzy, empty)


def _is_filled(entry: Message) -> bool:
    forms = entry.string if isinstance(entry.string, list | tuple) else (entry.string,)
    return all(forms)


def translated_texts(path: Path) -> Iterator[tuple[str, str]]:
    """The English and each form of the translation of every entry of ``path`` that has one."""
    if not path.is_file():
        return
    try:
        catalogue = _parse(path.read_bytes())
    except CANNOT_READ:  # check_catalogues says why
        return
    for entry in catalogue:
        english = entry.id if isinstance(entry.id, str) else "".join(entry.id[:1])
        forms = entry.string if isinstance(entry.string, list | tuple) else (entry.string,)
        if english:
            yield from ((english, form) for form in forms if form)
