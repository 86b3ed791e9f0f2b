"""Measures as readers meet them: sentence, table and drawing of the same figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from crimeplan.l10n import Formats
from crimeplan.model import Direction, Language, MeasureUnit, Observation, When
from drawing import Draw
from samples import FILES, edited
from sites import squeeze

RATES, TABLE = "measures/crime-rates.yml", "measures/crime-rates.csv"


def with_class(block: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    return [e for e in block.iter() if name in (e.get("class") or "").split()]


def test_the_headline_is_made_from_the_rows(draw: Draw) -> None:
    assert squeeze(draw("measure-headline", "crime-rates")).startswith(
        "1 July 2014 to 30 June 2015: The police recorded 61.2 crimes for every 1,000 people. "
        "Elsewhere it was 63.0."
    )


def test_an_old_figure_is_called_background(draw: Draw) -> None:
    assert "older than the plan" in squeeze(draw("measure-headline", "crime-rates"))
    assert "crime-rates" in str(html.tostring(draw("measures", "background")))
    assert squeeze(draw("measures", "during")) == "None."


def test_a_figure_of_the_plan_s_time_is_not(draw: Draw) -> None:
    table = FILES[TABLE].replace("2014-07-01 to 2015-06-30", "2022")
    changes = {"measures__crime-rates_csv": table}
    assert "older" not in squeeze(draw("measure-headline", "crime-rates", changes=changes))
    assert "2022" in squeeze(draw("measures", "during", changes=changes))


def test_the_table_keeps_decimals_qualifiers_and_notes(draw: Draw) -> None:
    table = next(draw("measure", "crime-rates").iter("table"))
    rows = [[squeeze(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]
    assert rows == [
        ["What was counted", "Sampleshire", "England and Wales"],
        ["All crime", "61.2", "63.0"],
        ["Burglary By household.", "about 12.2", "8.4"],
    ]
    assert "for every 1,000 people" in squeeze(next(table.iter("caption")))


def percent(element: html.HtmlElement, name: str) -> float:
    return float((element.get(name) or "").removesuffix("%"))


def widths(block: html.HtmlElement) -> list[tuple[float, float]]:
    bars = [rect for bar in with_class(block, "bar") for rect in bar.iter("rect")]
    return [(percent(r, "x"), percent(r, "width")) for r in bars]


def test_bars_are_as_long_as_their_figures(draw: Draw) -> None:
    found = widths(draw("measure", "crime-rates"))
    assert found == [(0, 97.1), (0, 100), (0, 19.4), (0, 13.3)]
    assert [round(float(v) / 63.0 * 100, 1) for v in ("61.2", "63.0", "12.2", "8.4")] == [
        width for _, width in found
    ]


def test_bars_start_at_the_right_in_urdu(draw: Draw) -> None:
    assert all(
        start + width == pytest.approx(100)
        for start, width in widths(draw("measure", "crime-rates", language="ur"))
    )


def test_the_drawing_has_a_name_and_a_description(draw: Draw) -> None:
    block = draw("measure", "crime-rates")
    charts = [e for e in block.iter("div") if e.get("role") == "img"]
    assert len(charts) == 1
    ids = {e.get("id"): squeeze(e) for e in block.iter() if e.get("id")}
    assert ids[charts[0].get("aria-labelledby")].startswith("The same figures drawn")
    assert "table above has every value" in ids[charts[0].get("aria-describedby")]


TIME = """\
id: crime-rates
title: Groups
summary: Groups that the police knew.
headline: "There were {last} groups."
series: [{id: groups, label: Groups, unit: number}]
chart: time
breaks: [{after: 2018-09-30, why: Another body counted them.}]
counts: Groups.
leaves_out: Others.
"""
POINTS = """\
name,series,period,value,state,source,note
,groups,2015-01 to 2015-03,49,,plan,
,groups,2023-01 to 2023-03,27,,plan,
,groups,2023-07 to 2023-09,39,,plan,
last,groups,2023-10 to 2023-12,31,forecast,plan,
"""


def test_lines_join_only_periods_that_follow_one_another(draw: Draw) -> None:
    changes = {"measures__crime-rates_yml": TIME, "measures__crime-rates_csv": POINTS}
    block = draw("measure", "crime-rates", changes=changes)
    points = with_class(block, "point")
    joins = [len([e for e in p.iter("line") if e.get("class") == "join"]) for p in points]
    assert joins == [0, 0, 1, 1]
    assert len(with_class(block, "gap")) == 1
    chart = next(e for e in block.iter("div") if e.get("role") == "img")
    assert "Another body counted them." in squeeze(with_class(chart, "break")[0])
    assert "Another body counted them." in squeeze(with_class(block, "torn")[0])
    hollow = [circle.get("class") for p in points for circle in p.iter("circle")]
    assert hollow == ["here", "here", "here", "there"]
    assert "forecast, not a count" in squeeze(next(block.iter("table")))


def test_places_in_time_are_mirrored(draw: Draw) -> None:
    changes = {"measures__crime-rates_yml": TIME, "measures__crime-rates_csv": POINTS}

    def places(language: str) -> list[float]:
        block = draw("measure", "crime-rates", language=language, changes=changes)
        circles = [c for point in with_class(block, "point") for c in point.iter("circle")]
        return [percent(circle, "cx") for circle in circles]

    assert places("en") == [pytest.approx(100 - x) for x in places("ur")]
    assert all(0 <= x <= 100 for x in places("en"))


def test_figures_of_another_unit_stand_in_their_own_table_and_not_in_the_drawing(
    draw: Draw,
) -> None:
    yml = edited(
        RATES,
        "label: Burglary, unit: per-1000-people",
        "label: Burglary, unit: per-1000-households",
    )
    block = draw("measure", "crime-rates", changes={"measures__crime-rates_yml": yml})
    assert len(list(block.iter("table"))) == 2
    assert "Burglary" not in squeeze(next(e for e in block.iter("div") if e.get("role") == "img"))


def test_words_stand_where_the_source_gives_no_number(draw: Draw) -> None:
    table = FILES[TABLE].replace(
        ",burglary,2014-07-01 to 2015-06-30,county,12.2,,about",
        ",burglary,2014-07-01 to 2015-06-30,county,,almost three quarters,",
    )
    block = draw("measure", "crime-rates", changes={"measures__crime-rates_csv": table})
    assert [squeeze(e) for e in with_class(block, "as-words")] == ["almost three quarters"]


def test_the_download_is_linked(draw: Draw) -> None:
    hrefs = [a.get("href") for a in draw("measure-sources", "crime-rates").iter("a")]
    assert "../data/measures/crime-rates.csv" in hrefs


def language(code: str, *, grouping: bool = True) -> Language:
    return Language(
        code=code, endonym=code, name=code, direction=Direction.LTR, script="x", grouping=grouping,
        decision="x",
    )  # fmt: skip


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["en", "ur", "pa", "bn", "zh", "fa"]))
def test_no_decimal_is_lost_or_made_up(value: Decimal, code: str) -> None:
    text = Formats(language(code)).exact(value)
    digits = "".join(sign for sign in text if sign.isdigit())
    assert digits == str(value).replace(".", "")
    assert digits.isascii()


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        ("63.0", MeasureUnit.PER_1000_PEOPLE, "63.0"),
        ("5", MeasureUnit.PERCENT_CHANGE, "+5"),
        ("-13", MeasureUnit.PERCENT_CHANGE, "\u221213"),
        ("0", MeasureUnit.PERCENT_CHANGE, "0"),
        ("1467", MeasureUnit.NUMBER, "1,467"),
        ("68551.32", MeasureUnit.GBP, "68,551.32"),
    ],
)
def test_a_value_is_written_in_its_unit(value: str, unit: MeasureUnit, number: str) -> None:
    row = Observation(series="x", period=When.parse("2022"), value=Decimal(value), source="x")
    figure = Formats(language("en")).observation(row, unit)
    assert figure is not None
    assert figure.number == number


@pytest.mark.parametrize(("code", "number"), [("pl", "577 678"), ("it", "577.678")])
def test_groups_are_those_of_the_language(code: str, number: str) -> None:
    assert Formats(language(code)).exact(Decimal(577678)).replace("\u00a0", " ") == number
