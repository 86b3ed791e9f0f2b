"""The checker's problems as people and machines read them: plain text, JSON, GitHub's annotations.

Annotations are the workflow commands of GitHub Actions. How their values are escaped is told by
its toolkit: packages/core/src/command.ts, escapeData and escapeProperty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from .problems import Problem, Problems

_MOST_NAMED = 4
"""Pages that are named in a line; the others are counted. JSON names all."""
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def plain_lines(problems: Problems) -> Iterator[str]:
    """Each problem and where readers meet it, those that stop a build first; then how many."""
    for problem in problems:
        yield f"{problem.severity.value}: {problem}"
        if place := touched_words(problem):
            yield f"  {place}"
    count = len(problems.errors)
    yield "No errors." if not count else f"{count} to mend."


def json_lines(problems: Problems) -> Iterator[str]:
    """One JSON document; its keys are those of ``Problem``."""
    found = [_as_json(problem) for problem in problems]
    errors = len(problems.errors)
    document = {"errors": errors, "warnings": len(found) - errors, "problems": found}
    yield json.dumps(document, ensure_ascii=False, indent=2)


def github_lines(problems: Problems) -> Iterator[str]:
    """A workflow command for each problem, so that GitHub shows it beside the line.

    GitHub keeps ten errors and ten warnings of a step: the worst stand first.
    """
    for problem in problems:
        properties = {"file": problem.file, "line": str(problem.line), "title": problem.item}
        told = ",".join(
            f"{key}={_escaped(value, _PROPERTY)}"
            for key, value in properties.items()
            if value not in ("", "0")
        )
        message = " ".join(filter(None, (f"{problem}", touched_words(problem))))
        yield f"::{problem.severity.value} {told}::{_escaped(message, _DATA)}"


FORMATS: Mapping[str, Callable[[Problems], Iterator[str]]] = {
    "plain": plain_lines,
    "json": json_lines,
    "github": github_lines,
}
"""What ``--format`` may say."""


def touched_words(problem: Problem) -> str:
    """Where readers meet what the problem is about, in a sentence; nothing where they do not."""
    if not problem.pages:
        return ""
    named = ", ".join(problem.pages[:_MOST_NAMED])
    more = len(problem.pages) - _MOST_NAMED
    others = f" and {more} more pages" if more > 1 else " and 1 more page" if more == 1 else ""
    languages = problem.languages
    where = languages[0] if len(languages) == 1 else f"{len(languages)} languages"
    return f"It shows on {named}{others}, in {where}."


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity.value,
        "file": problem.file,
        "line": problem.line or None,
        "item": problem.item,
        "what": problem.what,
        "expected": problem.expected,
        "received": problem.received,
        "remedy": problem.remedy,
        "pages": problem.pages,
        "languages": problem.languages,
    }


def _escaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for sign, code in signs:
        text = text.replace(sign, code)
    return text
