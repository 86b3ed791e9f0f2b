"""What a browser can tell of any page: what sticks out of it, and what it stored."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

NOTHING_STORED = {"cookies": "", "local": 0, "session": 0, "databases": 0, "workers": 0}
_STORED = """async () => ({
    cookies: document.cookie, local: localStorage.length, session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
_STICKING_OUT = """() => {
    const width = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll("body *")].filter(element => {
        const {left, right, width: own} = element.getBoundingClientRect();
        const beyond = own > 0 && (left < -1 || right > width + 1);
        return beyond && !element.closest(".vh, .skip, .sprite");
    });
    const scrolls = document.documentElement.scrollWidth > width ? ["the page scrolls"] : [];
    return scrolls.concat(out.slice(0, 5).map(e => e.tagName + "." + e.className));
}"""


def stored(page: Page) -> dict[str, Any]:
    """What the site of ``page`` keeps in the browser."""
    found: dict[str, Any] = page.evaluate(_STORED)
    return found


def sticking_out(page: Page) -> list[str]:
    """The first elements of ``page`` that reach beyond its sides."""
    found: list[str] = page.evaluate(_STICKING_OUT)
    return found
