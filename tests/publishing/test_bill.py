"""The bill of materials of the published site names all that a build installs, always alike."""

from __future__ import annotations

import json
import re
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest


class Session:
    """Runs what a session of noxfile.py runs, in another folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str, **_: Any) -> None:
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def sealed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two copies of a small site, sealed by the session seal as publish.yml does it."""
    seal = runpy.run_path(str(root / "noxfile.py"))["seal"].func
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    for folder in folders:
        for name in ("pyproject.toml", "requirements.lock"):
            shutil.copy(root / name, folder)
        shutil.copytree(root / "tools", folder / "tools")
        (folder / "site").mkdir()
        (folder / "site/index.html").write_text("x")
        seal(Session(folder))
    return [folder / "site" for folder in folders]


def bill(site: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((site / "bill-of-materials.cdx.json").read_bytes())
    return read


def test_it_names_what_is_locked(root: Path, sealed: list[Path]) -> None:
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    wanted = set(re.findall(r"^([\w.-]+)==([^ ]+)", lock, re.MULTILINE))
    assert len(wanted) > 100
    parts = bill(sealed[0])["components"]
    assert {(part["name"], part["version"]) for part in parts} == wanted
    assert {part["purl"] for part in parts} == {f"pkg:pypi/{n}@{v}" for n, v in wanted}
    for part in parts:
        hashes = part["externalReferences"][0]["hashes"]
        assert {item["alg"] for item in hashes} == {"SHA-256"}, part["name"]


def test_it_is_cyclonedx_without_clock_or_chance(sealed: list[Path]) -> None:
    read = bill(sealed[0])
    assert read["bomFormat"] == "CycloneDX"
    assert "serialNumber" not in read
    assert "timestamp" not in read["metadata"]
    assert read["metadata"]["component"]["name"] == "police-and-crime-plan"
    first, second = ((site / "bill-of-materials.cdx.json").read_bytes() for site in sealed)
    assert first == second


def test_the_sums_hold_it(sealed: list[Path]) -> None:
    told = (sealed[0] / "SHA256SUMS").read_text(encoding="utf-8")
    assert [line.split("  ")[1] for line in told.splitlines()] == [
        "bill-of-materials.cdx.json",
        "index.html",
    ]
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=sealed[0], capture_output=True, check=False).returncode == 0
