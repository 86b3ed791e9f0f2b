"""What is wrong with the markers of a page: names that fill nothing, comments left open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from ..kept import kept_for_file
from ..markers import MARKER, Marker, find_markers
from ..model import Plan
from ..problems import Problem, Problems, nearest, suggest
from .registry import BLOCKS, Names

_COMMENT = re.compile(r"<!--(?P<body>.*?)(?P<end>-->|\Z)", re.DOTALL)
_LIKE_A_MARKER = re.compile(r"\s*(?P<prefix>\w+)\s*[:;]")


Known = Callable[[Names], AbstractSet[str]]
"""What a plan holds of the kind that an argument of a block names."""


def known_names(plan: Plan) -> Known:
    """What ``plan`` holds, each kind looked up once for all pages."""
    return cache(lambda names: names(plan))


def check_markers(
    text: str, known: Known, *, file: str, problems: Problems, whole: bool = True
) -> None:
    """Add a problem for each marker that names no block, or nothing of the plan.

    Where what is ``known`` is not the ``whole`` plan, what a marker names may be there: nobody is
    blamed.
    """
    markers, strange = _read(file, text)
    for marker in markers:
        if problems.full(file):
            return
        if (fault := _fault(marker, known, whole=whole)) is not None:
            what, remedy = fault
            problems.add(
                Problem(
                    file=file,
                    line=marker.line,
                    item=f"plan:{marker.name}",
                    what=what,
                    remedy=remedy,
                )
            )
    for problem in strange:
        problems.add(problem)


@kept_for_file
def _read(file: str, text: str) -> tuple[tuple[Marker, ...], tuple[Problem, ...]]:
    """The markers of ``text``, and what is wrong with comments that are none."""
    return tuple(find_markers(text)), tuple(_strange_comments(file, text))


def _strange_comments(file: str, text: str) -> Iterator[Problem]:
    for match in _COMMENT.finditer(text):
        if MARKER.fullmatch(match[0]):
            continue
        line = text.count("\n", 0, match.start()) + 1
        like = _LIKE_A_MARKER.match(match["body"])
        if not match["end"]:
            yield Problem(
                file=file,
                line=line,
                what="a marker or comment is not closed",
                remedy="End it with a space and -->",
            )
        elif like and nearest(like["prefix"], ["plan"]):
            yield Problem(
                file=file,
                line=line,
                what="this looks like a marker, but nothing fills it",
                received=f"<!--{match['body']}-->",
                expected="<!-- plan:name arguments -->",
                remedy="Type it as <!-- plan:progress 3 -->",
            )


def _fault(marker: Marker, known: Known, *, whole: bool) -> tuple[str, str] | None:
    block = BLOCKS.get(marker.name)
    if block is None:
        return (
            f"there is no block {marker.name!r}",
            suggest(marker.name, BLOCKS, otherwise=f"Use one of: {', '.join(sorted(BLOCKS))}"),
        )
    most = len(block.arguments)
    least = most - block.optional
    if not least <= len(marker.arguments) <= most:
        wanted = str(most) if least == most else f"{least} or {most}"
        return (
            f"the block takes {wanted} word(s) after its name, not {len(marker.arguments)}",
            "Compare it with the same marker on another page",
        )
    for argument, names in zip(marker.arguments, block.arguments, strict=False):
        possible = known(names)
        if whole and argument not in possible:
            return (
                f"{argument!r} names nothing that this block can show",
                suggest(
                    argument,
                    possible,
                    otherwise=f"Use one of: {', '.join(sorted(possible)[:12])}",
                ),
            )
    return None
