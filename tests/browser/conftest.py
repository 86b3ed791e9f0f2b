"""The built site in a real browser: one browser, one server, own origin only."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from machine_browser import find_browser
from sites import Built, build

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing: the tests read the browser's own log."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # a search asks for thirty files at once


@pytest.fixture(scope="session")
def served(root: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
    """The built site, below a path as on GitHub Pages; one worker builds it for all."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    folder, whole = shared / "served" / "police-plan", shared / "served.whole"
    with FileLock(shared / "served.lock"):
        if not whole.exists():
            build(root, folder)
            whole.touch()
    return Built(folder)


@pytest.fixture(scope="session")
def address(served: Built) -> Iterator[str]:
    """Where the built site is served."""
    handler = functools.partial(_Quiet, directory=str(served.folder.parent))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/police-plan/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def large_text(chromium: Browser) -> Iterator[Browser]:
    """The same browser, set to text twice as large."""
    flags = [*FLAGS, "--blink-settings=defaultFontSize=32"]
    browser = chromium.browser_type.launch(executable_path=find_browser(), args=flags)
    yield browser
    browser.close()
