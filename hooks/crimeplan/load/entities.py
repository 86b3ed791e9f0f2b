"""The entities of one file, and what is wrong in it, whatever the other files say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..kept import kept_for_file
from ..model import Entity
from ..problems import Problem, Problems
from .csv_file import parse_csv
from .validate import build_list, build_one
from .yaml_file import Document, Path, parse_yaml

Reading = Callable[[str, str, type[Entity]], "Held"]
"""How a file is read: from its name, its text and the kind of entity that it holds."""


@dataclass(frozen=True)
class Held:
    """What a file holds."""

    entities: tuple[tuple[Any, Document, Path], ...]
    """Each with the document and its place there."""
    problems: tuple[Problem, ...]


@kept_for_file
def read_one(file: str, text: str, entity: type[Entity]) -> Held:
    """The one ``entity`` that the YAML ``text`` of ``file`` holds."""
    problems = Problems()
    document = parse_yaml(text, file=file, problems=problems)
    built = build_one(entity, document, problems) if document else None
    entities = () if built is None or document is None else ((built, document, ()),)
    return Held(entities, tuple(problems.found))


@kept_for_file
def read_list(file: str, text: str, entity: type[Entity]) -> Held:
    """Each ``entity`` of the list that the YAML ``text`` of ``file`` holds."""
    problems = Problems()
    return _listed(entity, parse_yaml(text, file=file, problems=problems), problems)


@kept_for_file
def read_rows(file: str, text: str, entity: type[Entity]) -> Held:
    """Each ``entity`` that a row of the CSV ``text`` of ``file`` holds."""
    problems = Problems()
    return _listed(entity, parse_csv(text, file=file, problems=problems), problems)


def _listed(entity: type[Entity], document: Document | None, problems: Problems) -> Held:
    if document is None:
        return Held((), tuple(problems.found))
    built = build_list(entity, document, problems)
    entities = tuple((item, document, (index,)) for index, item in built)
    return Held(entities, tuple(problems.found))
