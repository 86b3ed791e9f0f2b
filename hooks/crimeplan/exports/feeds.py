"""Atom feeds of updates: one of the plan, one of each priority, in each language.

Atom 1.0 is RFC 4287. An entry keeps its id for ever: it is made from a fixed namespace, the
language and the name of the entry, never from the address of the site.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..l10n import Locale, Text
from ..l10n.bidi import isolate_runs
from ..model import Evidence, Priority
from ..pages import Pages
from ..pages.subject import touches_danger
from ..progress import Assessment
from ..render import Renderer
from ..views.data import feed_path
from ..views.evidence import EntryView, entry_view
from ..views.names import name_of
from ..views.scope import Links, Scope, evidence_anchor
from .plain_text import text_of

NAMESPACE = uuid.UUID("8f1d2a52-6c0b-4a5e-9f43-2d7c1be60a91")
"""Drawn once; a change would show every reader every entry anew."""
LATEST = 50
"""How many entries a feed holds at most; all of them stand on the page of all evidence."""


@dataclass(frozen=True)
class FeedEntry:
    """An update: an entry of evidence, on the day an editor entered it."""

    id: str
    updated: str
    url: str
    parts: tuple[str, ...]
    """The numbers of the parts it bears on; none where it is about the plan as a whole."""
    title: Text | None
    """The title of the first of them."""
    summary: Text | None
    """What happened; None where reading it may put somebody in danger."""
    sensitive: bool


@dataclass(frozen=True)
class Feed:
    """A feed in one language."""

    id: str
    lang: str
    site_name: str
    ref: str
    """The number of its priority, or nothing."""
    title: Text | None
    """The title of its priority; None where the feed is neutral or of the whole plan."""
    updated: str
    self_url: str
    page_url: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True)
class Press:
    """What it takes to write the feeds of one language."""

    assessment: Assessment
    pages: Pages
    locale: Locale
    renderer: Renderer
    site_url: str

    @property
    def prefix(self) -> str:
        """The folder of the language below the site's top."""
        return "" if self.locale.source is None else f"{self.locale.code}/"

    @property
    def links(self) -> Links:
        """Full addresses of pages in this language."""
        return Links(f"{self.site_url.rstrip('/')}/{self.prefix}")


def feed_files(press: Press) -> Mapping[str, bytes]:
    """Every feed of the language, by its path below the site's top."""
    subjects: list[Priority | None] = [None, *press.assessment.plan.priorities]
    latest = [(priority, _latest(press, priority)) for priority in subjects]
    summaries = _summaries(press, {entry.id: entry for _, told in latest for entry in told})
    return {
        press.prefix + feed_path(priority.number if priority else None): _drawn_feed(
            press, _feed(press, priority, told, summaries)
        )
        for priority, told in latest
    }


def _drawn_feed(press: Press, feed: Feed) -> bytes:
    return press.renderer.render_file("partials/feed.xml", press.locale, feed).encode()


def _latest(press: Press, priority: Priority | None) -> Sequence[Evidence]:
    """The latest entries about ``priority``, or about the plan where that is None.

    Newest first, by the day recorded and then the day of the event.
    """
    newest: Iterable[Evidence] = reversed(press.assessment.evidence)
    if priority is not None:
        parts = {part.id for part in priority.deliverables}
        newest = (entry for entry in newest if parts.intersection(entry.deliverables))
    return sorted(newest, key=lambda entry: entry.recorded, reverse=True)[:LATEST]


def _feed(
    press: Press,
    priority: Priority | None,
    latest: Sequence[Evidence],
    summaries: Mapping[str, Text],
) -> Feed:
    locale, number = press.locale, priority.number if priority else None
    updated = max((entry.recorded for entry in latest), default=_first_day(press))
    neutral = priority is not None and _is_sensitive(press, priority)
    return Feed(
        id=_urn(locale, feed_path(number)),
        lang=locale.code,
        site_name=name_of(press.assessment.plan.details, locale, "site").value,
        ref="" if priority is None else str(priority.number),
        title=None
        if priority is None or neutral
        else locale.data("priority.title", priority.title),
        updated=_instant(updated),
        self_url=press.links.page(feed_path(number)),
        page_url=press.links.page("")
        if priority is None
        else press.links.priority(priority.number),
        entries=tuple(_entry(press, entry, summaries[entry.id]) for entry in latest),
    )


def _entry(press: Press, entry: Evidence, summary: Text) -> FeedEntry:
    """A sensitive entry tells its number only, and leads to the top of the page.

    There the safety notice stands; and the name of an entry might tell what it is about.
    """
    plan, locale = press.assessment.plan, press.locale
    sensitive = touches_danger(entry.deliverables, plan)
    parts = entry.deliverables
    page = press.links.deliverable(parts[0]) if parts else press.links.page("progress/evidence/")
    title = (
        locale.data("deliverable.title", plan.deliverable_by_id[parts[0]].title) if parts else None
    )
    return FeedEntry(
        id=_urn(locale, f"evidence/{entry.id}"),
        updated=_instant(entry.recorded),
        url=page if sensitive else f"{page}#{evidence_anchor(entry.id)}",
        parts=parts,
        title=None if sensitive else title,
        summary=None if sensitive else summary,
        sensitive=sensitive,
    )


def _summaries(press: Press, entries: Mapping[str, Evidence]) -> Mapping[str, Text]:
    """What each of ``entries`` says, by id: in the feed's language, or in English and marked so."""
    scope = Scope(press.assessment, press.locale, press.links)
    views = {name: entry_view(scope, entry) for name, entry in entries.items()}
    own = {name: view for name, view in views.items() if view.words_in.lang is None}
    said = {name: Text(words) for name, words in _drawn(press, press.locale, own).items()}
    source = press.locale.source
    if source is None:
        return said
    english = Scope(press.assessment, source, press.links)
    foreign = {
        name: entry_view(english, entry) for name, entry in entries.items() if name not in own
    }
    drawn = _drawn(press, source, foreign)
    return {**said, **{name: source.as_foreign(words) for name, words in drawn.items()}}


def _drawn(press: Press, speaker: Locale, views: Mapping[str, EntryView]) -> Mapping[str, str]:
    drawn = press.renderer.render_data("updates", speaker, views)
    if speaker.dir == "rtl":
        return {key: text_of(isolate_runs(html), isolate=True) for key, html in drawn.items()}
    return {key: text_of(html, isolate=False) for key, html in drawn.items()}


def _is_sensitive(press: Press, priority: Priority) -> bool:
    source = press.assessment.plan.languages[0].code
    page = press.pages.get((source, f"priorities/{priority.number}/index.md"))
    return page is not None and page.meta.sensitive


def _first_day(press: Press) -> date:
    """For a feed without entries: the day the plan began, which never changes."""
    return press.assessment.plan.details.period.start


def _urn(locale: Locale, name: str) -> str:
    return uuid.uuid5(NAMESPACE, f"{locale.code}/{name}").urn


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
