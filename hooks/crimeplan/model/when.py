"""Dates as sources give them: a day, a month, a year, a financial year, or a period."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_FINANCIAL_YEAR = re.compile(r"(\d{4})/(\d{2})")
_YEAR = re.compile(r"(\d{4})")
_EXPECTED = "2021-11-24, 2021-11, 2021, 2021/22 or '2021-09 to 2021-11'"


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    FINANCIAL_YEAR = "financial-year"
    PERIOD = "period"


@dataclass(frozen=True)
class When:
    """A span of days, both ends included, with the precision its source gives.

    ``text`` is what the editor typed; ``parts`` holds the two ends of a period.
    """

    start: date
    end: date
    precision: Precision
    text: str
    parts: tuple[When, ...] = ()

    @classmethod
    def parse(cls, text: str) -> When:
        """Read ``text``; a financial year runs from 1 April to 31 March.

        Raises ValueError with a sentence an editor understands.
        """
        if " to " in text:
            first, last = (cls.parse(part.strip()) for part in text.split(" to ", 1))
            if last.end < first.start:
                raise ValueError(f"{text!r} ends before it starts")
            return cls(first.start, last.end, Precision.PERIOD, text, (first, last))
        if match := _DAY.fullmatch(text):
            year, month, day_of_month = map(int, match.groups())
            day = _day(year, month, day_of_month, typed=text)
            return cls(day, day, Precision.DAY, text)
        if match := _MONTH.fullmatch(text):
            year, month = map(int, match.groups())
            first_day = _day(year, month, 1, typed=text)
            return cls(first_day, date(year, month, _days_in(year, month)), Precision.MONTH, text)
        if match := _FINANCIAL_YEAR.fullmatch(text):
            year, following = map(int, match.groups())
            if following != (year + 1) % 100:
                raise ValueError(
                    f"{text!r} is not a financial year: {year} is followed by {(year + 1) % 100:02}"
                )
            return cls(date(year, 4, 1), date(year + 1, 3, 31), Precision.FINANCIAL_YEAR, text)
        if match := _YEAR.fullmatch(text):
            year = int(text)
            return cls(_day(year, 1, 1, typed=text), date(year, 12, 31), Precision.YEAR, text)
        raise ValueError(f"{text!r} is not a date")

    def within(self, start: date, end: date) -> bool:
        """Whether every day of it lies between ``start`` and ``end``, both included."""
        return start <= self.start and self.end <= end


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _day(year: int, month: int, day: int, *, typed: str) -> date:
    if not 1000 <= year <= 2999:
        raise ValueError(f"{typed!r} is not a date: the year is out of range")
    if not 1 <= month <= 12:
        raise ValueError(f"{typed!r} is not a date: there is no month {month}")
    if not 1 <= day <= _days_in(year, month):
        raise ValueError(
            f"{typed!r} is not a date: {calendar.month_name[month]} {year} "
            f"has {_days_in(year, month)} days"
        )
    return date(year, month, day)


def _validate_when(value: Any) -> When:
    if isinstance(value, When):
        return value
    try:
        return When.parse(str(value).strip())
    except ValueError as error:
        raise PydanticCustomError(
            "when", "{reason}", {"reason": str(error), "expected": _EXPECTED}
        ) from None


def _validate_day(value: Any) -> date:
    when = _validate_when(value.isoformat() if isinstance(value, date) else value)
    if when.precision is not Precision.DAY:
        raise PydanticCustomError(
            "when",
            "{reason}",
            {"reason": f"{when.text!r} is not one day", "expected": "a day such as 2021-11-24"},
        )
    return when.start


WhenText = Annotated[
    When,
    PlainValidator(_validate_when),
    PlainSerializer(lambda when: when.text, return_type=str),
    WithJsonSchema(
        # A year alone is a number to tools that read YAML.
        {"type": ["string", "integer"], "examples": ["2021-11-24", "2021-11", "2021", "2021/22"]}
    ),
]
Day = Annotated[
    date,
    PlainValidator(_validate_day),
    PlainSerializer(lambda day: day.isoformat(), return_type=str),
    WithJsonSchema({"type": "string", "format": "date"}),
]
