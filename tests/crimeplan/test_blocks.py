"""Markers: what fills them, and what an editor hears of one that names nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from crimeplan.blocks import BLOCKS, check_markers, known_names
from crimeplan.markers import find_markers
from crimeplan.problems import Problems
from samples import sample_plan


def faults(folder: Path, text: str) -> list[str]:
    problems = Problems()
    known = known_names(sample_plan(folder))
    check_markers(text, known, file="docs/en/x.md", problems=problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "marker",
    [
        "<!-- plan:progress 1 -->",
        "<!--plan:cards 1-->",
        "<!-- plan:timeline plan -->",
        "<!-- plan:latest all -->",
        "<!-- plan:latest 3 -->",
        "<!-- plan:help police -->",
        "<!-- plan:help police 2 -->",
        "<!-- plan:overview -->",
        "<!-- a remark -->",
        "<!-- remark: with a colon -->",
    ],
)
def test_a_good_marker_is_no_problem(marker: str, tmp_path: Path) -> None:
    assert faults(tmp_path, f"# A\n\n{marker}\n") == []


@pytest.mark.parametrize(
    ("marker", "says"),
    [
        ("<!-- plan:progres 1 -->", "Did you mean 'progress'"),
        ("<!-- plan: -->", "there is no block ''"),
        ("<!-- plan:progress 8 -->", "'8' names nothing"),
        ("<!-- plan:progress -->", "takes 1 word(s)"),
        ("<!-- plan:progress 1 2 -->", "takes 1 word(s)"),
        ("<!-- plan:timeline 1.20 -->", "Did you mean '1.2'"),
        ("<!-- plan:all-commitments statuses -->", "Did you mean 'status'"),
        ("<!-- plan:help polis -->", "Did you mean 'police'"),
        ("<!-- plan:help police many -->", "'many' names nothing"),
        ("<!-- plna:progress 1 -->", "looks like a marker"),
        ("<!-- Plan:progress 1 -->", "looks like a marker"),
        ("<!-- plan;progress 1 -->", "looks like a marker"),
        ("<!-- plan:progress 1", "not closed"),
    ],
)
def test_a_bad_marker_names_page_line_and_remedy(marker: str, says: str, tmp_path: Path) -> None:
    lines = faults(tmp_path, f"one\n\n{marker}\n")
    assert len(lines) == 1
    assert lines[0].startswith("docs/en/x.md, line 3")
    assert says in lines[0]


def test_markers_are_found_with_their_lines() -> None:
    found = list(find_markers("a\n<!-- plan:cards 1 -->\n\n<!-- plan:help police 2 -->"))
    assert [(marker.name, marker.arguments, marker.line) for marker in found] == [
        ("cards", ("1",), 2),
        ("help", ("police", "2"), 4),
    ]


def test_every_block_has_a_template(root: Path) -> None:
    assert BLOCKS
    for name in BLOCKS:
        assert (root / "overrides" / "partials" / "plan" / f"{name}.html").is_file(), name
