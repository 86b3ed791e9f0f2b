"""What a pull request changes, as a report; printed as Markdown for a comment.

    python3 tools/report.py report.json

A report comes from a branch that nobody has read yet, so it is taken as data: it must have the form
below, and every string of it is shown as code, where GitHub makes no link, calls nobody and runs
nothing. It needs Python alone, so that the workflow with the token installs nothing.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

MARKER = "<!-- what changes -->"
"""How the workflow knows its own comment again."""
SHOWN = 20
"""How many lines of a kind are shown; the rest is counted."""
LONGEST = 120
"""Characters of a string that are shown: a comment holds 65,536 in all."""
LINES = 3
"""Changed lines of a page that are shown."""
LARGEST = 5_000_000
"""Bytes of a report that are read."""
JOINERS = "\u200c\u200d"
"""They cannot be seen, and are letters of some scripts."""

T = TypeVar("T")


class ReportError(Exception):
    """The file is no report; the text says what is wrong with it."""


@dataclass(frozen=True)
class Change:
    """One line of a page before and after; empty where it is new or gone."""

    kind: str
    """figures where nothing but figures differs, or text."""
    before: str
    after: str


@dataclass(frozen=True)
class PageChange:
    """What happens to a page, in some languages."""

    kind: str
    """new, gone or changed."""
    address: str
    languages: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    """The first of them, in the first of the languages."""
    more: int = 0
    """How many more there are."""


@dataclass(frozen=True)
class StatusChange:
    """The status of a promise before and after; empty where it is new or gone."""

    commitment: str
    before: str
    after: str


@dataclass(frozen=True)
class TranslationChange:
    """How many sections or words of a language are in a state, before and after."""

    language: str
    what: str
    before: int
    after: int


@dataclass(frozen=True)
class Report:
    """All that a pull request changes for readers."""

    problems: tuple[str, ...]
    """Errors and warnings in plain words, worst first."""
    built: bool
    """Whether both sites could be built; the rest is empty where not."""
    pages: tuple[PageChange, ...] = ()
    statuses: tuple[StatusChange, ...] = ()
    translations: tuple[TranslationChange, ...] = ()


def read_report(data: bytes) -> Report:
    """``data`` as a report; raises ReportError where it has another form."""
    if len(data) > LARGEST:
        raise ReportError(f"The report is larger than {LARGEST} bytes.")
    try:
        read = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ReportError(f"The report is not JSON: {error}") from None
    return Report(
        problems=_strings(_of(read, Report)["problems"]),
        built=_exactly(read["built"], bool),
        pages=tuple(map(_page, _exactly(read["pages"], list))),
        statuses=tuple(_made(item, StatusChange) for item in _exactly(read["statuses"], list)),
        translations=tuple(
            _made(item, TranslationChange) for item in _exactly(read["translations"], list)
        ),
    )


def _page(value: Any) -> PageChange:
    read = _of(value, PageChange)
    return PageChange(
        kind=_exactly(read["kind"], str),
        address=_exactly(read["address"], str),
        languages=_strings(read["languages"]),
        changes=tuple(_made(item, Change) for item in _exactly(read["changes"], list)),
        more=_exactly(read["more"], int),
    )


def _made(value: Any, kind: type[T]) -> T:
    """``value`` as a ``kind`` whose fields are strings and whole numbers."""
    read = _of(value, kind)
    types = {"str": str, "int": int}
    return kind(**{f.name: _exactly(read[f.name], types[str(f.type)]) for f in fields(kind)})  # type: ignore[arg-type]  # each kind is a dataclass


def _of(value: Any, kind: type[Any]) -> dict[str, Any]:
    """``value`` as an object with exactly the fields of ``kind``."""
    read = _exactly(value, dict)
    if set(read) != {field.name for field in fields(kind)}:
        raise ReportError(f"A {kind.__name__} of the report has the fields {sorted(read)}.")
    return read


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(_exactly(item, str) for item in _exactly(value, list))


def _exactly(value: Any, kind: type[T]) -> T:
    if type(value) is not kind:  # True is an int, and is not meant
        raise ReportError(f"The report holds {value!r:.60} where {kind.__name__} is meant.")
    return value


def markdown(report: Report) -> str:
    """``report`` as the text of a comment: short, with nothing in it that acts."""
    lines = [
        MARKER,
        "## What this changes for readers",
        "",
        *_problems(report.problems),
        *(_pages(report.pages) if report.built else ["", "No site could be built to compare."]),
        *_statuses(report.statuses),
        *_translations(report.translations),
    ]
    return "\n".join(lines) + "\n"


def _problems(problems: tuple[str, ...]) -> Iterator[str]:
    errors = sum(problem.startswith("error") for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        yield "The content has no problems."
    else:
        yield f"The content has {_count(errors, 'error')} and {_count(warnings, 'warning')}:"
        yield ""
        yield from _listed([f"- {code(problem, 600)}" for problem in problems], "problem")


def _pages(pages: tuple[PageChange, ...]) -> Iterator[str]:
    counted = [(kind, sum(p.kind == kind for p in pages)) for kind in ("new", "gone", "changed")]
    told = ", ".join(f"{n} {kind}" for kind, n in counted if n)
    yield from (
        "",
        "### Pages",
        "",
        f"{told[:1].upper()}{told[1:]}." if told else "None changes.",
        "",
    )
    lines = []
    for page in pages:
        where = f"{len(page.languages)} languages" if len(page.languages) > 3 else ""
        spoken = where or ", ".join(map(code, page.languages))
        item = [f"- {_plain(page.kind)}: {code(page.address or 'home')} in {spoken}"]
        item += [f"  - {_plain(change.kind)}: {_change(change)}" for change in page.changes[:LINES]]
        item += [f"  - and {_count(page.more, 'more line')}"] if page.more else []
        lines.append("\n".join(item))
    yield from _listed(lines, "page")


def _statuses(statuses: tuple[StatusChange, ...]) -> Iterator[str]:
    if statuses:
        yield from ("", "### Statuses", "")
        yield from _listed(
            [f"- {code(s.commitment)}: {_way(s.before, s.after)}" for s in statuses], "status"
        )


def _translations(changes: tuple[TranslationChange, ...]) -> Iterator[str]:
    if changes:
        yield from ("", "### Translations", "")
        yield from _listed(
            [f"- {code(c.language)}, {code(c.what)}: {c.before} → {c.after}" for c in changes],
            "state",
        )


def _change(change: Change) -> str:
    return _way(change.before, change.after)


def _way(before: str, after: str) -> str:
    if not before:
        return f"{code(after)} is new"
    return f"{code(before)} → {code(after)}" if after else f"{code(before)} goes"


def _listed(lines: list[str], noun: str) -> Iterator[str]:
    """The first of ``lines``, and how many more there are."""
    yield from lines[:SHOWN]
    if len(lines) > SHOWN:
        yield f"- and {_count(len(lines) - SHOWN, f'more {noun}')}"


def _count(number: int, noun: str) -> str:
    plural = noun if number == 1 else f"{noun}es" if noun.endswith("s") else f"{noun}s"
    return f"{number} {plural}"


def _plain(word: str) -> str:
    """A word of ours, which a report could hold another in place of."""
    return word if re.fullmatch("[a-z]{1,12}", word) else code(word)


def code(text: str, longest: int = LONGEST) -> str:
    """``text`` on one line as a span of code, whatever it holds.

    CommonMark, section 6.1: a span ends at as many backticks as it began with; nothing inside acts.
    """
    start = text[: 4 * longest]
    seen = (c if c in JOINERS or unicodedata.category(c)[0] != "C" else " " for c in start)
    flat = " ".join("".join(seen).split())
    flat = flat if len(flat) <= longest else flat[: longest - 1] + "…"
    fence = "`" * (max(map(len, re.findall("`+", flat)), default=0) + 1)
    return f"{fence} {flat} {fence}" if "`" in flat else f"{fence}{flat or ' '}{fence}"


if __name__ == "__main__":
    try:
        with Path(sys.argv[1]).open("rb") as file:
            sys.stdout.write(markdown(read_report(file.read(LARGEST + 1))))
    except (OSError, ReportError) as error:
        sys.exit(str(error))
