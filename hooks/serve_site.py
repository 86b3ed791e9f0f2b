"""Serves the site while it is being edited, and shows an edit as soon as it is saved.

Run as ``python -m serve_site``; the working folder is the top of the repository.
"""

from __future__ import annotations

import mimetypes
import os
import posixpath
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote, urlsplit

import click
from jinja2 import Environment, FileSystemLoader
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from preview import NotMadeError, Preview, Workplace

_WATCHED = ("docs", "content_data", "overrides", "hooks", "pdf")
_SETTINGS = "mkdocs.yml"
_PROBLEMS = "partials/preview-problems.html"
_NOT_OURS = re.compile(r"\.|.*~$|4913$|__pycache__$")
"""Names that editors and Python itself use for files of their own."""
_WAIT = 0.05
"""Seconds without another change, after which an edit is taken for whole."""
_BODY = re.compile(rb"<body[^>]*>")

Start = Callable[[str, list[tuple[str, str]]], Any]


@click.command()
@click.option("--dev-addr", "-a", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT")
@click.option("--polling", is_flag=True, help="Look for edits twice a second: for network drives.")
def main(dev_addr: str, polling: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Serve the site and show each edit of it as it is saved."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # an end like Ctrl+C, which tidies up
    root = Path.cwd()
    host, _, port = dev_addr.rpartition(":")
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        server = PreviewServer(root, Path(folder), host, int(port), polling=polling)
        server.read_again()
        server.watch_all()
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it without
        except KeyboardInterrupt:
            click.echo("Stopped.")
        finally:
            server.shutdown()
    if server.is_outdated:
        # Modules that are loaded cannot be loaded again in part.
        os.execv(sys.executable, [sys.executable, "-m", "serve_site", *sys.argv[1:]])  # noqa: S606 - this program


@dataclass(frozen=True)
class _Answer:
    """What is sent for an address."""

    status: str
    content: bytes = b""
    kind: str = "text/html"
    problems: tuple[str, ...] = ()
    is_last_good: bool = False
    """Whether the content is from before the problems."""


class PreviewServer(LiveReloadServer):
    """MkDocs' own server and its script that loads a page again, over a preview."""

    def __init__(self, root: Path, folder: Path, host: str, port: int, *, polling: bool) -> None:
        mount = urlsplit(load_config(str(root / _SETTINGS)).site_url or "/").path
        super().__init__(self.read_again, host, port, root=str(folder), mount_path=mount)
        self.observer = PollingObserver() if polling else Observer()  # type: ignore[assignment]  # the same interface
        self.build_delay = _WAIT
        self.is_outdated = False
        """Whether the program itself was edited."""
        self._top = root
        self._preview = Preview(Workplace(root, folder, self.url))
        self._changed: set[Path] = set()
        self._templates = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True)

    def watch_all(self) -> None:
        """Look for edits of all that a build reads."""
        handler = _Edits(self._note)
        for name in _WATCHED:
            if (self._top / name).is_dir():
                self.observer.schedule(handler, str(self._top / name), recursive=True)
        # The folder, for programs that put a new file in the place of the old.
        settings = _Edits(lambda path: self._note(path) if path.name == _SETTINGS else None)
        self.observer.schedule(settings, str(self._top), recursive=False)
        self.observer.start()

    def server_activate(self) -> None:
        """Say where the site is, once it can be asked for."""
        super().server_activate()
        click.echo(f"The site is at {self.url}")

    def read_again(self) -> None:
        """Read everything, and say how long it took and what is wrong."""
        with self._rebuild_cond:
            changed, self._changed = self._changed, set()
        names = sorted(path.relative_to(self._top).as_posix() for path in changed)
        if modules := [name for name in names if name.startswith("hooks/")]:
            click.echo(f"{modules[0]} has changed. Starting anew.")
            self.is_outdated = True
            self._shutdown = True
            return
        started = time.perf_counter()
        self._preview.read()
        took = f"in {time.perf_counter() - started:.2f} s"
        what = ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")
        click.echo(f"{what or 'Everything'}: read {took}.")
        for problem in self._preview.problems:
            click.secho(problem, fg="red", err=True)
        if self._preview.problems:
            click.secho("The last good pages stay. Mend that and save.", fg="red", err=True)

    def _note(self, path: Path) -> None:
        if any(map(_NOT_OURS.match, path.relative_to(self._top).parts)):
            return
        with self._rebuild_cond:
            self._changed.add(path)
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _serve_request(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):
            return super()._serve_request(environ, start_response) or []
        if not path.startswith(self.mount_path):
            start_response("302 Found", [("Location", quote(self.mount_path))])
            return []
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
        name = posixpath.normpath("/" + path[len(self.mount_path) :]).lstrip("/")
        if path.endswith("/"):
            name = f"{name}/index.html".lstrip("/")
        elif "." not in posixpath.basename(name):
            start_response("302 Found", [("Location", quote(path) + "/")])
            return []
        answer = self._answer(name)
        content = answer.content
        if answer.kind == "text/html":
            content = self._with_script(self._with_problems(answer), epoch)
        headers = {
            "Content-Type": answer.kind,
            "Content-Length": str(len(content)),
            "Cache-Control": "no-store",  # style and script are edited too
        }
        start_response(answer.status, list(headers.items()))
        return [content]

    def _with_script(self, page: bytes, epoch: int) -> bytes:
        return cast("bytes", self._inject_js_into_html(page, epoch))  # type: ignore[no-untyped-call]  # MkDocs leaves it without

    def _answer(self, name: str) -> _Answer:
        """What to send for the file ``name`` of the site."""
        reading, problems = self._preview.reading, self._preview.problems
        if reading is None:
            return _Answer("503 Service Unavailable", problems=problems)
        is_made, started = reading.has_made(name), time.perf_counter()
        try:
            file = reading.file(name)
            if file is None:
                missing = reading.file("404.html")
                page = missing.read_bytes() if missing else b""
                return _Answer("404 Not Found", page, problems=problems, is_last_good=True)
        except NotMadeError as error:
            click.secho(f"{name}: {error}", fg="red", err=True)
            return _Answer("500 Internal Server Error", problems=(*problems, str(error)))
        warnings = reading.warnings_of(name)
        if not is_made and reading.has_made(name):
            click.echo(f"{name}: made in {time.perf_counter() - started:.2f} s.")
            for warning in warnings:
                click.secho(f"{name}: {warning}", fg="red", err=True)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        told = problems or warnings
        return _Answer("200 OK", file.read_bytes(), kind, told, is_last_good=bool(problems))

    def _with_problems(self, answer: _Answer) -> bytes:
        """The page with what is wrong at its top."""
        if not answer.problems:
            return answer.content
        start = _BODY.search(answer.content)
        shown = self._templates.get_template(_PROBLEMS).render(
            problems=answer.problems, alone=start is None, is_last_good=answer.is_last_good
        )
        if start is None:
            return shown.encode()
        return answer.content[: start.end()] + shown.encode() + answer.content[start.end() :]


class _Edits(FileSystemEventHandler):
    """Tells of files that were written, moved or deleted, and not of those that were only read."""

    def __init__(self, tell: Callable[[Path], None]) -> None:
        self._tell = tell

    def on_created(self, event: FileSystemEvent) -> None:
        self._took_place(event)

    def on_modified(self, event: FileSystemEvent) -> None:
        self._took_place(event)

    def on_deleted(self, event: FileSystemEvent) -> None:
        self._took_place(event)

    def on_moved(self, event: FileSystemEvent) -> None:
        self._took_place(event)

    def _took_place(self, event: FileSystemEvent) -> None:
        for name in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(name))
            if name and not event.is_directory:
                self._tell(path)


if __name__ == "__main__":
    main()
