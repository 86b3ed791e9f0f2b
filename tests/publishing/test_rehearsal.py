"""The scripts of the workflows, run without GitHub: a stand-in for gh writes down its calls.

What needs the whole project (./plan ...) is tested elsewhere; what GitHub alone has, nowhere.
"""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

import pytest
import yaml

from report import MARKER, Report

GH = """#!{python}
import json, os, sys
from pathlib import Path
words = sys.argv[1:]
files = {{w: Path(w.partition("@")[2] or w).read_text() for w in words if w.endswith(".md")}}
with Path(os.environ["CALLS"]).open("a") as out:
    out.write(json.dumps([words, list(files.values())]) + "\\n")
for asked, answer in json.loads(os.environ["ANSWERS"]).items():
    if asked in " ".join(words):
        print(answer)
"""


class Runner:
    """Runs scripts as a runner of GitHub does, in a folder."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder = root, folder
        (folder / "bin").mkdir()
        (folder / "bin/gh").write_text(GH.format(python=sys.executable))
        (folder / "bin/gh").chmod(0o755)
        self.calls = folder / "calls"

    def python(self, does: str) -> None:
        """What stands for the Python of ./plan's environment."""
        python = self.folder / ".venv/bin/python"
        python.parent.mkdir(parents=True)
        python.write_text(f"#!/bin/sh\n{does}\n")
        python.chmod(0o755)

    def script(self, workflow: str, name: str) -> str:
        path = self.root / ".github" / "workflows" / f"{workflow}.yml"
        jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
        (found,) = [s for job in jobs.values() for s in job["steps"] if s.get("name") == name]
        return str(found["run"])

    def run(
        self, workflow: str, name: str, *, answers: Mapping[str, str] | None = None, **env: str
    ) -> subprocess.CompletedProcess[str]:
        """The script of a step, with what gh answers to calls that hold a text."""
        own = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.folder),
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_ENV": str(self.folder / "env"),
            "GITHUB_REPOSITORY": "office/plan",
            "GITHUB_RUN_ID": "1",
            "CALLS": str(self.calls),
            "ANSWERS": json.dumps(answers or {}),
        }
        # https://docs.github.com/en/actions/reference/workflow-syntax-for-github-actions, shell
        command = ["bash", "-e", "-c", self.script(workflow, name)]
        return subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, **own, **env},
            capture_output=True,
            text=True,
        )

    def said(self) -> list[tuple[list[str], list[str]]]:
        """The calls of gh, each with the files it sends."""
        lines = self.calls.read_text(encoding="utf-8").splitlines()
        return [(words, files) for words, files in map(json.loads, lines)]


@pytest.fixture
def runner(root: Path, tmp_path: Path) -> Runner:
    return Runner(root, tmp_path)


def post(runner: Runner, **answers: str) -> subprocess.CompletedProcess[str]:
    (runner.folder / "comment.md").write_text(f"{MARKER}\nx")
    asked = {"office/plan/pulls": answers["pull"], "comments?per_page": answers.get("comment", "")}
    return runner.run("comment", "Put it on the pull request", HEAD_SHA="abc", answers=asked)


def test_the_first_comment_is_made(runner: Runner) -> None:
    assert post(runner, pull="7").returncode == 0
    words, files = runner.said()[-1]
    assert "POST" in words
    assert "repos/office/plan/issues/7/comments" in words
    assert files == [f"{MARKER}\nx"]


def test_the_next_one_takes_its_place(runner: Runner) -> None:
    assert post(runner, pull="7", comment="55\n56").returncode == 0
    calls = runner.said()
    assert "PATCH" in calls[-1][0]
    assert "repos/office/plan/issues/comments/55" in calls[-1][0]
    assert sum("POST" in words or "PATCH" in words for words, _ in calls) == 1
    asked = " ".join(calls[1][0])
    assert MARKER in asked, "it looks for its own comment"


def test_without_a_pull_request_there_is_no_comment(runner: Runner) -> None:
    done = post(runner, pull="")
    assert done.returncode == 0
    assert "nothing to say" in done.stdout
    assert len(runner.said()) == 1


def test_the_comment_is_written_from_the_report(runner: Runner) -> None:
    (runner.folder / "tools").symlink_to(runner.root / "tools")
    (runner.folder / "report").mkdir()
    report = runner.folder / "report/report.json"
    report.write_text(json.dumps(asdict(Report(("error: a: b.",), built=False))))
    assert runner.run("comment", "Write the comment").returncode == 0
    assert (runner.folder / "comment.md").read_text().startswith(f"{MARKER}\n")
    report.write_text('{"problems": "@everybody"}')
    assert runner.run("comment", "Write the comment").returncode == 1


def test_the_report_is_fetched_from_the_run(runner: Runner) -> None:
    assert runner.run("comment", "Fetch the report", RUN="99").returncode == 0
    ((words, _),) = runner.said()
    assert words[:3] == ["run", "download", "99"]


@pytest.mark.parametrize(("there", "verb"), [("", "create"), ("12", "edit")])
def test_one_issue_says_what_is_due(runner: Runner, there: str, verb: str) -> None:
    (runner.folder / "issue.md").write_text("due")
    done = runner.run("due", "Put it into the issue", answers={"issue list": there})
    assert done.returncode == 0, done.stderr
    words, files = runner.said()[-1]
    assert words[:2] == ["issue", verb]
    assert files == ["due"]
    assert (there in words) == bool(there)


def test_the_list_of_what_is_due_is_the_commands(runner: Runner, root: Path) -> None:
    for name in ("content_data", "docs", "overrides", "hooks", "mkdocs.yml"):
        (runner.folder / name).symlink_to(root / name)
    runner.python(f'exec "{sys.executable}" "$@"')
    done = runner.run("due", "List what is due", PYTHONPATH="hooks")
    assert done.returncode == 0, done.stderr
    lines = (runner.folder / "issue.md").read_text(encoding="utf-8").splitlines()
    assert re.match(r"(What is due|As at) .*due", lines[2]), lines[2]
    assert sum(line.startswith("## ") for line in lines) > 1
    assert sum(line.startswith("- `") for line in lines) > 10


@pytest.mark.parametrize("code", [0, 1])
def test_problems_are_kept_for_the_report(runner: Runner, code: int) -> None:
    marks = "::error file=a::b."
    runner.python(
        f'case "$*" in *github) echo "{marks}" ;; *) echo "error: a: b." ;; esac\nexit {code}'
    )
    done = runner.run("check", "Check the content")
    assert done.returncode == code
    assert (runner.folder / "report/problems.txt").read_text() == "error: a: b.\n"
    assert done.stdout.splitlines() == ["error: a: b.", marks]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def published(tmp_path: Path) -> Iterator[str]:
    """The address of a site that is published already, at a project address."""
    (tmp_path / "pages/plan").mkdir(parents=True)
    handler = functools.partial(Quiet, directory=str(tmp_path / "pages"))
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/plan/"
        server.shutdown()


@pytest.mark.parametrize(
    ("before", "changed"),
    [("a  index.html\n", "false"), ("b  index.html\n", "true"), (None, "true")],
)
def test_the_same_bytes_are_not_deployed_again(
    runner: Runner, published: str, before: str | None, changed: str
) -> None:
    (runner.folder / "site").mkdir()
    (runner.folder / "site/SHA256SUMS").write_text("a  index.html\n")
    if before is not None:
        (runner.folder / "pages/plan/SHA256SUMS").write_text(before)
    done = runner.run("publish", "Compare it with what is published", SITE_URL=published)
    assert done.returncode == 0, done.stderr
    assert (runner.folder / "output").read_text() == f"changed={changed}\n"


@pytest.mark.parametrize("base", ["https://office.github.io/plan", "https://plan.example.org/"])
def test_the_address_ends_in_one_slash(runner: Runner, base: str) -> None:
    done = runner.run("publish", "Set the day and the address", BASE_URL=base)
    assert done.returncode == 0, done.stderr
    day, address = (runner.folder / "env").read_text().splitlines()
    assert day.startswith("AS_OF=20")
    assert address == f"SITE_URL={base.rstrip('/')}/"
