"""What is counted: a measure, its series, and one value a place and period."""

from __future__ import annotations

import string
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import AsList, DeliverableId, Entity, Flag, Number, Slug, Words
from .evidence import Qualifier
from .place import WHOLE_AREA
from .when import Day, WhenText


class MeasureUnit(StrEnum):
    """What one of the thing counted is; the words for each are in the templates."""

    NUMBER = "number"
    GBP = "gbp"
    PERCENT = "percent"
    PERCENT_CHANGE = "percent-change"
    PER_1000_PEOPLE = "per-1000-people"
    PER_1000_HOUSEHOLDS = "per-1000-households"
    PER_MILLION_PEOPLE = "per-million-people"
    PER_100_OFFENCES = "per-100-offences"
    KILOGRAMS = "kilograms"
    DAYS = "days"


class Chart(StrEnum):
    """How the figures are drawn, beside their table."""

    NONE = "none"
    PAIRS = "pairs"
    """Each series as two bars: the place itself and the one it is compared with."""
    BARS = "bars"
    """One bar for each observation."""
    TIME = "time"
    """Points over time, joined only where one period follows the other without a break."""


class ObservationState(StrEnum):
    """How firm a figure is, and who says so."""

    OFFICIAL = "official"
    PROVISIONAL = "provisional"
    FORECAST = "forecast"
    PRESS = "press"


class Series(Entity):
    """One thing counted, in one unit, by one definition."""

    id: Slug
    """Its name within the measure."""
    label: Words
    """What is counted."""
    unit: MeasureUnit
    """number, gbp, percent, percent-change, per-1000-people and so on."""
    outlined: Flag = False
    """Drawn as an outline and not filled; the legend says what that means."""
    note: Words | None = None
    """What its definition takes in or leaves out."""


class Legend(Entity):
    """What filled and outlined bars stand for, where they are not places."""

    filled: Words
    """What a filled bar is."""
    outlined: Words
    """What an outlined bar is."""


class Break(Entity):
    """A day across which the figures must not be compared."""

    after: Day
    """The last day before the break."""
    why: Words
    """What changed."""


class Measure(Entity):
    """What is counted and how: content_data/measures/<id>.yml, beside its <id>.csv."""

    id: Slug
    """Its name, equal to the file's and to its address on the site."""
    title: Words
    """What is counted."""
    summary: Words
    """One plain line that says what it is about."""
    headline: Words
    """The sentence that says it; {name} stands for the row of that name in the CSV. No dates:
    the period of the first of these rows is put before it."""
    series: Annotated[tuple[Series, ...], Field(min_length=1)]
    """What is counted, in the order of the table."""
    compared_with: Slug | None = None
    """The id of the place whose figures stand beside those of the area, for the same period."""
    chart: Chart = Chart.NONE
    """none, pairs, bars or time."""
    legend: Legend | None = None
    """What filled and outlined bars stand for, where a series is outlined."""
    breaks: tuple[Break, ...] = ()
    """Where the figures must not be compared."""
    counts: Words
    """What the figures take in."""
    leaves_out: Words
    """What they leave out, or do not show."""
    cautions: Annotated[tuple[Words, ...], AsList] = ()
    """What must not be compared or concluded."""
    deliverables: Annotated[tuple[DeliverableId, ...], AsList] = ()
    """The parts of the plan it bears on."""

    @property
    def named(self) -> tuple[str, ...]:
        """The rows that the headline names, in its order."""
        parsed = string.Formatter().parse(self.headline)
        return tuple(name for _, name, _, _ in parsed if name is not None)

    @model_validator(mode="after")
    def _consistent(self) -> Measure:
        ids = [series.id for series in self.series]
        if len(ids) != len(set(ids)):
            raise PydanticCustomError("series", "two series have the same id", {})
        if not self.named:
            raise PydanticCustomError(
                "headline",
                "'headline' names no figure",
                {"expected": "a row of the CSV in braces, such as {rate}"},
            )
        if any(series.outlined for series in self.series) and self.legend is None:
            raise PydanticCustomError(
                "demanded",
                "{key!r} is missing: {why}",
                {"key": "legend", "why": "outlined bars need words that say what they are"},
            )
        if self.chart is Chart.PAIRS and self.compared_with is None:
            raise PydanticCustomError(
                "demanded",
                "{key!r} is missing: {why}",
                {"key": "compared_with", "why": "pairs of bars compare two places"},
            )
        return self


class Observation(Entity):
    """One value of a series in one place and period, or words where no number is given.

    A row of the measure's CSV.
    """

    name: Slug | None = None
    """The name by which the headline calls it."""
    series: Slug
    """The id of its series."""
    period: WhenText
    """The days it covers, or the day it was counted."""
    area: Slug = WHOLE_AREA
    """Where it was counted: the id of a place in places.yml."""
    value: Number | None = None
    """The value, in the unit of its series, rounded as the source rounds it."""
    words: Words | None = None
    """What the source says where it gives no number."""
    qualifier: Qualifier = Qualifier.EXACT
    """How exact the source says it is."""
    state: ObservationState = ObservationState.OFFICIAL
    """official, provisional, forecast or press."""
    source: Slug
    """The id of its source."""
    note: Words | None = None
    """What this one value needs said."""

    @model_validator(mode="after")
    def _one(self) -> Observation:
        if (self.value is None) == (self.words is None):
            raise PydanticCustomError(
                "demanded",
                "{key!r} is missing: {why}",
                {"key": "value", "why": "a row has a value, or words where there is no number"},
            )
        return self
