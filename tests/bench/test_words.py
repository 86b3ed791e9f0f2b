"""What others are given to build says the words that our pages show."""

from __future__ import annotations

from pathlib import Path

import markdown
from lxml import html

from benchmark.words import markdown_of, write_words

PAGE = """<!doctype html><html lang="en"><head><title>No</title></head><body><header>No</header>
<main><div class="mast"><p class="num"><small>Priority</small> <bdi>3</bdi></p>
<h1>A *title* [x]</h1>
<form><label>No</label></form><svg><title>No</title></svg></div>
<section><h2 id="a">Heading</h2><p>Words with <a href="../b/">a link</a>, and more.</p>
<ul><li><h3>Item</h3>
told <b>at once</b>
<p>and below</p></li>
<li>Another</li></ul>
<dl><div><dt>By when: </dt> <dd>no date</dd></div></dl>
<table><caption>Figures</caption>
<tr><th>Year</th> <td>1,234</td></tr></table></section></main>
<footer>No</footer></body></html>"""
SAID = [
    "Priority 3",
    r"# A \*title\* \[x\]",
    "## Heading",
    "Words with a link, and more.",
    "- told at once",
    "### Item",
    "and below",
    "- Another",
    "By when:",
    "no date",
    "Figures",
    "Year",
    "1,234",
]


def test_each_block_is_a_line_of_markdown() -> None:
    assert list(markdown_of(PAGE)) == SAID


def test_what_is_built_from_them_says_the_same_words() -> None:
    built = markdown.markdown("\n\n".join(markdown_of(PAGE)))
    main = html.document_fromstring(PAGE.replace("><", ">\n<")).find(".//main")
    assert main is not None
    for unread in main.xpath(".//form | .//svg"):
        unread.drop_tree()
    said = html.fragment_fromstring(built, create_parent="div").text_content()
    assert sorted(said.split()) == sorted(main.text_content().split())


def test_a_page_without_a_main_part_says_nothing() -> None:
    assert list(markdown_of("<html><body><p>No</p></body></html>")) == []


def test_each_page_keeps_its_front_matter_and_its_place(tmp_path: Path) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    for path, address in (("en/index.md", ""), ("ur/a/b.md", "ur/a/b/")):
        file, page = docs / path, site / address / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text("---\nchanged: 2026-11-20\n---\nProse\n", encoding="utf-8")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<html><body><main><p>{address}</p><p>x</p></main></body></html>")
    write_words(site, docs, tmp_path / "words")
    english = (tmp_path / "words" / "en" / "index.md").read_text(encoding="utf-8")
    assert english == "---\nchanged: 2026-11-20\n---\n\nx\n"
    assert (tmp_path / "words" / "ur" / "a" / "b.md").read_text().endswith("\nur/a/b/\n\nx\n")
