"""The forms for issues: GitHub takes them, they warn first, and an update fits the data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

from crimeplan.load import load_content
from crimeplan.model import Entity, Evidence, Source
from crimeplan.model.place import PlaceUse

FORMS = ("1-update", "2-wrong-figure", "3-translation-mistake", "4-accessibility")
PARTS: Mapping[str, type[Entity]] = {"source": Source, "evidence": Evidence}
TEXT = {"type": "string", "pattern": r"\S"}
SCHEMA: dict[str, Any] = {
    "$comment": "https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-"
    "and-pull-requests/syntax-for-issue-forms and syntax-for-githubs-form-schema, beside it",
    "type": "object",
    "required": ["name", "description", "body"],
    "additionalProperties": False,
    "properties": {
        "name": TEXT,
        "description": TEXT,
        "title": TEXT,
        "labels": {"type": "array", "items": TEXT},
        "body": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/element"}},
    },
    "$defs": {
        "element": {
            "type": "object",
            "required": ["type", "attributes"],
            "additionalProperties": False,
            "properties": {
                "type": {"enum": ["markdown", "input", "textarea", "dropdown"]},
                "id": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
                "attributes": {"type": "object"},
                "validations": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"required": {"type": "boolean"}},
                },
            },
            "allOf": [
                {
                    "if": {"properties": {"type": {"const": "markdown"}}},
                    "then": {
                        "properties": {
                            "attributes": {
                                "required": ["value"],
                                "additionalProperties": False,
                                "properties": {"value": TEXT},
                            },
                            "id": False,
                            "validations": False,
                        }
                    },
                    "else": {
                        "required": ["id"],
                        "properties": {"attributes": {"$ref": "#/$defs/question"}},
                    },
                },
                {
                    "if": {"properties": {"type": {"const": "dropdown"}}},
                    "then": {"properties": {"attributes": {"required": ["options"]}}},
                    "else": {
                        "properties": {
                            "attributes": {"properties": {"options": False, "multiple": False}}
                        }
                    },
                },
            ],
        },
        "question": {
            "required": ["label"],
            "additionalProperties": False,
            "properties": {
                "label": TEXT,
                "description": TEXT,
                "placeholder": TEXT,
                "value": TEXT,
                "multiple": {"type": "boolean"},
                "options": {
                    "type": "array",
                    "minItems": 1,
                    "uniqueItems": True,
                    "items": {**TEXT, "not": {"pattern": "^[Nn]one$"}},
                },
            },
        },
    },
}


def read(root: Path, name: str) -> dict[str, Any]:
    path = root / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml"
    form: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return form


def questions(form: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in form["body"] if item["type"] != "markdown"}


def test_each_form_is_tested(root: Path) -> None:
    names = {path.stem for path in (root / ".github" / "ISSUE_TEMPLATE").iterdir()}
    assert names == {*FORMS, "config"}


@pytest.mark.parametrize("name", FORMS)
def test_github_takes_the_form(root: Path, name: str) -> None:
    form = read(root, name)
    jsonschema.Draft202012Validator(SCHEMA).validate(form)
    labels = [item["attributes"]["label"] for item in form["body"] if "id" in item]
    assert len(labels) == len(set(labels)) == len(questions(form)) > 0


@pytest.mark.parametrize(
    "change",
    [
        {"name": " "},
        {"body": []},
        {"body": [{"type": "markdown", "attributes": {}}]},
        {"body": [{"type": "input", "id": "a", "attributes": {"options": ["x"], "label": "A"}}]},
        {"body": [{"type": "dropdown", "id": "a", "attributes": {"label": "A"}}]},
        {"body": [{"type": "dropdown", "id": "a", "attributes": {"label": "A", "options": [1]}}]},
        {"body": [{"type": "input", "id": "a b", "attributes": {"label": "A"}}]},
        {"assignee": "x"},
    ],
)
def test_the_rules_see_a_fault(root: Path, change: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate({**read(root, FORMS[1]), **change})


@pytest.mark.parametrize("name", FORMS)
def test_each_first_says_what_not_to_send(root: Path, name: str) -> None:
    plan = load_content(root / "content_data").plan
    assert plan is not None
    first = read(root, name)["body"][0]
    assert first["type"] == "markdown"
    words = first["attributes"]["value"]
    for said in ("public", "Do not name people", "Do not report a crime", "999", "101"):
        assert said in words
    assert plan.details.office.email in words


def test_no_issue_goes_round_the_forms(root: Path) -> None:
    config = read(root, "config")
    plan = load_content(root / "content_data").plan
    assert plan is not None
    assert config["blank_issues_enabled"] is False
    (link,) = config["contact_links"]
    assert set(link) == {"name", "url", "about"}
    assert link["url"] == plan.details.adopted_text
    assert plan.details.office.email in link["about"]


def test_the_languages_offered_are_those_of_the_site(root: Path) -> None:
    plan = load_content(root / "content_data").plan
    assert plan is not None
    options = questions(read(root, FORMS[2]))["language"]["attributes"]["options"]
    assert options == [language.endonym for language in plan.languages[1:]]


@pytest.mark.parametrize("part", PARTS)
def test_an_update_asks_for_the_fields_of_the_data(root: Path, part: str) -> None:
    plan = load_content(root / "content_data").plan
    assert plan is not None
    entity = PARTS[part]
    asked = {
        name.removeprefix(f"{part}-"): item
        for name, item in questions(read(root, "1-update")).items()
        if name.startswith(f"{part}-")
    }
    assert asked
    assert set(asked) <= set(entity.model_fields)
    needed = {name for name, field in entity.model_fields.items() if field.is_required()}
    # The id of the source is asked for once, among the fields of the source.
    assert needed - set(asked) == ({"source"} if part == "evidence" else set())
    if part == "evidence":
        answered = {n for n, item in asked.items() if item.get("validations", {}).get("required")}
        assert answered == needed - {"source"}
    for name, item in asked.items():
        attributes = item["attributes"]
        assert attributes["label"] == f"{part.capitalize()}, {name}"
        choices = _choices(entity.model_fields[name].annotation)
        choices |= (
            {p.id for p in plan.places if PlaceUse.EVIDENCE in p.used_for}
            if name == "area"
            else set()
        )
        assert set(attributes.get("options", ())) == choices, name


def _choices(annotation: Any) -> set[str]:
    """The words that an answer must be one of; none where it is free."""
    kinds = [annotation, *get_args(annotation)]
    return {
        member.value
        for kind in kinds
        if isinstance(kind, type) and issubclass(kind, StrEnum)
        for member in kind
    }


def test_an_update_ends_in_what_to_paste(root: Path) -> None:
    """Filled in, the two pieces have the very fields that were asked for."""
    form = read(root, "1-update")
    last = form["body"][-1]
    assert last["type"] == "markdown"
    pieces = re.findall(r"```yaml\n(.*?)```", last["attributes"]["value"], re.DOTALL)
    assert len(pieces) == len(PARTS)
    labels = {item["attributes"]["label"] for item in questions(form).values()}
    for (part, entity), piece in zip(PARTS.items(), pieces, strict=True):
        names = set(re.findall(r"\((\w+, \w+)\)", piece))
        assert names <= labels
        assert {name for name in labels if name.startswith(part.capitalize())} <= names
        fields = set(re.findall(r"^(?:- |  )(\w+):", piece, re.MULTILINE))
        assert {name for name, f in entity.model_fields.items() if f.is_required()} <= fields
        assert fields <= set(entity.model_fields)
