"""What the site tells as a whole: its sitemap, its not-found page, each page's translations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ..model import Deliverable
from ..pages import Page, Pages
from ..progress import Assessment

X_DEFAULT = "x-default"
"""What stands for every language that a page is not written in."""


@dataclass(frozen=True)
class Alternate:
    """The same page truly written in another language."""

    code: str
    url: str


@dataclass(frozen=True)
class SitemapEntry:
    """A page that is truly written in its language, and its true translations."""

    url: str
    changed: date
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True)
class Greeting:
    """One language's words on the not-found page."""

    code: str
    dir: str
    url: str
    say: Callable[[str], str]
    """Speaks that language."""


@dataclass(frozen=True)
class NotFoundView:
    """The page for an address that does not exist, in every language at once."""

    site_name: str
    greetings: tuple[Greeting, ...]


def sitemap_view(assessment: Assessment, pages: Pages, site_url: str) -> tuple[SitemapEntry, ...]:
    """Every page in the language it is written in; a page shown in English is English."""
    source = assessment.plan.languages[0].code
    entries = (
        SitemapEntry(
            full_address(page, source, site_url),
            changed_on(assessment, page),
            alternates_of(assessment, pages, page.path, site_url),
        )
        for page in pages.values()
    )
    return tuple(sorted(entries, key=lambda entry: entry.url))


def alternates_of(
    assessment: Assessment, pages: Pages, path: str, site_url: str
) -> tuple[Alternate, ...]:
    """The languages that the page at ``path`` is truly written in, and x-default for all others.

    Search engines send readers of any other language to x-default: the page in the source language,
    https://developers.google.com/search/docs/specialty/international/localized-versions.
    """
    languages = assessment.plan.languages
    written = [
        Alternate(language.code, full_address(page, languages[0].code, site_url))
        for language in languages
        if (page := pages.get((language.code, path))) is not None
    ]
    return (*written, Alternate(X_DEFAULT, written[0].url)) if len(written) > 1 else ()


def full_address(page: Page, source: str, site_url: str) -> str:
    """Where ``page`` stands on the web, below ``site_url``."""
    prefix = "" if page.language == source else f"{page.language}/"
    return f"{site_url.rstrip('/')}/{prefix}{page.address}"


def changed_on(assessment: Assessment, page: Page) -> date:
    """The later of the day its words changed and the day evidence it shows was recorded."""
    changed = page.meta.changed
    if page.path == "index.md" or page.path.startswith("progress/"):
        return max(changed, assessment.recorded_last or changed)
    if page.part:
        parts: tuple[Deliverable, ...] = (page.part,)
    else:
        parts = page.priority.deliverables if page.priority else ()
    known = assessment.evidence_by_part
    return max([changed, *(entry.recorded for part in parts for entry in known.get(part.id, ()))])
