"""A measure in words: its headline, what it counts, what it rests on; and lists of measures."""

from __future__ import annotations

from dataclasses import dataclass

from ...l10n import FigureText, Locale, Piece, Text, WhenText, split_pieces
from ...model import Measure, Observation
from ..evidence import Reference, SourceView, source_view
from ..inspected.findings import part_references
from ..scope import Scope, time_of


@dataclass(frozen=True)
class HeadlineView:
    """The sentence that says it, made from the rows that it names."""

    period: WhenText
    words: tuple[Piece, ...]
    words_in: Text
    """Carries the language of ``words``."""
    speaks: str
    """The tag of that language."""
    time: str | None
    """before, during or after the plan; None where it lies across one of its ends."""


@dataclass(frozen=True)
class MeaningView:
    """What a measure takes in, and what must not be concluded from it."""

    counts: Text
    leaves_out: Text
    series_notes: tuple[tuple[Text, Text], ...]
    """A series and what its definition takes in."""
    cautions: tuple[Text, ...]
    parts: tuple[Reference, ...]


@dataclass(frozen=True)
class MeasureSourcesView:
    """Where the figures were read, and where to take them away."""

    sources: tuple[SourceView, ...]
    download_url: str
    data_url: str


@dataclass(frozen=True)
class MeasureRow:
    """A measure in a list."""

    id: str
    url: str
    title: Text
    summary: Text
    headline: HeadlineView


@dataclass(frozen=True)
class MeasuresView:
    """Measures, by title in the order of their files."""

    measures: tuple[MeasureRow, ...]


def headline_view(scope: Scope, measure: Measure) -> HeadlineView:
    """The headline of ``measure``; its period is that of the first row it names."""
    locale = scope.locale
    rows = scope.assessment.plan.observations[measure.id]
    named = {row.name: row for row in rows if row.name is not None}
    words = locale.data("measure.headline", measure.headline)
    speaker = locale.speaker(words)
    first = named[measure.named[0]]
    return HeadlineView(
        locale.formats.when(first.period),
        _with_figures(words.value, measure, named, speaker),
        words,
        speaker.code,
        time_of(scope, first.period),
    )


def _with_figures(
    words: str, measure: Measure, named: dict[str, Observation], speaker: Locale
) -> tuple[Piece, ...]:
    units = {series.id: series.unit for series in measure.series}
    figures = {}
    for name in measure.named:
        row = named[name]
        figure = speaker.formats.observation(row, units[row.series])
        figures[name] = figure or FigureText(row.words or "", "number", "exact", in_millions=False)
    return split_pieces(words, figures)


def meaning_view(scope: Scope, measure: Measure) -> MeaningView:
    """What ``measure`` counts."""
    data = scope.locale.data
    return MeaningView(
        data("measure.counts", measure.counts),
        data("measure.leaves_out", measure.leaves_out),
        tuple(
            (data("series.label", series.label), data("series.note", series.note))
            for series in measure.series
            if series.note
        ),
        tuple(data("measure.caution", caution) for caution in measure.cautions),
        part_references(scope, measure.deliverables),
    )


def sources_of_measure_view(scope: Scope, measure: Measure) -> MeasureSourcesView:
    """The sources of ``measure``, in the order of its rows."""
    plan = scope.assessment.plan
    names = dict.fromkeys(row.source for row in plan.observations[measure.id])
    return MeasureSourcesView(
        tuple(source_view(scope, plan.source_by_id[name]) for name in names),
        f"{scope.links.top}data/measures/{measure.id}.csv",
        scope.links.page("data/"),
    )


def measures_view(scope: Scope, time: str) -> MeasuresView:
    """The measures with a figure from the plan's time (``during``), or those with none."""
    plan = scope.assessment.plan
    return MeasuresView(
        tuple(
            _row(scope, measure)
            for measure in plan.measures
            if _falls_in_the_plan(scope, measure) == (time == "during")
        )
    )


def part_measures_view(scope: Scope, part: str) -> MeasuresView:
    """The measures that bear on ``part``."""
    return MeasuresView(
        tuple(
            _row(scope, measure)
            for measure in scope.assessment.plan.measures
            if part in measure.deliverables
        )
    )


def _row(scope: Scope, measure: Measure) -> MeasureRow:
    return MeasureRow(
        measure.id,
        scope.measure(measure.id),
        scope.locale.data("measure.title", measure.title),
        scope.locale.data("measure.summary", measure.summary),
        headline_view(scope, measure),
    )


def _falls_in_the_plan(scope: Scope, measure: Measure) -> bool:
    plan = scope.assessment.plan
    return any(
        time_of(scope, row.period) == "during"
        for row in plan.observations[measure.id]
        if row.area != measure.compared_with and not plan.place_by_id[row.area].outside
    )
