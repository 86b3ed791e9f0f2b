"""Schemas and data dictionary are those of the model, and every field says what it means."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crimeplan.describe import DESCRIBED, START, dictionary, schema_of
from crimeplan.model import Entity


@pytest.mark.parametrize("name", DESCRIBED)
def test_the_schema_is_current(root: Path, name: str) -> None:
    path = root / "content_data" / "schemas" / f"{name}.json"
    assert path.read_text(encoding="utf-8") == schema_of(DESCRIBED[name]), "run: nox -s describe"


def test_the_data_dictionary_is_current(root: Path) -> None:
    text = (root / "content_data" / "README.md").read_text(encoding="utf-8")
    assert START in text
    assert text[text.index(START) :] == dictionary(), "run: nox -s describe"


def test_every_field_has_a_meaning() -> None:
    entities = Entity.__subclasses__()
    assert len(entities) > 20
    for entity in entities:
        for name, field in entity.model_fields.items():
            assert field.description, f"{entity.__name__}.{name}"


def test_a_schema_knows_the_allowed_words() -> None:
    text = json.dumps(json.loads(schema_of(DESCRIBED["evidence"])))
    for word in ("in-plan", "adjacent", "figures", "at-least"):
        assert f'"{word}"' in text


def test_files_name_their_schema(root: Path) -> None:
    """The first line of each file lets editors' tools complete and check while typing."""
    files = [*(root / "content_data").glob("*.yml"), *(root / "content_data").glob("*/*.yml")]
    assert len(files) > 15
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        schema = first.split("=", 1)[1].strip()
        assert (path.parent / schema).resolve().is_file(), path
