"""A rehearsal of the exit from MkDocs and Material: the package draws the same blocks alone.

MkDocs turns Markdown into HTML and puts the page together; what stands in the blocks is ours. So
a successor needs adapters and no second engine.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from lxml import etree, html

from sites import AS_OF, ROOT, Built, BuiltPage
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


def test_the_package_alone_draws_the_blocks_of_every_page(site: Built) -> None:
    codes = [code for code in site.languages if code in LANGUAGES][:2]
    assert len(codes) == 2
    done = run(str(SCRIPT), str(site.project), AS_OF, *codes)
    assert done.returncode == 0, done.stderr
    drawn: dict[str, dict[str, str]] = json.loads(done.stdout)
    seen = 0
    for code in codes:
        pages: list[BuiltPage] = site.in_language(code)
        assert {page.address for page in pages} == set(drawn[code])
        for page in pages:
            built = blocks_of(page.tree)
            assert drawn_blocks(drawn[code][page.address]) == built, page
            seen += len(built)
    assert seen > len(site.pages) / len(site.languages)
