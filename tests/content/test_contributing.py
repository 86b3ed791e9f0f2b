"""CONTRIBUTING's examples are what they say they are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crimeplan.describe import DESCRIBED, Described
from crimeplan.load import load_content
from crimeplan.load.validate import build_list, build_one
from crimeplan.load.yaml_file import parse_yaml
from crimeplan.model import AccessibilityIssue, AccessibilityTest
from crimeplan.problems import Problems
from examples import examples, follow

KINDS = {"source": "sources", "notice": "notices"}
PARTS = {
    "accessibility-test": Described(AccessibilityTest, "accessibility.yml", is_list=True),
    "accessibility-issue": Described(AccessibilityIssue, "accessibility.yml", is_list=True),
}
"""Examples of lists that stand inside a file."""


@pytest.mark.parametrize(
    "kind", ["source", "evidence", "left-out", "measure", "inspection", "notice", *PARTS]
)
def test_an_example_is_valid(root: Path, kind: str) -> None:
    described = PARTS.get(kind) or DESCRIBED[KINDS.get(kind, kind)]
    problems = Problems()
    document = parse_yaml(examples(root)[kind], file="CONTRIBUTING.md", problems=problems)
    assert document is not None
    if described.is_list:
        assert len(build_list(described.entity, document, problems)) == 1
    else:
        assert build_one(described.entity, document, problems) is not None
    assert [str(problem) for problem in problems] == []


def test_the_examples_fit_the_real_content(root: Path, tmp_path: Path) -> None:
    """All of them followed in a copy: the checker has nothing to say.

    The session examples runs the suite in such a copy.
    """
    for name in ("content_data", "docs"):
        shutil.copytree(root / name, tmp_path / name)
    for name in ("CONTRIBUTING.md", "mkdocs.yml"):
        shutil.copy(root / name, tmp_path / name)
    follow(tmp_path)
    loaded = load_content(tmp_path / "content_data")
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.plan is not None
    assert "fly-tipping" in loaded.plan.measure_by_id
    assert "custody-1a" in loaded.plan.finding_by_id
