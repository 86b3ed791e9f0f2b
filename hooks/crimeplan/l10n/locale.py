"""One language of the site: its facts, its two catalogues and its formats."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..model import Language
from .catalogues import Catalogue, Untranslated, load_catalogue
from .formats import Formats

SOURCE_LANGUAGE = "en"


@dataclass(frozen=True)
class Text:
    """Words from the data. ``lang`` and ``dir`` are set where they differ from the page's."""

    value: str
    lang: str | None = None
    dir: str | None = None

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, eq=False)  # each is itself, so that it can be told apart at once
class Locale:
    """What it takes to speak one language."""

    language: Language
    interface: Catalogue
    plan: Catalogue
    source: Locale | None = None
    """The source language, for what is not translated; None for the source language itself."""

    @property
    def code(self) -> str:
        """The BCP 47 tag."""
        return self.language.code

    @property
    def dir(self) -> str:
        """Which way it runs: ltr or rtl."""
        return self.language.direction.value

    @cached_property
    def formats(self) -> Formats:
        """How this language writes numbers and dates."""
        return Formats(self.language)

    def data(self, context: str, words: str) -> Text:
        """``words`` of the plan's data in this language, or in English and marked as such."""
        if self.source is None:
            return Text(words)
        translated = self.plan.text(words, context)
        if isinstance(translated, Untranslated):
            return self.source.as_foreign(words)
        return Text(translated)

    def as_foreign(self, words: str) -> Text:
        """``words`` of this language, to stand on a page of another one."""
        return Text(words, self.code, self.dir)

    def speaker(self, text: Text) -> Locale:
        """The locale that ``text`` is written in."""
        return self if text.lang is None or self.source is None else self.source


def load_locale(
    language: Language, *, interface: Path, plan: Path, source: Locale | None
) -> Locale:
    """The locale of ``language`` with catalogues below the folders ``interface`` and ``plan``."""

    def catalogue(folder: Path, domain: str) -> Catalogue:
        if source is None:
            return load_catalogue(None)
        return load_catalogue(folder / language.code / "LC_MESSAGES" / f"{domain}.po")

    return Locale(language, catalogue(interface, "interface"), catalogue(plan, "plan"), source)
