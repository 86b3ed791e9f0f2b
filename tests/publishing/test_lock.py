"""requirements.lock holds what pyproject.toml asks for, exactly and with hashes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def asked(text: str) -> Iterator[tuple[str, Requirement]]:
    """Each requirement of pyproject.toml, with the group it stands in."""
    for group, lines in tomllib.loads(text)["dependency-groups"].items():
        for line in lines:
            yield group, Requirement(line)


def locked(text: str) -> dict[str, tuple[Requirement, str]]:
    """What is locked by name, with all that stands about it."""
    entries = re.split(r"^(?=[a-zA-Z0-9])", text, flags=re.MULTILINE)[1:]
    found: dict[str, tuple[Requirement, str]] = {}
    for entry in entries:
        requirement = Requirement(entry.splitlines()[0].removesuffix(" \\"))
        if requirement.marker is None or requirement.marker.evaluate():
            found[canonicalize_name(requirement.name)] = (requirement, entry)
    return found


def faults(project: str, lock: str) -> list[str]:
    """Where the lock does not hold what the project asks for."""
    there, found = locked(lock), []
    for group, requirement in asked(project):
        entry = there.get(canonicalize_name(requirement.name))
        if entry is None:
            found.append(f"{requirement.name} ({group}) is not locked: run ./plan lock")
            continue
        version = next(iter(entry[0].specifier)).version
        if not requirement.specifier.contains(version):
            found.append(f"{requirement} ({group}) is asked for, {version} is locked")
        if f"police-and-crime-plan (pyproject.toml:{group})" not in entry[1]:
            found.append(f"{requirement.name} is not locked for the group {group}")
    for name, (pinned, text) in there.items():
        if [s.operator for s in pinned.specifier] != ["=="]:
            found.append(f"{name} has no exact version")
        if not HASH.search(text):
            found.append(f"{name} has no hash")
    return found


PROJECT = """
[dependency-groups]
site = ["mkdocs>=1.6,<2"]
"""
LOCK = f"""\
mkdocs==1.6.1 ; python_version > '3' \\
    --hash=sha256:{"0" * 64}
    # via police-and-crime-plan (pyproject.toml:site)
other==1.0 ; python_version < '3' \\
    --hash=sha256:{"1" * 64}
    # via mkdocs
"""


def test_the_lock_file_agrees_with_the_project(root: Path) -> None:
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    assert len(list(asked(project))) > 30
    assert len(locked(lock)) > 100
    assert faults(project, lock) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", None),
        ("mkdocs==1.6.1", "mkdocs==2.0", "mkdocs<2,>=1.6 (site) is asked for, 2.0 is locked"),
        ("mkdocs==1.6.1", "mkdocs2==1.6.1", "mkdocs (site) is not locked: run ./plan lock"),
        ("> '3'", "< '3'", "mkdocs (site) is not locked: run ./plan lock"),
        ("toml:site", "toml:checks", "mkdocs is not locked for the group site"),
        ("mkdocs==1.6.1", "mkdocs>=1.6.1", "mkdocs has no exact version"),
        ("--hash=sha256:0", "--hash=md5:0", "mkdocs has no hash"),
    ],
)
def test_a_lock_file_that_is_behind_is_seen(old: str, new: str, told: str | None) -> None:
    found = faults(PROJECT, LOCK.replace(old, new) if old else LOCK)
    assert found == [] if told is None else told in found
