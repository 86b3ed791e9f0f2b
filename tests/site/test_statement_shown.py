"""The accessibility statement in every language, and the line that says the site is new."""

from __future__ import annotations

from crimeplan.model import Plan
from sites import Built, squeeze

ADDRESS = "accessibility/"
SECTIONS = (
    "status",
    "issues",
    "formats",
    "contact",
    "tests",
    "enforcement",
    "preparation",
)


def test_every_language_has_every_part_of_the_statement(site: Built) -> None:
    for language in site.languages:
        page = site.page(language, ADDRESS)
        assert [row.get("id") for row in page.tree.iter("h2")] == list(SECTIONS), page
        blocks = page.with_class("block")
        assert len(blocks) == len(SECTIONS), page
        assert {block.get("lang") for block in blocks} == {language}
        assert all(squeeze(block) for block in blocks), page


def test_the_statement_names_every_issue_and_test_once(site: Built, plan: Plan) -> None:
    statement = plan.accessibility
    assert statement.issues
    for language in site.languages:
        page = site.page(language, ADDRESS)
        ids = [name for e in page.tree.iter() if (name := e.get("id") or "").startswith("a-")]
        assert sorted(ids) == sorted(f"a-{issue.id}" for issue in statement.issues), page
        hows = [squeeze(dd) for dd in page.tree.iter("dd")]
        for test in statement.tests:
            assert test.how in hows, page


def test_the_statement_leads_to_office_adviser_law_and_standard(site: Built, plan: Plan) -> None:
    statement = plan.accessibility
    wanted = {
        f"mailto:{plan.details.office.email}",
        statement.enforcement.adviser_address,
        statement.enforcement.procedure,
        statement.standard_address,
    }
    for language in site.languages:
        page = site.page(language, ADDRESS)
        hrefs = {link.get("href") for block in page.with_class("block") for link in block.iter("a")}
        assert wanted <= hrefs, page


def test_every_page_leads_to_the_statement(site: Built) -> None:
    for page in site.pages:
        foot = page.with_class("foot")
        targets = {site.target(page, a.get("href") or "")[0] for a in foot[0].iter("a")}
        prefix = "" if page.language == "en" else f"{page.language}/"
        assert f"{prefix}{ADDRESS}index.html" in targets, page


def test_every_page_of_a_new_site_asks_for_mistakes(site: Built, plan: Plan) -> None:
    for page in site.pages:
        lines = page.with_class("beta")
        assert len(lines) == (1 if plan.details.stage.value == "beta" else 0), page
        for line in lines:
            assert next(line.iterancestors("header")).get("class") == "top", page
            hrefs = [link.get("href") or "" for link in line.iter("a")]
            assert hrefs[0] == f"mailto:{plan.details.office.email}", page
            prefix = "" if page.language == "en" else f"{page.language}/"
            assert site.target(page, hrefs[1])[0] == f"{prefix}contact/index.html", page
    assert 'class="beta"' not in (site.folder / "404.html").read_text(encoding="utf-8")
