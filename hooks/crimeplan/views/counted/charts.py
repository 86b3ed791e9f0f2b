"""The drawing of a measure: lengths and places in percent, mirrored where the language runs so.

Words stand outside the drawing as text, so that they wrap at any width and size; the drawing holds
bars, points and lines alone. Every scale starts at 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from ...l10n import FigureText, Text, WhenText
from ...model import Break, Chart, Measure, Observation, ObservationState, Series
from ..places import place_name
from ..scope import Scope

_FULL = Decimal(100)


@dataclass(frozen=True)
class BarView:
    """One bar with what stands beside it."""

    start: str
    """Where it starts, in percent of the width, from the left."""
    width: str
    """Its length, in percent of the width."""
    outlined: bool
    figure: FigureText


@dataclass(frozen=True)
class BarGroup:
    """Bars under one label."""

    label: Text
    period: WhenText | None
    bars: tuple[BarView, ...]


@dataclass(frozen=True)
class PointView:
    """One point in time: a row of the drawing, with the line to the points before and after."""

    period: WhenText
    figure: FigureText
    hollow: bool
    """Whether it is not a final count."""
    x: str
    """Its place in percent of the width, from the left."""
    from_above: str | None
    """Where the line from the point before enters the row; None where they are not joined."""
    to_below: str | None
    """Where the line to the next point leaves the row."""
    break_before: Text | None
    gap_before: bool
    """Whether periods between this one and the one before are not known."""


@dataclass(frozen=True)
class ChartView:
    """A drawing of the same figures as the tables."""

    kind: str
    """pairs, bars or time."""
    label: Text | None
    """What is counted, where the drawing holds one series."""
    unit: str
    period: WhenText | None
    filled: Text | None
    """The place that filled bars stand for; None where ``legend`` says it."""
    outlined: Text | None
    legend: tuple[Text, Text] | None
    groups: tuple[BarGroup, ...] = ()
    points: tuple[PointView, ...] = ()
    has_hollow: bool = False


def chart_view(scope: Scope, measure: Measure) -> ChartView | None:
    """The drawing of ``measure``, or None where it asks for none.

    It holds the series of the measure's first unit: nothing else may share its scale.
    """
    unit = measure.series[0].unit
    series = [item for item in measure.series if item.unit is unit]
    rows = [
        row
        for row in scope.assessment.plan.observations[measure.id]
        if row.value is not None and row.series in {item.id for item in series}
    ]
    if measure.chart is Chart.NONE or not rows:
        return None
    if measure.chart is Chart.TIME:
        return _time(scope, measure, series[0], [r for r in rows if r.series == series[0].id])
    return _bars(scope, measure, series, rows)


def _bars(
    scope: Scope, measure: Measure, series: Sequence[Series], rows: Sequence[Observation]
) -> ChartView:
    most = max(row.value for row in rows if row.value is not None)
    when, data = scope.locale.formats.when, scope.locale.data
    own = [row for row in rows if row.area != measure.compared_with]
    if measure.chart is Chart.BARS:
        own = [row for row in own if row.area == own[0].area] if measure.legend else own
    periods = {row.period.text for row in own}
    groups = []
    for item in series:
        for row in (row for row in own if row.series == item.id):
            beside = [r for r in rows if r.area == measure.compared_with and _same(r, row)]
            groups.append(
                BarGroup(
                    data("series.label", item.label),
                    when(row.period) if len(periods) > 1 else None,
                    tuple(
                        _bar(scope, measure, item, bar, most)
                        for bar in (row, *beside)
                        if bar.value is not None
                    ),
                )
            )
    legend = measure.legend
    return ChartView(
        measure.chart.value,
        data("series.label", series[0].label) if len(series) == 1 else None,
        series[0].unit.value,
        when(own[0].period) if len(periods) == 1 else None,
        place_name(scope, own[0].area) if measure.compared_with else None,
        place_name(scope, measure.compared_with) if measure.compared_with else None,
        (data("legend.filled", legend.filled), data("legend.outlined", legend.outlined))
        if legend
        else None,
        groups=tuple(groups),
    )


def _same(one: Observation, other: Observation) -> bool:
    return (one.series, one.period.text) == (other.series, other.period.text)


def _bar(
    scope: Scope, measure: Measure, series: Series, row: Observation, most: Decimal
) -> BarView:
    figure = scope.locale.formats.observation(row, series.unit)
    assert figure is not None and row.value is not None  # noqa: S101, PT018 - rows with words only were left out
    width = _share(row.value, most)
    start = _FULL - width if scope.locale.dir == "rtl" else Decimal(0)
    outlined = series.outlined or row.area == measure.compared_with
    return BarView(_percent(start), _percent(width), outlined, figure)


def _time(scope: Scope, measure: Measure, series: Series, rows: Sequence[Observation]) -> ChartView:
    rows = sorted(rows, key=lambda row: (row.period.start, row.period.end))
    most = max(row.value for row in rows if row.value is not None)
    mirrored = scope.locale.dir == "rtl"
    places = [_place(row, most, mirrored=mirrored) for row in rows]
    joined = [_joined(measure, one, other) for one, other in pairwise(rows)]
    points = []
    for index, row in enumerate(rows):
        figure = scope.locale.formats.observation(row, series.unit)
        if figure is None:
            continue
        before = rows[index - 1] if index else None
        found = (
            break_between(measure.breaks, before.period.end, row.period.start) if before else None
        )
        points.append(
            PointView(
                scope.locale.formats.when(row.period),
                figure,
                row.state in (ObservationState.PROVISIONAL, ObservationState.FORECAST),
                _percent(places[index]),
                _percent((places[index - 1] + places[index]) / 2)
                if index and joined[index - 1]
                else None,
                _percent((places[index] + places[index + 1]) / 2)
                if index < len(joined) and joined[index]
                else None,
                scope.locale.data("break.why", found.why) if found else None,
                bool(index) and not joined[index - 1] and found is None,
            )
        )
    return ChartView(
        Chart.TIME.value,
        scope.locale.data("series.label", series.label),
        series.unit.value,
        None,
        None,
        None,
        None,
        points=tuple(points),
        has_hollow=any(point.hollow for point in points),
    )


def _joined(measure: Measure, one: Observation, other: Observation) -> bool:
    """Whether the second period follows the first at once, with no break between them."""
    follows = other.period.start - one.period.end == timedelta(days=1)
    return follows and break_between(measure.breaks, one.period.end, other.period.start) is None


def break_between(breaks: Sequence[Break], first: date, second: date) -> Break | None:
    """The break that parts two days, if there is one."""
    return next((item for item in breaks if first <= item.after < second), None)


def _place(row: Observation, most: Decimal, *, mirrored: bool) -> Decimal:
    share = _share(row.value or Decimal(0), most) * Decimal("0.94") + 2  # room for the mark itself
    return _FULL - share if mirrored else share


def _share(value: Decimal, most: Decimal) -> Decimal:
    return value / most * _FULL if most else Decimal(0)


def _percent(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1')).normalize():f}%"
