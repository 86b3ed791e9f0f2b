"""What is wrong with the markers of a page: names that fill nothing, comments left open."""

from __future__ import annotations

import re

from ..markers import MARKER, Marker, find_markers
from ..model import Plan
from ..problems import Problem, Problems, nearest, suggest
from .registry import BLOCKS

_COMMENT = re.compile(r"<!--(?P<body>.*?)(?P<end>-->|\Z)", re.DOTALL)
_LIKE_A_MARKER = re.compile(r"\s*(?P<prefix>\w+)\s*[:;]")


def check_markers(
    text: str, content: Plan, *, file: str, problems: Problems, whole: bool = True
) -> None:
    """Add a problem for each marker that names no block, or nothing of the plan.

    Where ``content`` is not ``whole``, what a marker names may be there: nobody is blamed.
    """
    for marker in find_markers(text):
        if problems.full(file):
            return
        if (fault := _fault(marker, content, whole=whole)) is not None:
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
    for match in _COMMENT.finditer(text):
        if MARKER.fullmatch(match[0]) is None:
            _check_comment(match, text[: match.start()].count("\n") + 1, file, problems)


def _check_comment(match: re.Match[str], line: int, file: str, problems: Problems) -> None:
    if not match["end"]:
        problems.add(
            Problem(
                file=file,
                line=line,
                what="a marker or comment is not closed",
                remedy="End it with a space and -->",
            )
        )
        return
    like = _LIKE_A_MARKER.match(match["body"])
    if like and nearest(like["prefix"], ["plan"]):
        problems.add(
            Problem(
                file=file,
                line=line,
                what="this looks like a marker, but nothing fills it",
                received=f"<!--{match['body']}-->",
                expected="<!-- plan:name arguments -->",
                remedy="Type it as <!-- plan:progress 3 -->",
            )
        )


def _fault(marker: Marker, content: Plan, *, whole: bool) -> tuple[str, str] | None:
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
        known = names(content)
        if whole and argument not in known:
            return (
                f"{argument!r} names nothing that this block can show",
                suggest(argument, known, otherwise=f"Use one of: {', '.join(sorted(known)[:12])}"),
            )
    return None
