"""A finished site on a port of this machine, its text compressed as a host sends it."""

from __future__ import annotations

import functools
import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

_LEVEL = 6
"""Of gzip, as most hosts have it."""
_POLL = 0.02
"""Seconds between two looks whether to end."""
_TEXT = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")


class _Compressing(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing: what is asked for is seen in the browser."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the headers; text is then the file's bytes as gzip makes them."""
        path = Path(self.translate_path(self.path))
        if self.path.endswith("/"):
            path /= "index.html"
        kind = self.guess_type(path)
        accepts = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (path.is_file() and accepts and kind.startswith(_TEXT)):
            return super().send_head()
        body = gzip.compress(path.read_bytes(), _LEVEL, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which ``folder`` is served until the block ends."""
    handler = functools.partial(_Compressing, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(_POLL,), daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()
