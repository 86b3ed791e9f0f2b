"""The server that people edit beside, at work on a copy of the second plan."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from sites import AS_OF

MOUNT = "/police-plan/"
WAIT = 60
"""Seconds after which a server that says nothing has failed; no test asks how quick it is."""


@dataclass(frozen=True)
class Served:
    """A server at work on a copy of the second plan."""

    project: Path
    top: str
    process: subprocess.Popen[str]

    def get(self, path: str) -> tuple[int, str]:
        """The status and the text of a page."""
        try:
            with urlopen(f"{self.top}{MOUNT}{path}", timeout=WAIT) as answer:  # noqa: S310 - our own server
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def edit(self, file: str, old: str, new: str) -> None:
        """Save ``file`` as many programs do: a new file takes the place of the old."""
        path = self.project / file
        fresh = path.with_name(f"{path.name}~")
        text = path.read_text(encoding="utf-8")
        assert old in text
        fresh.write_text(text.replace(old, new, 1), encoding="utf-8")
        fresh.replace(path)

    def wait_after(self, page: str) -> None:
        """Wait as the script in ``page`` does, until there is something newer."""
        known = re.search(r"livereload\((\d+), \d+\);", page)
        assert known is not None
        with urlopen(f"{self.top}/livereload/{known[1]}/1", timeout=WAIT) as answer:  # noqa: S310 - our own server
            assert int(answer.read()) > int(known[1])

    def said(self, wanted: str) -> list[str]:
        """What the terminal shows, up to the line that holds ``wanted``."""
        lines: list[str] = []
        assert self.process.stdout is not None
        for line in self.process.stdout:
            lines.append(line.rstrip())
            if wanted in line:
                return lines
        raise AssertionError(f"never said: {wanted!r}; it said {lines}")


@contextmanager
def serving(project: Path) -> Iterator[Served]:
    """The server of ``project``, once it says that it serves."""
    server = _start(project)
    try:
        server.said("The site is at")
        yield server
    finally:
        server.process.kill()
        server.process.communicate()


def _start(project: Path) -> Served:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "serve_site", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": "hooks",
            "AS_OF": AS_OF,
            "SITE_URL": f"https://plan.example{MOUNT}",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return Served(project, f"http://127.0.0.1:{port}", process)
