"""Files that cannot be read, tables that are ragged, names that nothing reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from crimeplan.load import load_content
from samples import load_sample, sample_plan, write_content

BYTES = {
    "a byte order mark": (b"\xef\xbb\xbf- id: x\n", "byte order mark", "UTF-8"),
    "Windows line ends": (b"- id: x\r\n  term: y\r\n", "Windows line ends", "LF"),
    "another encoding": ("- id: caf\xe9\n".encode("latin-1"), "not saved as UTF-8", "UTF-8"),
    "nothing": (b"", "the file is empty", "Fill it"),
    "only white space": (b"  \n\n", "the file is empty", "Fill it"),
    "only comments": (b"# nothing\n", "nothing but comments", "[]"),
    "a NUL": (b"- id: x\x00\n", "NUL", "Delete"),
    "more than 1 MB": (b"- id: x\n" * 200_000, "too big", "1.6 MB"),
    "10 MB": (b"x" * 10_000_000, "too big", "10.0 MB"),
    "deep nesting": (b"[" * 100_000, "nested too deeply", "Compare"),
    "not a list": (b"id: x\n", "does not hold a list", "dash"),
    "a word": (b"hello\n", "does not hold a list", "dash"),
    "a list of words": (b"- hello\n", "this is not an entry", "Compare"),
}


@pytest.mark.parametrize(("data", "what", "remedy"), BYTES.values(), ids=BYTES.keys())
def test_a_broken_file_gets_a_line(data: bytes, what: str, remedy: str, tmp_path: Path) -> None:
    content = write_content(tmp_path)
    (content / "glossary.yml").write_bytes(data)
    loaded = load_content(content)
    assert loaded.plan is None
    lines = [str(problem) for problem in loaded.problems if "glossary.yml" in problem.file]
    assert any(what in line and remedy in line for line in lines), lines


MEASURE = """\
id: crime
title: Recorded crime
unit: per 1,000 people
meaning: What was reported.
"""
ROWS = "period,area,value,source\n2015,county,61.2,plan\n"
TABLES = {
    "semicolons": (ROWS.replace(",", ";"), "parted by semicolons"),
    "a ragged row": (ROWS + "2016,county,60\n", "does not fit the header"),
    "an open quotation mark": (ROWS + '"2016,county,60,plan\n', "cannot be read"),
    "a doubled column": (ROWS.replace("area", "period", 1), "stands twice"),
    "an unknown column": (ROWS.replace("area", "aera", 1), "there is no key 'aera'"),
    "no source": (ROWS.replace(",plan", ","), "'source' is missing"),
    "a source that is not there": (ROWS.replace("plan", "plna"), "does not name a source"),
    "a word for a number": (ROWS.replace("61.2", "many"), "is not a number"),
    "Windows line ends": (ROWS.replace("\n", "\r\n"), "Windows line ends"),
    "a byte order mark": ("\ufeff" + ROWS, "byte order mark"),
}


@pytest.mark.parametrize(("table", "what"), TABLES.values(), ids=TABLES.keys())
def test_a_broken_table_gets_a_line(table: str, what: str, tmp_path: Path) -> None:
    content = write_content(tmp_path, measures__crime_yml=MEASURE)
    (content / "measures" / "crime.csv").write_bytes(table.encode())
    lines = [str(problem) for problem in load_content(content).problems]
    assert any("measures/crime.csv" in line and what in line for line in lines), lines


def test_a_measure_and_an_inspection_are_read(tmp_path: Path) -> None:
    inspection = """\
id: 2016-effectiveness
body: HMIC
programme: PEEL effectiveness 2016
published: 2017-03-02
scale: four-tier
grades:
  - {question: Overall, grade: inadequate}
findings:
  - {id: c16-1, kind: cause-of-concern, text: Too few people., deliverables: 1.1}
  - {id: r16-1, kind: recommendation, text: Have more., deliverables: 1.1, follows: c16-1}
source: paper
"""
    plan = sample_plan(
        tmp_path,
        measures__crime_yml=MEASURE,
        measures__crime_csv=ROWS,
        **{"inspections__2016-effectiveness_yml": inspection},
    )
    assert [str(row.value) for row in plan.observations["crime"]] == ["61.2"]
    assert plan.inspections[0].response.state.value == "not-searched"
    assert plan.inspections[0].findings[1].follows == ("c16-1",)


def test_a_broken_file_is_not_blamed_on_others(tmp_path: Path) -> None:
    loaded = load_sample(tmp_path, sources_yml="- id: 'x\n", priorities__1_yml="number: 1\n")
    assert {problem.file for problem in loaded.problems} == {
        "content_data/sources.yml",
        "content_data/priorities/1.yml",
    }


def test_a_missing_or_unread_file_gets_a_line(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    (content / "sources.yml").rename(content / "source.yml")
    (content / "evidence" / "1.yml").rename(content / "evidence" / "1.yaml")
    lines = [str(problem) for problem in load_content(content).problems]
    assert any("sources.yml" in line and "is missing" in line for line in lines)
    assert any(
        "source.yml: nothing reads this file. Rename it to sources.yml" in line for line in lines
    )
    assert any("1.yaml: nothing reads this file" in line for line in lines)


def test_a_file_must_be_named_like_its_entry(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    (content / "priorities" / "1.yml").rename(content / "priorities" / "2.yml")
    lines = [str(problem) for problem in load_content(content).problems]
    assert any("has another name than its entry" in line and "1.yml" in line for line in lines)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    problems = load_content(tmp_path / "content_data").problems
    assert [problem.what for problem in problems] == ["there is no such folder"]
