"""The search index of a finished site, made by Pagefind's own program."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from crimeplan.search import Record, records_of

_ENTRY = "pagefind-entry.json"
_SENT = re.compile(r"pagefind(-worker)?\.js|pagefind-entry\.json|wasm\..*|.*\.pf_\w+")
"""The files that the search page asks for; Pagefind's own pages and styles are not."""


class PagefindMissingError(Exception):
    """There is no program for this machine; the text says what to install."""


class PagefindFailedError(Exception):
    """The program is there and failed, on a full disk or otherwise; the text is its own."""


def records_in(folder: Path) -> Iterator[Record]:
    """What can be found in the built site in ``folder``, page by page."""
    parser = etree.HTMLParser()  # lxml's own elements: those of lxml.html are looked up one by one
    for file in sorted(folder.rglob("index.html")):
        address = file.relative_to(folder).parent.as_posix()
        url = "" if address == "." else f"{address}/"
        yield from records_of(etree.parse(str(file), parser).getroot(), url)


def made_of(documents: Iterable[str]) -> Mapping[str, bytes]:
    """The files of the index of ``documents``, by path; the same documents make the same bytes.

    Raises PagefindMissingError and PagefindFailedError.
    """
    with TemporaryDirectory() as name:
        folder, made = Path(name) / "documents", Path(name) / "made"
        folder.mkdir()
        for number, document in enumerate(documents):
            (folder / f"{number:06}.html").write_bytes(document.encode())
        _run_pagefind("--site", str(folder), "--output-path", str(made), "--quiet")
        return {
            f"pagefind/{file.relative_to(made).as_posix()}": _sorted(file)
            for file in sorted(made.rglob("*"))
            if _SENT.fullmatch(file.name)
        }


def _run_pagefind(*arguments: str) -> None:
    # The program itself: Pagefind's Python service takes a tenth of a second for each document.
    try:
        from pagefind.service import get_executable

        command = [str(get_executable() or "pagefind"), *arguments]
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - its own program, our own files
    except subprocess.CalledProcessError as error:
        raise PagefindFailedError(
            f"The search could not be made: {error} {error.stderr.strip()} Mend that, most often a "
            "disk that is full, and build again."
        ) from error
    except (ImportError, OSError) as error:
        raise PagefindMissingError(
            f"The search was not made: {error}. Install Pagefind for this machine: "
            "python -m pip install 'pagefind[extended]'. The site is whole but for its search."
        ) from error


def _sorted(file: Path) -> bytes:
    """Pagefind writes the languages of its entry file in another order each time."""
    if file.name != _ENTRY:
        return file.read_bytes()
    return json.dumps(json.loads(file.read_bytes()), sort_keys=True, separators=(",", ":")).encode()
