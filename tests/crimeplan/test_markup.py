"""Finished HTML taken apart as text gives what a parser would."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from crimeplan.markup import without

MARK = 'data-x="no"'
NAMES = ("div", "section", "sub", "sup")
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8).map(
    lambda text: escape(f"{text} {MARK}", quote=False)
)


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    marks = st.sampled_from(["", f" {MARK}", ' id="a"', f' id="a" {MARK} class="b"'])
    return st.builds(
        lambda name, mark, parts: f"<{name}{mark}>{''.join(parts)}</{name}>",
        st.sampled_from(NAMES),
        marks,
        st.lists(children, max_size=4),
    )


trees = st.recursive(texts, element, max_leaves=20)


@given(trees)
def test_what_is_marked_goes_and_all_else_stays(page: str) -> None:
    tree = parser.fragment_fromstring(page, create_parent="main")
    for marked in tree.xpath("descendant::*[@data-x]"):
        marked.drop_tree()
    left = parser.fragment_fromstring(without(page, MARK), create_parent="main")
    assert parser.tostring(left) == parser.tostring(tree)


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("", ""),
        (f"<p {MARK}>a</p><pre>b</pre>", "<pre>b</pre>"),
        (f"<p {MARK}>a<pre>b</pre></p>c", "c"),
        (f"a <b>said: {MARK}</b>", f"a <b>said: {MARK}</b>"),
        (f"said: {MARK}", f"said: {MARK}"),
        (f"<ul><li {MARK}><ul><li>a</li></ul></li><li>b</li></ul>", "<ul><li>b</li></ul>"),
    ],
)
def test_elements_of_like_names_and_like_letters_in_texts_are_told_apart(
    page: str, left: str
) -> None:
    assert without(page, MARK) == left


def test_an_element_that_is_not_closed_is_an_error() -> None:
    with pytest.raises(ValueError, match="substring not found"):
        without(f"<div {MARK}><p>a</p>", MARK)
