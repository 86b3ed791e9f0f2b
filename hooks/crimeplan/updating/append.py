"""One more entry in a YAML list: everything that stands there keeps its place, marks and notes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from ..load.yaml_file import parse_yaml
from ..problems import Problems
from .answers import UpdateError

_WIDEST = 1_000_000
"""Texts stay on one line, as everywhere in the data: a change of a word is a change of a line."""


def with_entry(text: str, entry: Mapping[str, Any], *, file: str) -> str:
    """``text``, a YAML file that holds a list, with ``entry`` at the end.

    Raises UpdateError where the result would not be the old list and the new entry.
    """
    problems = Problems()
    before = _items(text, file, problems)
    if before is None:
        raise UpdateError([*map(str, problems), f"{file} holds no list that can be added to."])
    written = _dumped([dict(entry)])
    if before:
        joined = f"{text.rstrip()}\n\n{written}"
    else:
        head, _, tail = text.rpartition("[]")
        joined = f"{head}{written}{tail.lstrip()}"
    if _items(joined, file, problems) != [*before, *(_items(written, file, problems) or ())]:
        raise UpdateError([f"{file} is laid out in a way of its own: add the entry by hand."])
    return joined


def _dumped(value: object) -> str:
    yaml = YAML()
    yaml.width = _WIDEST
    yaml.default_flow_style = False
    stream = io.StringIO()
    try:
        yaml.dump(value, stream)
    except YAMLError as error:
        raise UpdateError([f"This cannot be written as YAML: {error}."]) from None
    return stream.getvalue()


def _items(text: str, file: str, problems: Problems) -> list[Any] | None:
    """The list that ``text`` holds, as the loader reads it; None where it holds none."""
    document = parse_yaml(text, file=file, problems=problems)
    return document.data if document is not None and isinstance(document.data, list) else None
