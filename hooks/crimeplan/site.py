"""The whole site but for its framework: content, pages and languages, ready to be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from .blocks import BLOCKS
from .exports import Press, data_files, feed_files, site_files
from .l10n import Locale, load_locale
from .l10n.check import check_catalogues
from .l10n.messages import data_texts
from .load import load_content, load_editions
from .markers import MARKER
from .model import Edition, Language, Plan, Priority
from .pages import Pages, load_pages
from .problems import ContentError, Problems
from .progress import Assessment, assess_plan
from .render import Rendered, Renderer, Speaker
from .rhythm import check_rhythms
from .search import (
    Record,
    check_pages_found,
    everyday_words,
    folding_of,
    index_entries,
)
from .touched import note_touched
from .translation import PageState
from .translation.check import check_translations
from .translation.pages import joined_markdown, page_state
from .translation.progress import TranslationProgress
from .translation.terms import check_terms_used
from .views.editions import edition_style_view
from .views.names import name_of
from .views.scope import Links, Scope, links_from
from .views.shell import Place, ShellView, shell_view
from .views.sitewide import Greeting, NotFoundView, SitemapEntry, sitemap_view
from .views.whole import PATH as WHOLE_PLAN
from .views.whole import WholeView, whole_view

_SEARCH_RECORD = "partials/search-record.html"
_EDITION_STYLE = "partials/edition-style.html"
EDITIONS = "pdf"
"""The folder that holds the whole plan as files, beside docs."""


@dataclass(frozen=True)
class Site:
    """Content that holds together, and what it takes to show it."""

    assessment: Assessment
    pages: Pages
    locales: Mapping[str, Locale]
    renderer: Renderer
    editions: tuple[Edition, ...] = ()
    """The whole plan as files, where they were made."""

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of all pages, below their language's root."""
        return frozenset(page.address for page in self.pages.values())

    @cached_property
    def translations(self) -> Mapping[str, TranslationProgress]:
        """How far the translation into each language is."""
        english = {path: page for (code, path), page in self.pages.items() if code == self.source}
        counts = {path: len(list(page.sections)) for path, page in english.items()}
        wanted = data_texts(self.assessment.plan, self.pages)
        return {
            code: TranslationProgress(
                code,
                {path: self._state(code, path) for path in english},
                counts,
                locale.interface.coverage,
                locale.plan.coverage_with(wanted),
            )
            for code, locale in self.locales.items()
            if code != self.source
        }

    def _state(self, language: str, path: str) -> PageState | None:
        page = self.pages.get((language, path))
        return page_state(self.pages, page, self.source) if page else None

    def markdown(self, path: str, language: str) -> str:
        """The text of a page as readers get it; where a translation lacks a section, in English."""
        page = self.pages[language, path]
        state = page_state(self.pages, page, self.source)
        if state is None:
            return page.sections.body
        english = self.pages[self.source, path]
        checked = page.meta.reviewed_by or self.locales[language].language.reviewer
        beside = english.meta.safety and not checked
        return joined_markdown(page, english, state, beside=beside)

    def fill(self, html: str, *, path: str, locale: str) -> Rendered:
        """``html`` with each marker replaced by its block, speaking ``locale``."""
        address = self.pages[self.source, path].address
        scope = Scope(
            self.assessment,
            self.locales[locale],
            links_from(address, is_source=locale == self.source),
            self.addresses,
            self.translations,
            self.editions,
        )
        anchors: list[str] = []

        def block(name: str, arguments: list[str]) -> str:
            view = BLOCKS[name].view(scope, *arguments)
            rendered = self.renderer.render_block(name, view, scope.locale)
            anchors.extend(rendered.anchors)
            return rendered.html

        filled = MARKER.sub(lambda match: block(match["name"], match["arguments"].split()), html)
        return Rendered(filled, tuple(anchors))

    def shell(self, place: Place, html: str) -> ShellView:
        """What stands round the text ``html`` of the page at ``place``."""
        return shell_view(self.assessment, self.pages, place, html)

    def whole_plan(self, place: Place, texts: Callable[[], Mapping[str, str]]) -> WholeView | None:
        """What the page at ``place`` shows if it is that of the whole plan.

        ``texts`` gathers the finished HTML of every page of this language, by path.
        """
        if not self.gathers(place.page.path):
            return None
        return whole_view(self.assessment, self.pages, place.locale, texts())

    def gathers(self, path: str) -> bool:
        """Whether the page at ``path`` shows the texts of all others of its language."""
        return path == WHOLE_PLAN

    def not_found(self, top: str) -> NotFoundView:
        """The page for an address that does not exist; ``top`` is the path of the site."""
        greetings = tuple(
            Greeting(
                locale.code,
                locale.dir,
                top + ("" if locale.code == self.source else f"{locale.code}/"),
                Speaker(locale).plain,
            )
            for locale in self.locales.values()
        )
        name = name_of(self.assessment.plan.details, self.locales[self.source], "site")
        return NotFoundView(name.value, greetings)

    def sitemap(self, site_url: str) -> tuple[SitemapEntry, ...]:
        """Every page for search engines, with full addresses below ``site_url``."""
        return sitemap_view(self.assessment, self.pages, site_url)

    def exports(self, locale: str, site_url: str) -> Mapping[str, bytes]:
        """The feeds in ``locale``, and with those of the source language all that stands once.

        That is the open data, and what machines ask for at fixed paths. By path below the site's
        top; ``site_url`` is for full addresses.
        """
        language = self.locales[locale]
        press = Press(self.assessment, self.pages, language, self.renderer, site_url)
        feeds = feed_files(press)
        if locale != self.source:
            return feeds
        return {
            **feeds,
            **data_files(self.assessment, self.locales, self.renderer, self.translations),
            **site_files(self.assessment, site_url),
        }

    def edition_style(self, locale: str, *, large_print: bool) -> str:
        """The style that the page of the whole plan is printed with, in ``locale``."""
        language = self.locales[locale]
        view = edition_style_view(
            Scope(self.assessment, language, Links("")), large_print=large_print
        )
        return self.renderer.render_file(_EDITION_STYLE, language, view)

    def search_documents(self, records: Iterable[Record]) -> Iterator[tuple[str, str]]:
        """What the search index is made of: the language and the HTML of each of ``records``."""
        for entry in index_entries(records, everyday_words(self.assessment.plan)):
            locale = self.locales[entry.record.language]
            yield locale.code, self.renderer.render_file(_SEARCH_RECORD, locale, entry)

    def search_files(self) -> Mapping[str, bytes]:
        """How the browser folds what a reader types, for each language, by path."""
        return {
            f"pagefind/folding-{code}.json": folding_of(code).as_json.encode()
            for code in self.locales
        }

    @property
    def source(self) -> str:
        """The tag of the language that all others are made from."""
        return self.assessment.plan.languages[0].code


def load_site(root: Path, *, as_of: date) -> Site:
    """The site below ``root``, judged as at ``as_of``; raises ContentError with every problem."""
    problems, plan, pages = check_site(root, as_of)
    if plan is None or problems.errors:
        raise ContentError(problems.errors)
    return Site(
        assess_plan(plan, as_of=as_of),
        pages,
        load_locales(root, plan),
        Renderer(root / "overrides"),
        load_editions(root / EDITIONS, plan.language_by_code, Problems()),
    )


def check_site(root: Path, as_of: date | None = None) -> tuple[Problems, Plan | None, Pages]:
    """Every problem of the content and the pages, and what could be read of them.

    With the day ``as_of``, what had to be reviewed before it is a problem too.
    """
    loaded = load_content(root / "content_data", as_of)
    pages: Pages = {}
    if loaded.partial is not None:
        whole = bool(loaded.partial.languages) and not {Priority, Language} & loaded.incomplete
        pages = load_pages(root / "docs", loaded.partial, loaded.problems, whole=whole)
        if whole:
            source = loaded.partial.languages[0].code
            check_catalogues(root, loaded.partial, loaded.problems)
            check_translations(pages, source, loaded.problems)
            check_pages_found(loaded.partial, pages, loaded.problems)
            check_terms_used(root, loaded.partial, pages, loaded.problems)
            load_editions(root / EDITIONS, loaded.partial.language_by_code, loaded.problems)
            if as_of is not None and loaded.plan is not None:
                check_rhythms(loaded.plan, loaded.origins, as_of, loaded.problems)
        note_touched(loaded.problems, loaded.partial, pages)
    return loaded.problems, loaded.plan, pages


def load_locales(root: Path, plan: Plan) -> Mapping[str, Locale]:
    """The locales of the plan's languages, in order; the first is the source language."""
    locales: dict[str, Locale] = {}
    source: Locale | None = None
    for language in plan.languages:
        locale = load_locale(
            language,
            interface=root / "overrides" / "locale",
            plan=root / "content_data" / "locale",
            source=source,
        )
        source = source or locale
        locales[language.code] = locale
    return locales
