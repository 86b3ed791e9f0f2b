"""The day to judge by, for whatever calls the package: it reads no clock and no git itself."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path


class UnknownDayError(ValueError):
    """No day to judge by is known; the text says how to give one."""


def find_day(root: Path, typed: str = "") -> date:
    """``typed``, else AS_OF where it is set, else the day of the latest commit of ``root``.

    Raises UnknownDayError.
    """
    text = typed or os.environ.get("AS_OF", "") or _latest_commit(root)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnknownDayError(
            f"The day to judge by is not known: {text!r} is not a date. Build in a clone with at "
            "least one commit, or set AS_OF to a day such as 2026-11-22."
        ) from None


def _latest_commit(root: Path) -> str:
    command = ["git", "-C", str(root), "log", "-1", "--format=%cs"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
