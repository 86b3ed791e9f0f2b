"""Measures: values that their unit allows, comparators of the same period, firm sources."""

from __future__ import annotations

from collections import Counter

from ..model import (
    Measure,
    MeasureUnit,
    Observation,
    ObservationState,
    PlaceUse,
    SourceKind,
)
from ..problems import suggest
from .register import Register


def check_measure(register: Register, measure: Measure) -> None:
    """Report what ``measure`` and the rows of its table name, count or compare wrongly."""
    for name in measure.deliverables:
        register.names_part(measure, name, measure.id, "deliverables")
    if measure.compared_with is not None:
        register.names_place(
            measure, measure.compared_with, PlaceUse.FIGURES, measure.id, "compared_with"
        )
    rows = register.plan.observations.get(measure.id, ())
    for row in rows:
        _check_row(register, measure, row)
    _check_doubles(register, measure, rows)
    if register.tables_known:  # otherwise a row may be missing that could not be read
        _check_comparators(register, measure, rows)
        _check_series(register, measure, rows)
        _check_headline(register, measure, rows)


def _check_row(register: Register, measure: Measure, row: Observation) -> None:
    series = {item.id: item for item in measure.series}
    if row.series not in series:
        register.report(
            row,
            item=measure.id,
            what=f"{row.series!r} is not a series of this measure",
            remedy=suggest(row.series, series, otherwise=f"Use one of: {', '.join(series)}"),
        )
    elif row.value is not None:
        unit = series[row.series].unit
        if unit is MeasureUnit.PERCENT and row.value > 100:
            register.report(
                row,
                item=measure.id,
                what="a share is more than 100 percent",
                received=str(row.value),
                remedy="Correct it; a change is counted in percent-change",
            )
        if unit is not MeasureUnit.PERCENT_CHANGE and row.value < 0:
            register.report(
                row,
                item=measure.id,
                what="the value is below zero",
                received=str(row.value),
                remedy="Correct it; a change is counted in percent-change",
            )
    register.names_place(row, row.area, PlaceUse.FIGURES, measure.id)
    if register.names_source(row, row.source, measure.id):
        _check_state(register, measure, row)


def _check_state(register: Register, measure: Measure, row: Observation) -> None:
    kind = register.plan.source_by_id[row.source].kind
    if kind is SourceKind.POLITICAL:
        register.report(
            row,
            item=measure.id,
            what="a figure rests on a political source",
            received=row.source,
            remedy="Name another source, or take the row out",
        )
    elif row.state is ObservationState.OFFICIAL and kind is not SourceKind.OFFICIAL:
        register.report(
            row,
            item=measure.id,
            what="the figure is called official, but its source is not",
            received=f"the source {row.source} is {kind.value}",
            remedy="Type press in the column 'state', or name the official source",
        )


def _check_doubles(register: Register, measure: Measure, rows: tuple[Observation, ...]) -> None:
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        key = (row.series, row.area, row.period.text)
        if key in seen:
            register.report(
                row,
                item=measure.id,
                what="two rows count the same thing in one place and period",
                received=f"{row.series}, {row.area}, {row.period.text}",
                remedy="Keep one of the two",
            )
        seen.add(key)


def _check_comparators(register: Register, measure: Measure, rows: tuple[Observation, ...]) -> None:
    if measure.compared_with is None:
        return
    own = {(r.series, r.period.text) for r in rows if r.area != measure.compared_with}
    for row in rows:
        if row.area == measure.compared_with and (row.series, row.period.text) not in own:
            register.report(
                row,
                item=measure.id,
                what="the comparator is of another period than what it is compared with",
                received=row.period.text,
                remedy="Give both rows the same period, or take the row out",
            )


def _check_series(register: Register, measure: Measure, rows: tuple[Observation, ...]) -> None:
    used = {row.series for row in rows}
    for index, series in enumerate(measure.series):
        if series.id not in used:
            register.report(
                measure,
                "series",
                index,
                item=measure.id,
                what=f"the series {series.id!r} has no row in the table",
                remedy=f"Add a row to {measure.id}.csv, or delete the series",
            )


def _check_headline(register: Register, measure: Measure, rows: tuple[Observation, ...]) -> None:
    names = Counter(row.name for row in rows if row.name is not None)
    for name in sorted(name for name, count in names.items() if count > 1):
        register.report(
            measure,
            "headline",
            item=measure.id,
            what=f"two rows of the table have the name {name!r}",
            remedy="Give each row a name of its own, or none",
        )
    for name in measure.named:
        register.names(
            measure, name, frozenset(names), "a row of its table", measure.id, "headline"
        )
