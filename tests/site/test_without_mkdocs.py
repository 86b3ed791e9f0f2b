"""A rehearsal of the exit from MkDocs and Material: the package draws the same blocks alone.

MkDocs turns Markdown into HTML and puts the page together; what stands in the blocks is ours. So
a successor needs adapters and no second engine.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from typing import Any

import pytest
from lxml import etree, html

from sites import AS_OF, ROOT, SITE_URL, Built, BuiltPage
from without_mkdocs import FRAMEWORK

SCRIPT = ROOT / "tests/support/without_mkdocs.py"
LANGUAGES = {"en", "ur", "fa"}
"""The source language, and one that is written from right to left and isolated last."""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(("hooks", "tests/support"))},
        cwd=ROOT,
    )


def blocks_of(tree: html.HtmlElement) -> list[str]:
    """The outermost blocks of ``tree``; the whole plan's page takes in those of other pages."""
    found = tree.xpath(
        "//*[contains(concat(' ', @class, ' '), ' block ')]"
        "[not(ancestor::*[contains(concat(' ', @class, ' '), ' block ')])]"
        "[not(ancestor::*[contains(concat(' ', @class, ' '), ' chapter ')])]"
    )
    return [etree.tostring(e, encoding="unicode", with_tail=False) for e in found]


def drawn_blocks(text: str) -> list[str]:
    return blocks_of(html.document_fromstring(f"<html><body><main>{text}</main></body></html>"))


@pytest.mark.parametrize("name", FRAMEWORK[:3])
def test_the_framework_is_not_there(name: str) -> None:
    """Otherwise the test below would prove nothing."""
    refuse = "import sys, without_mkdocs; sys.meta_path.insert(0, without_mkdocs.Refuse())"
    code = f"{refuse}; import {name}"
    done = run("-c", code)
    assert done.returncode != 0
    assert f"{name} is not installed here" in done.stderr


@pytest.fixture(scope="module")
def alone(site: Built) -> dict[str, Any]:
    """What the package makes of the site's project with no framework to help it."""
    codes = [code for code in site.languages if code in LANGUAGES][:2]
    assert len(codes) == 2
    done = run(str(SCRIPT), str(site.project), AS_OF, SITE_URL, *codes)
    assert done.returncode == 0, done.stderr
    made: dict[str, Any] = json.loads(done.stdout)
    assert list(made["blocks"]) == codes
    return made


def test_the_package_alone_draws_the_blocks_of_every_page(
    site: Built, alone: dict[str, Any]
) -> None:
    seen = 0
    for code, drawn in alone["blocks"].items():
        pages: list[BuiltPage] = site.in_language(code)
        assert {page.address for page in pages} == set(drawn)
        for page in pages:
            built = blocks_of(page.tree)
            assert drawn_blocks(drawn[page.address]) == built, page
            seen += len(built)
    assert seen > len(site.pages) / len(site.languages)


def test_the_package_alone_writes_the_same_data_and_feeds(
    site: Built, alone: dict[str, Any]
) -> None:
    built = site.files()
    assert len(alone["files"]) > 20
    assert [
        path
        for path, digest in alone["files"].items()
        if path not in built or hashlib.sha256(built[path]).hexdigest() != digest
    ] == []
