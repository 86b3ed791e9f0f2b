"""How hard the English pages are to read: for the checker, and for ``nox -s reading_age``.

The measure is the Flesch-Kincaid grade: a school year in the United States, plus five for the age
of a British reader. What counts is the prose that people write for this site: front matter,
markers, headings and the targets of links are left out, and each item of a list is a sentence of
its own. Names that are fixed, and numbers and dates, say nothing of how we write: each stands as
one short word. The words of the data are measured by what they are, such as all that is said in
evidence; only the table shows them, so that no test fails because of an entry.

It needs textstat, which a build does without: only people at work and tests import this module.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import textstat  # type: ignore[import-untyped]

from crimeplan.l10n.messages import data_messages
from crimeplan.model import Plan
from crimeplan.pages import Pages
from crimeplan.problems import Problem, Severity
from crimeplan.site import check_site

ROOT = Path(__file__).parents[1]
TABLE = "tests/content/reading-age.csv"
NAMES = "tests/content/fixed-names.txt"
SHORTEST = 100
"""Words of prose below which a grade says little."""
HARDEST = 9.0

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKER = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|<(?:https?|mailto|tel):[^>]*>")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.|:)\s+")
_MARKS = re.compile(r"[*_`]+|\{[^}]*\}")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NUMBER = re.compile(
    rf"\b\d{{1,2}} {_MONTH}(?: \d{{4}})?\b|\b{_MONTH} \d{{4}}\b"
    r"|£?\d+(?:[.,:/–-]\d+)*(?:\.[a-z]\b)?(?:st\b|nd\b|rd\b|th\b|%)?"
    r"(?: (?:million|thousand|per ?cent)\b)?"
)
_PLACEHOLDER = re.compile(r"\{\w+\}")
_END = (".", "!", "?")
_TITLES = (".title", ".summary_title", ".name", ".label", ".expansion", ".asked")
"""Data that is a name or a label, not a sentence."""


@dataclass(frozen=True)
class Reading:
    """A page or a kind of data, how many words it has, and their grade to one decimal."""

    page: str
    words: int
    grade: float


def sentence(text: str) -> str:
    """``text``, ending as a sentence does."""
    return text if text.endswith(_END) else f"{text.rstrip(':;, ')}."


def paragraphs(markdown: str) -> Iterator[str]:
    """The paragraphs and list items of a page, without marks, each ending as a sentence does."""
    text = _MARKER.sub("\n\n", _FRONT_MATTER.sub("", markdown))
    text = _LINK.sub(lambda match: match[1] or "", text)
    held: list[str] = []
    for line in [*text.splitlines(), ""]:
        item = _ITEM.match(line)
        if not line.strip() or item or line.startswith("#"):
            if held:
                yield sentence(" ".join(held))
            held = []
        if line.strip() and not line.startswith("#"):
            held.append(_MARKS.sub("", line[item.end() if item else 0 :]).strip())


def fixed_names(plan: Plan, listed: str) -> re.Pattern[str]:
    """What finds the plan's titles and the names of the list ``listed``, the longest first.

    A title of one word, such as "Risk", is a word like others.
    """
    names = {line.strip() for line in listed.splitlines() if line.strip() and line[0] != "#"}
    for priority in plan.priorities:
        titles = (priority.title, *(part.title for part in priority.deliverables))
        names |= {title for title in titles if " " in title}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")


def plain(text: str, names: re.Pattern[str]) -> str:
    """``text`` with each fixed name, number and date as one short word."""
    return _NUMBER.sub("ten", names.sub("Name", text)).replace("’", "'")


def grade(sentences: Iterable[str], names: re.Pattern[str]) -> float:
    """The grade of ``sentences``, to one decimal."""
    text = " ".join(plain(sentence, names) for sentence in sentences)
    return round(float(textstat.flesch_kincaid_grade(text)), 1)


def measure_pages(root: Path, plan: Plan) -> list[Reading]:
    """Every English page with enough prose, by the titles of ``plan`` and the list of names."""
    return list(_pages(root, _names_of(root, plan)))


def hard_pages(root: Path, plan: Plan) -> Iterator[Problem]:
    """A warning for each English page that asks for more years of school than ``HARDEST``."""
    for reading in measure_pages(root, plan):
        if reading.grade > HARDEST:
            yield Problem(
                severity=Severity.WARNING,
                file=reading.page,
                what="the page is hard to read",
                expected=f"words for people with at most {HARDEST:g} years of school",
                received=f"{reading.grade:.1f} years",
                remedy="Make two sentences of a long one, and use shorter words; a name that "
                f"cannot be shorter goes into {NAMES}",
            )


def write_table(root: Path) -> None:
    """Write the table of all pages and of the words of the data."""
    _, plan, pages = check_site(root)
    if plan is None:
        sys.exit("The content has problems: run check first.")
    names = _names_of(root, plan)
    with (root / TABLE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["page", "words", "grade"])
        for reading in [*_pages(root, names), *_data((plan, pages), names)]:
            writer.writerow([reading.page, reading.words, f"{reading.grade:.1f}"])


def _names_of(root: Path, plan: Plan) -> re.Pattern[str]:
    listed = root / NAMES
    return fixed_names(plan, listed.read_text(encoding="utf-8") if listed.is_file() else "")


def _pages(root: Path, names: re.Pattern[str]) -> Iterator[Reading]:
    for path in sorted((root / "docs" / "en").rglob("*.md")):
        prose = list(paragraphs(path.read_text(encoding="utf-8")))
        yield from _reading(path.relative_to(root).as_posix(), prose, names)


def _data(content: tuple[Plan, Pages], names: re.Pattern[str]) -> Iterator[Reading]:
    kinds: dict[str, list[str]] = {}
    for message in data_messages(*content):
        kind = message.context or ""
        if not kind.endswith(_TITLES):
            text = _PLACEHOLDER.sub("ten", message.text)
            kinds.setdefault(kind, []).append(sentence(text))
    for kind, texts in sorted(kinds.items()):
        yield from _reading(f"data: {kind}", texts, names)


def _reading(page: str, texts: list[str], names: re.Pattern[str]) -> Iterator[Reading]:
    words = sum(len(text.split()) for text in texts)
    if words >= SHORTEST:
        yield Reading(page, words, grade(texts, names))


if __name__ == "__main__":
    write_table(ROOT)
