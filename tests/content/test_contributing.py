"""CONTRIBUTING's examples are what they say they are."""

from __future__ import annotations

import shlex
import shutil
from datetime import date
from pathlib import Path

import pytest

from crimeplan.__main__ import main
from crimeplan.describe import DESCRIBED, Described
from crimeplan.due import due_of_plan
from crimeplan.load.validate import build_list, build_one
from crimeplan.load.yaml_file import parse_yaml
from crimeplan.model import AccessibilityIssue, AccessibilityTest, Plan
from crimeplan.model.reference import Publication, Stage
from crimeplan.pages import Pages
from crimeplan.problems import Problems
from crimeplan.progress import Status, assess_plan
from crimeplan.site import check_site
from crimeplan.translation import State
from crimeplan.translation.pages import page_state
from examples import ADDED_BELOW, ADDED_TO, CHANGED, MENDED, examples, follow

AS_OF = date(2026, 11, 22)

KINDS = {"source": "sources", "notice": "notices", "status": "evidence"}
PARTS = {
    "accessibility-test": Described(AccessibilityTest, "accessibility.yml", is_list=True),
    "accessibility-issue": Described(AccessibilityIssue, "accessibility.yml", is_list=True),
}
"""Examples of lists that stand inside a file."""


@pytest.mark.parametrize(
    "kind", ["source", "evidence", "status", "left-out", "measure", "inspection", "notice", *PARTS]
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


@pytest.fixture(scope="module")
def followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which all examples were followed; the session examples runs the suite in one."""
    copy = tmp_path_factory.mktemp("followed")
    for name in ("content_data", "docs", "overrides"):
        shutil.copytree(root / name, copy / name)
    for name in ("CONTRIBUTING.md", "mkdocs.yml"):
        shutil.copy(root / name, copy / name)
    follow(copy)
    return copy


@pytest.fixture(scope="module")
def found(followed: Path) -> tuple[Problems, Plan, Pages]:
    """What the checker says of that copy, and what it read."""
    problems, plan, pages = check_site(followed)
    assert plan is not None, "\n".join(map(str, problems.errors))
    return problems, plan, pages


def test_every_example_is_followed(root: Path) -> None:
    followed_too = {"measure", "table", "inspection", "notice", "correction", "translated-section"}
    by_hand = {"reviewed-page", "reviewer", "new-language"}
    kinds = {*ADDED_TO, *ADDED_BELOW, *CHANGED, *followed_too, *by_hand}
    assert set(examples(root)) == kinds


def test_the_examples_fit_the_real_content(found: tuple[Problems, Plan, Pages]) -> None:
    """The checker has nothing to say but that other translations of a mended page are behind."""
    problems, plan, _ = found
    behind = {
        f"docs/{language.code}/{MENDED}" for language in plan.languages if language.code != "pl"
    }
    assert {problem.file for problem in problems} == behind - {f"docs/en/{MENDED}"}
    assert "fly-tipping" in plan.measure_by_id
    assert "custody-1a" in plan.finding_by_id


def test_a_changed_status_follows_from_the_entry(found: tuple[Problems, Plan, Pages]) -> None:
    standing = assess_plan(found[1], as_of=AS_OF).standings["3.2.d"]
    assert standing.status is Status.CHANGED
    assert standing.history[-1].evidence.id == "schools-contest-changed-2023"


def test_a_response_is_published_and_awaited_no_more(found: tuple[Problems, Plan, Pages]) -> None:
    assessment = assess_plan(found[1], as_of=AS_OF)
    awaited = {due.item for due in due_of_plan(assessment, until=AS_OF)}
    assert "2022-child-protection" in awaited
    assert "2022-custody" not in awaited


def test_a_mended_section_is_current_and_its_page_reviewed(
    found: tuple[Problems, Plan, Pages],
) -> None:
    _, plan, pages = found
    page = pages["pl", MENDED]
    state = page_state(pages, page, "en")
    assert state is not None
    assert state["list"] is State.CURRENT
    assert page.meta.reviewed_by == "A. B."
    assert plan.language_by_code["pl"].reviewer == "A. B."


def test_the_edition_is_adopted_and_no_longer_beta(found: tuple[Problems, Plan, Pages]) -> None:
    details = found[1].details
    assert (details.publication, details.stage) == (Publication.ADOPTED, Stage.LIVE)


def test_a_language_is_added_as_it_is_typed(
    root: Path, followed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site with a language more is built in tests/site/test_new_language.py."""
    plan_script, session, *words = shlex.split(examples(root)["new-language"])
    assert (plan_script, session) == ("./plan", "translate")
    before = (followed / "mkdocs.yml").read_text(encoding="utf-8")
    assert main([*words, "--root", str(followed), "--on", str(AS_OF), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "endonym: Română" in said
    assert "{ locale: ro, name: Română, build: true }" in said
    assert (followed / "mkdocs.yml").read_text(encoding="utf-8") == before
