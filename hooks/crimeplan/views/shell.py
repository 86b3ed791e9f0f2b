"""What stands round a page: its title, where it belongs, what a reader must know first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..l10n import FigureText, Locale, Text
from ..model import WHOLE_AREA, Findable, Publication, Stage
from ..pages import Page, Pages
from ..progress import Assessment
from ..translation import META, State
from ..translation.pages import page_state
from .counted import headline_view
from .data import FeedLink
from .linked_data import LinkedDataView, feed_of, linked_data_view
from .names import name_of
from .navigation import (
    PageLink,
    Titles,
    crumbs,
    foot_links,
    menu_links,
)
from .places import place_name
from .reference import LanguageView, NoticeView, language_views, notices_view
from .scope import Scope, links_from
from .sections import Section, split_sections
from .sitewide import Alternate, alternates_of, changed_on, full_address

_MARGIN = 5
"""How many signs of a large number the margin holds."""
_CONTACT = "contact.md"
_SEARCH = "search.md"
_NAMES = "a-to-z.md"


@dataclass(frozen=True)
class BetaView:
    """What a new site asks of its readers: where to tell of mistakes."""

    email: str
    contact: PageLink | None
    """The page with the other ways, where there is one."""


@dataclass(frozen=True)
class FoundAs:
    """What the search calls a page: its kind, its name among them, its priority if it has one."""

    kind: Findable
    name: str
    priority: str


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
    """Whether no person has checked the words of the page."""
    reviewer: str | None
    """Who has checked them: an organisation, or a person by name or initials."""
    mistakes_url: str
    """Where a reader is told how to report a mistake in a translation."""
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
    """home, priority, part, measure, inspection, search or page."""
    found_as: FoundAs | None
    """None for the search itself."""
    search_url: str
    """The page that shows what a search finds; nothing on that page, and where there is none."""
    names_url: str
    """Everything by name: where a search leads without script."""
    discreet: str
    """What stands for the title of a sensitive measure or inspection: its place, its year."""
    figure: FigureText | None
    """The figure of a measure's headline, where it is short enough to stand in the margin."""
    figure_unit: str
    description: str
    sensitive: bool
    crumbs: tuple[PageLink, ...]
    menu: tuple[PageLink, ...]
    foot: tuple[PageLink, ...]
    previous: PageLink | None
    next: PageLink | None
    languages: tuple[LanguageView, ...]
    notices: tuple[NoticeView, ...]
    intro: Section
    sections: tuple[Section, ...]
    translated: str | None
    """The day the translation was made, where that is recorded."""
    title_outdated: bool
    """Whether the English title or description has changed since."""
    changed: str
    changed_on: date
    edit_url: str | None
    canonical: str
    alternates: tuple[Alternate, ...]
    feed: FeedLink | None
    """The feed that tells of changes on this page."""
    linked_data: LinkedDataView | None
    root: str
    top: str
    draft: bool
    beta: BetaView | None
    """None once the site is live."""
    plan_years: tuple[str, str]
    present_plan_years: Text
    present_plan_url: str
    adopted_text_url: str
    leave_url: str
    tracks_url: str
    site_name: Text
    succeeded: Text
    """What came after the plan."""
    area_name: Text
    """What the plan was for."""
    strict_policy: bool
    """Whether the page carries its content security policy; a preview that reloads cannot."""


@dataclass(frozen=True)
class Place:
    """Where a page stands in one build of one language."""

    locale: Locale
    page: Page
    """The page whose text is shown; its language may differ from the locale's."""
    previous: str | None
    """The path of the page before it in reading order."""
    next: str | None
    site_url: str
    edit_url: str | None
    preview: bool


def shell_view(assessment: Assessment, pages: Pages, place: Place, html: str) -> ShellView:
    """All that stands round the text ``html`` of a page."""
    plan, locale, page = assessment.plan, place.locale, place.page
    source = plan.languages[0].code
    links = links_from(page.address, is_source=locale.code == source)
    scope = Scope(assessment, locale, links)
    titles = Titles(scope, pages)
    fallback = page.language != locale.code
    spoken = plan.language_by_code[page.language]
    state = None if fallback else page_state(pages, page, source)
    other = spoken if fallback else plan.languages[0]
    intro, *sections = split_sections(html, state, other, all_other=fallback)
    changed = changed_on(assessment, page)
    details = plan.details
    alternates = alternates_of(assessment, pages, page.path, place.site_url)
    return ShellView(
        lang=locale.code,
        dir=locale.dir,
        text_lang=spoken.code,
        text_dir=spoken.direction.value,
        fallback=fallback,
        machine_translated=locale.source is not None and _reviewer(locale, page) is None,
        reviewer=_reviewer(locale, page) if locale.source is not None else None,
        mistakes_url=links.page("languages/#tell"),
        title=titles.of(page.path),
        printed_title=titles.printed(page.path),
        promise_count=locale.formats.number(assessment.all_counts.total),
        source_url=(links.top + page.address) or "./",
        ref=titles.ref(page.path),
        parent_ref=str(page.priority.number) if page.part and page.priority else "",
        kind=_kind(page),
        found_as=_found_as(page),
        search_url=titles.url(_SEARCH) if titles.has(_SEARCH) and page.path != _SEARCH else "",
        names_url=titles.url(_NAMES),
        discreet=_discreet(scope, page),
        figure=_figure(scope, page),
        figure_unit=page.measure.series[0].unit.value if page.measure else "",
        description=page.meta.description,
        sensitive=page.meta.sensitive,
        crumbs=crumbs(titles, page),
        menu=menu_links(titles, page),
        foot=foot_links(titles, page),
        previous=titles.link(place.previous) if place.previous else None,
        next=titles.link(place.next) if place.next else None,
        languages=language_views(scope, page.address),
        notices=notices_view(scope).notices,
        intro=intro,
        sections=tuple(sections),
        translated=_translated(locale, page),
        title_outdated=state is not None and state[META] is State.OUTDATED,
        changed=locale.formats.day(changed),
        changed_on=changed,
        edit_url=place.edit_url,
        canonical=full_address(page, source, place.site_url),
        alternates=() if fallback else alternates,
        feed=feed_of(scope, page),
        linked_data=linked_data_view(assessment, page, place.site_url),
        root=links.root or "./",
        top=links.top,
        draft=details.publication is Publication.DRAFT,
        beta=_beta(assessment, titles),
        plan_years=(str(details.period.start.year), str(details.period.end.year)),
        present_plan_years=locale.data("plan.present_years", details.present_plan.years),
        present_plan_url=details.present_plan.address,
        adopted_text_url=details.adopted_text,
        leave_url=details.leave_to,
        tracks_url=links.page("help/covering-your-tracks/"),
        site_name=name_of(details, locale, "site"),
        succeeded=name_of(details, locale, "succeeded"),
        area_name=place_name(scope, WHOLE_AREA),
        strict_policy=not place.preview,
    )


def _reviewer(locale: Locale, page: Page) -> str | None:
    own = page.meta.reviewed_by if page.language == locale.code else None
    return own or locale.language.reviewer


def _translated(locale: Locale, page: Page) -> str | None:
    made_on = page.meta.translated_on
    return locale.formats.day(made_on) if made_on else None


def _beta(assessment: Assessment, titles: Titles) -> BetaView | None:
    details = assessment.plan.details
    if details.stage is Stage.LIVE:
        return None
    contact = titles.link(_CONTACT) if titles.has(_CONTACT) else None
    return BetaView(details.office.email, contact)


def _kind(page: Page) -> str:
    if page.part:
        return "part"
    if page.priority:
        return "priority"
    if page.measure:
        return "measure"
    if page.inspection:
        return "inspection"
    return {"index.md": "home", _SEARCH: "search"}.get(page.path, "page")


def _found_as(page: Page) -> FoundAs | None:
    priority = str(page.priority.number) if page.priority else ""
    if page.part:
        return FoundAs(Findable.PART, page.part.id, priority)
    if page.priority:
        return FoundAs(Findable.PRIORITY, priority, priority)
    if page.measure:
        return FoundAs(Findable.MEASURE, page.measure.id, "")
    if page.inspection:
        return FoundAs(Findable.INSPECTION, page.inspection.id, "")
    if page.path == _SEARCH:
        return None
    return FoundAs(Findable.PAGE, page.path.removesuffix(".md"), "")


def _discreet(scope: Scope, page: Page) -> str:
    if page.measure:
        names = list(scope.assessment.plan.measure_by_id)
        return scope.locale.formats.number(names.index(page.measure.id) + 1)
    if page.inspection:
        return "–".join(scope.locale.formats.when(page.inspection.year).parts)
    return ""


def _figure(scope: Scope, page: Page) -> FigureText | None:
    """The first figure of the headline; longer ones than 63.0% do not fit the margin."""
    if page.measure is None:
        return None
    pieces = headline_view(scope, page.measure).words
    figure = next((piece.figure for piece in pieces if piece.figure), None)
    return figure if figure and len(figure.number) <= _MARGIN and figure.unit != "gbp" else None
