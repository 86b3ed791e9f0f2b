"""data/translations.json: the state of every section of every translation, for programs."""

from __future__ import annotations

from collections.abc import Mapping

from ..l10n import Coverage
from ..translation.progress import TranslationProgress
from .encoding import Json


def translations_document(progress: Mapping[str, TranslationProgress]) -> Json:
    """By language: counts, the words, and each translated page with its sections' states."""
    return {
        "languages": {
            code: {
                "sections": {state.value: n for state, n in language.sections.items()},
                "interface_words": _coverage(language.interface),
                "data_words": _coverage(language.data),
                "pages": {
                    path: None
                    if state is None
                    else {
                        "translated_on": state.made_on.isoformat() if state.made_on else None,
                        "sections": {item.name: item.state.value for item in state.sections},
                    }
                    for path, state in language.pages.items()
                },
            }
            for code, language in progress.items()
        }
    }


def _coverage(words: Coverage) -> Json:
    return {"current": words.current, "fuzzy": words.fuzzy, "empty": words.empty}
