"""Earlier versions of a page, from git: only for people at work, never for a build."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path


def past_texts(root: Path, path: str) -> Iterator[str]:
    """The texts that ``path`` had in the history of ``root``, newest first; none without git."""
    log = _git(root, "log", "--format=%H", "--", path)
    for commit in log.split():
        text = _git(root, "show", f"{commit}:{path}")
        if text:
            yield text


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout if done.returncode == 0 else ""
