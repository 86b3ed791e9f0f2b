"""CONTRIBUTING's examples are what they say they are."""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path

import pytest

from crimeplan.describe import DESCRIBED, Described
from crimeplan.load import load_content
from crimeplan.load.validate import build_list, build_one
from crimeplan.load.yaml_file import parse_yaml
from crimeplan.model import AccessibilityIssue, AccessibilityTest
from crimeplan.problems import Problems

EXAMPLE = re.compile(r"^( *)```(?:yaml|csv) ([a-z-]+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
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
    assert found
    described = PARTS.get(kind) or DESCRIBED[KINDS.get(kind, kind)]
    problems = Problems()
    document = parse_yaml(found[0], file="CONTRIBUTING.md", problems=problems)
    assert document is not None
    if described.is_list:
        assert len(build_list(described.entity, document, problems)) == 1
    else:
        assert build_one(described.entity, document, problems) is not None
    assert [str(problem) for problem in problems] == []


def test_the_examples_fit_the_real_content(root: Path, tmp_path: Path) -> None:
    """All of them, put where CONTRIBUTING says, into a copy: the checker has nothing to say."""
    content = tmp_path / "content_data"
    shutil.copytree(root / "content_data", content)
    by_kind = dict(examples(root))
    lists = {"source": "sources.yml", "evidence": "evidence/3.yml", "left-out": "left-out.yml"}
    for kind, name in lists.items():
        path = content / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{by_kind[kind]}", encoding="utf-8")
    (content / "notices.yml").write_text(by_kind["notice"], encoding="utf-8")
    for kind, folder, ending in (
        ("measure", "measures", "yml"),
        ("table", "measures", "csv"),
        ("inspection", "inspections", "yml"),
    ):
        example = by_kind["measure" if kind == "table" else kind]
        found = re.search(r"^id: (.*)$", example, re.MULTILINE)
        assert found is not None
        (content / folder / f"{found[1]}.{ending}").write_text(by_kind[kind], encoding="utf-8")
    loaded = load_content(content)
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.plan is not None
    assert "fly-tipping" in loaded.plan.measure_by_id
    assert "custody-1a" in loaded.plan.finding_by_id
