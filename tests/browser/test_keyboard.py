"""The site by keyboard alone, and as a screen reader is told of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

PLACE = """() => { const e = document.activeElement, r = e.getBoundingClientRect();
    return {tag: e.tagName, text: e.textContent.trim().slice(0, 40), x: r.left, y: r.top + scrollY,
            right: r.right, width: r.width, height: r.height, top: r.top, bottom: r.bottom,
            outline: getComputedStyle(e).outlineStyle,
            seen: e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})}; }"""
WALKS = (
    "",
    "priorities/3/",
    "priorities/3/3-4/",
    "progress/commitments/",
    "measures/officer-headcount/",
    "inspections/",
    "a-to-z/",
    "search/?q=police",
)


@pytest.fixture(params=[320, 1280])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": request.param, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("path", WALKS)
def test_a_walk_with_tab_meets_only_what_is_seen(
    page: Page, address: str, path: str, language: str
) -> None:
    """Focus is on screen, marked, and goes down the page; backwards it retraces its steps."""
    prefix = "" if language == "en" else f"{language}/"
    page.goto(f"{address}{prefix}{path}")
    if path.startswith("search/"):
        expect(page.locator("[data-search-results] > li").first).to_be_visible()
    width = page.evaluate("innerWidth")
    steps = []
    for _ in range(30):
        page.keyboard.press("Tab")
        place = page.evaluate(PLACE)
        assert place["tag"] in ("A", "SUMMARY", "INPUT", "BUTTON", "SELECT"), place
        assert place["seen"], place
        assert place["outline"] != "none", place
        assert place["x"] >= -1, place
        assert place["right"] <= width + 1, place
        assert place["bottom"] > 0, place
        assert place["top"] < 800, place
        steps.append(place["text"])
    assert len(set(steps)) > 10
    for text in reversed(steps[-6:-1]):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(PLACE)["text"] == text


def test_the_first_step_skips_to_the_text(page: Page, address: str) -> None:
    page.goto(f"{address}priorities/3/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_way_out_is_the_third_stop(page: Page, address: str) -> None:
    page.goto(f"{address}priorities/3/3-4/")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator("a.leave")).to_be_focused()


def test_menus_open_and_close_by_keyboard(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"{address}priorities/3/")
    for name, link in ((".menu", "Progress"), (".langs", "اردو")):
        summary = page.locator(f"{name} > summary")
        summary.focus()
        expect(page.locator(name).get_by_role("link", name=link)).to_be_hidden()
        page.keyboard.press("Enter")
        expect(page.locator(name).get_by_role("link", name=link)).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.locator(name).get_by_role("link", name=link)).to_be_hidden()
    context.close()


def test_focus_is_never_hidden_behind_the_fixed_bar(chromium: Browser, address: str) -> None:
    """On a phone the way out stands at the foot of sensitive pages (WCAG 2.2, 2.4.11)."""
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}priorities/3/3-4/")
    bar = page.locator("a.leave").bounding_box()
    assert bar is not None
    for _ in range(40):
        page.keyboard.press("Tab")
        place = page.evaluate(PLACE)
        if place["text"] != "Leave this site":
            assert place["top"] < bar["y"], place
    context.close()


@pytest.mark.parametrize("language", ["en", "ur"])
def test_landmarks_are_named_once(page: Page, address: str, language: str) -> None:
    prefix = "" if language == "en" else f"{language}/"
    page.goto(f"{address}{prefix}priorities/3/3-4/")
    names = page.evaluate("""() => [...document.querySelectorAll("nav, main, header, footer")]
        .map(e => e.tagName + ":" + (e.getAttribute("aria-label") ||
            (e.getAttribute("aria-labelledby") || "") ))""")
    assert len(names) == len(set(names)) >= 6, names


SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }"""
LARGE = "html { font-size: 200% }"


@pytest.mark.parametrize(("style", "width"), [(SPACED, 1280), (SPACED, 320), (LARGE, 1280)])
@pytest.mark.parametrize("language", ["en", "ur", "pl"])
def test_text_spacing_and_large_text_lose_nothing(
    chromium: Browser, address: str, language: str, style: str, width: int
) -> None:
    """WCAG 1.4.12 and 1.4.4: the spacing a reader sets, and text of twice the size."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    prefix = "" if language == "en" else f"{language}/"
    for path in WALKS:
        page.goto(f"{address}{prefix}{path}")
        page.add_style_tag(content=style)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        clipped = page.evaluate("""() => [...document.querySelectorAll("main *")].filter(e =>
            getComputedStyle(e).overflow !== "visible" && !e.closest(".vh, svg, .stack thead")
            && e.scrollHeight > e.clientHeight + 1).length""")
        assert clipped == 0, path
    context.close()
