"""Mistakes in measures and inspections: each gets a line that says where, what and what to type."""

from __future__ import annotations

from pathlib import Path

import pytest

from samples import edited, load_sample

TWO = "  - {id: burglary"

RATES, TABLE = "measures/crime-rates.yml", "measures/crime-rates.csv"
OLD, NEW = "inspections/2016-effectiveness.yml", "inspections/2021-22-peel.yml"
ROW = "rate,all,2014-07-01 to 2015-06-30,county,61.2,,,,plan,\n"
OTHER = "other,all,2014-07-01 to 2015-06-30,england-and-wales,63.0,,,,plan,\n"

CASES = {
    "a figure without source": (TABLE, ROW, ROW.replace("plan", ""), "'source' is missing"),
    "a figure without period": (
        TABLE,
        ROW,
        ROW.replace("2014-07-01 to 2015-06-30", ""),
        "'period' is missing",
    ),
    "a series without unit": (
        RATES,
        "label: All crime, unit: per-1000-people",
        "label: All crime",
        "'unit' is missing",
    ),
    "a unit nobody knows": (
        RATES,
        "label: All crime, unit: per-1000-people",
        "label: All crime, unit: per-100-people",
        "Did you mean 'per-1000-people'",
    ),
    "neither value nor words": (TABLE, ROW, ROW.replace("61.2", ""), "a value, or words"),
    "both value and words": (TABLE, ROW, ROW.replace("61.2,,", "61.2,many,"), "a value, or words"),
    "a share over 100 percent": (
        TABLE,
        ROW,
        "rate,share,2015,county,104,,,,plan,\n" + ROW.removeprefix("rate"),
        "more than 100 percent",
    ),
    "less than nothing": (TABLE, ROW, ROW.replace("61.2", "-61.2"), "below zero"),
    "a comparator of another period": (
        TABLE,
        OTHER,
        OTHER.replace("2014-07-01 to 2015-06-30", "2015"),
        "of another period",
    ),
    "two values of one period": (
        TABLE,
        ROW,
        ROW + ROW.removeprefix("rate"),
        "count the same thing in one place and period",
    ),
    "a series that is not there": (
        TABLE,
        ROW,
        ROW.replace(",all,", ",al,"),
        "Did you mean 'all'",
    ),
    "a series without a row": (
        RATES,
        "  - {id: burglary",
        "  - {id: theft, label: Theft, unit: number}\n  - {id: burglary",
        "the series 'theft' has no row",
    ),
    "a headline that names nothing": (
        RATES,
        "{rate} crimes",
        "{raet} crimes",
        "'raet' does not name a row",
    ),
    "a headline without figures": (
        RATES,
        "recorded {rate} crimes for every 1,000 people. Elsewhere it was {other}.",
        "recorded crimes.",
        "'headline' names no figure",
    ),
    "two rows of one name": (TABLE, OTHER, OTHER.replace("other", "rate"), "have the name 'rate'"),
    "a political figure": (
        TABLE,
        ROW,
        ROW.replace("plan", "leaflet"),
        "rests on a political source",
    ),
    "press called official": (
        TABLE,
        ROW,
        ROW.replace("plan", "paper"),
        "is called official, but its source is not",
    ),
    "pairs with nothing to pair": (
        RATES,
        "compared_with: england-and-wales\n",
        "",
        "'compared_with' is missing",
    ),
    "an outline without legend": (
        RATES,
        "label: Burglary, unit",
        "label: Burglary, outlined: yes, unit",
        "'legend' is missing",
    ),
    "two series of one id": (RATES, "{id: burglary", "{id: all", "two series have the same id"),
    "a measure of no part": (
        RATES,
        "deliverables: 1.1",
        "deliverables: 1.9",
        "does not name a part",
    ),
    "a grade that the scale lacks": (
        OLD,
        "question: effectiveness, grade: inadequate",
        "question: effectiveness, grade: adequate",
        "the four-tier scale has no grade 'adequate'",
    ),
    "a grade nobody knows": (
        OLD,
        "question: effectiveness, grade: inadequate",
        "question: effectiveness, grade: bad",
        "'grade' does not know this word",
    ),
    "a question that is not there": (
        OLD,
        "question: effectiveness, grade",
        "question: efectiveness, grade",
        "Did you mean 'effectiveness'",
    ),
    "two grades for one question": (
        OLD,
        "findings:",
        "  - {question: effectiveness, grade: good}\nfindings:",
        "where two sources disagree, keep both and add 'conflict",
    ),
    "grades of no round": (OLD, "round: older\n", "", "belongs to no round"),
    "a round that is not there": (OLD, "round: older", "round: oldest", "Did you mean 'older'"),
    "a round that says nothing of comparison": (
        "rounds.yml",
        "  not_comparable: New questions were asked.\n",
        "",
        "does not say why its grades differ",
    ),
    "a question within itself": (
        "questions.yml",
        "  part_of: effectiveness\n",
        "  part_of: preventing\n",
        "does not name another question",
    ),
    "a finding on no part": (
        NEW,
        "    deliverables: 1.1\n",
        "    deliverables: 7.9\n",
        "'7.9' does not name a part",
    ),
    "a finding that follows nothing": (
        NEW,
        "follows: c16-1",
        "follows: c15-1",
        "does not name a finding",
    ),
    "a recommendation of no concern": (
        OLD,
        "part_of: c16-1",
        "part_of: r16-1",
        "does not name a cause of concern",
    ),
    "a follow-up without source": (
        NEW,
        "Calls were answered sooner., source: paper",
        "Calls were answered sooner.",
        "'source' is missing",
    ),
    "a search before the report": (
        NEW,
        "searched: 2026-11-22",
        "searched: 2022-04-12",
        "dated before its report",
    ),
    "a response before the report": (
        NEW,
        "state: not-found, searched: 2026-11-22, where: The pages of the office",
        "state: published, published: 2022-04-12, source: plan",
        "dated before its report",
    ),
    "published without a day": (
        NEW,
        "state: not-found, searched: 2026-11-22, where: The pages of the office",
        "state: published, source: plan",
        "'published' is missing",
    ),
    "not found without a place": (
        NEW,
        ", where: The pages of the office",
        "",
        "'where' is missing",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "says"), CASES.values(), ids=CASES.keys())
def test_a_mistake_gets_a_line(file: str, old: str, new: str, says: str, tmp_path: Path) -> None:
    changes = {
        file.replace("/", "__").replace(".yml", "_yml").replace(".csv", "_csv"): edited(
            file, old, new
        )
    }
    if "share," in new:
        changes["measures__crime-rates_yml"] = edited(
            RATES,
            "  - {id: burglary",
            "  - {id: share, label: Share, unit: percent}\n  - {id: burglary",
        )
    loaded = load_sample(tmp_path, **changes)
    lines = [str(problem) for problem in loaded.problems]
    assert loaded.plan is None
    assert any(says in line and "content_data/" in line for line in lines), lines


def test_where_sources_disagree_both_grades_stand(tmp_path: Path) -> None:
    text = edited(
        OLD,
        "findings:",
        "  - {question: effectiveness, grade: good, source: paper}\n"
        "conflict: The two sources disagree.\nfindings:",
    )
    loaded = load_sample(tmp_path, **{"inspections__2016-effectiveness_yml": text})
    assert [str(problem) for problem in loaded.problems] == []


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    loaded = load_sample(
        tmp_path,
        **{
            "measures__crime-rates_csv": edited(TABLE, ROW, ROW.replace("plan", "")),
            "inspections__2021-22-peel_yml": edited(NEW, "grade: adequate", "grade: fine"),
        },
    )
    assert {problem.file.rsplit("/", 1)[-1] for problem in loaded.problems} == {
        "crime-rates.csv",
        "2021-22-peel.yml",
    }
