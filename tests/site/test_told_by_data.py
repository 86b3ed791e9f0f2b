"""What a page says of its own site comes from the data: its name, its languages, its notices."""

from __future__ import annotations

import json
from datetime import date

from crimeplan.model import Plan
from crimeplan.search import records_of
from sites import AS_OF, Built, squeeze


def test_the_notices_of_the_day_stand_on_every_page(site: Built, plan: Plan) -> None:
    today = date.fromisoformat(AS_OF)
    wanted = [notice for notice in plan.notices if notice.start <= today <= notice.end]
    source = site.languages[0]
    for page in site.pages:
        shown = [
            squeeze(e) for level in ("important", "information") for e in page.with_class(level)
        ]
        assert len(shown) == len(wanted), page
        if page.language == source:
            assert {notice.text for notice in wanted} == set(shown), page


def test_the_site_s_name_comes_from_the_data(site: Built, plan: Plan) -> None:
    """In the heading of every page, in its title, and in every feed."""
    source, *others = site.languages
    name = plan.details.names.site
    for page in site.in_language(source):
        assert squeeze(page.with_class("brand")[0]).startswith(name), page
        assert squeeze(page.tree.xpath("//head/title")[0]).endswith(name), page
    for language in others:
        titles = {
            squeeze(p.tree.xpath("//head/title")[0]).split(" – ")[-1]
            for p in site.in_language(language)
        }
        assert len(titles) == 1, language
        assert name not in titles, language
    feeds = [path for path in site.files() if path.endswith("feed.xml")]
    assert len(feeds) == (1 + len(plan.priorities)) * len(site.languages)
    for path in feeds:
        if path.split("/")[0] not in others:
            assert f"<name>{name}</name>" in (site.folder / path).read_text(encoding="utf-8"), path


def test_the_closed_menu_names_the_languages_that_the_data_choose(site: Built, plan: Plan) -> None:
    wanted = [language.endonym for language in plan.languages if language.named_on_menu]
    assert wanted
    more = len(wanted) < len(plan.languages)
    for page in site.pages:
        summary = next(page.with_class("langs")[0].iter("summary"))
        _, *named = [squeeze(span) for span in summary.iter("span")]
        assert named == [*wanted, *(["…"] if more else [])], page


def test_every_inspection_is_found_once(site: Built, plan: Plan) -> None:
    """Those without a page of their own in the list of all of them."""
    assert plan.inspections
    for code in site.languages:
        found = [
            record.name
            for page in site.in_language(code)
            for record in records_of(page.file.read_text(encoding="utf-8"), page.address)
            if record.kind == "inspection"
        ]
        assert sorted(found) == sorted(inspection.id for inspection in plan.inspections), code


def test_the_search_knows_every_language_and_page(site: Built) -> None:
    folder = site.folder / "pagefind"
    languages = json.loads((folder / "pagefind-entry.json").read_bytes())["languages"]
    assert set(languages) == set(site.languages)
    for code in site.languages:
        assert json.loads((folder / f"folding-{code}.json").read_bytes()), code
        found = [page for page in site.in_language(code) if page.address != "search/"]
        assert languages[code]["page_count"] >= len(found), code
