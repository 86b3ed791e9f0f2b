"""The words of ten languages: whole where a reader must find the way, and never broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from crimeplan.l10n import messages
from crimeplan.l10n.messages import data_messages, interface_messages
from crimeplan.model import Plan
from crimeplan.pages import Pages
from crimeplan.site import check_site
from sites import SCRIPTS

LANGUAGES = ("ur", "pa", "bn", "it", "pl", "lt", "zh", "fa", "fr")
NAMES = ("names.", "place.")
TITLES = ("priority.title", "deliverable.title")
"""Facts of the plan, which no editor adds to; a new page may wait for its translation."""
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%|\{\w+\}")
FORBIDDEN = re.compile("[<>\u200e\u200f\u202a-\u202e\u2066-\u2069]")
DIGITS = re.compile(r"\d+")


def catalogue(root: Path, language: str, domain: str) -> Catalog:
    folder = {"interface": "overrides", "plan": "content_data"}[domain]
    path = root / folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def strings(message: Message) -> tuple[str, ...]:
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return tuple(str(form or "") for form in forms)


def source(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


@pytest.fixture(scope="module")
def content(root: Path) -> tuple[Plan, Pages]:
    _, plan, pages = check_site(root)
    assert plan is not None
    return plan, pages


def test_mkdocs_and_the_data_know_the_same_languages(
    root: Path, content: tuple[Plan, Pages]
) -> None:
    text = re.sub(r"!ENV (\[.*?\])", r"\1", (root / "mkdocs.yml").read_text(encoding="utf-8"))
    configured = yaml.safe_load(text)["plugins"][0]["i18n"]["languages"]
    plan, _ = content
    assert [(item["locale"], item["name"]) for item in configured] == [
        (language.code, language.endonym) for language in plan.languages
    ]
    assert [language.code for language in plan.languages] == ["en", *LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_interface_word_is_translated(root: Path, language: str) -> None:
    found = catalogue(root, language, "interface")
    wanted = list(interface_messages(root / "overrides"))
    assert len(wanted) > 80
    missing = []
    for message in wanted:
        entry = found.get(message.text)
        if entry is None or entry.fuzzy or not all(strings(entry)):
            missing.append(message.text)
    assert missing == []


def missing_in(found: Catalog, wanted: Iterable[messages.Message]) -> list[str]:
    """The texts of ``wanted`` for which ``found`` has no translation that readers see."""
    return [
        message.text
        for message in wanted
        if (entry := found.get(message.text, message.context)) is None
        or entry.fuzzy
        or not entry.string
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_is_translated(root: Path, language: str, content: tuple[Plan, Pages]) -> None:
    found = catalogue(root, language, "plan")
    wanted = [m for m in data_messages(*content) if m.context in TITLES]
    assert len(wanted) == 7 + 38
    assert missing_in(found, wanted) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_translated(root: Path, language: str, content: tuple[Plan, Pages]) -> None:
    """What the site, the force and the places are called stands on every page."""
    found = catalogue(root, language, "plan")
    wanted = [m for m in data_messages(*content) if (m.context or "").startswith(NAMES)]
    assert len(wanted) > len(content[0].places)
    assert missing_in(found, wanted) == []


@pytest.mark.parametrize("domain", ["interface", "plan"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_must_be_kept(root: Path, language: str, domain: str) -> None:
    """Placeholders and plural forms are whole; no markup, no invisible marks; NFC."""
    found = catalogue(root, language, domain)
    translated = [message for message in found if message.id and any(strings(message))]
    assert translated
    faults = []
    for message in translated:
        forms = strings(message)
        if message.pluralizable and len(forms) != found.num_plurals:
            faults.append(f"{source(message)}: {len(forms)} plural forms")
        for form in forms:
            if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(source(message))):
                faults.append(f"{source(message)}: placeholders in {form}")
            if FORBIDDEN.search(form):
                faults.append(f"{source(message)}: a tag or an invisible mark in {form}")
            if unicodedata.normalize("NFC", form) != form:
                faults.append(f"{source(message)}: not in NFC")
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_of_titles_are_kept(root: Path, language: str) -> None:
    """A number in an English title stands in its translation too, in Latin digits."""
    found = catalogue(root, language, "plan")
    faults = [
        f"{message.id}: {message.string}"
        for message in found
        if message.context in TITLES
        and message.string
        and not set(DIGITS.findall(source(message))) <= set(DIGITS.findall(strings(message)[0]))
    ]
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_the_language_s_script(root: Path, language: str) -> None:
    letters = [
        letter
        for message in catalogue(root, language, "interface")
        if message.id
        for form in strings(message)
        for letter in PLACEHOLDER.sub("", form)
        if letter.isalpha()
    ]
    right = [letter for letter in letters if SCRIPTS[language] in unicodedata.name(letter, "")]
    assert len(letters) > 1000 or language == "zh"
    assert len(right) / len(letters) > 0.85


@pytest.mark.parametrize("language", ["ur", "fa"])
def test_no_arabic_letters_where_the_language_has_its_own(root: Path, language: str) -> None:
    for domain in ("interface", "plan"):
        for message in catalogue(root, language, domain):
            for form in strings(message):
                assert not re.search("[\u064a\u0643\u0629]", form), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_is_translated_and_keeps_its_shape(root: Path, language: str) -> None:
    shape = re.compile(r"<!--.*?-->|\{#[a-z0-9-]+\}|\]\([^)]*\)")
    english = (root / "docs/en/index.md").read_text(encoding="utf-8")
    translated = (root / "docs" / language / "index.md").read_text(encoding="utf-8")
    assert sorted(shape.findall(translated)) == sorted(shape.findall(english))
    assert "translated_by:" in translated
