"""Every page by the Nu HTML checker, the one behind validator.w3.org: no error and no warning."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from sites import Built

ALLOWED = {
    re.compile(
        r"^Resource violates Content Security Policy \(meta tag\): external "
        r"(stylesheet|script) “[./a-z-]*/?assets/[a-z-]+\.(css|js)” blocked by “(style|script)-src”"
    ): "the checker reads files, and of a file nothing is 'self'; the browser tests show they load",
    re.compile(
        r"^Inline script violates Content Security Policy .*<script type=\"application/ld\+json\"",
        re.DOTALL,
    ): "it is data for search engines; no browser runs it, and the policy is about what runs",
}
"""Warnings that stand, by message and place, each with its reason."""


@pytest.fixture(scope="session")
def checker(root: Path) -> Path:
    """The checker's jar; the first call fetches it."""
    if shutil.which("java") is None:
        pytest.fail("no java: install default-jre-headless")
    done = subprocess.run(
        [sys.executable, str(root / "tools" / "nu.py")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


def check(checker: Path, pages: Iterable[Path]) -> tuple[set[Path], list[dict[str, object]]]:
    """The files that the checker read among ``pages``, and what it says of them."""
    # Its schemas nest deeper than a small machine's default stack. What language a page is in it
    # guesses by drawing lots: of 400 copies of the Chinese glossary it calls 22 English. Which
    # letters each page is written in, and that its words are translated, other tests hold.
    options = ["--no-langdetect", "--verbose", "--format", "json", "--stdout"]
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", str(checker), *options, *map(str, sorted(pages))],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.startswith("{"), done.stderr
    read = {Path(line) for line in done.stderr.splitlines() if line.endswith(".html")}
    return read, json.loads(done.stdout)["messages"]


def test_the_checker_sees_a_mistake(checker: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!DOCTYPE html><html lang=en><title>x</title><p><td role=cell>", encoding="utf-8"
    )
    read, messages = check(checker, [page])
    assert read == {page}
    assert "error" in {message["type"] for message in messages}


def test_every_page_is_valid_html(checker: Path, site: Built) -> None:
    pages = set(site.folder.rglob("*.html"))
    assert len(pages) == len(site.pages) + 1, "each page, and 404.html"
    read, messages = check(checker, pages)
    assert read == pages
    faults: dict[str, list[str]] = {}
    used = set()
    for message in messages:
        text = f"{message['message']} {message.get('extract', '')}"
        reasons = [pattern for pattern in ALLOWED if pattern.match(text)]
        used.update(reasons)
        if message["type"] == "error" or not reasons:
            place = str(message["url"]).rpartition(f"{site.folder.name}/")[2]
            faults.setdefault(str(message["message"]), []).append(
                f"{place}, line {message.get('lastLine')}"
            )
    assert {text: (len(places), places[:3]) for text, places in faults.items()} == {}
    assert used == set(ALLOWED), "a reason that no longer holds"
