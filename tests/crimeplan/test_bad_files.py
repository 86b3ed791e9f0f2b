"""Files that cannot be read, tables that are ragged, names that nothing reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from crimeplan.load import load_content
from crimeplan.problems import MOST, Problem
from samples import load_sample, write_content

BYTES = {
    "a byte order mark": (b"\xef\xbb\xbf- id: x\n", "byte order mark", "UTF-8"),
    "Windows line ends": (b"- id: x\r\n  term: y\r\n", "Windows line ends", "LF"),
    "another encoding": ("- id: caf\xe9\n".encode("latin-1"), "not saved as UTF-8", "UTF-8"),
    "a byte order mark alone": (b"\xef\xbb\xbf", "the file is empty", "Fill it"),
    "UTF-16": ("- id: x\n".encode("utf-16"), "not saved as UTF-8", "UTF-8"),
    "a bomb of aliases": (b"- &a [x]\n- &b [*a, *a]\n- [*b, *b]\n", "an alias", "Write the value"),
    "half a surrogate": (b'- id: "\\ud800"\n', "not valid YAML", "Compare"),
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


ROWS = "name,series,period,area,value,source\nrate,all,2015,county,61.2,plan\n"
TABLES = {
    "a ragged row": (ROWS + ",all,2016,county,60\n", "does not fit the header"),
    "an open quotation mark": (ROWS + '"all,2016,county,60,plan\n', "cannot be read"),
    "a doubled column": (ROWS.replace("area", "period", 1), "stands twice"),
    "an unknown column": (ROWS.replace("area", "aera", 1), "there is no key 'aera'"),
    "no source": (ROWS.replace(",plan", ","), "'source' is missing"),
    "a source that is not there": (ROWS.replace("plan", "plna"), "does not name a source"),
    "a word for a number": (ROWS.replace("61.2", "many"), "is not a number"),
}


@pytest.mark.parametrize(("table", "what"), TABLES.values(), ids=TABLES.keys())
def test_a_broken_table_gets_a_line(table: str, what: str, tmp_path: Path) -> None:
    content = write_content(tmp_path)
    (content / "measures" / "crime-rates.csv").write_bytes(table.encode())
    lines = [str(problem) for problem in load_content(content).problems]
    assert any("measures/crime-rates.csv" in line and what in line for line in lines), lines


@pytest.mark.parametrize("name", ["glossary.yml", "evidence/1.yml", "measures/crime-rates.csv"])
def test_a_folder_or_a_dead_link_in_the_place_of_a_file(name: str, tmp_path: Path) -> None:
    content = write_content(tmp_path)
    for make in (Path.mkdir, lambda path: path.symlink_to("nowhere")):
        path = content / name
        path.rename(tmp_path / "kept")
        make(path)
        loaded = load_content(content)
        assert loaded.plan is None
        assert any(name in str(problem) for problem in loaded.problems.errors)
        path.rmdir() if path.is_dir() else path.unlink()
        (tmp_path / "kept").rename(path)


def test_a_file_of_faults_is_told_in_part(tmp_path: Path) -> None:
    """A megabyte of faults is told in a few hundred lines, and quickly: the rest is not read."""
    loaded = load_sample(tmp_path, glossary_yml="- {idd: x}\n" * 50_000)
    told = [problem for problem in loaded.problems if problem.file.endswith("glossary.yml")]
    assert len(told) == MOST + 1
    assert sum("holds more problems" in problem.what for problem in told) == 1


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\u202e", "\r", "\u2028", "\ud800"])
def test_a_problem_is_one_line_that_can_be_printed(hidden: str) -> None:
    line = str(Problem(file=f"a{hidden}.yml", what=f"x{hidden}" * 5_000, remedy="Mend it"))
    assert hidden not in line
    assert f"(U+{ord(hidden[0]):04X})" in line
    assert len(line) < 1_000
    assert line.endswith("Mend it.")
    line.encode()


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
