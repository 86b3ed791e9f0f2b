"""The search index of a finished site, made by Pagefind's own program."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from crimeplan.search import Record, records_of
from crimeplan.site import Site

_ENTRY = "pagefind-entry.json"
_SENT = re.compile(r"pagefind(-worker)?\.js|pagefind-entry\.json|wasm\..*|.*\.pf_\w+")
"""The files that the search page asks for; Pagefind's own pages and styles are not."""
AT_ONCE = 2_500
"""How many documents one run takes: Pagefind holds a quarter of a megabyte for each to its end."""

_MEMORY = "/dev/shm"  # noqa: S108 - a folder of its own is made in it
_BLOCK = 4_096
"""What a file takes there at least, in bytes."""

_Page = tuple[str, bytes]
"""The name of a document, which the index repeats, and the document."""


class PagefindMissingError(Exception):
    """There is no program for this machine; the text says what to install."""


class PagefindFailedError(Exception):
    """The program is there and failed, on a full disk or otherwise; the text is its own."""


def write_search(site: Site, folder: Path) -> None:
    """Write pagefind/ beside the pages of the whole ``site``, which stand in ``folder``.

    Raises PagefindMissingError and PagefindFailedError.
    """
    index = folder / "pagefind"
    shutil.rmtree(index, ignore_errors=True)
    write_index(site.search_documents(records_in(folder)), index)
    for path, content in site.search_files().items():
        (folder / path).write_bytes(content)


def records_in(folder: Path) -> Iterator[Record]:
    """What can be found in the built site in ``folder``, page by page."""
    for file in sorted(folder.rglob("index.html")):
        address = file.relative_to(folder).parent.as_posix()
        url = "" if address == "." else f"{address}/"
        yield from records_of(file.read_text(encoding="utf-8"), url)


def write_index(documents: Iterable[tuple[str, str]], folder: Path) -> None:
    """Write the index of ``documents`` to ``folder``; the same documents make the same bytes.

    That holds on one machine: Pagefind numbers them in the order in which a folder is listed, which
    is the system's own. Each document comes with its language. Raises PagefindMissingError and
    PagefindFailedError.
    """
    languages: dict[str, list[_Page]] = {}
    for number, (language, document) in enumerate(documents):
        languages.setdefault(language, []).append((f"{number:06}.html", document.encode()))
    entries = [_add(pages, folder) for pages in _runs(languages.values())]
    (folder / _ENTRY).write_bytes(_joined(entries))
    for file in folder.rglob("*.*"):
        if not _SENT.fullmatch(file.name):
            file.unlink()


def _runs(languages: Iterable[list[_Page]]) -> list[list[_Page]]:
    """The pages of ``languages`` for each run: whole languages, as many as it can hold at once."""
    runs: list[list[_Page]] = [[]]
    for pages in languages:
        if runs[-1] and len(runs[-1]) + len(pages) > AT_ONCE:
            runs.append([])
        runs[-1] += pages
    return runs


def _add(pages: Sequence[_Page], index: Path) -> bytes:
    """Add what Pagefind makes of ``pages`` to the folder ``index``; the entry file names these."""
    with _scratch(pages) as name:
        for file_name, content in pages:
            (Path(name) / file_name).write_bytes(content)
        _run_pagefind("--site", name, "--output-path", str(index), "--quiet")
    return (index / _ENTRY).read_bytes()


def _scratch(pages: Sequence[_Page]) -> TemporaryDirectory[str]:
    """An empty folder with room for ``pages``; in memory, where this system has such a one.

    They live for a second, and making and deleting a file on a disk costs ten times as much.
    """
    size = sum(len(content) + _BLOCK for _, content in pages)
    with suppress(OSError):
        if shutil.disk_usage(_MEMORY).free > 2 * size:
            return TemporaryDirectory(dir=_MEMORY)
    return TemporaryDirectory()


def _run_pagefind(*arguments: str) -> None:
    # The program itself: Pagefind's Python service takes a tenth of a second for each document.
    try:
        from pagefind_bin_extended import get_executable

        command = [str(get_executable()), *arguments]
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


def _joined(entries: Iterable[bytes]) -> bytes:
    """The entry file that names the languages of all ``entries``, which else are alike.

    Pagefind writes languages in another order each time; here they are sorted.
    """
    told = [json.loads(entry) for entry in entries]
    languages = {code: index for one in told for code, index in one["languages"].items()}
    joined = {**told[0], "languages": languages}
    return json.dumps(joined, sort_keys=True, separators=(",", ":")).encode()
