"""What only a browser can tell: nothing scrolls sideways, nothing is asked of anyone else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from looks import NOTHING_STORED, sticking_out, stored
from sites import LANGUAGES, OWN_FACES, RIGHT_TO_LEFT

PAGES = (
    "",
    "priorities/",
    "priorities/3/",
    "priorities/3/3-4/",
    "priorities/6/6-2/",
    "progress/",
    "progress/commitments/",
    "progress/by-area/",
    "progress/searched/",
    "help/",
    "glossary/",
    "open-questions/",
    "contact/",
    "accessibility/",
    "measures/",
    "measures/crime-rates/",
    "measures/officer-headcount/",
    "measures/main-languages/",
    "measures/drug-trafficking-offences/",
    "measures/safer-streets/",
    "inspections/",
    "inspections/findings/",
    "inspections/2016-effectiveness/",
    "inspections/responses/",
    "data/",
    "a-to-z/",
    "search/",
    "languages/",
)
"""One of each kind of page; axe and every page are the accessibility suite's."""
DRAWN = """() => {
    const cut = [...document.querySelectorAll(".chart circle")].filter(mark => {
        const [m, s] = [mark.getBoundingClientRect(), mark.closest("svg").getBoundingClientRect()];
        const inside = m.left >= s.left && m.right <= s.right;
        return !inside && getComputedStyle(mark.closest("svg")).overflow !== "visible";
    }).map(mark => mark.outerHTML);
    const torn = [];
    for (const label of document.querySelectorAll(".chart p, .bar > span, .point > span")) {
        const nodes = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
        for (let node; (node = nodes.nextNode());)
            for (const word of node.data.matchAll(/[\\p{L}\\p{M}]+|\\d[\\d.,\\s]*\\d/gu)) {
                const range = document.createRange();
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                const lines = new Set([...range.getClientRects()].map(r => Math.round(r.bottom)));
                if (lines.size > 1) torn.push(word[0]);
            }
    }
    return {cut, torn, words: document.querySelectorAll(".chart p").length};
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_fit_a_narrow_screen_and_ask_nobody_else(
    chromium: Browser, address: str, language: str
) -> None:
    """On a wide screen test_axe.py looks at every page for the same."""
    prefix = "" if language == "en" else f"{language}/"
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("response", lambda reply: troubles.append(reply.url) if reply.status >= 400 else None)
    for path in PAGES:
        asked.clear()
        page.goto(f"{address}{prefix}{path}")
        expect(page.locator("h1")).to_be_visible()
        assert asked, path
        assert [url for url in asked if not url.startswith(address)] == []
        assert len(asked) <= 8, asked
        assert sticking_out(page) == [], path
    assert stored(page) == NOTHING_STORED
    assert troubles == []
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_cut_no_mark_and_tear_no_word(
    chromium: Browser, address: str, language: str
) -> None:
    """At 320 px; Chinese alone may part a line between any two characters."""
    prefix = "" if language == "en" else f"{language}/"
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    for path in [path for path in PAGES if path.startswith("measures/") and path != "measures/"]:
        page.goto(f"{address}{prefix}{path}")
        found = page.evaluate(DRAWN)
        assert found["words"] > 1, path
        assert found["cut"] == [], path
        if language != "zh":
            assert found["torn"] == [], path
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_stay_whole_where_the_reader_set_text_twice_as_large(
    large_text: Browser, address: str, language: str
) -> None:
    """By the browser's own setting, at 320 px: no mark is cut, no figure and no date torn."""
    page = large_text.new_page(viewport={"width": 320, "height": 800})
    for path in ("measures/officer-headcount/", "measures/drug-trafficking-offences/"):
        page.goto(f"{address}{'' if language == 'en' else f'{language}/'}{path}")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        found = page.evaluate(DRAWN)
        assert found["words"] > 1, path
        assert (found["cut"], found["torn"]) == ([], []), path
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_scrolls_sideways_with_text_twice_as_large(
    large_text: Browser, address: str, language: str
) -> None:
    """At 320 px: more than WCAG 1.4.4 and 1.4.10 ask, since each of them stands alone there."""
    page = large_text.new_page(viewport={"width": 320, "height": 800})
    for path in PAGES:
        page.goto(f"{address}{'' if language == 'en' else f'{language}/'}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, sticking_out(page)
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("late", [0, 300], ids=["letters at once", "letters late"])
def test_nothing_moves_while_a_page_loads(
    chromium: Browser, address: str, language: str, late: int
) -> None:
    """Cumulative layout shift is 0, on a phone: https://web.dev/articles/cls."""
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()

    def answer(route: Route) -> None:
        page.wait_for_timeout(late)
        route.continue_()

    if late:
        page.route("**/*.woff2", answer)
    for path in ("", "priorities/3/", "priorities/3/3-4/", "measures/crime-rates/"):
        page.goto(f"{address}{'' if language == 'en' else f'{language}/'}{path}")
        page.evaluate("() => document.fonts.ready")
        moved = page.evaluate("""() => new Promise(done => {
            let moved = 0;
            new PerformanceObserver(list => {
                for (const shift of list.getEntries()) moved += shift.value;
            }).observe({type: "layout-shift", buffered: true});
            requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
        })""")
        assert moved == 0, path
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_plan_lays_out_first_what_is_near(
    chromium: Browser, address: str, language: str
) -> None:
    """Far chapters wait; a link into one arrives there, and on paper all are drawn."""
    laid_out = """() => [...document.querySelectorAll(".chapter > .body")].map(
        e => e.checkVisibility({contentVisibilityAuto: true}))"""
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    prefix = "" if language == "en" else f"{language}/"
    page.goto(f"{address}{prefix}whole-plan/")
    drawn = page.evaluate(laid_out)
    assert len(drawn) > 8
    assert drawn[-1] is False
    last = page.locator(".contents > ol > li").last.get_by_role("link")
    last.click()
    heading = page.locator(".chapter > h2").last
    expect(heading).to_be_in_viewport()
    top = heading.evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= top < 400, "the heading is where a reader looks first"
    assert page.evaluate(laid_out)[-1] is True
    page.emulate_media(media="print")
    waiting = page.locator(".chapter").evaluate_all(
        "all => all.filter(e => getComputedStyle(e).contentVisibility !== 'visible').length"
    )
    assert waiting == 0
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_has_a_glyph(chromium: Browser, address: str, language: str) -> None:
    """The page's own font files load for scripts that need one, and only for those."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    fonts: list[str] = []
    page.on("request", lambda r: fonts.append(r.url) if r.resource_type == "font" else None)
    prefix = "" if language == "en" else f"{language}/"
    page.goto(f"{address}{prefix}privacy/")
    page.evaluate("() => document.fonts.ready")
    names = {re.sub(r"-\d+$", "", Path(url).stem) for url in fonts}
    if language in OWN_FACES:
        assert OWN_FACES[language] in names
    context.close()


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_numbers_keep_their_order_in_right_to_left_text(
    chromium: Browser, address: str, language: str
) -> None:
    """In each isolated number the first digit stands left of the last one."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}{language}/priorities/3/3-4/")
    turned = page.evaluate("""() => {
        const place = (node, index) => { const range = document.createRange();
            range.setStart(node, index); range.setEnd(node, index + 1);
            return range.getBoundingClientRect(); };
        const found = [...document.querySelectorAll("bdi")].map(e => e.firstChild)
            .filter(n => n && n.nodeType === 3 && /^\\d[\\d.,]+/.test(n.data));
        return {count: found.length, turned: found.filter(n => {
            const length = n.data.match(/^\\d[\\d.,]+/)[0].length;
            const [first, last] = [place(n, 0), place(n, length - 1)];
            return first.top === last.top && first.left > last.left; }).map(n => n.data)};
    }""")
    assert turned["count"] > 10
    assert turned["turned"] == []
    context.close()


def test_everything_can_be_reached_without_script(chromium: Browser, address: str) -> None:
    """From the home page by links alone, with JavaScript off."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="The plan", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Seven priorities at a glance")
    page.get_by_role("link", name=re.compile("Tackling the causes of crime")).first.click()
    page.get_by_role("link", name=re.compile("Domestic Abuse")).first.click()
    expect(page.locator("h1")).to_have_text("Domestic Abuse")
    page.get_by_role("link", name="اردو").first.click()
    assert page.url.endswith("/ur/priorities/3/3-4/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    leave = page.locator("a.leave")
    expect(leave).to_have_attribute("href", re.compile("^https://"))
    context.close()


def test_a_missing_page_is_met_in_ten_languages(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"{address}404.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("link", name=re.compile("Go to the home page")).first.click()
    assert page.url == address
    context.close()


def test_the_language_of_a_missing_address_comes_first(chromium: Browser, address: str) -> None:
    """GitHub Pages answers any address that is not there with 404.html."""
    context = chromium.new_context()
    page = context.new_page()
    body = context.request.get(f"{address}404.html").text()
    page.route("**/pl/nie-ma/**", lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto(f"{address}pl/nie-ma/takiej/")
    expect(page.locator(".tongues > li").first).to_have_attribute("lang", "pl")
    page.goto(f"{address}404.html")
    expect(page.locator(".tongues > li").first).to_have_attribute("lang", "en")
    context.close()


def test_a_change_of_language_keeps_the_section(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}priorities/3/3-5/#published")
    page.locator(".langs").get_by_role("link", name="Polski").click()
    expect(page).to_have_url(f"{address}pl/priorities/3/3-5/#published")
    page.evaluate("location.hash = '#promised'")
    page.locator(".langs").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{address}priorities/3/3-5/#promised")
    context.close()
