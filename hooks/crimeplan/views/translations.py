"""How far the translations are, for readers and translators."""

from __future__ import annotations

from dataclasses import dataclass

from ..l10n import Coverage, Text
from ..translation import State
from ..translation.progress import TranslationProgress
from .scope import Scope


@dataclass(frozen=True)
class TranslationRow:
    """One language, in numbers."""

    code: str
    dir: str
    endonym: str
    url: str
    sections: int
    current: int
    outdated: int
    missing: int
    words: int
    words_current: int
    words_due: int
    reviewer: Text | None
    """Who reviewed it; None until a person has."""


@dataclass(frozen=True)
class TranslationsView:
    """Every language but the source."""

    rows: tuple[TranslationRow, ...]
    data_url: str


def translations_view(scope: Scope) -> TranslationsView:
    """The state of each translation."""
    plan, top = scope.assessment.plan, scope.links.top
    rows = []
    for language in plan.languages[1:]:
        progress = scope.progress.get(language.code)
        if progress is None:
            continue
        counts, words = progress.sections, _together(progress)
        total = sum(counts.values()) - counts[State.EXTRA]
        rows.append(
            TranslationRow(
                language.code,
                language.direction.value,
                language.endonym,
                f"{top}{language.code}/",
                total,
                counts[State.CURRENT],
                counts[State.OUTDATED],
                counts[State.MISSING],
                words.total,
                words.current,
                words.fuzzy + words.empty,
                Text(language.reviewer) if language.reviewer else None,
            )
        )
    return TranslationsView(tuple(rows), f"{top}data/translations.json")


def _together(progress: TranslationProgress) -> Coverage:
    one, other = progress.interface, progress.data
    return Coverage(one.current + other.current, one.fuzzy + other.fuzzy, one.empty + other.empty)
