"""What an editor is told: which file, which item, what is wrong, what to type."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

MOST = 200
"""Problems of one kind that are told of one file: whoever mends these checks again anyway."""
_LONG = 800
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Signs that break a line, turn it round, command a terminal or cannot be printed at all."""


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, kw_only=True)
class Problem:
    """One fault in the content, told in plain English.

    ``file`` is a path from the top of the repository, ``line`` counts from 1 (0: not known).
    """

    severity: Severity = Severity.ERROR
    file: str
    line: int = 0
    item: str = ""
    what: str
    expected: str = ""
    received: str = ""
    remedy: str
    pages: tuple[str, ...] = ()
    """The pages that show what the file says, by their path below the language; see touched.py."""
    languages: tuple[str, ...] = ()
    """The languages in which they show it."""

    def __str__(self) -> str:
        where = self.file + (f", line {self.line}" if self.line else "")
        item = f", {self.item}" if self.item else ""
        expected = f" Expected: {self.expected}." if self.expected else ""
        received = f" Found: {self.received}." if self.received else ""
        return _told(f"{where}{item}: {self.what}.{expected}{received}") + _told(f" {self.remedy}.")


def _told(text: str) -> str:
    """``text`` on one line that a terminal can show, without its middle where it is very long."""
    seen = _UNSEEN.sub(lambda match: f"(U+{ord(match[0]):04X})", text)
    return seen if len(seen) <= _LONG else f"{seen[: _LONG // 2]}…{seen[-_LONG // 2 :]}"


@dataclass
class Problems:
    """Collects problems, so that an editor sees all of them at once."""

    found: list[Problem] = field(default_factory=list)
    _count: Counter[tuple[str, Severity]] = field(default_factory=Counter)

    def add(self, problem: Problem) -> None:
        """Keep one more problem; of one file ``MOST`` at most, and a sentence that says so."""
        kind = (problem.file, problem.severity)
        self._count[kind] += 1
        if self._count[kind] <= MOST:
            self.found.append(problem)
        elif self._count[kind] == MOST + 1:
            more = Problem(
                severity=problem.severity,
                file=problem.file,
                line=problem.line,
                what="the file holds more problems, which are not told here",
                remedy="Mend those that are told, then check again",
            )
            self.found.append(more)

    def full(self, file: str) -> bool:
        """Whether so many errors of ``file`` are known that no more need be looked for."""
        return self._count[file, Severity.ERROR] > MOST

    def __iter__(self) -> Iterator[Problem]:
        """All problems, errors before warnings, then by file and line."""
        return iter(sorted(self.found))

    def __len__(self) -> int:
        return len(self.found)

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build, in the order an editor would mend them."""
        return [problem for problem in self if problem.severity is Severity.ERROR]


class ContentError(Exception):
    """The content cannot be used. ``problems`` says why, all at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        super().__init__("\n".join([f"{count} {noun} in the content:", *map(str, self.problems)]))


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like ``word``, or None where nothing is near."""
    matches = difflib.get_close_matches(word, sorted(names), n=1, cutoff=0.5)
    return matches[0] if matches else None


def suggest(word: str, names: Iterable[str], *, otherwise: str) -> str:
    """A remedy that offers the nearest right name, or ``otherwise`` where none is near."""
    near = nearest(word, names)
    return f"Did you mean {near!r}? Type that" if near else otherwise


def shorten(value: object, *, width: int = 60) -> str:
    """``value`` as an editor typed it, cut to ``width`` characters, on one line."""
    text = " ".join(str(value).split())
    return repr(text if len(text) <= width else text[: width - 1] + "…")
