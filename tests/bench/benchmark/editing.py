"""Run as ``python -m benchmark.editing``: how soon an edit is seen in a browser, in turn."""

from __future__ import annotations

import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import click
from playwright.sync_api import Browser, Page, sync_playwright

from machine_browser import find_browser

from .contenders import HUGO, OURS, PLAIN, ROOT, ZENSICAL, Command, Contender
from .content import codes
from .edits_table import Edit, edits_table
from .keeping import keep
from .machine import machine, program_version, versions
from .measuring import environment
from .plans import write_plan
from .sentences import SOURCE
from .sizes import size_of

FOLDER = Path(__file__).parents[1]
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_PAGE = "about.md"
_ENTRIES = "content_data/evidence/1.yml"
_FIRST_WORDS = "  what: "
_SHOWS_ENTRIES = "progress/evidence/"
_PAUSE = 1.0
"""Seconds between two edits: whoever edits reads what they see, and servers may go on working."""
_SECONDS_TO_START = 300
_SECONDS_TO_SHOW = 120
_SHOWN = "text => document.body !== null && document.body.textContent.includes(text)"


@dataclass(frozen=True)
class Server:
    """A contender that serves what is being edited."""

    contender: Contender
    command: Callable[[str, str], Command]
    """From a host and a port."""
    page: str = f"docs/{SOURCE}/{_PAGE}"
    """The file of the page, below its folder."""
    top: str = ""
    """Where the source language stands, below the server's own top."""
    languages: Sequence[str] = field(default_factory=lambda: codes()[1:])
    """The other languages, each below a folder of its name."""
    reads_data: bool = False


SERVERS = (
    Server(
        OURS,
        lambda host, port: ("python", "-m", "serve_site", "--dev-addr", f"{host}:{port}"),
        reads_data=True,
    ),
    Server(
        PLAIN,
        lambda host, port: (
            *("python", "-m", "mkdocs", "serve", "--livereload"),
            *("--dev-addr", f"{host}:{port}"),
        ),
    ),
    Server(
        ZENSICAL,
        lambda host, port: (
            *("zensical", "serve", "--config-file", f"{SOURCE}.yml"),
            *("--dev-addr", f"{host}:{port}"),
        ),
        top=f"{SOURCE}/",
        languages=(),
    ),
    Server(
        HUGO,
        lambda host, port: ("hugo", "server", "--bind", host, "--port", port),
        page=f"content/{SOURCE}/{_PAGE}",
    ),
)


@click.command()
@click.option("--size", type=int, default=70, show_default=True, help="Pages of a language.")
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True)
@click.option("--output", type=click.Path(path_type=Path), default=FOLDER, show_default="here")
def main(size: int, rounds: int, output: Path) -> None:
    """Edit a page of an invented plan while it is served, and write edits.md and edits.json."""
    found = [server for server in SERVERS if server.contender.is_installed]
    with ExitStack() as stack:
        plan = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        write_plan(size_of(size), plan, (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(_FLAGS))
        edits = [
            edit
            for server in found  # one after the other: those that wait look at their files too
            for edit in _measured(server, plan, browser, rounds)
        ]
        browser.close()
    programs = {
        server.contender.name: program_version(server.contender.program)
        for server in found
        if server.contender.program is not None
    }
    results = {
        "machine": machine(),
        "versions": versions(ROOT) | programs,
        "size": size,
        "languages": len(codes()),
        "rounds": rounds,
        "edits": [asdict(edit) for edit in edits],
    }
    keep("edits", results, edits_table(results), output)


def _measured(server: Server, plan: Path, browser: Browser, rounds: int) -> Iterator[Edit]:
    """Each edit of ``server``, round after round."""
    with _served(server, plan) as (folder, address):
        page = browser.new_page()
        kinds = [("a page", edit_page(folder / server.page), f"{_PAGE[:-3]}/")]
        if server.reads_data:
            kinds.append(("an entry of evidence", edit_entry(folder / _ENTRIES), _SHOWS_ENTRIES))
        for kind, change, shown in kinds:
            page.goto(address + server.top + shown)
            others = [f"{address}{language}/{shown}" for language in server.languages]
            for number in range(1, rounds + 1):
                edit = _edit(page, change, others, server.contender.name, kind, number)
                click.echo(f"{edit.contender}, {kind}, round {number}: {edit.seen:.2f} s")
                yield edit
        page.close()


def _edit(
    page: Page,
    change: Callable[[str], None],
    others: Sequence[str],
    contender: str,
    kind: str,
    number: int,
) -> Edit:
    text = f"Edited {number}."
    time.sleep(_PAUSE)
    start = time.perf_counter()
    change(text)
    page.wait_for_function(_SHOWN, arg=text, timeout=_SECONDS_TO_SHOW * 1000)
    seen = time.perf_counter() - start
    for other in others:
        with urlopen(other) as answer:  # noqa: S310 - our own server
            answer.read()
    everywhere = time.perf_counter() - start if others else None
    return Edit(contender, kind, number, seen, everywhere)


def edit_page(file: Path) -> Callable[[str], None]:
    """Put words at the end of the page."""
    before = file.read_text(encoding="utf-8")
    return lambda text: _save(file, f"{before}\n{text}\n")


def edit_entry(file: Path) -> Callable[[str], None]:
    """Put words at the beginning of the first entry."""
    before = file.read_text(encoding="utf-8")
    return lambda text: _save(file, before.replace(_FIRST_WORDS, f"{_FIRST_WORDS}{text} ", 1))


def _save(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


@contextmanager
def _served(server: Server, plan: Path) -> Iterator[tuple[Path, str]]:
    """The folder to edit, and the address at which ``server`` shows it."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name, socket.socket() as free:
        folder = Path(name) / "project"
        folder.mkdir()
        server.contender.make_ready(plan, folder)
        free.bind(("127.0.0.1", 0))
        host, port = free.getsockname()
        free.close()
        address = f"http://{host}:{port}/"
        env = {**environment(server.contender, Path(name) / "cache"), "SITE_URL": address}
        command = server.command(host, str(port))
        with (Path(name) / "log.txt").open("wb") as log:
            process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
            try:
                _wait_for(f"{address}{server.top}", process)
                yield folder, address
            finally:
                process.kill()
                process.wait()


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until there is a page at ``address``."""
    last = time.monotonic() + _SECONDS_TO_START
    while process.poll() is None and time.monotonic() < last:
        try:
            with urlopen(address) as answer:  # noqa: S310 - our own server
                answer.read()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise click.ClickException(f"Nothing is served: {process.args!r}")


if __name__ == "__main__":
    main()
