"""Pages and catalogues that say a term otherwise than the termbase."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ..kept import kept_for_file
from ..l10n.catalogues import Catalogue, readable_catalogue
from ..model import Plan, Term
from ..pages import Pages
from ..problems import Problem, Problems, Severity
from .sections import MOST_KEPT

CATALOGUES = {"overrides": "interface", "content_data": "plan"}
"""Where the catalogues stand: folder and domain."""


def check_terms_used(root: Path, plan: Plan, pages: Pages, problems: Problems) -> None:
    """Warn of each page or entry that holds a rendering the termbase avoids."""
    avoided = _by_language(plan)
    looked_for = {language: tuple(terms) for language, terms in avoided.items()}
    for page in pages.values():
        if page.language in avoided:
            for name, text in page.sections.texts.items():
                for words in _found(text, looked_for[page.language]):
                    term = avoided[page.language][words]
                    _warn(f"docs/{page.language}/{page.path}", name, term, words, problems)
    for language, terms in avoided.items():
        for folder, domain in CATALOGUES.items():
            path = root / folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
            for english, words in _found_in(path, readable_catalogue(path), looked_for[language]):
                file = path.relative_to(root).as_posix()
                _warn(file, english[:40], terms[words], words, problems)


def _by_language(plan: Plan) -> dict[str, dict[str, Term]]:
    avoided: dict[str, dict[str, Term]] = {}
    for term in plan.terms:
        for words in term.avoid:
            avoided.setdefault(term.language, {})[words] = term
    return avoided


@lru_cache(maxsize=MOST_KEPT)
def _found(text: str, avoided: tuple[str, ...]) -> tuple[str, ...]:
    """Which words of ``avoided`` the section ``text`` holds."""
    return _held(text, _folded(avoided))


@kept_for_file
def _found_in(
    path: Path, catalogue: Catalogue, avoided: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """The English of each form of ``catalogue`` that holds words of ``avoided``, and those."""
    folded = _folded(avoided)
    return tuple(
        (entry.english[0], words)
        for entry in catalogue.entries
        for form in entry.forms
        for words in _held(form, folded)
    )


@lru_cache(maxsize=100)  # languages
def _folded(avoided: tuple[str, ...]) -> Mapping[str, str]:
    return {words: words.casefold() for words in avoided}


def _held(text: str, avoided: Mapping[str, str]) -> tuple[str, ...]:
    told = text.casefold()
    return tuple([words for words, folded in avoided.items() if folded in told])


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
