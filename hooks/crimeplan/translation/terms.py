"""Pages and catalogues that say a term otherwise than the termbase."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..kept import kept_for_file
from ..l10n.catalogues import Catalogue, readable_catalogue
from ..model import Plan, Term
from ..pages import Pages
from ..problems import Problem, Problems, Severity

CATALOGUES = {"overrides": "interface", "content_data": "plan"}
"""Where the catalogues stand: folder and domain."""


def check_terms_used(root: Path, plan: Plan, pages: Pages, problems: Problems) -> None:
    """Warn of each page or entry that holds a rendering the termbase avoids."""
    for language, avoided in _by_language(plan).items():
        own = [page for page in pages.values() if page.language == language]
        standing = _held((text for page in own for text in page.sections.texts.values()), avoided)
        for page in own:
            for name, text in page.sections.texts.items():
                for words in _held([text], standing):
                    file = f"docs/{language}/{page.path}"
                    _warn(file, name, avoided[words], words, problems)
        for folder, domain in CATALOGUES.items():
            path = root / folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
            for english, words in _found_in(path, readable_catalogue(path), tuple(avoided)):
                file = path.relative_to(root).as_posix()
                _warn(file, english[:40], avoided[words], words, problems)


def _by_language(plan: Plan) -> dict[str, dict[str, Term]]:
    avoided: dict[str, dict[str, Term]] = {}
    for term in plan.terms:
        for words in term.avoid:
            avoided.setdefault(term.language, {})[words] = term
    return avoided


@kept_for_file
def _found_in(
    path: Path, catalogue: Catalogue, avoided: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """The English of each form of ``catalogue`` that holds words of ``avoided``, and those."""
    standing = _held((form for entry in catalogue.entries for form in entry.forms), avoided)
    return tuple(
        (entry.english[0], words)
        for entry in catalogue.entries
        for form in entry.forms
        for words in _held([form], standing)
    )


def _held(texts: Iterable[str], avoided: Iterable[str]) -> tuple[str, ...]:
    """Which words of ``avoided`` stand in ``texts``. Most stand nowhere: all are asked at once."""
    avoided = tuple(avoided)
    told = "\n".join(texts).casefold() if avoided else ""
    return tuple(words for words in avoided if words.casefold() in told)


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
