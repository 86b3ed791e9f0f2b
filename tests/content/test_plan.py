"""The real content: it has no problems, and it holds what the plan held."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from crimeplan.model import NotCounted, Plan, SourceKind
from crimeplan.pages import Pages
from crimeplan.progress import assess_plan
from crimeplan.site import check_site

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@pytest.fixture(scope="module")
def content(root: Path) -> tuple[Plan, Pages]:
    problems, plan, pages = check_site(root)
    assert [str(problem) for problem in problems.errors] == []
    assert plan is not None
    return plan, pages


@pytest.fixture(scope="module")
def plan(content: tuple[Plan, Pages]) -> Plan:
    return content[0]


def test_seven_priorities_38_parts_103_lines_98_promises(plan: Plan) -> None:
    lines = list(plan.commitments)
    assert len(plan.priorities) == 7
    assert len(list(plan.deliverables)) == 38
    assert len(lines) == 103
    assert sum(line.counted for line in lines) == 98
    assert [len(priority.deliverables) for priority in plan.priorities] == [4, 2, 11, 9, 6, 3, 3]


def test_the_five_lines_that_promise_nothing(plan: Plan) -> None:
    assert {line.id: line.not_counted for line in plan.commitments if not line.counted} == {
        "3.2.e": NotCounted.REPEAT,
        "5.1.a": NotCounted.STATEMENT,
        "5.1.b": NotCounted.STATEMENT,
        "6.2.k": NotCounted.QUOTATION,
        "6.2.l": NotCounted.QUOTATION,
    }


def test_titles_end_where_the_plan_ends_them(plan: Plan) -> None:
    titles = {part.id: part.title for part in plan.deliverables}
    assert titles["1.1"] == "Community Engagement; Problem Solving and Days of Action"
    assert titles["7.3"] == "Local connection to national issues of emergency"
    priority = plan.priority_by_number[5]
    assert priority.title.startswith("Multi-agency approach")
    assert priority.summary_title is not None
    assert priority.summary_title.startswith("Multi-agency and transparent approach")


@pytest.mark.parametrize(
    ("part", "other"), [("2.1", "4.9"), ("4.7", "7.1"), ("2.2", "3.11"), ("4.7", "4.8")]
)
def test_parts_that_belong_together_name_each_other(plan: Plan, part: str, other: str) -> None:
    parts = plan.deliverable_by_id
    assert other in {item.id for item in parts[part].see_also}
    assert part in {item.id for item in parts[other].see_also}


def test_promises_that_only_the_summary_carries_are_kept(plan: Plan) -> None:
    orphans = {
        (p.number, item.text)
        for p in plan.priorities
        for item in p.summary_items
        if not item.deliverables
    }
    assert len(orphans) == 4
    assert {number for number, _ in orphans} == {4, 5, 6}


RESEARCHED = [f"p{number:03}" for number in range(1, 109)]
FIGURES = range(1, 57)
"""The figures of the inspection reports of 2015 and 2016 and of the force's page of 2023."""
"""The rows of facts that were researched for this plan; each is used or left out, with a reason."""


def test_every_researched_fact_is_used_or_left_out(plan: Plan) -> None:
    kept = {entry.id for entry in plan.evidence} | {item.id for item in plan.left_out}
    missing = [row for row in RESEARCHED if row not in kept]
    assert missing == []


def test_every_figure_is_used_or_left_out(root: Path, plan: Plan) -> None:
    """An id such as f047-f049 stands for the figures from 47 to 49.

    Figures 41 and 42, two dates, are what became of a finding of 2015.
    """
    with (root / "tests/content/figures.csv").open(encoding="utf-8") as file:
        ids = [row["fact"].lower() for row in csv.DictReader(file)] + ["f041-f042"]
    ids += [entry.id for entry in plan.evidence] + [item.id for item in plan.left_out]
    spans = [
        re.findall(r"f(\d{3})", name) for name in ids if re.fullmatch(r"f\d{3}(-f\d{3})?", name)
    ]
    kept = {n for span in spans for n in range(int(span[0]), int(span[-1]) + 1)}
    assert [number for number in FIGURES if number not in kept] == []


def test_no_status_rests_on_less_than_the_rules_ask(plan: Plan) -> None:
    assessment = assess_plan(plan, as_of=date(2026, 11, 22))
    counts = assessment.all_counts
    assert counts.total == 98
    supporting = [e for s in assessment.standings.values() for e in s.supporting]
    assert supporting
    for entry in supporting:
        assert plan.source_by_id[entry.source].kind is not SourceKind.POLITICAL
        assert plan.source_by_id[entry.source].address, entry.id


def test_nothing_is_shown_twice_as_a_source(plan: Plan) -> None:
    addresses = [source.address for source in plan.sources if source.address]
    assert len(addresses) == len(set(addresses))


def test_each_part_has_150_to_300_words_of_prose(root: Path, plan: Plan) -> None:
    lengths = {}
    for part in plan.deliverables:
        path = root / "docs/en/priorities" / part.id[0] / f"{part.id.replace('.', '-')}.md"
        text = FRONT_MATTER.sub("", path.read_text(encoding="utf-8"))
        text = LINK.sub(r"\1", COMMENT.sub("", text))
        prose = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
        lengths[part.id] = len(WORD.findall(prose))
    assert len(lengths) == 38
    assert {part: length for part, length in lengths.items() if not 150 <= length <= 300} == {}


def test_no_person_is_named_beside_a_promise(root: Path) -> None:
    names = ("Akinbusoye", "Tizard", "Holloway", "Rodenhurst", "Forsyth", "Boutcher", "Dalgarno")
    paths = [
        *root.glob("content_data/priorities/*.yml"),
        *root.glob("content_data/evidence/*.yml"),
        *root.glob("content_data/inspections/*.yml"),
        *root.glob("content_data/measures/*.*"),
        *root.glob("docs/en/priorities/**/*.md"),
        *root.glob("docs/en/inspections/*.md"),
        *root.glob("docs/en/measures/*.md"),
    ]
    assert len(paths) > 50
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert [name for name in names if name in text] == [], path


def test_every_help_entry_can_be_rechecked(plan: Plan) -> None:
    assert plan.help
    for entry in plan.help:
        assert entry.recheck_by > entry.checked


def test_55_cannot_be_dialled_by_mistake(root: Path) -> None:
    for path in [
        *root.glob("content_data/*.yml"),
        *root.glob("docs/**/*.md"),
        *root.glob("**/*.po"),
    ]:
        assert "99955" not in path.read_text(encoding="utf-8").replace(" ", ""), path


def test_every_figure_is_the_one_that_was_researched(root: Path, plan: Plan) -> None:
    """tests/content/figures.csv was typed from the sources a second time, by itself."""
    with (root / "tests/content/figures.csv").open(encoding="utf-8") as file:
        typed = list(csv.DictReader(file))
    assert len(typed) > 150
    held = {
        (name, row.series, row.period.text, row.area): row
        for name, rows in plan.observations.items()
        for row in rows
    }
    for figure in typed:
        key = (figure["measure"], figure["series"], figure["period"], figure["area"])
        row = held[key]
        assert (str(row.value) if row.value is not None else "") == figure["value"], key
        assert (row.words or "") == figure["words"], key
        assert row.qualifier.value == (figure["qualifier"] or "exact"), key


def test_languages_are_counted_as_in_the_census_table(plan: Plan) -> None:
    """languages.yml says how many speak each language of the site; the measure says the same."""
    counted = {(row.series, row.area): row.value for row in plan.observations["main-languages"]}
    checked = 0
    for language in plan.languages[1:]:
        series = "chinese-other" if language.code == "zh" else language.name.lower()
        for area, number in language.census.items():
            assert counted[series, area] == number, language.code
            checked += 1
    assert checked == 9 * 3
