"""The day to judge by: typed, set, or that of the latest commit; and the command that takes it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from judged_day import find_day
from samples import write_content

COMMITTED = "2026-10-01"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit; AS_OF is not set."""
    monkeypatch.delenv("AS_OF", raising=False)
    env = {
        **os.environ,
        "GIT_AUTHOR_DATE": f"{COMMITTED}T12:00:00Z",
        "GIT_COMMITTER_DATE": f"{COMMITTED}T12:00:00Z",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for command in (["init", "-q"], [*identity, "commit", "-q", "--allow-empty", "-m", "First"]):
        subprocess.run(["git", *command], cwd=tmp_path, env=env, check=True)
    return tmp_path


def test_a_typed_day_comes_first(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AS_OF", "2026-11-22")
    assert find_day(repository, "2027-01-31") == date(2027, 1, 31)
    assert find_day(repository) == date(2026, 11, 22)


def test_without_one_the_latest_commit_says_it(repository: Path) -> None:
    assert find_day(repository) == date.fromisoformat(COMMITTED)


@pytest.mark.parametrize("typed", ["tomorrow", "2026-11-31", "22 November 2026"])
def test_what_is_no_day_is_told_in_plain_words(typed: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="The day to judge by is not known: '"):
        find_day(tmp_path, typed)


def run_check(root: Path, folder: Path, *arguments: str, **env: str) -> tuple[int, str]:
    """The checker's exit status and what it says of the statement in ``folder``."""
    done = subprocess.run(
        [sys.executable, "-m", "crimeplan", "--root", str(folder), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(root / "hooks"), **env},
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_the_command_takes_a_day(root: Path, repository: Path) -> None:
    write_content(repository)
    overdue = "had to be looked at again is past"
    assert overdue not in run_check(root, repository)[1]
    assert overdue not in run_check(root, repository, "--as-of", "2027-05-22")[1]
    status, said = run_check(root, repository, "--as-of", "2027-05-23")
    assert status == 1
    assert overdue in said
    assert overdue in run_check(root, repository, AS_OF="2027-05-23")[1]


def test_the_command_says_what_is_no_day(root: Path, repository: Path) -> None:
    status, said = run_check(root, repository, "--as-of", "May")
    assert status == 1
    assert said.startswith("error: The day to judge by is not known: 'May' is not a date.")
