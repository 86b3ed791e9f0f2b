"""CONTRIBUTING's examples are what they say they are."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from crimeplan.describe import DESCRIBED, Described
from crimeplan.load.validate import build_list, build_one
from crimeplan.load.yaml_file import parse_yaml
from crimeplan.model import AccessibilityIssue, AccessibilityTest
from crimeplan.problems import Problems

EXAMPLE = re.compile(r"^( *)```yaml ([a-z-]+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
KINDS = {"source": "sources", "notice": "notices"}
PARTS = {
    "accessibility-test": Described(AccessibilityTest, "accessibility.yml", is_list=True),
    "accessibility-issue": Described(AccessibilityIssue, "accessibility.yml", is_list=True),
}
"""Examples of lists that stand inside a file."""


def examples(root: Path) -> list[tuple[str, str]]:
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return [(match[2], textwrap.dedent(match[3])) for match in EXAMPLE.finditer(text)]


@pytest.mark.parametrize(
    "kind", ["source", "evidence", "left-out", "measure", "inspection", "notice", *PARTS]
)
def test_an_example_is_valid(root: Path, kind: str) -> None:
    found = [example for name, example in examples(root) if name == kind]
    assert len(found) == 1
    described = PARTS.get(kind) or DESCRIBED[KINDS.get(kind, kind)]
    problems = Problems()
    document = parse_yaml(found[0], file="CONTRIBUTING.md", problems=problems)
    assert document is not None
    if described.is_list:
        assert len(build_list(described.entity, document, problems)) == 1
    else:
        assert build_one(described.entity, document, problems) is not None
    assert [str(problem) for problem in problems] == []
