"""What is wrong in a catalogue: told to translators before a reader meets it."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel import UnknownLocaleError
from babel.localedata import locale_identifiers
from babel.messages.plurals import get_plural

from ..kept import kept_for_file
from ..load.text import read_bytes
from ..model import Language, Plan
from ..problems import Problem, Problems, shorten, suggest
from .catalogues import CANNOT_READ, Entry, read_catalogue
from .formats import babel_locale

_DOMAINS = {"overrides": "interface", "content_data": "plan"}
_PLACEHOLDER = re.compile(r"%\(\w+\)s|%%|\{[\w-]+\}")
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TAG = re.compile(r"<[A-Za-z/!]")
_HOLDS_MORE_THAN_WORDS = re.compile(rf"[%{{}}<]|\)s|{_MARKS.pattern}")
"""Most texts hold no sign that any of these looks for, so one search does for all."""
_MOST_BYTES = 5_000_000
_BOM = b"\xef\xbb\xbf"


def check_catalogues(root: Path, plan: Plan, problems: Problems) -> None:
    """Add a problem for each catalogue that cannot be read and each entry that would break."""
    known = [language.code for language in plan.languages if _is_known(language, problems)]
    languages = [code for code in known if code != plan.languages[0].code]
    for folder, domain in _DOMAINS.items():
        for path in sorted((root / folder / "locale").glob("*")):
            if path.is_dir() and path.name not in languages:
                _check_spare(path, root, domain, languages, problems)
        for code in languages:
            path = root / folder / "locale" / code / "LC_MESSAGES" / f"{domain}.po"
            if path.is_file():
                _check_file(path, path.relative_to(root).as_posix(), code, problems)


def _check_spare(
    path: Path, root: Path, domain: str, languages: list[str], problems: Problems
) -> None:
    """Report the folder of a language that the site does not speak.

    The interface may be ready for more languages than one plan uses.
    """
    if domain == "interface" and path.name.replace("-", "_") in locale_identifiers():
        return
    remedy = suggest(
        path.name, languages, otherwise="Add the language to languages.yml, or delete the folder"
    )
    problems.add(
        Problem(
            file=path.relative_to(root).as_posix(),
            what="the folder is not one of the site's languages",
            remedy=remedy,
        )
    )


def _is_known(language: Language, problems: Problems) -> bool:
    """Whether it is known how the language writes numbers and dates."""
    try:
        babel_locale(language.code)
    except (ValueError, UnknownLocaleError):
        problems.add(
            Problem(
                file="content_data/languages.yml",
                item=language.code,
                what="no language of this tag is known",
                expected="a tag of BCP 47, such as ro or pt-BR",
                remedy="Correct 'code'",
            )
        )
        return False
    return True


def _check_file(path: Path, file: str, language: str, problems: Problems) -> None:
    data = read_bytes(path, file=file, problems=problems, most=_MOST_BYTES)
    for problem in () if data is None else _problems_in(path, data, file, language):
        problems.add(problem)


@kept_for_file
def _problems_in(path: Path, data: bytes, file: str, language: str) -> tuple[Problem, ...]:
    """What is wrong in the catalogue ``data`` of ``language``, which is told of as ``file``."""
    problems = Problems()
    if data.startswith(_BOM):
        problems.add(
            Problem(
                file=file,
                line=1,
                what="the file starts with a byte order mark",
                remedy="Save it as UTF-8 without a mark (BOM)",
            )
        )
    else:
        _check_header(data, file, language, problems)
        _check_quotes(data, file, problems)
    if not problems.found:
        _check_entries(path, data, file, language, problems)
    return tuple(problems.found)


def _check_entries(path: Path, data: bytes, file: str, language: str, problems: Problems) -> None:
    try:
        data.decode("utf-8")
        catalogue = read_catalogue(path, data)
    except UnicodeDecodeError as error:
        problems.add(
            Problem(
                file=file,
                line=data[: error.start].count(b"\n") + 1,
                what="the file is not saved as UTF-8",
                remedy="Save it as UTF-8",
            )
        )
        return
    except CANNOT_READ as error:
        problems.add(
            Problem(
                file=file,
                line=int(getattr(error, "lineno", -1)) + 1,
                what="the file is not a valid catalogue",
                received=shorten(error),
                remedy="Compare the line and the one above it with an entry that works",
            )
        )
        return
    plurals = get_plural(babel_locale(language)).num_plurals
    for entry in catalogue.entries:
        if any(entry.forms):
            for what, expected, received in _faults(entry, plurals):
                problems.add(
                    Problem(
                        file=file,
                        item=shorten(entry.english[0], width=50),
                        what=what,
                        expected=expected,
                        received=received,
                        remedy="Correct the translation, or empty it: readers then see the English",
                    )
                )


def _check_quotes(data: bytes, file: str, problems: Problems) -> None:
    """Report texts without their second quotation mark, which the parser takes for whole."""
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.endswith(b'"'):
            continue
        text = line.strip()
        if text.startswith((b"msg", b'"')) and not text.endswith(b'"'):
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    what="a quotation mark is missing",
                    received=shorten(text.decode("utf-8", "replace")),
                    remedy='Put each text between two marks: "…"',
                )
            )


def _check_header(data: bytes, file: str, language: str, problems: Problems) -> None:
    wanted = get_plural(babel_locale(language))
    typed = re.search(rb"nplurals\s*=\s*(\d{1,9})", data)
    charset = re.search(rb"charset=([\w-]+)", data)
    for key, found, expected in (
        ("Plural-Forms", int(typed[1]) if typed else None, wanted.num_plurals),
        ("charset", charset[1].decode().lower() if charset else None, "utf-8"),
    ):
        if found is not None and found != expected:
            problems.add(
                Problem(
                    file=file,
                    line=1,
                    item=key,
                    what=f"the header's {key} is not that of the language {language!r}",
                    expected=str(expected),
                    received=str(found),
                    remedy="Copy the header of the other catalogue of this language",
                )
            )


def _faults(entry: Entry, plurals: int) -> Iterator[tuple[str, str, str]]:
    if entry.counted and (len(entry.forms) != plurals or not all(entry.forms)):
        filled = sum(bool(form) for form in entry.forms)
        yield "a plural form is missing", f"{plurals} forms", str(filled)
    english = entry.english[0]
    for form in filter(None, entry.forms):
        if _HOLDS_MORE_THAN_WORDS.search(english) or _HOLDS_MORE_THAN_WORDS.search(form):
            yield from _faults_of_signs(english, form, counted=entry.counted)
        if not unicodedata.is_normalized("NFC", form):
            yield "its letters are not composed", "text in Unicode NFC", ""


def _faults_of_signs(english: str, form: str, *, counted: bool) -> Iterator[tuple[str, str, str]]:
    wanted = Counter(_PLACEHOLDER.findall(english))
    found = Counter(_PLACEHOLDER.findall(form))
    if found != wanted:
        yield "the placeholders are not those of the English", _told(wanted), _told(found)
    if _broken(form) or not _is_filled_in(english, form, plural=counted):
        yield "a placeholder is broken", _told(wanted), shorten(form)
    if _MARKS.search(form):
        yield "it holds an invisible mark of direction", "none: the engine puts them in", ""
    if _TAG.search(form):
        yield "it holds HTML", "plain text", shorten(form)


def _broken(form: str) -> bool:
    """Whether a per cent sign is left that belongs to no placeholder, in a text that has some."""
    rest = _PLACEHOLDER.sub("", form)
    return bool(re.search(r"%\(|\)s\b", rest)) or rest.count("{") != rest.count("}")


def _is_filled_in(english: str, form: str, *, plural: bool) -> bool:
    """Whether ``form`` takes its values as the English does: % of templates, braces of the data."""
    try:
        if plural or "%(" in english:
            _ = form % dict.fromkeys(re.findall(r"%\((\w+)\)", form), "")
        if "{" in english or "{" in form:
            list(string.Formatter().parse(form))
    except (ValueError, TypeError, KeyError):
        return False
    return True


def _told(found: Counter[str]) -> str:
    return ", ".join(sorted(found.elements())) or "none"
