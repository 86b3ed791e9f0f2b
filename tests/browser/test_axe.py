"""axe-core on every page of every language: WCAG 2.2 A and AA, and best practices.

Every page is loaded once here, so here each is also asked whether it fits and what it keeps.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from looks import NOTHING_STORED, sticking_out, stored
from sites import LANGUAGES, Built

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUICK = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False, "selectors": False}
"""Nothing is loaded first, and no place is named: that takes a sixth of the time."""
WITH_PLACES = {**QUICK, "selectors": True}
LAYOUT = [
    "color-contrast",
    "empty-table-header",
    "heading-order",
    "link-in-text-block",
    "region",
    "scrollable-region-focusable",
    "target-size",
]
"""The rules that ask how a page is drawn; all others ask the HTML, which every view shares."""
RUN = "async options => (await axe.run(document, options)).violations"

KINDS = (
    "",
    "priorities/",
    "priorities/3/",
    "priorities/3/3-4/",
    "progress/",
    "progress/by-area/",
    "progress/searched/",
    "help/",
    "glossary/",
    "contact/",
    "accessibility/",
    "measures/",
    "measures/crime-rates/",
    "measures/officer-headcount/",
    "inspections/",
    "inspections/2016-effectiveness/",
    "inspections/responses/",
    "inspections/findings-by-question/",
    "data/",
    "a-to-z/",
    "languages/",
    "search/?q=999",
)
"""One page of each template; every page is looked at wide and light."""
WIDE = {"viewport": {"width": 1280, "height": 800}}
NARROW = {"viewport": {"width": 320, "height": 800}}
VIEWS: dict[str, dict[str, Any]] = {
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
"""Width decides the layout and the scheme the colours, so that two looks try three things."""


def faults(page: Page, rules: list[str] = RULES) -> list[str]:
    """What axe finds on ``page``: rule, help and the places."""
    if not page.evaluate(RUN, {**QUICK, "runOnly": rules}):
        return []
    found = page.evaluate(RUN, {**WITH_PLACES, "runOnly": rules})
    return [
        f"{fault['id']}: {fault['help']}: {[node['target'] for node in fault['nodes'][:3]]}"
        for fault in found
    ]


def failed(request: Request) -> bool:
    """Whether nobody but the site is to blame: the browser drops what a left page asked for."""
    return request.failure != "net::ERR_ABORTED"


@pytest.fixture
def context(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = chromium.new_context(**getattr(request, "param", WIDE))
    context.add_init_script(Axe().axe_script)
    yield context
    context.close()


def test_a_fault_is_seen_and_placed(context: BrowserContext) -> None:
    tab = context.new_page()
    tab.set_content("<html lang=en><title>x</title><main><h1>x</h1><img src=x></main>")
    assert any(fault.startswith("image-alt: ") and "img" in fault for fault in faults(tab))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_without_faults(
    context: BrowserContext, address: str, served: Built, language: str
) -> None:
    pages = [page for page in served.pages if page.language == language]
    assert len(pages) > 95
    prefix = "" if language == "en" else f"{language}/"
    tab = context.new_page()
    troubles: list[str] = []
    tab.on("console", lambda message: troubles.append(f"{tab.url}: {message.text}"))
    tab.on("pageerror", lambda error: troubles.append(f"{tab.url}: {error}"))
    tab.on(
        "requestfailed", lambda r: troubles.append(f"{r.url}: {r.failure}") if failed(r) else None
    )
    tab.on(
        "request",
        lambda request: None if request.url.startswith(address) else troubles.append(request.url),
    )
    found = {}
    for page in pages:
        tab.goto(f"{address}{prefix}{page.address}")
        if these := faults(tab) + sticking_out(tab):
            found[str(page)] = these
    assert found == {}
    assert stored(tab) == NOTHING_STORED
    assert troubles == [], "a page asked somebody else, or complained"


@pytest.mark.parametrize("context", [NARROW], ids=["narrow"], indirect=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_page_is_without_faults_in_other_views(
    context: BrowserContext, address: str, language: str
) -> None:
    """A page is loaded once, and turns its colours when the system does."""
    prefix = "" if language == "en" else f"{language}/"
    tab = context.new_page()
    found = {}
    for path in KINDS:
        tab.goto(f"{address}{prefix}{path}")
        if path.startswith("search/"):
            expect(tab.locator("[data-search-results] > li").first).to_be_visible()
        for view, colours in VIEWS.items():
            tab.emulate_media(**colours)
            if these := faults(tab, LAYOUT):
                found[path, view] = these
    assert found == {}


def test_the_page_for_what_is_missing_is_without_faults(
    context: BrowserContext, address: str
) -> None:
    tab = context.new_page()
    tab.goto(f"{address}404.html")
    assert faults(tab) == []
