"""The second plan is invented and says so, and its settings are those of the real site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from crimeplan.load import load_plan
from crimeplan.model import Publication
from sites import ROOT, SECOND_PLAN

PLANS = (ROOT, ROOT / SECOND_PLAN)
OWN = ("site_name", "nav", "languages")
"""What each plan says for itself in mkdocs.yml."""
INVENTED = {"en": "invented", "fa": "ساختگی"}


def settings(project: Path) -> dict[str, Any]:
    with (project / "mkdocs.yml").open(encoding="utf-8") as file:
        read: dict[str, Any] = yaml_load(file)
    read["languages"] = read["plugins"][0]["i18n"].pop("languages")
    return read


def test_the_settings_differ_only_in_name_languages_and_pages() -> None:
    first, second = (settings(project) for project in PLANS)
    assert [key for key in OWN if first[key] == second[key]] == []
    shared = [{k: v for k, v in read.items() if k not in OWN} for read in (first, second)]
    assert len(shared[0]) > 10
    assert shared[0] == shared[1]


@pytest.mark.parametrize("project", PLANS, ids=["bedfordshire", "exampleshire"])
def test_name_and_languages_of_the_settings_are_those_of_the_data(project: Path) -> None:
    plan, read = load_plan(project / "content_data"), settings(project)
    assert read["site_name"] == plan.details.names.site
    assert [item["locale"] for item in read["languages"]] == list(plan.language_by_code)


def test_every_page_of_the_second_plan_says_that_it_is_invented() -> None:
    """By a notice that never ends while the tests run; and its home page says so besides."""
    plan = load_plan(PLANS[1] / "content_data")
    assert "Everything on this site is invented" in plan.notices[0].text
    assert plan.notices[0].start.year <= 2026 < plan.notices[0].end.year
    assert {language.code for language in plan.languages} == set(INVENTED)
    for code, word in INVENTED.items():
        assert word in (PLANS[1] / "docs" / code / "index.md").read_text(encoding="utf-8")
    assert "Nothing here is true" in (PLANS[1] / "README.md").read_text(encoding="utf-8")


def test_the_second_plan_holds_one_of_every_kind() -> None:
    """So that no branch of a template is left out by chance."""
    plan = load_plan(PLANS[1] / "content_data")
    assert {entry.timing.value for entry in plan.evidence} == {
        "before", "at-launch", "in-plan", "after", "undated", "inferred",
    }  # fmt: skip
    assert {entry.shows.value for entry in plan.evidence} == {
        "action", "completed", "changed", "stopped",
    }  # fmt: skip
    assert {entry.fit.value for entry in plan.evidence} == {"direct", "adjacent"}
    assert {source.kind.value for source in plan.sources} == {
        "official", "press", "political", "voluntary",
    }  # fmt: skip
    assert {measure.chart.value for measure in plan.measures} == {"pairs", "none"}
    assert len(plan.priorities) == 3
    assert [item for item in plan.inspections if item.grades]
    assert plan.details.publication is Publication.ADOPTED  # the real one begins as a draft


def test_no_address_of_the_second_plan_is_real() -> None:
    files = [p for p in PLANS[1].rglob("*") if p.suffix in (".yml", ".csv", ".md", ".po")]
    assert len(files) > 80
    kept = ("https://example.org", "https://www.w3.org/TR/WCAG22/", "https://plan.example/")
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            if "https://github.com/<owner>" in line:
                continue
            for rest in line.split("http")[1:]:
                assert f"http{rest}".startswith(kept), f"{path}: {line}"
