"""What the measuring ran on: the machine, and the version of everything."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pagefind")


def machine() -> dict[str, str | int | float]:
    """The processor, how many of its threads can be used, and the memory in GiB."""
    found = re.search(r"^model name\s*: (.*)$", _read("/proc/cpuinfo"), re.MULTILINE)
    total = re.search(r"^MemTotal:\s*(\d+) kB$", _read("/proc/meminfo"), re.MULTILINE)
    return {
        "processor": found[1] if found else platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory": round(int(total[1]) / 2**20, 1) if total else 0,
    }


def _read(path: str) -> str:
    file = Path(path)
    return file.read_text(encoding="utf-8") if file.exists() else ""


def versions(root: Path) -> dict[str, str]:
    """The versions of Python and the packages, and the commit that stands below ``root``."""
    packages = {package: version(package) for package in _PACKAGES}
    return {"Python": platform.python_version(), **packages, "this project": commit(root)}


def commit(root: Path, revision: str = "HEAD") -> str:
    """The short name of ``revision``; "changed" stands behind one whose files were edited since."""
    name = _git(root, "rev-parse", "--short", f"{revision}^{{commit}}")
    edited = revision == "HEAD" and _git(root, "status", "--porcelain", "hooks", "overrides")
    return f"{name} changed" if edited else name


def program_version(program: str) -> str:
    """What ``program`` calls itself."""
    asked = {"hugo": ("hugo", "version"), "zensical": ("zensical", "--version")}[program]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    found = re.search(r"\d+\.\d+\.\d+", done.stdout)
    return found[0] if found else "unknown"


@contextmanager
def worktree(root: Path, revision: str) -> Iterator[Path]:
    """The files of ``revision`` in a folder that is taken away again."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name) / "tree"
        _git(root, "worktree", "add", "--detach", str(folder), revision)
        try:
            yield folder
        finally:
            _git(root, "worktree", "remove", "--force", str(folder))


def _git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
