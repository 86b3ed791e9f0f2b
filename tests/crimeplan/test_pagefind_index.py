"""The search's program: a machine may lack it, but where it is there it must not fail unheard."""

from __future__ import annotations

from pathlib import Path

import pagefind.service
import pytest

import pagefind_index
from pagefind_index import PagefindFailedError, PagefindMissingError, write_index


def test_a_program_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho 'No space left on device' >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pagefind.service, "get_executable", lambda: program)
    with pytest.raises(PagefindFailedError, match="No space left on device"):
        write_index([("en", "<p>Text.</p>")], tmp_path / "index")


def test_a_machine_without_it_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind.service, "get_executable", lambda: tmp_path / "nothing")
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
