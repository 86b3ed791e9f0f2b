"""What stands round a page: its title, where it belongs, what a reader must know first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ..l10n import Locale, Text
from ..model import Publication
from ..pages import Page, Pages
from ..progress import Assessment
from .reference import LanguageView, NoticeView, notices_view
from .scope import Links, Scope

_SECTION = re.compile(r'<h2 id="(?P<id>[^"]+)">(?P<heading>.*?)</h2>', re.DOTALL)

MENU = ("priorities/index.md", "progress/index.md", "help/index.md", "policing.md", "about.md")
"""The pages of the main menu; its words are in the templates."""


@dataclass(frozen=True)
class Section:
    """A part of the page's text, from one second-level heading to the next."""

    id: str
    heading: str
    body: str
    wide: bool
    """Whether it holds rows that want the whole width."""


@dataclass(frozen=True)
class PageLink:
    """A page to go to. ``key`` names its words in the templates; ``title`` is used without one."""

    url: str
    key: str = ""
    title: Text | None = None
    ref: str = ""
    current: bool = False
    """Whether the reader is on this page or below it."""
    exact: bool = False
    """Whether the reader is on this very page."""


@dataclass(frozen=True)
class Alternate:
    """The same page truly written in another language."""

    code: str
    url: str


@dataclass(frozen=True)
class ShellView:
    """Everything that a page's template sees besides the page's own text."""

    lang: str
    dir: str
    text_lang: str
    """The language that the page's text is written in."""
    text_dir: str
    fallback: bool
    """Whether that is not the page's language."""
    machine_translated: bool
    title: Text
    printed_title: str
    """The title as the plan printed it, in English."""
    promise_count: str
    """How many promises the plan made."""
    source_url: str
    """The same page in the source language."""
    ref: str
    """The number of a priority or part, or nothing."""
    parent_ref: str
    """The number of the priority that a part belongs to."""
    kind: str
    """home, priority, part or page."""
    description: str
    sensitive: bool
    crumbs: tuple[PageLink, ...]
    menu: tuple[PageLink, ...]
    foot: tuple[PageLink, ...]
    previous: PageLink | None
    next: PageLink | None
    languages: tuple[LanguageView, ...]
    notices: tuple[NoticeView, ...]
    intro: str
    sections: tuple[Section, ...]
    changed: str
    changed_on: date
    edit_url: str | None
    canonical: str
    alternates: tuple[Alternate, ...]
    root: str
    top: str
    draft: bool
    plan_years: tuple[str, str]
    present_plan_years: Text
    present_plan_url: str
    adopted_text_url: str
    leave_url: str
    tracks_url: str
    help_url: str
    searched_url: str
    strict_policy: bool
    """Whether the page carries its content security policy; a preview that reloads cannot."""


@dataclass(frozen=True)
class NotFoundView:
    """The page for an address that does not exist, in every language at once."""

    greetings: tuple[Greeting, ...]


@dataclass(frozen=True)
class Greeting:
    """One language's words on the not-found page."""

    code: str
    dir: str
    url: str
    say: Callable[[str], str]
    """Speaks that language."""


@dataclass(frozen=True)
class SitemapEntry:
    """A page that is truly written in its language, and its true translations."""

    url: str
    changed: date
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True)
class Place:
    """Where a page stands in one build of one language."""

    locale: Locale
    page: Page
    """The page whose text is shown; its language may differ from the locale's."""
    order: tuple[str, ...]
    """The paths of all pages in reading order."""
    site_url: str
    edit_url: str | None
    preview: bool


def split_sections(html: str) -> tuple[str, tuple[Section, ...]]:
    """The text before the first second-level heading, and the sections after it."""
    matches = list(_SECTION.finditer(html))
    if not matches:
        return html.strip(), ()
    ends = [match.start() for match in matches[1:]] + [len(html)]
    bodies = [html[match.end() : end].strip() for match, end in zip(matches, ends, strict=True)]
    return html[: matches[0].start()].strip(), tuple(
        Section(match["id"], match["heading"], body, wide='class="part"' in body)
        for match, body in zip(matches, bodies, strict=True)
    )


def root_of(address: str) -> str:
    """The way from a page at ``address`` to the top of its language."""
    return "../" * address.count("/")


def shell_view(assessment: Assessment, pages: Pages, place: Place, html: str) -> ShellView:
    """All that stands round the text ``html`` of a page."""
    plan, locale, page = assessment.plan, place.locale, place.page
    source = plan.languages[0].code
    root = root_of(page.address)
    top = root if locale.code == source else f"{root}../"
    links = Links(root)
    scope = Scope(assessment, locale, links)
    titles = _Titles(scope, pages)
    intro, sections = split_sections(html)
    fallback = page.language != locale.code
    spoken = plan.language_by_code[page.language]
    changed = _changed(assessment, page)
    details = plan.details
    previous, following = _neighbours(titles, place)
    alternates = _alternates(assessment, pages, page.path, place.site_url)
    return ShellView(
        lang=locale.code,
        dir=locale.dir,
        text_lang=spoken.code,
        text_dir=spoken.direction.value,
        fallback=fallback,
        machine_translated=locale.source is not None and locale.language.reviewer is None,
        title=titles.of(page.path),
        printed_title=titles.printed(page.path),
        promise_count=locale.formats.number(assessment.counts().total),
        source_url=(top + page.address) or "./",
        ref=titles.ref(page.path),
        parent_ref=str(page.priority.number) if page.part and page.priority else "",
        kind=_kind(page),
        description=page.meta.description,
        sensitive=page.meta.sensitive,
        crumbs=_crumbs(titles, page),
        menu=tuple(
            PageLink(
                links.page(_address(path)),
                key=path,
                current=page.path == path
                or (
                    path.endswith("/index.md")
                    and page.path.startswith(path.removesuffix("index.md"))
                ),
                exact=page.path == path,
            )
            for path in MENU
        ),
        foot=tuple(
            PageLink(links.page(_address(path)), title=titles.of(path), current=page.path == path)
            for path in _FOOT
            if (source, path) in pages
        ),
        previous=previous,
        next=following,
        languages=tuple(
            LanguageView(
                language.code,
                language.direction.value,
                language.endonym,
                (top + ("" if language.code == source else f"{language.code}/") + page.address)
                or "./",
            )
            for language in plan.languages
        ),
        notices=notices_view(scope).notices,
        intro=intro,
        sections=sections,
        changed=locale.formats.day(changed),
        changed_on=changed,
        edit_url=place.edit_url,
        canonical=_full_address(page, source, place.site_url),
        alternates=() if fallback or len(alternates) < 2 else alternates,
        root=root or "./",
        top=top,
        draft=details.publication is Publication.DRAFT,
        plan_years=(str(details.period.start.year), str(details.period.end.year)),
        present_plan_years=locale.data("plan.present_years", details.present_plan.years),
        present_plan_url=details.present_plan.address,
        adopted_text_url=details.adopted_text,
        leave_url=details.leave_to,
        tracks_url=links.page("help/covering-your-tracks/"),
        help_url=links.page("help/"),
        searched_url=links.page("progress/searched/"),
        strict_policy=not place.preview,
    )


def sitemap_view(assessment: Assessment, pages: Pages, site_url: str) -> tuple[SitemapEntry, ...]:
    """Every page in the language it is written in; a page shown in English is English."""
    source = assessment.plan.languages[0].code
    entries = []
    for page in pages.values():
        alternates = _alternates(assessment, pages, page.path, site_url)
        entries.append(
            SitemapEntry(
                _full_address(page, source, site_url),
                _changed(assessment, page),
                alternates if len(alternates) > 1 else (),
            )
        )
    return tuple(sorted(entries, key=lambda entry: entry.url))


def _alternates(
    assessment: Assessment, pages: Pages, path: str, site_url: str
) -> tuple[Alternate, ...]:
    """The languages that the page at ``path`` is truly written in."""
    languages = assessment.plan.languages
    return tuple(
        Alternate(language.code, _full_address(page, languages[0].code, site_url))
        for language in languages
        if (page := pages.get((language.code, path))) is not None
    )


def _full_address(page: Page, source: str, site_url: str) -> str:
    prefix = "" if page.language == source else f"{page.language}/"
    return f"{site_url.rstrip('/')}/{prefix}{page.address}"


_FOOT = (
    "about.md",
    "progress/searched.md",
    "open-questions.md",
    "corrections.md",
    "glossary.md",
    "privacy.md",
    "contact.md",
)


def _address(path: str) -> str:
    return "" if path == "index.md" else f"{path.removesuffix('.md').removesuffix('/index')}/"


def _kind(page: Page) -> str:
    if page.part:
        return "part"
    if page.priority:
        return "priority"
    return "home" if page.path == "index.md" else "page"


class _Titles:
    """The titles of pages in one language, or in English and marked as such."""

    def __init__(self, scope: Scope, pages: Pages) -> None:
        self._scope, self._pages = scope, pages
        self._source = scope.assessment.plan.languages[0].code

    def of(self, path: str) -> Text:
        locale = self._scope.locale
        page = self._pages.get((locale.code, path)) or self._pages[self._source, path]
        if page.part:
            return locale.data("deliverable.title", page.part.title)
        if page.priority:
            return locale.data("priority.title", page.priority.title)
        title = page.meta.title or page.path
        if page.language != locale.code:
            return locale.data("page.title", title)
        return Text(title)

    def printed(self, path: str) -> str:
        page = self._pages[self._source, path]
        if page.part:
            return page.part.title
        return page.priority.title if page.priority else page.meta.title or ""

    def ref(self, path: str) -> str:
        page = self._pages[self._source, path]
        if page.part:
            return page.part.id
        return str(page.priority.number) if page.priority else ""

    def link(self, path: str) -> PageLink:
        url = self._scope.links.page(_address(path)) or "./"
        return PageLink(url, title=self.of(path), ref=self.ref(path))


def _crumbs(titles: _Titles, page: Page) -> tuple[PageLink, ...]:
    """From home to the page's parent: the index pages of the folders above it."""
    if page.path == "index.md":
        return ()
    folders = page.path.split("/")[:-1]
    paths = ["/".join([*folders[:depth], "index.md"]) for depth in range(1, len(folders) + 1)]
    return tuple(titles.link(path) for path in ("index.md", *paths) if path != page.path)


def _neighbours(titles: _Titles, place: Place) -> tuple[PageLink | None, PageLink | None]:
    order, path = place.order, place.page.path
    if path not in order:
        return None, None
    index = order.index(path)
    return (
        titles.link(order[index - 1]) if index else None,
        titles.link(order[index + 1]) if index + 1 < len(order) else None,
    )


def _changed(assessment: Assessment, page: Page) -> date:
    """The later of the day its words changed and the day evidence it shows was recorded."""
    if page.part:
        recorded = [e.recorded for e in assessment.evidence if page.part.id in e.deliverables]
    elif page.priority:
        prefix = f"{page.priority.number}."
        recorded = [
            e.recorded
            for e in assessment.evidence
            if any(part.startswith(prefix) for part in e.deliverables)
        ]
    elif page.path == "index.md" or page.path.startswith("progress/"):
        recorded = [e.recorded for e in assessment.evidence]
    else:
        recorded = []
    return max([page.meta.changed, *recorded])
