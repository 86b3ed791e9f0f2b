"""What each language waits for: pages, sections, words, and a person who reads it through."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..l10n import Locale
from ..l10n.catalogues import Coverage
from ..model import Language
from ..pages import Pages
from ..translation.work import due_in
from .items import Due, Matter

_CATALOGUES = {"interface": "overrides", "plan": "content_data"}


def due_of_languages(
    pages: Pages, locales: Mapping[str, Locale], words: Collection[tuple[str | None, str]]
) -> Iterator[Due]:
    """What waits in each language but the first, which all others are made from.

    ``words`` are those of the data, by context and text.
    """
    source, *others = locales.values()
    for locale in others:
        group = f"{locale.language.name} ({locale.language.code})"
        yield from _pages(pages, source.language.code, locale.language.code, group)
        yield from _words("interface", locale.interface.coverage, locale.language.code, group)
        yield from _words("plan", locale.plan.coverage_with(words), locale.language.code, group)
        yield from _reviews(pages, locale.language, group)


def _pages(pages: Pages, source: str, language: str, group: str) -> Iterator[Due]:
    due = due_in(pages, source, language)
    for path, sections in due.sections.items():
        yield Due(
            matter=Matter.OUTDATED,
            group=group,
            file=f"docs/{language}/{path}",
            what=", ".join(f"{name} ({state.value})" for name, state in sections),
        )
    for path in due.missing:
        yield Due(
            matter=Matter.MISSING,
            group=group,
            file=f"docs/{language}/{path}",
            what="the page is shown in English",
        )


def _words(domain: str, coverage: Coverage, language: str, group: str) -> Iterator[Due]:
    file = f"{_CATALOGUES[domain]}/locale/{language}/LC_MESSAGES/{domain}.po"
    for matter, count, what in (
        (Matter.OUTDATED, coverage.fuzzy, "marked fuzzy: their English has changed"),
        (Matter.MISSING, coverage.empty, "without a translation"),
    ):
        if count:
            noun = "entry" if count == 1 else "entries"
            yield Due(matter=matter, group=group, file=file, what=f"{count} {noun} {what}")


def _reviews(pages: Pages, language: Language, group: str) -> Iterator[Due]:
    """One entry a language: pages that a person has checked are only counted."""
    if language.reviewer is not None:
        return
    mine = [page for (code, _), page in pages.items() if code == language.code]
    checked = sum(page.meta.reviewed_by is not None for page in mine)
    yield Due(
        matter=Matter.UNREVIEWED,
        group=group,
        file="content_data/languages.yml",
        item=language.code,
        what=f"no reviewer; {checked} of {len(mine)} translated pages were checked by a person",
    )
