"""One build, measured: the time of its processes, the time that passed, and the memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .contenders import Command, Contender, built_pages

_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")
_ALWAYS = {
    "PYTHONHASHSEED": "0",
    "AS_OF": "2026-11-22",
    "SITE_URL": "https://plan.example/",
    "EDIT_URI": "",
    "NO_MKDOCS_2_WARNING": "1",
}
_PARTS_OF_LOG = 3_000


class BuildFailedError(Exception):
    """A build that ended badly or wrote too few pages; the text holds the end of what it said."""


@dataclass(frozen=True)
class Sample:
    """One build of one contender."""

    size: int
    """Pages of each language."""
    contender: str
    round: int
    user: float
    """Seconds of CPU, of the build and the processes it waited for."""
    system: float
    wall: float
    """Seconds that passed."""
    peak: int
    """Bytes of memory of its largest process."""
    pages: int
    """Pages that it wrote."""
    load: float
    """What else ran: the load average of the minute before."""

    @property
    def cpu(self) -> float:
        """Seconds of CPU in all."""
        return self.user + self.system


def measure(
    contender: Contender, plan: Path, place: Path, *, size: int, number: int, least: int
) -> Sample:
    """Build ``plan`` with ``contender`` at ``place``, where nothing is yet, so no cache either.

    ``least`` pages must come of it. Raises BuildFailedError.
    """
    folder = place / "project"
    folder.mkdir(parents=True)
    commands = contender.make_ready(plan, folder)
    env = environment(contender, place / "cache")
    load = os.getloadavg()[0]
    used = run(commands, folder, env)
    pages = built_pages(folder)
    if pages < least:
        raise BuildFailedError(f"{contender.name} wrote {pages} pages of at least {least}")
    return Sample(
        size, contender.name, number, used.user, used.system, used.wall, used.peak, pages, load
    )


def environment(contender: Contender, cache: Path) -> dict[str, str]:
    """What the processes of ``contender`` are told: the same each time."""
    kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
    return {**kept, **_ALWAYS, "XDG_CACHE_HOME": str(cache), **contender.env}


@dataclass(frozen=True)
class Used:
    """What some commands used together."""

    user: float
    system: float
    wall: float
    peak: int


def run(commands: Sequence[Command], folder: Path, env: Mapping[str, str]) -> Used:
    """Run ``commands`` in ``folder``, one after the other; each must succeed.

    Raises BuildFailedError.
    """
    user = system = wall = 0.0
    peak = 0
    for command in commands:
        with (folder / "log.txt").open("w+b") as log:
            start = time.perf_counter()
            process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
            # Not wait(): it does not tell what the process used.
            _, status, used = os.wait4(process.pid, 0)
            wall += time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                log.seek(0)
                said = log.read().decode(errors="replace")[-_PARTS_OF_LOG:]
                raise BuildFailedError(f"{' '.join(command)} failed:\n{said}")
        user += used.ru_utime
        system += used.ru_stime
        peak = max(peak, used.ru_maxrss * 1024)  # Linux counts in KiB
    return Used(user, system, wall, peak)
