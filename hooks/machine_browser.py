"""The browser of this machine, for printing and for the tests."""

from __future__ import annotations

import os
import shutil


class BrowserMissingError(Exception):
    """There is no browser; the text says what to install."""


def find_browser() -> str:
    """The browser that BROWSER_PATH names, or the machine's own.

    Raises BrowserMissingError.
    """
    named = os.environ.get("BROWSER_PATH")
    for name in (named,) if named else ("chromium", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise BrowserMissingError(
        f"BROWSER_PATH names {named!r}, which is no program."
        if named
        else "No browser was found. Install chromium (on Debian: apt-get install chromium), or "
        "set BROWSER_PATH to a Chromium that is there."
    )
