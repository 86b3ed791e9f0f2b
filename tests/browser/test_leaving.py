"""Leaving at once: by the link, by the keyboard, with and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

WEATHER = "https://www.bbc.co.uk/weather"
SENSITIVE = "priorities/3/3-4/"


def answer(route: Route) -> None:
    """Stand in for the page outside, which a test machine cannot reach."""
    route.fulfill(content_type="text/html", body="<title>Weather</title><h1>Weather</h1>")


def open_page(chromium: Browser, address: str, width: int = 1280) -> Page:
    context = chromium.new_context(viewport={"width": width, "height": 800})
    context.route(f"{WEATHER}**", answer)
    page = context.new_page()
    page.goto(f"{address}priorities/")
    page.goto(f"{address}{SENSITIVE}")
    return page


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    page = open_page(chromium, address)
    yield page
    page.context.close()


def has_left(page: Page) -> None:
    expect(page).to_have_title("Weather")
    assert page.url.startswith(WEATHER)


def is_here(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Domestic Abuse")


def test_the_link_leaves_and_takes_the_page_s_place_in_history(page: Page) -> None:
    page.locator("a.leave").click()
    has_left(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"/priorities/$"))


def test_shift_pressed_three_times_leaves_and_says_so(page: Page) -> None:
    said = page.get_by_role("status")
    expect(said).to_have_text("")
    page.keyboard.press("Shift")
    expect(said).to_have_text("Press Shift two more times to leave.")
    page.keyboard.press("Shift")
    expect(said).to_have_text("Press Shift once more to leave.")
    is_here(page)
    page.keyboard.press("Shift")
    has_left(page)


def test_another_key_begins_the_count_anew(page: Page) -> None:
    for key in ("Shift", "Shift", "a", "Shift", "Shift"):
        page.keyboard.press(key)
    is_here(page)
    expect(page.get_by_role("status")).to_have_text("Press Shift once more to leave.")


def test_escape_leaves(page: Page) -> None:
    page.keyboard.press("Escape")
    has_left(page)


def test_escape_first_closes_what_is_open(chromium: Browser, address: str) -> None:
    page = open_page(chromium, address, width=320)
    menu = page.locator(".menu > summary")
    menu.click()
    page.keyboard.press("Escape")
    is_here(page)
    expect(page.locator(".menu")).not_to_have_attribute("open", "")
    expect(menu).to_be_focused()
    page.keyboard.press("Escape")
    has_left(page)
    page.context.close()


def test_typing_never_leaves(page: Page) -> None:
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    page.locator("main input").focus()
    for key in ("Shift", "Shift", "Shift", "Escape"):
        page.keyboard.press(key)
    is_here(page)


def test_composing_text_never_leaves(page: Page) -> None:
    page.evaluate("""() => { for (const key of ["Shift", "Shift", "Shift", "Escape"])
        document.body.dispatchEvent(new KeyboardEvent("keydown",
            {key, isComposing: true, bubbles: true})); }""")
    is_here(page)


def test_full_screen_never_leaves(page: Page) -> None:
    """There Escape belongs to the browser, and Shift perhaps to a film."""
    page.evaluate("""() => Object.defineProperty(document, "fullscreenElement",
        {get: () => document.body, configurable: true})""")
    for key in ("Shift", "Shift", "Shift", "Escape"):
        page.keyboard.press(key)
    is_here(page)
    page.evaluate("() => { delete document.fullscreenElement; }")
    page.keyboard.press("Escape")
    has_left(page)


def test_keys_do_nothing_on_other_pages(page: Page, address: str) -> None:
    page.goto(f"{address}priorities/3/3-5/")
    for key in ("Shift", "Shift", "Shift", "Escape"):
        page.keyboard.press(key)
    expect(page.locator("h1")).to_have_text("Road Safety")


def test_the_page_tells_of_the_keys_only_where_they_work(
    page: Page, chromium: Browser, address: str
) -> None:
    hint = page.get_by_text("You can also leave by pressing the Shift key three times")
    expect(hint).to_be_visible()
    context = chromium.new_context(java_script_enabled=False)
    context.route(f"{WEATHER}**", answer)
    plain = context.new_page()
    plain.goto(f"{address}{SENSITIVE}")
    expect(plain.locator("[data-leave-hint]")).to_be_hidden()
    plain.locator("a.leave").click()
    has_left(plain)
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_way_out_is_always_in_view(chromium: Browser, address: str, width: int) -> None:
    page = open_page(chromium, address, width=width)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
    expect(page.locator("a.leave")).to_be_in_viewport(ratio=1)
    page.context.close()
