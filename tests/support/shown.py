"""The figures of a built page, and what they are counted in."""

from __future__ import annotations

from lxml import html

from crimeplan.model import Measure, MeasureUnit, Observation
from sites import BuiltPage


def tables(page: BuiltPage) -> list[html.HtmlElement]:
    """The tables of figures on ``page``."""
    return [e for e in page.tree.iter("table") if "figures" in (e.get("class") or "").split()]


def unit_of(measure: Measure, row: Observation) -> MeasureUnit:
    """What the value of ``row`` is counted in."""
    return next(series.unit for series in measure.series if series.id == row.series)
