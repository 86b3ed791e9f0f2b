"""The A to Z: everything once, under its letter, in the reader's language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crimeplan.model import Plan
from crimeplan.progress import assess_plan
from crimeplan.site import load_locales
from crimeplan.views.a_to_z import AToZView, _initial, _order, a_to_z_view
from crimeplan.views.scope import Links, Scope
from samples import edited, sample_plan


def view(root: Path, plan: Plan, language: str = "en") -> AToZView:
    locale = load_locales(root, plan)[language]
    return a_to_z_view(Scope(assess_plan(plan, as_of=date(2026, 11, 22)), locale, Links("../")))


def test_everything_stands_once_under_its_letter(root: Path, tmp_path: Path) -> None:
    found = view(root, sample_plan(tmp_path))
    names = [
        (group.letter, entry.kind, entry.title.value)
        for group in found.letters
        for entry in group.entries
    ]
    assert names == [
        ("A", "inspection", "All questions 2021/22"),
        ("A", "term", "ASB"),
        ("C", "priority", "Community policing"),
        ("C", "measure", "Crime rates"),
        ("D", "part", "Days of action"),
        ("E", "inspection", "Effectiveness 2016"),
        ("E", "help", "Emergency"),
        ("W", "part", "Watch schemes"),
    ]
    assert found.total == len(names)


def test_a_mark_does_not_part_a_letter(root: Path, tmp_path: Path) -> None:
    plan = sample_plan(
        tmp_path,
        **{
            "measures__crime-rates_yml": edited(
                "measures/crime-rates.yml", "title: Crime rates", "title: Éclat"
            )
        },
    )
    assert [group.letter for group in view(root, plan).letters if group.letter in ("E", "É")] == [
        "E"
    ]


@pytest.mark.parametrize("language", ["ur", "pl"])
def test_what_is_not_translated_comes_last_and_says_so(
    root: Path, tmp_path: Path, language: str
) -> None:
    groups = view(root, sample_plan(tmp_path), language).letters
    assert groups
    languages = [group.lang for group in groups]
    assert languages == sorted(languages, key=lambda lang: lang is not None)
    anchors = [group.anchor for group in groups]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize(
    ("titles", "alphabet"),
    [
        (["لوٹن", "ہتھیار", "یقین"], "آ ا ب پ ت ل م ن و ہ ی"),
        (["پلان", "تلاش", "چور", "کام", "گروہ", "لوگ"], "ا ب پ ت ج چ ح د ر س ک گ ل م"),
        (["Las", "Łąka", "Mapa"], "a ą b l ł m"),
        (["Čia", "Darbas"], "a c č d"),
    ],
)
def test_names_follow_the_alphabet_of_the_language(titles: list[str], alphabet: str) -> None:
    letters = tuple(alphabet.split())
    mixed = titles[::-1]
    assert sorted(mixed, key=lambda title: _order(title, letters)) == titles
    assert len({_initial(title, letters) for title in titles}) == len(titles)
