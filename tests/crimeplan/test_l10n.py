"""Numbers, dates and catalogues of ten languages."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from crimeplan.l10n import Catalogue, Formats, Locale, Untranslated, load_catalogue
from crimeplan.l10n.messages import Message, template_of, update_file
from crimeplan.load import load_content
from crimeplan.model import Figure, Language, When
from crimeplan.site import load_locales


@pytest.fixture(scope="module")
def languages(root: Path) -> dict[str, Language]:
    plan = load_content(root / "content_data").plan
    assert plan is not None
    return plan.language_by_code


@pytest.mark.parametrize(
    ("code", "small", "large"),
    [
        ("en", "9,000", "1,634,000"),
        ("ur", "9,000", "1,634,000"),
        ("pa", "9,000", "1,634,000"),
        ("bn", "9,000", "1,634,000"),
        ("fa", "9,000", "1,634,000"),
        ("zh", "9,000", "1,634,000"),
        ("it", "9.000", "1.634.000"),
        ("pl", "9000", "1 634 000"),
        ("lt", "9 000", "1 634 000"),
        ("fr", "9 000", "1 634 000"),
    ],
)
def test_counts(languages: dict[str, Language], code: str, small: str, large: str) -> None:
    formats = Formats(languages[code])
    plain = [
        formats.number(n).replace("\u00a0", " ").replace("\u202f", " ") for n in (9000, 1_634_000)
    ]
    assert plain == [small, large]


def test_every_language_writes_latin_digits(languages: dict[str, Language]) -> None:
    assert len(languages) == 10
    for language in languages.values():
        formats = Formats(language)
        text = formats.number(Decimal("1234567.5")) + "".join(
            part
            for typed in ("2023-05-31", "2023-05", "2021/22", "2021")
            for part in formats.when(When.parse(typed)).parts
        )
        assert all(letter in "0123456789" for letter in text if letter.isdigit()), language.code


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("en", "31 May 2023", "May 2023"),
        ("pl", "31 maja 2023", "maj 2023"),
        ("lt", "2023 m. gegužės 31 d.", "2023 m. gegužė"),
        ("zh", "2023年5月31日", "2023年5月"),
        ("it", "31 maggio 2023", "maggio 2023"),
        ("fr", "31 mai 2023", "mai 2023"),
    ],
)
def test_dates(languages: dict[str, Language], code: str, day: str, month: str) -> None:
    formats = Formats(languages[code])
    assert formats.when(When.parse("2023-05-31")).parts == (day,)
    assert formats.when(When.parse("2023-05")).parts == (month,)


@pytest.mark.parametrize(
    ("code", "day"), [("fr", "1er mai 2023"), ("it", "1º maggio 2023"), ("en", "1 May 2023")]
)
def test_the_first_of_a_month(languages: dict[str, Language], code: str, day: str) -> None:
    formats = Formats(languages[code])
    assert formats.when(When.parse("2023-05-01")).parts == (day,)
    assert formats.when(When.parse("2023-05-11")).parts[0].startswith("11 ")


def test_a_period_has_two_parts_and_a_day_a_machine_form(languages: dict[str, Language]) -> None:
    formats = Formats(languages["en"])
    assert formats.when(When.parse("2021-05 to 2021-08")).parts == ("May 2021", "August 2021")
    assert formats.when(When.parse("2021-05-01")).machine == "2021-05-01"
    assert formats.when(When.parse("2021/22")).machine is None


@pytest.mark.parametrize(
    ("value", "number", "in_millions"),
    [
        ("497000", "497,000", False),
        ("2000000", "2", True),
        ("4300000", "4.3", True),
        ("1634000", "1,634,000", False),
        ("68551.32", "68,551.32", False),
    ],
)
def test_millions_only_where_nothing_is_lost(
    languages: dict[str, Language], value: str, number: str, *, in_millions: bool
) -> None:
    figure = Figure.model_validate({"value": value, "unit": "gbp"})
    text = Formats(languages["en"]).figure(figure)
    if value == "68551.32":
        assert text.number == "68,551.32"
    assert (text.in_millions, text.number) == (in_millions, number)
    assert not Formats(languages["zh"]).figure(figure).in_millions


def test_words_and_figures_alternate(languages: dict[str, Language]) -> None:
    figures = {"sum": Figure.model_validate({"value": "12"})}
    pieces = Formats(languages["en"]).pieces("About {sum} people.", figures)
    assert [piece.words for piece in pieces] == ["About ", "", " people."]
    assert pieces[1].figure is not None
    assert pieces[1].figure.number == "12"


PO = """\
msgid ""
msgstr ""
"Language: pl\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 "
"&& (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Menu"
msgstr "Menu główne"

#, fuzzy
msgid "Home"
msgstr "Dom"

msgid "Empty"
msgstr ""

msgctxt "priority.title"
msgid "Menu"
msgstr "Jadłospis"

msgid "%(n)s promise"
msgid_plural "%(n)s promises"
msgstr[0] "%(n)s zobowiązanie"
msgstr[1] "%(n)s zobowiązania"
msgstr[2] "%(n)s zobowiązań"
"""


@pytest.fixture
def polish(tmp_path: Path) -> Catalogue:
    path = tmp_path / "x.po"
    path.write_text(PO, encoding="utf-8")
    return load_catalogue(path)


def test_a_translation_is_found_by_its_context(polish: Catalogue) -> None:
    assert polish.text("Menu") == "Menu główne"
    assert polish.text("Menu", "priority.title") == "Jadłospis"


@pytest.mark.parametrize("message", ["Home", "Empty", "Never heard of"])
def test_fuzzy_empty_and_unknown_come_back_in_english(polish: Catalogue, message: str) -> None:
    assert polish.text(message) == message
    assert isinstance(polish.text(message), Untranslated)
    assert isinstance(polish.text(message, "priority.title"), Untranslated)


@pytest.mark.parametrize(
    ("count", "word"),
    [
        (1, "zobowiązanie"),
        (3, "zobowiązania"),
        (5, "zobowiązań"),
        (22, "zobowiązania"),
        (0, "zobowiązań"),
    ],
)
def test_plural_forms(polish: Catalogue, count: int, word: str) -> None:
    assert polish.plural("%(n)s promise", "%(n)s promises", count) == f"%(n)s {word}"


def test_a_changed_text_becomes_fuzzy_and_old_words_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "pl" / "x.po"
    update_file(
        path, template_of([Message("a.b", "Hold a day of action.")], domain="x"), locale="pl"
    )
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            'msgid "Hold a day of action."\nmsgstr ""',
            'msgid "Hold a day of action."\nmsgstr "Zorganizuj dzień."',
        ),
        encoding="utf-8",
    )
    changed = template_of([Message("a.b", "Hold days of action.")], domain="x")
    update_file(path, changed, locale="pl")
    text = path.read_text(encoding="utf-8")
    assert "#, fuzzy" in text
    assert "Zorganizuj dzień." in text
    assert isinstance(load_catalogue(path).text("Hold days of action.", "a.b"), Untranslated)


def test_updating_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "pl" / "x.po"
    template = template_of([Message(None, "%(n)s promise", "%(n)s promises")], domain="x")
    update_file(path, template, locale="pl")
    once = path.read_bytes()
    update_file(path, template, locale="pl")
    assert path.read_bytes() == once
    assert b"POT-Creation-Date" not in once


def test_data_words_carry_their_own_language_where_untranslated(root: Path) -> None:
    plan = load_content(root / "content_data").plan
    assert plan is not None
    locales = load_locales(root, plan)
    urdu: Locale = locales["ur"]
    text = urdu.data("deliverable.title", "A title nobody has translated")
    assert (text.lang, text.dir) == ("en", "ltr")
    assert urdu.speaker(text) is locales["en"]
    title = urdu.data("deliverable.title", plan.deliverable_by_id["3.4"].title)
    assert title.lang is None
    assert urdu.speaker(title) is urdu
