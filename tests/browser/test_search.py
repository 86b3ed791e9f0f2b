"""The search page in a real browser: what people type leads to what they mean.

queries/<language>.csv holds what people may type, written from the pages and not from the index,
each with the page that must be among the first three.
"""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from crimeplan.search import folding_of
from sites import LANGUAGES, Built

FIRST = 3
LEAST = 20
FOUND = """() => [...document.querySelectorAll("[data-search-results] > li")].map(item => ({
    link: item.querySelector("a").href, words: item.innerText,
    marks: item.querySelectorAll("mark").length}))"""


def queries(language: str) -> list[dict[str, str]]:
    path = Path(__file__).parent / "queries" / f"{language}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def prefix_of(language: str) -> str:
    return "" if language == "en" else f"{language}/"


def search(page: Page, address: str, language: str, typed: str) -> list[dict[str, Any]]:
    """What the search page shows for ``typed``, in order."""
    page.goto(f"{address}{prefix_of(language)}search/?q={quote(typed)}")
    done(page)
    found: list[dict[str, Any]] = page.evaluate(FOUND)
    return found


def search_again(page: Page, typed: str) -> list[dict[str, Any]]:
    """The same without leaving the page."""
    page.get_by_role("main").get_by_role("searchbox").fill(typed)
    page.evaluate("document.querySelector('[data-search-said]').textContent = ''")
    page.keyboard.press("Enter")
    done(page)
    found: list[dict[str, Any]] = page.evaluate(FOUND)
    return found


def done(page: Page) -> None:
    page.wait_for_function("""() => { const said = document.querySelector("[data-search-said]");
        return said.textContent && said.textContent !== said.dataset.searching; }""")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_type_leads_to_what_they_mean(
    chromium: Browser, address: str, served: Built, language: str
) -> None:
    asked = queries(language)
    assert len(asked) >= LEAST
    page = chromium.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    top = f"{address}{prefix_of(language)}"
    page.goto(f"{top}search/")
    missed = {}
    for row in asked:
        wanted = row["leads to"]
        assert (served.folder / prefix_of(language) / wanted.partition("#")[0]).is_dir(), wanted
        found = [item["link"] for item in search_again(page, row["query"])]
        others = [link for link in found if urlsplit(link).path.split("/")[2] in LANGUAGES[1:]]
        assert all(link.startswith(top) for link in found), (row, found)
        assert language != "en" or others == [], row
        if f"{top}{wanted}" not in found[:FIRST]:
            missed[row["query"]] = [link.removeprefix(top) for link in found[:FIRST]] or "nothing"
    assert missed == {}
    assert troubles == []
    page.close()


def test_nothing_is_fetched_before_a_search_and_little_for_the_first(
    chromium: Browser, address: str, served: Built
) -> None:
    """As GitHub Pages sends it: text compressed, Pagefind's own files as they are."""
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{address}search/")
    expect(page.get_by_label("What are you looking for?")).to_be_visible()
    assert [path for path in asked if "/pagefind/" in path] == []
    page.get_by_label("What are you looking for?").fill("burglary")
    page.keyboard.press("Enter")
    done(page)
    fetched = {path for path in asked if "/pagefind/" in path}
    assert fetched
    sizes = {}
    for path in fetched:
        content = (served.folder / path.removeprefix("/police-plan/")).read_bytes()
        is_text = path.endswith((".js", ".json"))
        sizes[path] = len(gzip.compress(content) if is_text else content)
    assert sum(sizes.values()) < 200_000, sizes
    page.close()


def test_a_result_says_what_it_is(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    first = search(page, address, "en", "3.4")[0]
    assert first["link"] == f"{address}priorities/3/3-4/"
    for words in ("Part of the plan", "3.4 Domestic Abuse", "Some action published (2)"):
        assert words in first["words"]
    assert first["marks"] > 0
    expect(page.locator("[data-search-said]")).to_have_attribute("role", "status")
    expect(page.locator("[data-search-said]")).to_have_text("Results: 11")
    page.close()


@pytest.mark.parametrize("typed", ["hit", "afraid", "999", "knife", "domestic violence"])
def test_help_comes_first(chromium: Browser, address: str, typed: str) -> None:
    page = chromium.new_page()
    assert "/help/#help-" in search(page, address, "en", typed)[0]["link"]
    page.close()


def test_the_address_carries_the_search(chromium: Browser, address: str) -> None:
    """The keyboard alone, from any page; then filters, the way back, and a shared address."""
    page = chromium.new_page()
    page.goto(f"{address}about/")
    page.get_by_label("Search this site").focus()
    page.keyboard.type("drugs")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}search/?q=drugs")
    done(page)
    every = len(page.evaluate(FOUND))
    page.get_by_label("Show").select_option("measure")
    expect(page).to_have_url(f"{address}search/?q=drugs&kind=measure")
    done(page)
    kept = page.evaluate(FOUND)
    assert 0 < len(kept) < every
    assert all("/measures/" in item["link"] for item in kept)
    page.go_back()
    expect(page.get_by_label("Show")).to_have_value("")
    page.locator("select[name=priority]").select_option("3")
    done(page)
    kept = page.evaluate(FOUND)
    assert kept
    assert all("/priorities/3/" in item["link"] for item in kept)
    shared = chromium.new_page()
    shared.goto(page.url)
    done(shared)
    assert shared.evaluate(FOUND) == kept
    shared.close()
    page.close()


def test_more_results_come_when_asked_for(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    first = search(page, address, "en", "police")
    page.get_by_role("button", name="More results").click()
    expect(page.locator("[data-search-results] > li")).to_have_count(2 * len(first))
    expect(
        page.locator("[data-search-results] > li").nth(len(first)).get_by_role("link")
    ).to_be_focused()
    page.close()


def test_an_empty_result_helps(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    assert search(page, address, "pl", "xyzzyq") == []
    help_ = page.locator("[data-search-help]")
    expect(help_).to_be_visible()
    expect(help_.locator("a[href$='a-to-z/']")).to_be_visible()
    english = help_.locator("a[hreflang=en]")
    english.click()
    expect(page).to_have_url(f"{address}search/?q=xyzzyq")
    page.close()


def test_some_of_the_words_are_better_than_nothing(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    found = search(page, address, "en", "burglary xyzzyq")
    assert any("measures/burglar" in item["link"] for item in found[:FIRST])
    expect(page.locator("[data-search-said]")).to_contain_text("No page has all of these words.")
    page.close()


def test_what_is_typed_is_only_text(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    search(page, address, "en", "<img src=x onerror=document.title=1> burglary")
    assert page.locator("main img").count() == 0
    expect(page.get_by_label("What are you looking for?")).to_have_value(
        "<img src=x onerror=document.title=1> burglary"
    )
    page.close()


def test_without_script_the_form_leads_to_everything_by_name(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}ur/about/")
    page.locator("#find").fill("999")
    page.locator("#find").press("Enter")
    assert page.url == f"{address}ur/a-to-z/?q=999"
    page.goto(f"{address}search/")
    page.get_by_role("main").get_by_role("link", name="A to Z").first.click()
    assert page.url == f"{address}a-to-z/"
    context.close()


def test_a_search_that_cannot_work_says_so(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.route("**/pagefind/pagefind.js", lambda route: route.abort())
    search(page, address, "en", "burglary")
    expect(page.locator("[data-search-said]")).to_contain_text("does not work in this browser")
    expect(page.locator("[data-search-help]")).to_be_visible()
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_folds_as_the_index_does(
    chromium: Browser, address: str, served: Built, root: Path, language: str
) -> None:
    """The whole text of a page, and what is hard: marks, half-spaces, digits of other scripts."""
    hard = "ÀŁĄßœ ３．４ می\u200cشود كمك يہ لڑکوں বাড়ীর ਜ਼ੁਰਮ ੯੯੯ policją’s \u064b"
    text = f"{served.page(language, 'policing/').text()} {hard}"
    page = chromium.new_page()
    page.goto(f"{address}{prefix_of(language)}search/")
    source = (root / "docs/assets/search.js").read_text(encoding="utf-8")
    start, end = source.index("  const WORD ="), source.index("  // --- The index.")
    told = page.evaluate(
        f"async text => {{ const top = {json.dumps(address)};\n{source[start:end]}\n"
        "return (await loadFolding())(text); }",
        text,
    )
    assert told == folding_of(language).fold(text)
    page.close()


def test_results_keep_latin_names_whole_from_right_to_left(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    found = search(page, address, "ur", "7.2")
    assert found[0]["link"] == f"{address}ur/priorities/7/7-2/"
    title = page.locator("[data-search-results] > li a").first
    assert title.locator("bdi[dir=ltr]").all_inner_texts() == [
        "7.2",
        "Strategic Policing Requirement, SPR",
    ]
    page.close()
