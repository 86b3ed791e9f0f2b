"""From answers to files: what is to be written, checked in a copy, then put in place at once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..load import load_content
from ..model import Shows
from .answers import Answers, UpdateError
from .append import with_entry
from .figures import figures_of

_NEW_EVIDENCE = "# yaml-language-server: $schema=../schemas/evidence.json\n[]\n"
_NOT_COPIED = ("locale", "schemas")


@dataclass(frozen=True)
class Update:
    """What is to be written: the new text of each file, by its path from the repository's top."""

    entry: str
    """The id of the new entry."""
    evidence: str
    """The file it goes into."""
    files: Mapping[str, str]
    """Sources before the evidence that names them: so an interruption breaks nothing."""


def update_of(root: Path, answers: Answers) -> Update:
    """The update that ``answers`` ask for; the content with it has been read and has no error.

    Raises UpdateError with every problem that it would make. Nothing is written here.
    """
    known = answers.known_source
    source = known.id if known is not None else answers["source-id"]
    numbers = [part.split(".")[0] for part in answers.listed("parts")]
    evidence = f"content_data/evidence/{numbers[0] if numbers else 'plan'}.yml"
    files = {}
    if known is None:
        files["content_data/sources.yml"] = _added(
            root, "content_data/sources.yml", _source(answers)
        )
    files[evidence] = _added(root, evidence, _entry(answers, source))
    _check(root, files)
    return Update(answers["id"], evidence, files)


def _added(root: Path, name: str, entry: Mapping[str, Any]) -> str:
    path = root / name
    text = path.read_text(encoding="utf-8") if path.is_file() else _NEW_EVIDENCE
    return with_entry(text, entry, file=name)


def _source(answers: Answers) -> dict[str, Any]:
    return _filled(
        {
            "id": answers["source-id"],
            "title": answers["source-title"],
            "publisher": answers["source-publisher"],
            "kind": answers["source-kind"],
            "date": _dated(answers["source-date"]),
            "address": answers["source"],
            "read": _dated(answers["on"]),
        }
    )


def _entry(answers: Answers, source: str) -> dict[str, Any]:
    shows = answers["shows"]
    return _filled(
        {
            "id": answers["id"],
            "when": _dated(answers["when"]),
            "recorded": _dated(answers["on"]),
            "what": answers["what"],
            "figures": figures_of(answers["figures"]),
            "area": _one_or_list(answers.listed("area")),
            "deliverables": _one_or_list(answers.listed("parts")),
            "commitments": _one_or_list(answers.listed("promises")),
            "shows": "" if shows == Shows.ACTION else shows,
            "timing": answers["timing"],
            "fit": answers["fit"],
            "source": source,
            "caution": answers["caution"],
        }
    )


def _filled(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value not in ("", {}, [])}


def _dated(text: str) -> str | date:
    """``text`` as a day where it is one, so that it stands without quotation marks."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _one_or_list(words: list[str]) -> str | list[str]:
    return words[0] if len(words) == 1 else words


def _check(root: Path, files: Mapping[str, str]) -> None:
    """Read the content as it would be, in a copy."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        shutil.copytree(
            root / "content_data",
            copy / "content_data",
            ignore=shutil.ignore_patterns(*_NOT_COPIED),
        )
        for file, text in files.items():
            (copy / file).write_text(text, encoding="utf-8")
        problems = load_content(copy / "content_data").problems
    if problems.errors:
        raise UpdateError(map(str, problems.errors))


def write_files(root: Path, files: Mapping[str, str]) -> None:
    """Put each file in its place whole: who reads one meets the old text or the new, never half.

    All are written beside their places before the first is moved, so that a full disk changes none.
    """
    beside = {root / name: _beside(root / name) for name in files}
    try:
        for (path, fresh), text in zip(beside.items(), files.values(), strict=True):
            fresh.write_text(text, encoding="utf-8", newline="\n")
            if path.is_file():
                shutil.copymode(path, fresh)
        for path, fresh in beside.items():
            fresh.replace(path)
    finally:
        for fresh in beside.values():
            fresh.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """A name in the same folder, on the same disk, that no loader reads."""
    return path.with_name(f".{path.name}.new")
