"""Another office starts from nothing: the checker leads it, as README says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crimeplan.__main__ import main
from sites import SECOND_PLAN

WRITTEN = (
    "accessibility.yml",
    "help.yml",
    "languages.yml",
    "places.yml",
    "plan.yml",
    "sources.yml",
)
"""The files that hold something from the start; priorities beside them."""


@pytest.fixture
def empty(root: Path, tmp_path: Path) -> Path:
    """A copy with the engine and nothing else."""
    shutil.copytree(root / "overrides", tmp_path / "overrides")
    (tmp_path / "docs").mkdir()
    (tmp_path / "content_data").mkdir()
    return tmp_path


def errors(project: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    status = main(["check", "--root", str(project), "--as-of", "2026-11-22"])
    lines = capsys.readouterr().out.splitlines()
    found = [line for line in lines if line.startswith("error: ")]
    assert bool(status) == bool(found)
    return found


def copy(root: Path, project: Path, name: str) -> None:
    source, target = root / SECOND_PLAN / name, project / name
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        shutil.copy(source, target)


def test_the_checker_names_every_file_and_then_every_page(
    root: Path, empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = errors(empty, capsys)
    for name in (*WRITTEN, "glossary.yml", "terms.csv", "priorities"):
        assert any(f"content_data/{name}" in line for line in missing), name

    for name in (*WRITTEN, "priorities"):
        copy(root, empty, f"content_data/{name}")
    for line in errors(empty, capsys):
        if "a list that is empty is written []" in line:
            path = empty / line.split(": ")[1]
            table = (root / SECOND_PLAN / path.relative_to(empty)).read_text(encoding="utf-8")
            first = table.splitlines()[0] if path.suffix == ".csv" else "[]"
            path.write_text(f"{first}\n", encoding="utf-8")
    pages = errors(empty, capsys)
    assert pages
    assert [line for line in pages if "the page is missing" not in line] == []

    for line in pages:
        path = empty / line.split(": ")[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        copy(root, empty, path.relative_to(empty).as_posix())
    left = errors(empty, capsys)  # what these pages show is not written yet
    assert [line for line in left if "plan:" not in line] == []

    for name in ("content_data", "docs"):
        copy(root, empty, name)
    assert errors(empty, capsys) == []


def test_a_list_of_no_languages_is_told(
    root: Path, empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy(root, empty, "content_data")
    (empty / "content_data" / "languages.yml").write_text("[]\n", encoding="utf-8")
    assert any("languages.yml: there is no language." in line for line in errors(empty, capsys))
