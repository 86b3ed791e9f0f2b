"""The engine holds no fact of the plan: not its area, its force, its office or its days.

Hooks, templates and the interface's catalogues serve any plan. What they must not say is read
from the data, in every language, so that another office's names are looked for as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from crimeplan.load import load_plan
from crimeplan.model import Plan

NAMES = (
    *("Bedfordshire", "Bedford", "Bedfordian", "Beds", "Luton", "Dunstable", "Houghton Regis"),
    *("Leighton Buzzard", "Linslade", "Biggleswade", "Kempston", "Sandy", "Flitwick", "Ampthill"),
    *("Akinbusoye", "Tizard", "Holloway", "Bridgebury", "Woburn"),
)
"""Towns, people and addresses of the real plan's area."""
PATTERNS = (r"PCC[/-]D[/-]\d+", r"pcc-d-\d+", r"beds\.p[a-z]+\.uk", r"bedfordshire\.pcc")
"""How the office numbers its decisions, and its addresses."""
CONTEXTS = ("names.site", "names.force", "place.name")
SUFFIXES = (".py", ".html", ".xml", ".po", ".css", ".js", ".svg")
SCANNED = (
    *("hooks", "overrides", "docs/assets", "noxfile.py", "plan", "tools", ".ci"),
    "tests/support",  # what tests of any plan share
)
COMMON = {
    "England and Wales",
    "England and Wales without the Metropolitan Police",
}
"""Places of the whole country, which any plan may name."""
ALLOWED: dict[tuple[str, str], str] = {}
"""Words that stand all the same, by file and word, each with its reason."""


@dataclass(frozen=True)
class Found:
    """A word of the plan in the engine."""

    file: str
    line: int
    word: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.word}"


def words_of(plan: Plan) -> set[str]:
    """What the plan's own data call its area, force, office and days, in English."""
    details, period = plan.details, plan.details.period
    places = {place.name for place in plan.places} - COMMON
    days = {f"{day.day} {day:%B %Y}" for day in (period.start, period.end)}
    days |= {day.isoformat() for day in (period.start, period.end)}
    return {
        *places,
        *days,
        details.names.site,
        details.names.force,
        details.office.name,
        details.office.email,
        *details.office.address,
    } - {f"{part}" for part in details.office.address if len(part) < 5}


def translated(root: Path, plan: Plan) -> set[str]:
    """The names of the site, the force and its places in every other language."""
    found: set[str] = set()
    for language in plan.languages[1:]:
        path = root / f"content_data/locale/{language.code}/LC_MESSAGES/plan.po"
        with path.open("rb") as file:
            entries = [entry for entry in read_po(file) if entry.context in CONTEXTS]
        assert entries, path
        found |= {str(entry.string) for entry in entries if entry.id not in COMMON}
    return found


def files(root: Path) -> list[Path]:
    """What the engine is made of."""
    listed: list[Path] = []
    for name in SCANNED:
        path = root / name
        listed += [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return [
        path
        for path in listed
        if (path.suffix in SUFFIXES or path.suffix == "") and "__pycache__" not in path.parts
    ]


def pattern_of(words: set[str]) -> re.Pattern[str]:
    """What finds each of ``words`` as a word of its own, and the patterns."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    every = [rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest]
    return re.compile("|".join([*every, *PATTERNS]))


def scan(root: Path, paths: list[Path], pattern: re.Pattern[str]) -> Iterator[Found]:
    """Every word of the plan in ``paths``."""
    for path in paths:
        name = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.startswith("#:"):  # where a translator finds the word
                yield from (Found(name, number, match[0]) for match in pattern.finditer(line))


@pytest.fixture(scope="module")
def plan(root: Path) -> Plan:
    return load_plan(root / "content_data")


def test_the_engine_says_nothing_of_the_real_plan(root: Path, plan: Plan) -> None:
    paths = files(root)
    assert len([path for path in paths if path.suffix == ".po"]) == len(plan.languages) - 1
    assert len([path for path in paths if path.suffix == ".py"]) > 100
    assert len([path for path in paths if path.suffix == ".html"]) > 50
    pattern = pattern_of({*NAMES, *words_of(plan), *translated(root, plan)})
    found = list(scan(root, paths, pattern))
    assert [str(one) for one in found if (one.file, one.word) not in ALLOWED] == []
    assert {(one.file, one.word) for one in found} >= set(ALLOWED), "a reason that no longer holds"


def test_the_engine_says_nothing_of_the_second_plan(root: Path) -> None:
    plan = load_plan(root / "tests/second_plan/content_data")
    assert [str(one) for one in scan(root, files(root), pattern_of(words_of(plan)))] == []


@pytest.mark.parametrize(
    "line",
    [
        '<p>{{ _("Luton") }}</p>',
        "# as PCC/D/037 says",
        "It began on 18 August 2021.",
        'msgstr "بیڈفورڈ شائر پولیس"',
        'mail = "PCC@beds.police.uk"',
    ],
)
def test_the_scan_sees_a_word_with_its_line(
    root: Path, plan: Plan, tmp_path: Path, line: str
) -> None:
    path = tmp_path / "engine.py"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    pattern = pattern_of({*NAMES, *words_of(plan), *translated(root, plan)})
    found = list(scan(tmp_path, [path], pattern))
    assert found
    assert str(found[0]).startswith("engine.py, line 2: ")
