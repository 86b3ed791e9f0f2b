"""Mistakes in .po files: each gets a line, all at once, before a reader could meet it."""

from __future__ import annotations

from pathlib import Path

import pytest

from crimeplan.l10n.catalogues import readable_catalogue
from crimeplan.l10n.check import check_catalogues
from crimeplan.problems import Problems
from samples import edited, sample_plan

GOOD = """\
msgid ""
msgstr ""
"Language: pl\\n"
"Plural-Forms: nplurals=3; "
"plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "As at %(day)s."
msgstr "Stan na %(day)s."

msgid "%(n)s item"
msgid_plural "%(n)s items"
msgstr[0] "%(n)s pozycja"
msgstr[1] "%(n)s pozycje"
msgstr[2] "%(n)s pozycji"

msgctxt "evidence.what"
msgid "It paid {sum}."
msgstr "Wydano {sum}."

msgid "Not translated yet"
msgstr ""
"""


def lines(folder: Path, text: str | bytes, *, language: str = "pl") -> list[str]:
    path = folder / "overrides/locale" / language / "LC_MESSAGES/interface.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems = Problems()
    check_catalogues(folder, sample_plan(folder), problems)
    return [str(problem) for problem in problems]


def test_a_good_catalogue_has_no_problems(tmp_path: Path) -> None:
    assert lines(tmp_path, GOOD) == []


CASES = {
    "a lost placeholder": ("Stan na %(day)s.", "Stan na dzień.", "are not those of the English"),
    "another placeholder": ("na %(day)s.", "na %(dzien)s.", "Expected: %(day)s. Found: %(dzien)s"),
    "a broken placeholder": ("na %(day)s.", "na %(day) s.", "a placeholder is broken"),
    "a lost figure": ("Wydano {sum}.", "Wydano.", "Expected: {sum}. Found: none"),
    "a conversion of another kind": (
        "Stan na %(day)s.",
        "Stan %d %(day)s.",
        "a placeholder is broken",
    ),
    "a per cent sign alone": ("%(n)s pozycje", "5% %(n)s pozycje", "a placeholder is broken"),
    "braces the wrong way round": ("Wydano {sum}.", "}{ {sum}.", "a placeholder is broken"),
    "a rule of plurals that runs": ("n==1 ? 0", "__import__('os')", "not a valid catalogue"),
    "an open brace": ("Wydano {sum}.", "Wydano {sum.", "a placeholder is broken"),
    "a missing plural form": (
        'msgstr[2] "%(n)s pozycji"\n',
        "",
        "a plural form is missing. Expected: 3 forms",
    ),
    "an empty plural form": ('"%(n)s pozycji"', '""', "a plural form is missing"),
    "a tag": ("Wydano {sum}.", "Wydano <b>{sum}</b>.", "it holds HTML"),
    "an invisible mark": ("Wydano {sum}.", "Wydano \u2067{sum}\u2069.", "invisible mark"),
    "letters apart": ("Wydano {sum}.", "Wydano {sum} złotówek z\u0301.", "not composed"),
    "a wrong header": ("nplurals=3", "nplurals=2", "header's Plural-Forms is not that of"),
    "another charset": ("charset=utf-8", "charset=iso-8859-2", "header's charset is not that of"),
    "an open quotation mark": ('msgstr "Wydano {sum}."', 'msgstr "Wydano', "a quotation mark is"),
    "a word out of place": ("msgctxt", "msgtext", "not a valid catalogue"),
}


@pytest.mark.parametrize(("old", "new", "says"), CASES.values(), ids=CASES.keys())
def test_a_mistake_gets_a_line(old: str, new: str, says: str, tmp_path: Path) -> None:
    assert GOOD.count(old) == 1
    found = lines(tmp_path, GOOD.replace(old, new))
    assert any(says in line and "locale/pl/LC_MESSAGES/interface.po" in line for line in found), (
        found
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xef\xbb\xbf" + GOOD.encode(), "byte order mark"),
        (GOOD.replace("pozycja", "\u0142").encode("iso-8859-2"), "not saved as UTF-8"),
    ],
)
def test_a_file_in_another_encoding_gets_a_line(data: bytes, says: str, tmp_path: Path) -> None:
    assert any(says in line for line in lines(tmp_path, data))


def test_an_unknown_language_gets_a_line(tmp_path: Path) -> None:
    found = lines(tmp_path, GOOD, language="pll")
    assert any("overrides/locale/pll" in line and "Did you mean 'pl'" in line for line in found)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("na %(day)s", "na").replace("Wydano {sum}.", "Wydano <i>.")
    found = lines(tmp_path, text)
    assert len(found) == 3


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("overrides/locale/fr", []),
        ("overrides/locale/zz", ["overrides/locale/zz: the folder is not one of the site's"]),
        ("content_data/locale/fr", ["content_data/locale/fr: the folder is not one of the site's"]),
    ],
)
def test_only_the_interface_may_know_more_languages_than_the_site(
    tmp_path: Path, folder: str, said: list[str]
) -> None:
    (tmp_path / folder / "LC_MESSAGES").mkdir(parents=True)
    problems = Problems()
    check_catalogues(tmp_path, sample_plan(tmp_path), problems)
    assert [str(problem).split(" languages")[0] for problem in problems] == said


def test_a_catalogue_that_is_too_big_or_no_file_gets_a_line(tmp_path: Path) -> None:
    assert "too big to be read" in lines(tmp_path, b"#" * 10_000_000)[0]
    path = tmp_path / "x/overrides/locale/pl/LC_MESSAGES/interface.po"
    path.parent.mkdir(parents=True)
    path.symlink_to(tmp_path)
    problems = Problems()
    check_catalogues(tmp_path / "x", sample_plan(tmp_path), problems)
    assert not list(problems)  # a folder there is as if there were no catalogue


def test_a_broken_catalogue_has_no_terms(tmp_path: Path) -> None:
    path = tmp_path / "broken.po"
    path.write_text('msgid "a\nmsgstr[9] 7\n', encoding="utf-8")
    assert readable_catalogue(path).entries == ()


def test_a_language_that_nobody_knows_gets_a_line(tmp_path: Path) -> None:
    text = edited("languages.yml", "- code: pl\n", "- code: qqx\n")
    problems = Problems()
    plan = sample_plan(
        tmp_path, languages_yml=text, terms_csv="term,english,language,rendering,source\n"
    )
    check_catalogues(tmp_path, plan, problems)
    assert [problem.what for problem in problems] == ["no language of this tag is known"]
