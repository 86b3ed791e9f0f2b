"""What the search finds: words folded alike on both sides, records read from finished pages."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimeplan.problems import Severity
from crimeplan.search import everyday_words, folding_of, index_entries, records_of
from crimeplan.search.folding import ENDINGS
from samples import load_sample, sample_plan

PAGE = """\
<html lang="ur" dir="rtl"><body><header>Kopf</header>
<main data-search="part" data-search-name="3.4" data-search-priority="3">
<h1>گھریلو <bdi>3</bdi></h1><p class="notice">Not told</p>
<div class="intro prose"><p>پہلا</p><p>دوسرا<svg><title>drawn</title></svg></p></div>
<section class="row"><h2>سرخی</h2><p class="notice stale" data-search="no">Note</p>
<p lang="en">English text</p>
<ol><li class="promise"><span class="tag">Done</span></li>
<li class="promise"><span class="tag">Done</span></li>
<li class="promise"><span class="tag"><span lang="en">Stopped</span></span></li></ol>
<ul><li id="help-a" data-search="help"><h3>مدد <span lang="en">Help</span></h3>
<p>متن</p></li></ul></section>
<section class="row" lang="en"><h2>English</h2><p>More</p></section>
</main></body></html>
"""


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("pl", "postepy", "postępy"),
        ("pl", "POLICJĄ", "policja"),
        ("pl", "wlamania", "włamanie"),
        ("lt", "pazanga", "pažanga"),
        ("fr", "Evenement", "événement"),
        ("pl", "nozem", "nóż"),
        ("ur", "لڑکے", "لڑکا"),
        ("ur", "لڑکوں", "لڑکا"),
        ("ur", "پوليس", "پولیس"),  # Arabic yeh
        ("ur", "کيا", "کیا"),
        ("ur", "مك", "مک"),  # Arabic kaf
        ("fa", "می\u200cشود", "میشود"),  # half-space
        ("fa", "كمك", "کمک"),
        ("bn", "বাড়ী"[:3], "বাড"),
        ("bn", "নিয়ম", "নিয়ম"),  # one sign or two
        ("bn", "পুলিশের", "পুলিশ"),
        ("pa", "ਜ਼ੁਰਮ", "ਜੁਰਮ"),  # nukta left out
        ("en", "３．４", "3.4"),  # full width
        ("ur", "۳.۴", "3.4"),
        ("bn", "৩.৪", "3.4"),
        ("pa", "੯੯੯", "999"),
        ("en", "victims'", "victims’"),
    ],
)
def test_what_people_type_and_what_pages_say_fold_alike(
    language: str, typed: str, meant: str
) -> None:
    folding = folding_of(language)
    assert folding.fold(typed) == folding.fold(meant)


@pytest.mark.parametrize(
    ("one", "other"), [("3.4", "4.3"), ("burglary", "robbery"), ("999", "101")]
)
def test_different_things_stay_apart(one: str, other: str) -> None:
    for language in ("en", "ur", "pl"):
        assert folding_of(language).fold(one) != folding_of(language).fold(other)


@given(st.text(max_size=60), st.sampled_from(["en", "ur", "bn", "pl", "fa", "pa"]))
def test_words_stay_as_many_and_parted_as_before(text: str, language: str) -> None:
    """So that an excerpt can show the readable word in the place of the folded one."""
    folded = folding_of(language).fold(text)
    spaces = [c for c in unicodedata.normalize("NFC", text) if c.isspace()]
    assert [c for c in folded if c.isspace()] == spaces


@given(st.text(alphabet="aé ’'‘ʼ.\n", max_size=40), st.sampled_from(["fr", "it"]))
def test_an_apostrophe_parts_words_where_the_language_joins_by_it(text: str, language: str) -> None:
    """As docs/assets/search.js parts the readable words beside them."""
    folded = folding_of(language).fold(text)
    assert len(folded.split()) == len(re.findall(r"[^\s’'‘ʼ]+", text))


@given(st.text(max_size=60))
def test_case_and_marks_of_latin_letters_do_not_matter(text: str) -> None:
    folding = folding_of("en")
    latin = "".join(c for c in text if c.isascii())
    assert folding.fold(latin.upper()) == folding.fold(latin.lower())


def test_endings_are_folded_and_the_longest_comes_first() -> None:
    assert ENDINGS
    for language in ENDINGS:
        folding = folding_of(language)
        assert folding.endings
        assert {folding_of("en").fold(ending) for ending in folding.endings} == set(folding.endings)
        for at, ending in enumerate(folding.endings):
            later = folding.endings[at + 1 :]
            assert not [e for e in later if e.endswith(ending)], (language, ending)


def test_the_browser_gets_the_same_rules() -> None:
    told = json.loads(folding_of("ur").as_json)
    signs = {sign: stand_in for stand_in, all_ in told["signs"].items() for sign in all_}
    assert signs == folding_of("ur").signs
    assert tuple(told["endings"]) == folding_of("ur").endings


def test_a_page_is_a_record_and_so_are_its_entries() -> None:
    entry, page = records_of(PAGE, "ur/priorities/3/3-4/")
    assert (page.kind, page.name, page.ref, page.priority) == ("part", "3.4", "3.4", "3")
    assert page.title == "گھریلو 3"
    assert page.text == "پہلا دوسرا سرخی Done Done"
    assert page.status == "Done (2)"
    assert (entry.kind, entry.name, entry.url) == ("help", "a", "ur/priorities/3/3-4/#help-a")
    assert (entry.title, entry.text, entry.status) == ("مدد", "متن", "")


def test_a_page_without_mark_is_not_found() -> None:
    page = PAGE.replace('data-search="part" ', "")
    assert len(list(records_of(PAGE, "search/"))) == 2
    assert list(records_of(page, "search/")) == []


def test_what_says_nothing_of_its_page_holds_no_entry_either() -> None:
    """A chapter of the whole plan holds what stands on pages of its own."""
    page = PAGE.replace("<ul><li id=", '<ul data-search="no"><li id=')
    (only,) = records_of(page, "ur/whole-plan/")
    assert (only.kind, only.text) == ("part", "پہلا دوسرا سرخی Done Done")


def test_everyday_words_are_folded_with_what_they_lead_to(tmp_path: Path) -> None:
    words = everyday_words(sample_plan(tmp_path))
    assert words["en", "part", "1.2"] == ("neighbourhood watch", "nosy neighbours")
    page = PAGE.replace('"3.4"', '"1.2"').replace('lang="ur"', 'lang="en"')
    entries = index_entries(records_of(page, "x/"), words)
    told = {entry.record.kind: entry for entry in entries}
    assert told["part"].words[1:] == ("neighbourhood watch", "nosy neighbours")
    assert len(told["help"].words) == 1
    assert len(told["part"].text.split()) == len(told["part"].record.text.split())


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("xx,part,1.2,watch", "'xx' is not a language of this site"),
        ("en,part,9.9,watch", "'9.9' does not name"),
        ("en,help,nobody,watch", "'nobody' does not name"),
        ("en,partt,1.2,watch", "kind"),
        ("en,part,1.2,", "words"),
        ("en,part,1.2,<b>watch</b>", "it holds HTML"),
    ],
)
def test_words_that_lead_nowhere_are_told(tmp_path: Path, row: str, says: str) -> None:
    loaded = load_sample(tmp_path, search_csv=f"language,kind,name,words\n{row}\n")
    lines = [str(p) for p in loaded.problems if p.severity is Severity.ERROR]
    assert any(says in line and "search.csv" in line for line in lines), lines
