"""The manifest of the printed files: read, and refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from crimeplan.load import load_editions
from crimeplan.problems import Problems

ROW = (
    '[{{"language": "{language}", "large_print": "{large}", "file": "{file}", '
    '"bytes": {size}, "pages": 157, "as_of": "{day}"}}]'
)
GOOD = {"language": "en", "large": "no", "file": "plan.pdf", "size": 4, "day": "2026-11-22"}


def read(folder: Path, **changes: object) -> tuple[int, list[str]]:
    """How many editions are told of, and the problems."""
    (folder / "plan.pdf").write_bytes(b"%PDF")
    text = ROW.format(**{**GOOD, **changes})
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    problems = Problems()
    return len(load_editions(folder, {"en", "ur"}, problems)), [str(p) for p in problems]


def test_a_good_manifest_has_no_problem(tmp_path: Path) -> None:
    assert read(tmp_path) == (1, [])


def test_no_manifest_is_no_edition_and_no_problem(tmp_path: Path) -> None:
    problems = Problems()
    assert load_editions(tmp_path / "pdf", {"en"}, problems) == ()
    assert not list(problems)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"language": "xx"}, "the language is not one of the site's"),
        ({"file": "other.pdf"}, "there is no such file"),
        ({"file": "../plan.pdf"}, "'file'"),
        ({"file": "1" * 300 + ".pdf"}, "at most 100 characters"),  # no system takes such a name
        ({"size": 5}, "the file is not the one that the manifest tells of"),
        ({"size": -1}, "'bytes'"),
        ({"large": "maybe"}, "it must be yes or no"),
        ({"day": "2026-02-31"}, "'as_of'"),
    ],
)
def test_a_faulty_manifest_says_what_is_wrong(
    tmp_path: Path, changes: dict[str, object], said: str
) -> None:
    _, problems = read(tmp_path, **changes)
    assert len(problems) == 1
    assert said in problems[0]
    assert "manifest.json" in problems[0]
