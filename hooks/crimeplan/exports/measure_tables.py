"""The tables of what was counted, one for each measure."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Measure, Observation, Series
from ..progress import Assessment
from .columns import Table, fields, source_column, with_codes


@dataclass(frozen=True)
class _Counted:
    """A row of a measure, with its series."""

    row: Observation
    series: Series


def measure_table(assessment: Assessment, measure: Measure) -> Table:
    """A row for each value of ``measure``, in the order of its file."""
    series = {item.id: item for item in measure.series}
    rows = [_Counted(row, series[row.series]) for row in assessment.plan.observations[measure.id]]
    return Table(
        f"measures/{measure.id}",
        with_codes(_MEASURE, "area", assessment.plan.place_by_id),
        rows,
        key=("series", "period", "area"),
        title=measure.title,
        description=f"{measure.counts} {measure.leaves_out}",
    )


def _value(row: _Counted) -> Observation:
    return row.row


_MEASURE = (
    *fields(Observation, "series", take=_value),
    *fields(Series, "label", take=lambda row: row.series, prefix="series_"),
    *fields(Series, "unit", take=lambda row: row.series),
    *fields(
        Observation,
        "period",
        "area",
        "value",
        "words",
        "qualifier",
        "state",
        take=_value,
    ),
    source_column(_value),
    *fields(Observation, "note", take=_value),
)
