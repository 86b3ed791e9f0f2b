"""Pages as a browser prints them: no ways about the site, addresses in words, nothing cut."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from looks import sticking_out
from sites import LANGUAGES

PAPER = 658
"""The width of A4 less the margins of the style, in pixels."""
PAGES = (
    "",
    "priorities/3/",
    "priorities/3/3-4/",
    "progress/",
    "measures/crime-rates/",
    "inspections/2021-22-peel/",
    "inspections/",
    "help/",
    "accessibility/",
    "languages/",
)
LOOKED_AT = """() => {
    const shown = element =>
        element.checkVisibility() && element.getBoundingClientRect().height > 0;
    const all = selector => [...document.querySelectorAll(selector)];
    const told = element => element.outerHTML.slice(0, 120);
    const links = all('main a[href^="http"]').filter(shown);
    const written = link =>
        link.textContent.includes(link.href.replace(/\\/$/, "")) ||
        getComputedStyle(link, "::after").content.includes(link.getAttribute("href"));
    return {
        ways: all("nav, form, button, input, select, .leave").filter(shown).map(told),
        links: links.length,
        unwritten: links.filter(link => !written(link)).map(link => link.href),
        cut: all("main *").filter(element => {
            const style = getComputedStyle(element);
            const hides = /auto|scroll|hidden|clip/.test(style.overflowX + style.overflowY);
            const more = element.scrollWidth > element.clientWidth + 1 ||
                element.scrollHeight > element.clientHeight + 1;
            return shown(element) && hides && more && !element.closest(".vh");
        }).map(told),
        narrow: all(".mast > .body, .row > .body").filter(shown).filter(body =>
            body.clientWidth < 0.6 * document.documentElement.clientWidth).map(told),
        folded: all("details").filter(one => shown(one) && !one.open).map(told),
        colour: getComputedStyle(document.body).backgroundColor,
    };
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_page_is_clean_and_whole(chromium: Browser, address: str, language: str) -> None:
    page = chromium.new_page(viewport={"width": PAPER, "height": 900}, color_scheme="dark")
    page.emulate_media(media="print")
    links = 0
    for path in PAGES:
        page.goto(f"{address}{'' if language == 'en' else f'{language}/'}{path}")
        found = page.evaluate(LOOKED_AT)
        assert sticking_out(page) == [], path
        assert found["ways"] == [], path
        assert found["unwritten"] == [], path
        assert found["cut"] == [], path
        assert found["narrow"] == [], path
        assert found["folded"] == [], path
        assert found["colour"] in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), path
        links += found["links"]
    assert links > 20
    page.close()
