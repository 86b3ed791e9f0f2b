"""YAML as editors' tools read it while somebody types: by the core schema of YAML 1.2.

There 2021 is a number and 2021-11-24 a text; yes is a text too. The loader of the site reads text
and nothing else, so a schema must let pass what either makes of a line.
"""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """Guesses what the core schema guesses (YAML 1.2.2, section 10.3.2), and no dates."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's interface


for _tag, _pattern, _first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )


def read_typed(text: str) -> Any:
    """What a tool takes ``text`` for."""
    return yaml.load(text, Loader=_Core)  # noqa: S506 - it makes plain values only
