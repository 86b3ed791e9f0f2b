"""The search's program: a machine may lack it, but where it is there it must not fail unheard."""

from __future__ import annotations

from pathlib import Path

import pagefind.service
import pytest

from pagefind_index import PagefindFailedError, PagefindMissingError, made_of


def test_a_program_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho 'No space left on device' >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pagefind.service, "get_executable", lambda: program)
    with pytest.raises(PagefindFailedError, match="No space left on device"):
        made_of(["<p>Text.</p>"])


def test_a_machine_without_it_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind.service, "get_executable", lambda: tmp_path / "nothing")
    with pytest.raises(PagefindMissingError, match="pip install"):
        made_of(["<p>Text.</p>"])
