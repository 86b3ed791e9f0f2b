"""Runs that right-to-left text would tear are kept whole, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from crimeplan.l10n.bidi import isolate_runs


def runs(page: str) -> list[str]:
    """What stands in bdi, in order."""
    return [e.text_content() for e in html.fromstring(f"<div>{page}</div>").iter("bdi")]


@pytest.mark.parametrize(
    "text",
    ["01234 841212", "10-20%", "£1.2m", "1.1", "PCC/D/022", "+5%", "\u221213%", "2021-2024",
     "office@example.org", "Clare’s Law", "3.4.a", "£1,634,000", "Bedfordshire Police", "999"],
)  # fmt: skip
def test_a_run_that_is_known_to_break_is_kept_whole(text: str) -> None:
    page = isolate_runs(f"<p>یہاں {text} ہے۔</p>")
    assert runs(page) == [text]
    assert f'<bdi dir="ltr">{text}</bdi>' in page


def test_brackets_stay_where_the_sentence_has_them() -> None:
    page = isolate_runs("<p>کمشنر (PCC) اور دفتر (OPCC, 2021)۔</p>")
    assert runs(page) == ["PCC", "OPCC, 2021"]
    assert "(<bdi" in page
    assert "</bdi>)" in page


def test_a_name_with_brackets_of_its_own_is_one_run() -> None:
    assert runs(isolate_runs("<p>یہ Figure (2) here ہے</p>")) == ["Figure (2) here"]


@pytest.mark.parametrize(
    "page",
    [
        '<p><bdi dir="ltr">3.4</bdi></p>',
        '<p><time datetime="2021">22 نومبر، 2026</time></p>',
        '<p lang="en" dir="ltr">Part 3.4 <b>and</b> 3.5<br>5</p>',
        "<svg><text>61.2</text></svg>",
        "<head><title>3.4</title></head>",
        '<p title="3.4 & more">متن</p>',
        "<!-- plan:cards 3 -->",
        "<p>صرف اردو، کوئی عدد نہیں۔</p>",
    ],
)
def test_what_stands_apart_already_is_left_alone(page: str) -> None:
    assert isolate_runs(page) == page


def test_text_after_an_element_is_seen_again() -> None:
    page = isolate_runs('<p dir="rtl"><span dir="ltr">1<img src="x"><i/>2</span> 3 <br>4</p>')
    assert runs(page) == ["3", "4"]


def test_right_to_left_inside_left_to_right_is_treated() -> None:
    assert runs(isolate_runs('<p dir="ltr">1 <span dir="rtl">متن 2</span> 3</p>')) == ["2"]


def test_entities_stay_escaped() -> None:
    page = isolate_runs("<p>Police &amp; Crime &lt;3&gt;</p>")
    assert "&amp;" in page
    assert "<3>" not in page
    assert "".join(html.fromstring(page).itertext()) == "Police & Crime <3>"


TEXT = st.text(st.sampled_from("ab1 29.,()%£-/&<>یہ۔ '\""), max_size=40)


@given(TEXT)
def test_no_word_is_lost_or_moved(text: str) -> None:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    page = isolate_runs(f"<p>{safe}</p>")
    assert html.fromstring(page).text_content() == text


@given(TEXT)
def test_it_is_done_once(text: str) -> None:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    once = isolate_runs(f"<p>{safe}</p>")
    assert isolate_runs(once).count("<bdi") == once.count("<bdi")
