"""The figures of a measure as tables: one for each unit, so that nothing else shares a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...l10n import FigureText, Text, WhenText
from ...model import Measure, MeasureUnit, Observation
from ..places import place_name
from ..scope import Scope, time_of
from .charts import ChartView, break_between, chart_view


@dataclass(frozen=True)
class ValueView:
    """A figure, or what the source says instead."""

    figure: FigureText | None
    words: Text | None
    state: str
    note: Text | None


@dataclass(frozen=True)
class FigureRow:
    """A row: what was counted, when, where, and the values; or a break that parts the rows."""

    label: Text
    period: WhenText
    time: str | None
    area: Text
    values: tuple[ValueView | None, ...]
    """The place's own value, then the one it is compared with, None where there is none."""
    break_before: Text | None = None
    """Why this row must not be compared with those above it."""


@dataclass(frozen=True)
class TableView:
    """The figures of one unit."""

    unit: str
    areas: tuple[Text | None, ...]
    """The places of the value columns: two, or one, which is None where rows differ."""
    one_period: WhenText | None
    """The period of all rows, where they share one; then no column tells it."""
    one_area: Text | None
    one_label: Text | None
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True)
class FiguresView:
    """All tables of a measure, and its drawing."""

    title: Text
    tables: tuple[TableView, ...]
    chart: ChartView | None


def figures_view(scope: Scope, measure: Measure) -> FiguresView:
    """The tables of ``measure`` and the drawing of the same figures."""
    units = dict.fromkeys(series.unit for series in measure.series)
    return FiguresView(
        scope.locale.data("measure.title", measure.title),
        tuple(_table(scope, measure, unit) for unit in units),
        chart_view(scope, measure),
    )


def _table(scope: Scope, measure: Measure, unit: MeasureUnit) -> TableView:
    series = [item for item in measure.series if item.unit is unit]
    order = {item.id: index for index, item in enumerate(series)}
    rows = [row for row in scope.assessment.plan.observations[measure.id] if row.series in order]
    own = [row for row in rows if row.area != measure.compared_with]
    own.sort(key=lambda row: (order[row.series], row.period.start, row.period.end))
    label = {item.id: scope.locale.data("series.label", item.label) for item in series}
    periods = {row.period.text: row.period for row in own}
    areas = {row.area for row in own}
    compared = measure.compared_with
    beside = any(row.area == compared for row in rows)
    only = next(iter(areas)) if len(areas) == 1 else None
    when = scope.locale.formats.when
    return TableView(
        unit=unit.value,
        areas=(
            place_name(scope, only) if only else None,
            *((place_name(scope, compared),) if compared is not None and beside else ()),
        ),
        one_period=when(own[0].period) if len(periods) == 1 else None,
        one_area=place_name(scope, only) if only else None,
        one_label=label[series[0].id] if len(series) == 1 else None,
        rows=tuple(
            FigureRow(
                label[row.series],
                when(row.period),
                time_of(scope, row.period),
                place_name(scope, row.area),
                _values(scope, measure, unit, row, rows),
                _break_text(scope, measure, own[index - 1] if index else None, row),
            )
            for index, row in enumerate(own)
        ),
    )


def _values(
    scope: Scope,
    measure: Measure,
    unit: MeasureUnit,
    row: Observation,
    rows: Sequence[Observation],
) -> tuple[ValueView | None, ...]:
    own = value_view(scope, row, unit)
    if not any(candidate.area == measure.compared_with for candidate in rows):
        return (own,)
    other = next(
        (
            candidate
            for candidate in rows
            if candidate.area == measure.compared_with
            and (candidate.series, candidate.period.text) == (row.series, row.period.text)
        ),
        None,
    )
    return own, value_view(scope, other, unit) if other else None


def value_view(scope: Scope, row: Observation, unit: MeasureUnit) -> ValueView:
    """The value of ``row`` with its state and note."""
    data = scope.locale.data
    return ValueView(
        scope.locale.formats.observation(row, unit),
        data("observation.words", row.words) if row.words else None,
        row.state.value,
        data("observation.note", row.note) if row.note else None,
    )


def _break_text(
    scope: Scope, measure: Measure, before: Observation | None, row: Observation
) -> Text | None:
    if before is None or before.series != row.series:
        return None
    found = break_between(measure.breaks, before.period.end, row.period.start)
    return scope.locale.data("break.why", found.why) if found else None
