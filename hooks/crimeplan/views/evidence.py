"""What is published: entries on a line you can follow, sources, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..l10n import Locale, Piece, Text, WhenText
from ..model import Evidence, LeftOut, Source
from .places import name_in_evidence
from .scope import Scope, evidence_anchor, source_anchor


@dataclass(frozen=True)
class SourceView:
    """A source as a reader meets it beside what rests on it."""

    anchor: str
    title: Text
    publisher: Text
    kind: str
    """official, press, political, voluntary."""
    date: WhenText | None
    address: str | None
    note: Text | None
    licence: Text | None


@dataclass(frozen=True)
class Reference:
    """A number that leads somewhere."""

    id: str
    url: str
    title: Text | None = None


@dataclass(frozen=True)
class EntryView:
    """One entry of evidence."""

    anchor: str
    when: WhenText | None
    mark: str
    """The status that it supports, or "background"."""
    words: tuple[Piece, ...]
    words_in: Text
    """Carries the language of ``words``."""
    speaks: str
    """The tag of that language."""
    caution: Text | None
    source: SourceView
    supports: tuple[Reference, ...]
    parts: tuple[Reference, ...]
    excluded: str | None
    """Why it supports no status."""
    areas: tuple[Text, ...]


@dataclass(frozen=True)
class TimelineView:
    """Evidence while the plan ran, and background that supports nothing; newest first."""

    during: tuple[EntryView, ...]
    background: tuple[EntryView, ...]
    whole_plan: bool
    """Whether it is about the plan itself and not about one promise."""


@dataclass(frozen=True)
class UpdatesView:
    """Entries, newest first, each with the parts it bears on."""

    entries: tuple[EntryView, ...]
    all_url: str
    shows_all: bool


@dataclass(frozen=True)
class LeftOutView:
    """A fact found and not used, with the reason."""

    what: Text
    reason: Text
    source: SourceView | None


@dataclass(frozen=True)
class LeftOutsView:
    """Everything found and not used."""

    entries: tuple[LeftOutView, ...]


@dataclass(frozen=True)
class SourcesView:
    """Every source, by publisher and title."""

    sources: tuple[SourceView, ...]


def source_view(scope: Scope, source: Source) -> SourceView:
    """A source; its title and publisher stay as printed, in English."""
    return _source_view(scope.locale, source)


@lru_cache(maxsize=50_000)  # sources, in each language: many entries rest on the same one
def _source_view(locale: Locale, source: Source) -> SourceView:
    printed = locale.source.as_foreign if locale.source else Text
    return SourceView(
        anchor=source_anchor(source.id),
        title=printed(source.title),
        publisher=printed(source.publisher),
        kind=source.kind.value,
        date=locale.formats.when(source.date) if source.date else None,
        address=source.address,
        note=locale.data("source.note", source.note) if source.note else None,
        licence=locale.data("source.licence", source.licence) if source.licence else None,
    )


def entry_view(scope: Scope, entry: Evidence) -> EntryView:
    """An entry, with the mark of what it supports."""
    plan, locale, links = scope.assessment.plan, scope.locale, scope.links
    excluded = scope.assessment.exclusions[entry.id]
    shows = "action-published" if entry.shows == "action" else entry.shows.value
    words = locale.data("evidence.what", entry.what)
    speaker = locale.speaker(words)
    titles = plan.deliverable_by_id
    return EntryView(
        anchor=evidence_anchor(entry.id),
        when=locale.formats.when(entry.when) if entry.when else None,
        mark=shows if excluded is None else "background",
        words=speaker.formats.pieces(words.value, entry.figures),
        words_in=words,
        speaks=speaker.code,
        caution=locale.data("evidence.caution", entry.caution) if entry.caution else None,
        source=source_view(scope, plan.source_by_id[entry.source]),
        supports=()
        if excluded
        else tuple(Reference(line, links.commitment(line)) for line in entry.commitments),
        parts=tuple(
            Reference(
                part, links.deliverable(part), locale.data("deliverable.title", titles[part].title)
            )
            for part in entry.deliverables
        ),
        excluded=excluded.value if excluded else None,
        areas=tuple(name_in_evidence(scope, plan.place_by_id[area]) for area in entry.area),
    )


def timeline_view(scope: Scope, part: str | None) -> TimelineView:
    """The evidence of a part, or of the plan as a whole where ``part`` is None."""
    assessment = scope.assessment
    about = (
        assessment.evidence_by_part.get(part, ())
        if part
        else [entry for entry in assessment.evidence if not entry.deliverables]
    )
    entries = [entry_view(scope, entry) for entry in reversed(about)]
    if part is None:
        return TimelineView(tuple(entries), (), whole_plan=True)
    return TimelineView(
        during=tuple(entry for entry in entries if entry.excluded is None),
        background=tuple(entry for entry in entries if entry.excluded is not None),
        whole_plan=False,
    )


def updates_view(scope: Scope, limit: int | None) -> UpdatesView:
    """The latest evidence that supports a status, or all of it where ``limit`` is None."""
    assessment = scope.assessment
    chosen: Iterable[Evidence] = reversed(assessment.evidence)
    if limit is not None:
        chosen = [e for e in chosen if assessment.exclusions[e.id] is None][:limit]
    entries = tuple(entry_view(scope, entry) for entry in chosen)
    return UpdatesView(entries, scope.links.page("progress/evidence/"), limit is None)


def left_outs_view(scope: Scope) -> LeftOutsView:
    """What was found and is not shown as evidence."""
    return LeftOutsView(
        tuple(_left_out_view(scope, item) for item in scope.assessment.plan.left_out)
    )


def _left_out_view(scope: Scope, item: LeftOut) -> LeftOutView:
    source = scope.assessment.plan.source_by_id[item.source] if item.source else None
    return LeftOutView(
        scope.locale.data("left-out.what", item.what),
        scope.locale.data("left-out.reason", item.reason),
        source_view(scope, source) if source else None,
    )


def sources_view(scope: Scope) -> SourcesView:
    """Every source of the site."""
    ordered = sorted(
        scope.assessment.plan.sources,
        key=lambda source: (source.publisher.casefold(), source.title.casefold(), source.id),
    )
    return SourcesView(tuple(source_view(scope, source) for source in ordered))
