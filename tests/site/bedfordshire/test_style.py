"""Only style that is used is sent."""

from __future__ import annotations

import re
from pathlib import Path

from sites import Built

IN_TABLES = {"at-start", "at-centre", "at-end"}
"""Columns of tables in Markdown, where an editor aligns one."""


def named_in_templates(root: Path) -> set[str]:
    """What a template may draw, though no page shows it now: a notice, a status, a grade."""
    templates = [file.read_text(encoding="utf-8") for file in (root / "overrides").rglob("*.html")]
    markup = re.findall(r"<[^<>]*>|\{[%{].*?[%}]\}", " ".join(templates))
    return {name for tag in markup for name in re.findall(r"[a-z][\w-]*", tag)}


def test_every_class_of_the_style_is_on_a_page_or_can_be(root: Path, site: Built) -> None:
    assets = site.folder / "assets"
    style = (assets / "plan.css").read_text(encoding="utf-8")
    selectors = [text for text in re.findall(r"([^{}]+)\{", style) if not text.startswith("@")]
    styled = {name for text in selectors for name in re.findall(r"\.([a-z][\w-]*)", text)}
    assert len(styled) > 100
    worn = {
        name
        for page in site.pages
        for element in page.tree.iter()
        for name in (element.get("class") or "").split()
    }
    scripts = " ".join(file.read_text(encoding="utf-8") for file in assets.glob("*.js"))
    set_by_script = set(re.findall(r'classList\.\w+\("([\w-]+)"', scripts))
    unused = styled - worn - set_by_script - IN_TABLES - named_in_templates(root)
    assert sorted(unused) == []
