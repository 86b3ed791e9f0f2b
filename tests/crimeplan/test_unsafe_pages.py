"""Markdown that would bring a program into a page is a problem; what is none comes out as text."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from crimeplan.pages.body import check_body
from crimeplan.pages.unsafe import check_safe, is_too_long
from crimeplan.problems import Problems

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc", "fenced_code"]
"""Those of mkdocs.yml, and the one that MkDocs adds."""
ELEMENTS = (
    "div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd a img em strong code pre blockquote hr br table "
    "thead tbody tr th td"
)
ATTRIBUTES = {"href", "src", "alt", "title", "id", "start", "class", "style"}
"""The last two are Markdown's own: class of a block of code, style of an aligned cell."""


def faults(body: str) -> list[str]:
    problems = Problems()
    if not is_too_long(body, "x.md", problems):
        check_body(body, 5, "x.md", problems)
        check_safe(body, 5, "x.md", problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("Some <script>alert(1)</script>", "line 6: the page holds HTML"),
        ("One\n\n<img src=x\nonerror=alert(1)\n>", "line 8: the page holds HTML"),
        ("```\nnever closed\n\n<script>alert(1)</script>", "line 9: the page holds HTML"),
        ("<!-- a --!><img src=x onerror=alert(1)> -->", "the page holds HTML"),
        ("</title>", "the page holds HTML"),
        ("<!doctype html>", "the page holds HTML"),
        ("<?php x ?>", "the page holds HTML"),
        ("<javascript://%0aalert(1)>", "the page holds HTML"),
        ("Text\n{: onclick=alert(1) }", "line 7: the page holds a brace"),
        ("Text\n{onclick=alert(1)}", "the page holds a brace"),
        ('*a*{style="color:red"}', "the page holds a brace"),
        ("## A {#a onclick=x}", "the page holds a brace"),
        ("{{ 7 * 7 }}", "the page holds a brace"),
        ("{% include 'x' %}", "the page holds a brace"),
        ("[x](javascript:alert(1))", "line 6: a link leads to an address of a kind"),
        ("[x](JavaScript:alert(1))", "'JavaScript'"),
        ("[x](<javascript:alert(1)>)", "'javascript'"),
        ("[x](java&#115;cript:alert(1))", "'javascript'"),
        ("[x](java&Tab;script:alert(1))", "'javascript'"),
        ("[x](java\nscript:alert(1))", "'javascript'"),
        ("[x]( \x01javascript:alert(1))", "'javascript'"),
        ("[x](javascript\\:alert(1))", "'javascript'"),
        ("[x](data:text/html,x)", "'data'"),
        ("![x](data:image/svg+xml,x)", "'data'"),
        ("[x](vbscript:x)", "'vbscript'"),
        ("[x][y]\n\n[y]: javascript:alert(1)", "line 8: a link leads to"),
        ("[x][y]\n\n[y]:\n  javascript:alert(1)", "'javascript'"),
        ("a" * 10_001, "the line is too long"),
    ],
)
def test_what_could_run_is_a_problem(body: str, says: str) -> None:
    lines = faults(body)
    assert any(says in line for line in lines), lines


@pytest.mark.parametrize(
    "body",
    [
        "[x](page.md#a), [y](https://example.org/a(b)?c=d:e 'Title: yes')",
        "[z](mailto:a@example.org) [z](tel:101)",
        "![x](../assets/a.png) [Note]: this is [not](#a) a link.",
        "## A {#a}\n\n<!-- plan:overview -->\n\n2 < 3 & 4 > 1; a -> b; <3",
        "```\n# code\n```\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |",
    ],
)
def test_what_pages_need_is_none(body: str) -> None:
    assert faults(body) == []


SIGNS = (
    "[ ] ( ) < > { } ! : # ` ``` ~~~ \\ & ; = ' \" | * _ - / // [x]( [x]: ![x]( {: <!-- --> --!>"
)
WORDS = (
    "javascript: data: java script: alert(1) script img x a b id on onclick=x style=x src=x .c} "
    "href= &#106; &Tab; https://a.b page.md {#x} x@y.z"
)
PIECES = [*SIGNS.split(), *WORDS.split(), " ", "\n", "\n\n", "\t", "\x01", "\u00a0"]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_is_no_problem_comes_out_as_text(body: str) -> None:
    if faults(body):
        return
    made = markdown.markdown(body, extensions=EXTENSIONS)
    for element in html.fragment_fromstring(made, create_parent="div").iter():
        if not isinstance(element.tag, str):
            continue  # a comment
        assert element.tag in ELEMENTS.split(), made
        assert set(element.attrib) <= ATTRIBUTES, made
        assert re.fullmatch(r"(text-align: \w+;)?", element.get("style", "")), made
        for name in ("href", "src"):
            address = re.sub(r"[\x00-\x20]", "", element.get(name, "")).lower()
            assert not re.match(r"(javascript|vbscript|data):", address), made
