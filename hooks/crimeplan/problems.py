"""What an editor is told: which file, which item, what is wrong, what to type."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


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
        return f"{where}{item}: {self.what}.{expected}{received} {self.remedy}."


@dataclass
class Problems:
    """Collects problems, so that an editor sees all of them at once."""

    found: list[Problem] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Keep one more problem."""
        self.found.append(problem)

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
