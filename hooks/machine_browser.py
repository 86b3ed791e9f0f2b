"""The browser of this machine, for printing and for the tests."""

from __future__ import annotations

import os
import shutil

_KNOWN = ("chromium-headless-shell", "chromium", "google-chrome")
"""The first is the same engine without windows: it takes a third less of the machine."""


class BrowserMissingError(Exception):
    """There is no browser; the text says what to install."""


def find_browser() -> str:
    """The browser that BROWSER_PATH names, or the machine's own.

    Raises BrowserMissingError.
    """
    named = os.environ.get("BROWSER_PATH")
    for name in (named,) if named else _KNOWN:
        if path := shutil.which(name):
            return path
    raise BrowserMissingError(
        f"BROWSER_PATH names {named!r}, which is no program."
        if named
        else "No browser was found. Install one (on Debian: apt-get install "
        "chromium-headless-shell), or "
        "set BROWSER_PATH to a Chromium that is there."
    )
