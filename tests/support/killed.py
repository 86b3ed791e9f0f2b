"""Kills the making of a folder before each of its steps, and tells what is then left.

Run as ``python -m killed FOLDER STOOD EXCHANGE``: STOOD and EXCHANGE are yes or no, for whether a
folder stood there before, and whether two names can be exchanged. Prints a line of JSON a kill.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import whole_folder

NAMES = ("index.html", "about/index.html", "data/plan.json")
_TRACED = {whole_folder.__file__, __file__}


def fill(folder: Path, words: str) -> None:
    """Three files that all say ``words``."""
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words)


def held(folder: Path) -> dict[str, str]:
    """The files of ``folder`` and what they say."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def make(target: Path, aside: Path) -> None:
    """Put a new folder in the place of ``target``."""
    with whole_folder.whole_folder(target, aside, waits=lambda: None) as fresh:
        fill(fresh, "new")


def fail(target: Path, aside: Path) -> None:
    """Begin to, and fail."""
    with (
        suppress(ZeroDivisionError),
        whole_folder.whole_folder(target, aside, waits=lambda: None) as fresh,
    ):
        fill(fresh, "half")
        fill(fresh, str(1 // 0))


def _killed_before(step: int, target: Path, aside: Path) -> bool:
    """Make the folder in another process, killed before it runs its line number ``step``."""
    if (child := os.fork()) == 0:
        left = step

        def trace(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal left
            if frame.f_code.co_filename not in _TRACED:
                return None
            left -= event == "line"
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace

        sys.settrace(trace)
        make(target, aside)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main(folder: Path, *, stood: bool, exchange: bool) -> None:
    """Print what is left after each kill, after a run that then fails, and after one that works."""
    if not exchange:
        whole_folder._exchange = lambda *_: False  # noqa: SLF001 - a system that knows no exchange
    target, aside = folder / "site", folder / "aside"
    step, killed = 0, True
    while killed:
        for path in (target, aside):
            shutil.rmtree(path, ignore_errors=True)
        if stood:
            fill(target, "old")
        killed = _killed_before(step, target, aside)
        told: dict[str, Any] = {"killed": held(target)}
        fail(target, aside)
        told["failed"] = held(target)
        make(target, aside)
        told["made"] = held(target)
        told["aside"] = sorted(path.name for path in aside.iterdir())
        sys.stdout.write(json.dumps(told) + "\n")
        step += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), stood=sys.argv[2] == "yes", exchange=sys.argv[3] == "yes")
