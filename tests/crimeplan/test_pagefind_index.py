"""The search's program: a machine may lack it, but where it is there it must not fail unheard."""

from __future__ import annotations

import shutil
from pathlib import Path

import pagefind_bin_extended
import pytest

import pagefind_index
from pagefind_index import PagefindFailedError, PagefindMissingError, write_index


def test_a_program_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho 'No space left on device' >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pagefind_bin_extended, "get_executable", lambda: program)
    with pytest.raises(PagefindFailedError, match="No space left on device"):
        write_index([("en", "<p>Text.</p>")], tmp_path / "index")


def test_a_machine_without_it_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind_bin_extended, "get_executable", lambda: tmp_path / "nothing")
    with pytest.raises(PagefindMissingError, match="pip install"):
        write_index([("en", "<p>Text.</p>")], tmp_path / "index")


def written(documents: list[tuple[str, str]], folder: Path) -> dict[str, bytes]:
    write_index(documents, folder)
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_many_documents_are_indexed_in_several_runs_to_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [
        (code, f'<html lang="{code}"><body><p>words {number}</p></body></html>')
        for number in range(3)
        for code in ("en", "ur", "pl")
    ]
    at_once = written(documents, tmp_path / "at-once")
    assert "pagefind.js" in at_once
    assert not any(path.endswith(".css") for path in at_once), "readers are sent no more than asked"
    monkeypatch.setattr(pagefind_index, "AT_ONCE", 6)
    assert written(documents, tmp_path / "in-runs") == at_once


@pytest.mark.parametrize("memory", ["is not there", "is full", "has room"])
def test_documents_wait_in_memory_where_it_has_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memory: str
) -> None:
    folder = tmp_path / "memory"
    if memory != "is not there":
        folder.mkdir()
    free = 10_000_000 if memory == "has room" else 100
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    waited: list[Path] = []

    def run(*arguments: str) -> None:
        waited.append(Path(arguments[1]))
        real(*arguments)

    real = pagefind_index._run_pagefind  # noqa: SLF001 - where its documents stand is seen there
    monkeypatch.setattr(pagefind_index, "_run_pagefind", run)
    monkeypatch.setattr(pagefind_index, "_MEMORY", str(folder))
    if folder.exists():
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    page = '<html lang="en"><body><p>Text.</p></body></html>'
    write_index([("en", page)], tmp_path / "index")
    assert [place.parent == folder for place in waited] == [memory == "has room"]
    assert not [place for place in waited if place.exists()]
