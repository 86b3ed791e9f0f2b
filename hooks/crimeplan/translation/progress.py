"""How far a translation is: pages by section, words by entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..l10n.catalogues import Coverage
from .state import PageState, State


@dataclass(frozen=True)
class TranslationProgress:
    """The state of one language."""

    language: str
    pages: Mapping[str, PageState | None]
    """The state of each English page's translation, by path; None where there is none."""
    section_counts: Mapping[str, int]
    """How many sections each English page has."""
    interface: Coverage
    """The words of the site itself."""
    data: Coverage
    """The words of the plan's data."""

    @property
    def sections(self) -> Mapping[State, int]:
        """How many sections are in each state; an English page not translated is all missing."""
        found: Counter[State] = Counter()
        for path, state in self.pages.items():
            if state is None:
                found[State.MISSING] += self.section_counts[path]
            else:
                found.update(section.state for section in state.sections)
        return {state: found[state] for state in State}

    @property
    def behind(self) -> tuple[str, ...]:
        """The paths of translated pages with a section that is not current."""
        return tuple(
            path
            for path, state in self.pages.items()
            if state is not None and any(s.state is not State.CURRENT for s in state.sections)
        )
