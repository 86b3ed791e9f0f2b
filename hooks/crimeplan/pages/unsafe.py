"""What could bring a program, a style or a strange address into a page by way of Markdown.

Markdown lets HTML through, also over several lines and in an open block of code; its attribute
lists in braces set any attribute; and its links take any address. None of the three is needed here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ..problems import Problem, Problems, shorten

_LONGEST = 10_000
"""Signs in a line: ten times the longest paragraph; longer ones would take the parsers minutes."""
_TAG = re.compile(r"<(?:[A-Za-z/?]|!(?!--))")
_BRACE = re.compile(r"\{(?!#[a-z0-9-]+\}[ \t]*$)[^\n]{0,40}", re.MULTILINE)
_ADDRESS = re.compile(r"\][^\S\n]*(?:\(|:)(?P<address>[^()\[\]]{0,2000})")
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\\<]")
"""What browsers and Markdown drop from an address: white space, control signs, \\ and <."""
SCHEMES = ("https", "http", "mailto", "tel")
"""What links of a page may start with."""


def is_too_long(text: str, file: str, problems: Problems) -> bool:
    """Whether a line of ``text`` is too long to be read at all; reports the first."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST:
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    what="the line is too long to be read",
                    expected=f"at most {_LONGEST} letters",
                    received=f"{len(line)}",
                    remedy="Part it into paragraphs, with an empty line between them",
                )
            )
            return True
    return False


def check_safe(body: str, offset: int, file: str, problems: Problems) -> None:
    """Report HTML, lists of attributes and strange addresses; ``offset`` lines stand above."""
    for line, what, received, remedy in _faults(body):
        if problems.full(file):
            return
        problems.add(
            Problem(
                file=file,
                line=line + offset,
                what=what,
                received=shorten(received),
                remedy=remedy,
            )
        )


def _faults(body: str) -> Iterator[tuple[int, str, str, str]]:
    """The line of each fault, what is wrong, what was found, what to do."""
    for match in _TAG.finditer(body):  # comments too: browsers end some of them sooner
        yield (
            _line(body, match),
            "the page holds HTML",
            body[match.start() : match.start() + 40],
            "Use Markdown, or take the tag out; for the sign itself, type &lt;",
        )
    for match in _BRACE.finditer(body):
        yield (
            _line(body, match),
            "the page holds a brace that is not that of a heading's id",
            match[0],
            "Take it out; a heading has its id alone, such as {#what-was-promised}",
        )
    for match in _ADDRESS.finditer(body):
        scheme = _SCHEME.match(_UNSEEN.sub("", html.unescape(match["address"])))
        if scheme and scheme["scheme"].lower() not in SCHEMES:
            yield (
                _line(body, match),
                "a link leads to an address of a kind that the site does not use",
                scheme["scheme"],
                f"Let it start with {', '.join(f'{name}:' for name in SCHEMES)}, or name a page",
            )


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1
