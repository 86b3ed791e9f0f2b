"""What stands round a page: its title, where it belongs, what a reader must know first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..l10n import Locale, Text
from ..model import Publication
from ..pages import Page, Pages
from ..progress import Assessment
from .navigation import (
    PageLink,
    Titles,
    crumbs,
    foot_links,
    menu_links,
    neighbours,
)
from .reference import LanguageView, NoticeView, language_views, notices_view
from .scope import Scope, links_from
from .sitewide import Alternate, alternates_of, changed_on, full_address

_SECTION = re.compile(r'<h2 id="(?P<id>[^"]+)">(?P<heading>.*?)</h2>', re.DOTALL)


@dataclass(frozen=True)
class Section:
    """A part of the page's text, from one second-level heading to the next."""

    id: str
    heading: str
    body: str
    wide: bool
    """Whether it holds rows that want the whole width."""


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
    strict_policy: bool
    """Whether the page carries its content security policy; a preview that reloads cannot."""


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


def shell_view(assessment: Assessment, pages: Pages, place: Place, html: str) -> ShellView:
    """All that stands round the text ``html`` of a page."""
    plan, locale, page = assessment.plan, place.locale, place.page
    source = plan.languages[0].code
    links = links_from(page.address, is_source=locale.code == source)
    scope = Scope(assessment, locale, links)
    titles = Titles(scope, pages)
    intro, sections = split_sections(html)
    fallback = page.language != locale.code
    spoken = plan.language_by_code[page.language]
    changed = changed_on(assessment, page)
    details = plan.details
    previous, following = neighbours(titles, page.path, place.order)
    alternates = alternates_of(assessment, pages, page.path, place.site_url)
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
        source_url=(links.top + page.address) or "./",
        ref=titles.ref(page.path),
        parent_ref=str(page.priority.number) if page.part and page.priority else "",
        kind=_kind(page),
        description=page.meta.description,
        sensitive=page.meta.sensitive,
        crumbs=crumbs(titles, page),
        menu=menu_links(scope, page),
        foot=foot_links(titles, page),
        previous=previous,
        next=following,
        languages=language_views(scope, page.address),
        notices=notices_view(scope).notices,
        intro=intro,
        sections=sections,
        changed=locale.formats.day(changed),
        changed_on=changed,
        edit_url=place.edit_url,
        canonical=full_address(page, source, place.site_url),
        alternates=() if fallback or len(alternates) < 2 else alternates,
        root=links.root or "./",
        top=links.top,
        draft=details.publication is Publication.DRAFT,
        plan_years=(str(details.period.start.year), str(details.period.end.year)),
        present_plan_years=locale.data("plan.present_years", details.present_plan.years),
        present_plan_url=details.present_plan.address,
        adopted_text_url=details.adopted_text,
        leave_url=details.leave_to,
        tracks_url=links.page("help/covering-your-tracks/"),
        strict_policy=not place.preview,
    )


def _kind(page: Page) -> str:
    if page.part:
        return "part"
    if page.priority:
        return "priority"
    return "home" if page.path == "index.md" else "page"
