"""Pages and catalogues that say a term otherwise than the termbase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..l10n.catalogues import translated_texts
from ..model import Plan, Term
from ..pages import Pages
from ..problems import Problem, Problems, Severity

CATALOGUES = {"overrides": "interface", "content_data": "plan"}
"""Where the catalogues stand: folder and domain."""


def check_terms_used(root: Path, plan: Plan, pages: Pages, problems: Problems) -> None:
    """Warn of each page or entry that holds a rendering the termbase avoids."""
    avoided = _by_language(plan)
    for page in pages.values():
        for name, text in page.sections.texts.items():
            for term, words in _found(text, avoided.get(page.language, {})):
                _warn(f"docs/{page.language}/{page.path}", name, term, words, problems)
    for language, terms in avoided.items():
        for folder, domain in CATALOGUES.items():
            path = root / folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
            for english, text in translated_texts(path):
                for term, words in _found(text, terms):
                    file = path.relative_to(root).as_posix()
                    _warn(file, english[:40], term, words, problems)


def _by_language(plan: Plan) -> dict[str, dict[str, Term]]:
    avoided: dict[str, dict[str, Term]] = {}
    for term in plan.terms:
        for words in term.avoid:
            avoided.setdefault(term.language, {})[words] = term
    return avoided


def _found(text: str, terms: Mapping[str, Term]) -> Iterator[tuple[Term, str]]:
    folded = text.casefold()
    for words, term in terms.items():
        if words.casefold() in folded:
            yield term, words


def _warn(file: str, item: str, term: Term, words: str, problems: Problems) -> None:
    problems.add(
        Problem(
            severity=Severity.WARNING,
            file=file,
            item=item,
            what=f"{words!r} is not how the termbase says {term.english!r}",
            expected=term.rendering,
            remedy="Use that, or take the words out of 'avoid' in content_data/terms.csv",
        )
    )
