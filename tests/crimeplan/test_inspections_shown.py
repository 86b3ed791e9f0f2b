"""Inspections as readers meet them: grades with their year and scale, findings that join up."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from crimeplan.model import RUNGS, GradeName, Inspection, Plan, Scale, When
from drawing import Draw
from samples import edited, sample_plan
from sites import squeeze

OLD, NEW = "inspections/2016-effectiveness.yml", "inspections/2021-22-peel.yml"


def rows(block: html.HtmlElement) -> list[list[str]]:
    return [[squeeze(cell) for cell in row.iter("th", "td")] for row in block.iter("tr")]


def test_rounds_stand_apart_with_the_reason(draw: Draw) -> None:
    block = draw("grades")
    assert [squeeze(caption) for caption in block.iter("caption")] == [
        "Grades of Sampleshire Police, 2014 to 2018/19 Four grades.",
        "Grades of Sampleshire Police, 2021/22 Five grades.",
    ]
    tears = [e for e in block.iter("div") if e.get("class") == "break"]
    assert [squeeze(tear) for tear in tears] == [
        "Do not compare across this line. New questions were asked."
    ]


def test_a_grade_is_told_by_word_shape_and_tone(draw: Draw) -> None:
    grades = [e for e in draw("grades").iter("span") if "grade" in (e.get("class") or "").split()]
    found = [
        (squeeze(e), e.get("class"), [use.get("href") for use in e.iter("use")]) for e in grades
    ]
    assert found == [
        ("Inadequate", "grade g-least", ["#g4-4"]),
        ("Requires improvement", "grade g-low", ["#g4-3"]),
        ("Adequate", "grade g-mid", ["#g5-3"]),
    ]


def test_every_rung_has_its_mark(root: Path) -> None:
    sprite = (root / "overrides/partials/sprite.html").read_text(encoding="utf-8")
    marks = [f"g{len(rungs)}-{n}" for rungs in RUNGS.values() for n in range(1, len(rungs) + 1)]
    assert len(marks) == 9
    assert [mark for mark in marks if f'id="{mark}"' not in sprite] == []
    assert GradeName.ADEQUATE not in RUNGS[Scale.FOUR]


def test_questions_of_several_years_are_a_grid(draw: Draw) -> None:
    later = edited(OLD, "year: 2016", "year: 2017").replace("2016-effectiveness", "2017-peel")
    block = draw("grades", changes={"inspections__2017-peel_yml": later.replace("16-1", "17-1")})
    table = rows(next(block.iter("table")))
    assert table[0] == ["Question", "2016", "2017"]
    assert table[1] == ["Effectiveness", "Inadequate", "Inadequate"]


def test_both_grades_show_where_sources_disagree(draw: Draw) -> None:
    text = edited(
        OLD,
        "findings:",
        "  - {question: effectiveness, grade: good, source: paper}\n"
        "conflict: The two sources disagree.\nfindings:",
    )
    block = draw("grades", changes={"inspections__2016-effectiveness_yml": text})
    cell = rows(block)[1]
    assert cell[-1].split() == ["Inadequate", "Good"]
    assert "The two sources disagree." in squeeze(block)
    assert "Source: The office: The plan 20 August 2021; The Paper: A story" in squeeze(block)


def test_the_latest_grade_stands_beside_an_older_one(draw: Draw) -> None:
    table = rows(draw("inspection-grades", "2016-effectiveness"))
    assert table[1] == ["Effectiveness", "Inadequate", "This is the latest that we know of."]
    assert table[2][1:] == ["Requires improvement", "Adequate 2021/22"]


def test_a_grade_on_a_part_carries_its_year(draw: Draw) -> None:
    words = squeeze(draw("part-findings", "1.2"))
    assert "Preventing crime: Adequate 2021/22" in words
    assert "supports no status" in words


def test_findings_name_what_they_take_up_and_what_came_back(draw: Draw) -> None:
    cards = {
        e.get("id"): squeeze(e) for e in draw("tracker", "inspection").iter("li") if e.get("id")
    }
    assert "Takes up C16-1 Too few people. 2016" in cards["f-a21-1"]
    assert "Later May 2023: Calls were answered sooner." in cards["f-a21-1"]
    assert "Came back as A21-1 Answer sooner. 2021/22" in cards["f-c16-1"]
    assert "Find more people. (at once) R16-1" in cards["f-c16-1"]
    assert "f-r16-1" in cards


@pytest.mark.parametrize("by", ["inspection", "question", "part"])
def test_the_tracker_holds_each_finding_once_in_a_group(draw: Draw, by: str) -> None:
    block = draw("tracker", by)
    assert "3 findings that ask for something" in squeeze(block)
    ids = [e.get("id") for e in block.iter("li") if e.get("id")]
    assert len(ids) == len(set(ids)) == 3


def test_remarks_are_not_in_the_tracker(draw: Draw) -> None:
    text = edited(NEW, "kind: area-for-improvement", "kind: strength")
    changes = {"inspections__2021-22-peel_yml": text}
    ids = [e.get("id") for e in draw("tracker", "inspection", changes=changes).iter("li")]
    assert "f-c16-1" in ids
    assert "f-a21-1" not in ids
    found = squeeze(draw("findings", "2021-22-peel", changes=changes))
    assert "What else inspectors said Something done well A21-1 Answer sooner." in found


def test_a_response_says_where_and_when_it_was_looked_for(draw: Draw) -> None:
    words = squeeze(draw("response", "2021-22-peel"))
    assert "Last day for the commissioner’s comments: 7 June 2022" in words
    assert "Not found. We looked on 22 November 2026. The pages of the office" in words


def test_a_published_response_is_linked(draw: Draw) -> None:
    text = edited(
        NEW,
        "{state: not-found, searched: 2026-11-22, where: The pages of the office}",
        "{state: published, published: 2022-06-30, source: notice}",
    )
    words = squeeze(
        draw("response", "2021-22-peel", changes={"inspections__2021-22-peel_yml": text})
    )
    assert "Published on 30 June 2022. The office: Decision 37" in words


def test_nothing_is_looked_for_by_default_and_no_day_is_set_for_older_reports(draw: Draw) -> None:
    words = squeeze(draw("response", "2016-effectiveness"))
    assert "We have not looked for one." in words
    assert "Last day" not in words
    assert "Effectiveness 2016" not in squeeze(draw("responses"))


@pytest.mark.parametrize("language", ["en", "ur"])
def test_no_report_is_called_late(draw: Draw, language: str) -> None:
    for block in ("responses", "tracker"):
        words = squeeze(draw(block, *(["part"] if block == "tracker" else []), language=language))
        assert words
        for word in ("overdue", "missed", "too late"):
            assert word not in words.lower()


def inspection(published: str | None) -> Inspection:
    when = When.parse(published) if published else None
    year = When.parse("2022")
    return Inspection(
        id="x", title="X", body="X", programme="X", year=year, published=when, source="x"
    )


@pytest.mark.parametrize(
    ("published", "due"),
    [("2022-04-13", date(2022, 6, 7)), ("2023-05-19", date(2023, 7, 13)), ("2022-04", None)],
)
def test_the_last_of_56_days_counts_the_day_of_publication(
    published: str, due: date | None
) -> None:
    """Police Act 1996, section 55(5B): before the end of 56 days that begin with that day."""
    assert inspection(published).comments_due == due
    assert inspection(None).comments_due is None


@given(st.dates(date(1996, 1, 1), date(2100, 1, 1)))
def test_56_days_are_eight_weeks(day: date) -> None:
    due = inspection(day.isoformat()).comments_due
    assert due is not None
    assert due + timedelta(days=1) - day == timedelta(weeks=8)


def test_the_plan_joins_findings_to_inspections(tmp_path: Path) -> None:
    plan: Plan = sample_plan(tmp_path)
    held, finding = plan.finding_by_id["r16-1"]
    assert (held.id, finding.part_of) == ("2016-effectiveness", "c16-1")
    assert [item.id for item in plan.inspections] == ["2016-effectiveness", "2021-22-peel"]
