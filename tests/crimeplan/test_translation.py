"""Translations that cannot silently go stale: hashes, states, parity, and the commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimeplan.problems import Severity
from crimeplan.translation import START, State, hash_of, read_sections, state_of
from crimeplan.translation.parity import faults_of
from crimeplan.translation.stamps import with_stamps
from translating import URDU, change, run, told, write


def test_a_page_is_read_as_sections() -> None:
    sections = read_sections(
        "Opening.\n\n## A {#a}\n\nText.\n\n```\n## Code {#code}\n```\n\n### Deeper {#deep}\n\n"
        "## B {#b}\n",
        title="T",
        description="D",
    )
    assert list(sections) == ["Title", "Opening", "a", "b"]
    assert "Deeper" in sections["a"]
    assert sections["b"] == "## B {#b}"


@given(
    st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1), min_size=1), st.data()
)
def test_white_space_is_no_change(words: list[str], data: st.DataObject) -> None:
    gaps = [data.draw(st.sampled_from([" ", "\n", "  \n ", "\t"])) for _ in words]
    spaced = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    assert hash_of(spaced) == hash_of(" ".join(words))


@given(
    st.permutations(["<!-- plan:overview -->", "<!-- plan:cards 3 -->", "<!--plan:latest  3-->"])
)
def test_the_order_of_markers_is_no_change(markers: list[str]) -> None:
    there = "<!-- plan:latest 3 -->\n\nText.\n\n<!-- plan:cards 3 -->\n<!-- plan:overview -->"
    moved = f"{markers[0]}\n\nText.\n\n{markers[1]}\n\n{markers[2]}".replace(
        "<!--plan:latest  3-->", "<!-- plan:latest   3 -->"
    )
    assert hash_of(moved) == hash_of(there)


@given(st.text(min_size=1), st.text(min_size=1))
def test_other_words_have_another_hash(one: str, other: str) -> None:
    if one.split() != other.split() and "<!--" not in one + other:
        assert hash_of(one) != hash_of(other)


def test_each_section_has_its_own_state() -> None:
    english = read_sections("A.\n\n## B {#b}\n\n## C {#c}\n", title="T", description="D")
    translated = read_sections("A.\n\n## B {#b}\n\n## Z {#z}\n", title="T", description="D")
    made_from = {**english.hashes, "b": "00000000"}
    state = state_of(english, translated, made_from, language="ur", path="x.md", made_on=None)
    assert {item.name: item.state for item in state.sections} == {
        "Title": State.CURRENT,
        START: State.CURRENT,
        "b": State.OUTDATED,
        "c": State.MISSING,
        "z": State.EXTRA,
    }


def test_a_changed_sentence_makes_one_section_outdated_and_accepting_clears_it(
    project: Path,
) -> None:
    assert told(project, Severity.WARNING) == []
    change(project, "en/index.md", "It was in 2021.", "It was in the year 2021.")
    warnings = told(project, Severity.WARNING)
    assert len(warnings) == 1
    assert "docs/ur/index.md, first: the English of this section has changed" in warnings[0]
    assert told(project, Severity.ERROR) == []
    assert run(project, "accept", "ur", "index.md", "first", "--reason", "It's the same") == 0
    assert told(project, Severity.WARNING) == []
    text = (project / "docs/ur/index.md").read_text(encoding="utf-8")
    assert "accepted:\n  first: 'It''s the same'\n" in text


def test_the_line_to_paste_is_the_one_that_clears_the_warning(project: Path) -> None:
    change(project, "en/index.md", "It was in 2021.", "It was in the year 2021.")
    line = told(project, Severity.WARNING)[0].split("type below made_from: ")[1].rstrip(".")
    text = (project / "docs/ur/index.md").read_text(encoding="utf-8")
    old = next(row for row in text.splitlines() if row.startswith("  first: "))
    write(project, "ur/index.md", text.replace(old, f"  {line}"))
    assert told(project, Severity.WARNING) == []


def test_a_reason_is_asked_for_what_was_recorded_before(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, "en/index.md", "It was in 2021.", "It was in the year 2021.")
    assert run(project, "accept", "ur", "index.md", "first") == 1
    assert "Say why the translation of first still holds" in capsys.readouterr().out
    assert run(project, "accept", "ur", "index.md", "frist", "--reason", "x") == 1
    assert "There is no section 'frist'" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, "en/index.md", "It was in 2021.", "It was in the year 2021.")
    before = (project / "docs/ur/index.md").read_text(encoding="utf-8")
    assert run(project, "accept", "ur", "index.md", "--reason", "x", "--dry-run") == 0
    assert "would hold" in capsys.readouterr().out
    assert (project / "docs/ur/index.md").read_text(encoding="utf-8") == before
    assert run(project, "start", "pl", "other.md", "--on", "2026-11-23", "--dry-run") == 0
    assert not (project / "docs/pl").exists()


def test_what_is_missing_or_extra_is_told(project: Path) -> None:
    change(project, "ur/index.md", "{#second}", "{#secnd}")
    warnings = told(project, Severity.WARNING)
    assert any("second: this section is not translated" in line for line in warnings)
    assert any("secnd: the English page has no such section" in line for line in warnings)
    assert told(project, Severity.ERROR) == []


def test_a_stamp_for_a_section_that_is_gone_is_told(project: Path) -> None:
    change(project, "ur/index.md", "made_from:\n", "made_from:\n  gone: '12345678'\n")
    assert any("Delete the line 'gone: …'" in line for line in told(project, Severity.WARNING))


LOST = {
    "a marker": ("<!-- plan:overview -->\n", "", "markers", "<!-- plan:overview -->"),
    "a link": ("[مزید](other.md#x)", "مزید", "links", "other.md#x"),
    "another target": ("other.md#x", "other.md#second", "links", "other.md#second"),
    "a number": ("9.9%", "9%", "numbers", "99"),
    "a year": ("یہ 2021 میں", "یہ 2012 میں", "numbers", "2012"),
    "an item": ("- دو\n", "", "list items", "item"),
}


@pytest.mark.parametrize(("old", "new", "what", "shown"), LOST.values(), ids=LOST.keys())
def test_a_current_section_that_lost_something_stops_the_build(
    project: Path, old: str, new: str, what: str, shown: str
) -> None:
    change(project, "ur/index.md", old, new)
    errors = told(project, Severity.ERROR)
    assert len(errors) == 1
    assert f"its {what} differ from the English" in errors[0]
    assert shown in errors[0]


@pytest.mark.parametrize(("old", "new"), [case[:2] for case in LOST.values()], ids=LOST.keys())
def test_an_outdated_section_never_does(project: Path, old: str, new: str) -> None:
    change(project, "ur/index.md", old, new)
    change(project, "en/index.md", "It was in 2021.", "It was in the year 2021.")
    change(project, "en/index.md", "It cost", "In all it cost")
    assert told(project, Severity.ERROR) == []


@pytest.mark.parametrize(
    ("english", "translated"),
    [
        ("It was 1,634,000.", "Było to 1 634 000."),
        ("It was 1,634,000.", "Byo to 1.634.000."),
        ("It was 9.9%.", "Było to 9,9%."),
        ("On 12 May 2021.", "۱۲ مئی ۲۰۲۱ کو۔"),
        ("Part 3.4 and 3.10.", "3.10 اور 3.4"),
        ("Two of 2021 and 2021.", "2021"),
        ("See [3.4](../3/3-4.md).", "[3.4](../3/3-4.md) دیکھیں"),
    ],
)
def test_numbers_may_be_written_another_way(english: str, translated: str) -> None:
    assert list(faults_of(START, english, translated)) == []


def test_a_number_the_english_writes_in_words_may_be_in_digits() -> None:
    assert list(faults_of(START, "In three years.", "W ciągu 3 lat.")) == []


def test_stamps_take_the_place_of_older_ones() -> None:
    once = with_stamps(URDU, {"Title": "11111111", "first": "22222222"})
    assert "made_from:\n  Title: '11111111'\n  first: '22222222'\n---\n" in once
    twice = with_stamps(once, {"Title": "33333333"})
    assert twice == with_stamps(URDU, {"Title": "33333333"})


def test_a_review_has_a_day_and_a_name(project: Path) -> None:
    change(project, "ur/index.md", "made_from:\n", "reviewed_by: A. B.\nmade_from:\n")
    assert any("'reviewed_on' is missing" in line for line in told(project, Severity.ERROR))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "changed: 2026-11-22\n",
            "changed: 2026-11-22\nsensitive: yes\n",
            "Expected: sensitive: no",
        ),
        ("title: سرورق\n", "", "the title stands in one"),
        ("translated_by: machine draft\n", "", "not said who translated"),
        ("translated_on: 2026-11-23\n", "", "not said who translated"),
    ],
)
def test_front_matter_agrees_with_the_english(project: Path, old: str, new: str, says: str) -> None:
    change(project, "ur/index.md", old, new)
    assert any(says in line for line in told(project, Severity.ERROR))
