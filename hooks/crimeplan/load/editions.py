"""The editions that were printed, or what is wrong with their manifest."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ..model import Edition
from ..problems import Problem, Problems
from .entities import read_list
from .text import read_text

MANIFEST = "manifest.json"
_AGAIN = "Make the files again with ./plan pdf, or delete the folder"


def load_editions(
    folder: Path, languages: Collection[str], problems: Problems
) -> tuple[Edition, ...]:
    """What the manifest in ``folder`` tells of; nothing where there is none.

    JSON is YAML, so the manifest is read like every other file, with a line for each problem.
    """
    path, name = folder / MANIFEST, f"{folder.name}/{MANIFEST}"
    if not path.is_file():
        return ()
    text = read_text(path, file=name, problems=problems)
    if text is None:
        return ()
    held = read_list(name, text, Edition)
    for problem in held.problems:
        problems.add(problem)
    editions: tuple[Edition, ...] = tuple(edition for edition, _, _ in held.entities)
    for edition in editions:
        file = folder / edition.file
        if edition.language not in languages:
            _add(problems, name, edition, "the language is not one of the site's")
        elif not file.is_file():
            _add(problems, name, edition, "there is no such file")
        elif file.stat().st_size != edition.bytes:
            _add(problems, name, edition, "the file is not the one that the manifest tells of")
    return editions


def _add(problems: Problems, file: str, edition: Edition, what: str) -> None:
    problems.add(Problem(file=file, item=edition.file, what=what, remedy=_AGAIN))
