"""A page that is being edited, in a real browser: it loads again by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from previewed import MOUNT, WAIT, serving
from sites import second_project


@pytest.mark.parametrize("language", ["en", "fa"])
def test_an_open_page_shows_edits_and_problems_by_itself(
    language: str, root: Path, tmp_path: Path, chromium: Browser
) -> None:
    page_file, evidence = f"docs/{language}/about.md", "content_data/evidence/1.yml"
    with serving(second_project(root, tmp_path / "plan")) as server:
        expect.set_options(timeout=WAIT * 1000)
        page = chromium.new_page(viewport={"width": 320, "height": 800})
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{server.top}{MOUNT}{'' if language == 'en' else 'fa/'}about/")
        problems = page.get_by_role("alert")
        expect(problems).to_have_count(0)

        server.edit(page_file, "\n## ", "\nZebras.\n\n## ")
        expect(page.get_by_text("Zebras.")).to_be_visible()

        server.edit(evidence, "when: 2017-06-12", "when: 2017-06-31")
        expect(problems).to_contain_text(evidence)
        expect(problems).to_have_css("direction", "ltr")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, "the problems make the page wider than the screen"

        server.edit(evidence, "when: 2017-06-31", "when: 2017-06-12")
        expect(problems).to_have_count(0)
        assert not [text for text in said if "Content Security Policy" in text]
        page.close()
