"""What assistive technology is given of the main blocks, in English and in Urdu."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

URDU = re.compile("[\u0600-\u06ff]{3}")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def told(place: Locator) -> str:
    return place.aria_snapshot()


def test_a_promise_is_told_in_words(page: Page, address: str) -> None:
    """Number, promise, status, who, by when, evidence."""
    page.goto(f"{address}priorities/3/3-4/")
    said = told(page.locator("#c-3-4-b"))
    for words in (
        "3.4.b",
        "Set up a scheme",
        "Some action published",
        "Who was to do it",
        "the commissioner’s office",
        "no date in the plan",
        "What would show it done",
    ):
        assert words in said, said
    assert "img" not in said, "marks are decoration: the word stands beside them"
    page.goto(f"{address}ur/priorities/3/3-4/")
    said = told(page.locator("#c-3-4-b"))
    assert "3.4.b" in said
    assert URDU.search(said)


def test_a_chart_is_one_picture_with_a_name_and_says_no_more_than_the_table(
    page: Page, address: str
) -> None:
    page.goto(f"{address}measures/crime-rates/")
    said = told(page.locator("figure"))
    assert len(re.findall(r"- img ", said)) == 1, said
    assert 'img "The same figures drawn' in said
    assert "61.2" not in said, "the figures are told by the table"
    described = page.locator("[role=img]").get_attribute("aria-describedby")
    assert "table above has every value" in (page.locator(f"#{described}").text_content() or "")
    page.goto(f"{address}ur/measures/crime-rates/")
    name = re.search(r'img "([^"]+)"', told(page.locator("figure")))
    assert name
    assert URDU.search(name[1])


def test_a_table_of_figures_is_told_by_rows_and_columns(page: Page, address: str) -> None:
    page.goto(f"{address}measures/crime-rates/")
    said = told(page.locator("table.figures"))
    assert 'columnheader "England and Wales"' in said
    assert re.search(r'rowheader "Recorded crime, without fraud"', said), said
    assert 'cell "61.2"' in said


@pytest.mark.parametrize("width", [320, 1280])
def test_grades_are_told_by_question_and_year(chromium: Browser, address: str, width: int) -> None:
    """The table stays a table on a phone, where its rows stand as blocks."""
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{address}inspections/")
    said = told(page.locator("table.grades").first)
    assert "Grades of Bedfordshire Police, 2014 to 2018/19" in said
    assert 'columnheader "2016"' in said
    assert re.search(r'rowheader "Effectiveness"', said), said
    assert re.search(r'cell "(2016 )?Inadequate"', said), said
    assert "img" not in said, "ladders are decoration: the word stands beside them"
    context.close()


def test_grades_are_told_in_urdu(page: Page, address: str) -> None:
    page.goto(f"{address}ur/inspections/")
    said = told(page.locator("table.grades").first)
    assert 'columnheader "2016"' in said
    assert len(re.findall(r'rowheader "[\u0600-\u06ff]', said)) >= 5, said


def test_a_finding_is_told_with_its_kind_and_what_it_bears_on(page: Page, address: str) -> None:
    page.goto(f"{address}inspections/findings/")
    said = told(page.locator("#f-c16-1"))
    for words in (
        "Cause of concern",
        "C16-1",
        "heading",
        "Bears on",
        "1.1",
        "Takes up",
        "A15-Q1-1",
    ):
        assert words in said, said
