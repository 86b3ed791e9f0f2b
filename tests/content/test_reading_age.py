"""The English prose is plain: no page asks for more than nine years of school.

tests/content/reading-age.csv shows every page's grade as at the day it was last written. It is no
part of the test: an editor who changes words need not write it again.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crimeplan.load import load_plan
from reading_age import HARDEST, fixed_names, grade, measure_pages, paragraphs, plain
from samples import sample_plan

NOTHING = re.compile(r"(?!)")


def test_no_page_is_hard_to_read(root: Path) -> None:
    """If this fails: shorter sentences, shorter words; or a new name for fixed-names.txt."""
    plan = load_plan(root / "content_data")
    measured = measure_pages(root, plan)
    assert len(measured) > 55
    assert [reading for reading in measured if reading.grade > HARDEST] == []


def test_what_counts_as_prose() -> None:
    page = """---
title: Not this
---
First *line*
goes [on](../there/index.md) here:

## Nor this {#nor-this}

- one item;
- another
  <!-- plan:timeline plan -->

1. A third.
"""
    assert list(paragraphs(page)) == [
        "First line goes on here.",
        "one item.",
        "another.",
        "A third.",
    ]


@pytest.mark.parametrize(
    ("text", "stands_as"),
    [
        ("On 18 August 2021 it paid £5,000.50.", "On ten it paid ten."),
        ("From May 2021 to 2021/22, 12% more.", "From ten to ten, ten more."),
        ("Part 3.4 and promise 3.4.a, the 2nd.", "Part ten and promise ten, the ten."),
        ("Bedfordshire Police’s office in Luton", "Name's office in Name"),
        ("Lutonians", "Lutonians"),
    ],
)
def test_numbers_dates_and_names_are_one_short_word(
    tmp_path: Path, text: str, stands_as: str
) -> None:
    names = fixed_names(
        sample_plan(tmp_path), "# bodies\nBedfordshire\nBedfordshire Police\nLuton\n"
    )
    assert plain(text, names) == stands_as


def test_the_grade_tells_hard_from_easy() -> None:
    easy = ["The dog sat on the mat. It was glad. Then it ran to the door and sat down."]
    hard = [
        "Notwithstanding organisational difficulties, representatives of authorities cooperated."
    ]
    assert grade(easy, NOTHING) < 2
    assert grade(hard, NOTHING) > 20
