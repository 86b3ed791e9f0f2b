"""Schemas and data dictionary are those of the model, and every field says what it means."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from crimeplan.describe import DESCRIBED, START, dictionary, schema_of
from crimeplan.model import Entity
from samples import FILES
from typed_yaml import read_typed


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


def files_of(root: Path) -> list[tuple[Path, str]]:
    """Each YAML file of the content and the schema that its place asks for."""
    return [
        (path, name)
        for name, described in DESCRIBED.items()
        if described.file.endswith(".yml")
        for path in sorted((root / "content_data").glob(re.sub("<.*?>", "*", described.file)))
    ]


def faults(root: Path, name: str, text: str) -> list[str]:
    """What a tool would mark in ``text``, by the schema ``name``."""
    path = root / "content_data" / "schemas" / f"{name}.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    found = Draft202012Validator(schema).iter_errors(read_typed(text))
    return [f"{error.json_path}: {error.message}" for error in found]


def test_every_file_names_the_schema_that_fits_it_and_meets_it(root: Path) -> None:
    """The first line of each file lets editors' tools complete and check while typing.

    A file that an editor adds may do without: .vscode/settings.json knows it by its place.
    """
    named = 0
    listed = files_of(root)
    folder = root / "content_data"
    assert {path for path, _ in listed} == {*folder.glob("*.yml"), *folder.glob("*/*.yml")}
    assert len(listed) > 60
    for path, name in listed:
        text = path.read_text(encoding="utf-8")
        up = "../" * (len(path.relative_to(folder).parts) - 1)
        line = f"# yaml-language-server: $schema={up}schemas/{name}.json"
        first = text.splitlines()[0]
        if "yaml-language-server" in first:
            named += 1
            assert first == line, path
        assert faults(root, name, text) == [], path
    assert named > 60


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("evidence", "area: county", "area: [county, north]", ""),
        ("evidence", "when: 2022-03-04", "when: 2022", ""),
        ("evidence", "deliverables: 1.2\n  comm", "deliverables: '1.2'\n  comm", ""),
        ("evidence", "fit: direct", "fti: direct", "'fti' was unexpected"),
        ("evidence", "fit: direct", "fit: drect", "'drect' is not one of"),
        ("evidence", "area: county", "area: the county", "is not valid under any"),
        ("evidence", "  source: notice\n", "", "'source' is a required property"),
        ("priority", "owner_named: no", "owner_named: yes", ""),
        ("priority", "owner_named: no", "owner_named: true", "True is not one of"),
    ],
)
def test_a_schema_passes_what_the_loader_takes_and_marks_what_it_refuses(
    root: Path, name: str, old: str, new: str, says: str
) -> None:
    text = FILES["evidence/1.yml" if name == "evidence" else "priorities/1.yml"]
    assert text.count(old) == 1
    assert faults(root, name, text) == []
    found = faults(root, name, text.replace(old, new))
    assert any(says in fault for fault in found) if says else found == []


def test_vs_code_knows_the_schema_of_a_file_that_is_new(root: Path) -> None:
    """A new file has no first line yet: the settings say the same by its place."""
    settings = json.loads((root / ".vscode/settings.json").read_text(encoding="utf-8"))
    held = settings["yaml.schemas"]
    for path, name in files_of(root):
        fitting = [schema for schema, glob in held.items() if path in set(root.glob(glob))]
        assert fitting == [f"./content_data/schemas/{name}.json"], path
    wanted = json.loads((root / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert wanted == {"recommendations": ["redhat.vscode-yaml"]}
