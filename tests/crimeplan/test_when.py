"""Dates in the precision of their source."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimeplan.model import Precision, When

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2080, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2021-11-24", date(2021, 11, 24), date(2021, 11, 24), Precision.DAY),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
        ("2021/22", date(2021, 4, 1), date(2022, 3, 31), Precision.FINANCIAL_YEAR),
        ("1999/00", date(1999, 4, 1), date(2000, 3, 31), Precision.FINANCIAL_YEAR),
        ("2021-05 to 2021-08", date(2021, 5, 1), date(2021, 8, 31), Precision.PERIOD),
    ],
)
def test_what_is_typed_is_what_is_meant(
    text: str, start: date, end: date, precision: Precision
) -> None:
    when = When.parse(text)
    assert (when.start, when.end, when.precision, when.text) == (start, end, precision, text)


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-31",
        "2021-00",
        "2021-13",
        "21-01-01",
        "2021/23",
        "2022 to 2021",
        "autumn",
        "",
        "2021-1-1",
        "0000-01-01",
        "2021-11-24 to",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|year|ends before"):
        When.parse(text)


@given(DAYS)
def test_a_day_reads_back(day: date) -> None:
    when = When.parse(day.isoformat())
    assert when.start == when.end == day


@given(DAYS)
def test_a_month_and_a_year_hold_their_days(day: date) -> None:
    for text in (f"{day:%Y-%m}", f"{day:%Y}"):
        when = When.parse(text)
        assert when.start <= day <= when.end


@given(DAYS, st.integers(min_value=0, max_value=400))
def test_a_period_lies_within_itself_and_not_within_less(day: date, length: int) -> None:
    last = day + timedelta(days=length)
    when = When.parse(f"{day} to {last}")
    assert when.within(day, last)
    assert not when.within(day + timedelta(days=1), last)
    assert not when.within(day, last - timedelta(days=1))
