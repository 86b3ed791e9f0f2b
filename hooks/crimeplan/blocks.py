"""Markers in Markdown, such as ``<!-- plan:progress 3 -->``, and the views that fill them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from .model import HelpGroup, Plan
from .problems import Problem, Problems, nearest, suggest
from .views import (
    a_to_z,
    counted,
    data,
    evidence,
    inspected,
    plan,
    plan_text,
    promises,
    reference,
    statement,
)
from .views.scope import Scope

MARKER = re.compile(r"<!--\s*plan:\s*(?P<name>[\w-]*)(?P<arguments>[^<>]*?)\s*-->")
_COMMENT = re.compile(r"<!--(?P<body>.*?)(?P<end>-->|\Z)", re.DOTALL)
_LIKE_A_MARKER = re.compile(r"\s*(?P<prefix>\w+)\s*[:;]")

Names = Callable[[Plan], AbstractSet[str]]


@dataclass(frozen=True)
class Block:
    """A kind of block: the arguments it takes, in order, and the view it shows."""

    view: Callable[..., Any]
    arguments: tuple[Names, ...] = ()
    optional: int = 0
    """How many of the last arguments may be left out."""


@dataclass(frozen=True)
class Marker:
    """A marker as an editor typed it."""

    name: str
    arguments: tuple[str, ...]
    line: int


def _priorities(content: Plan) -> AbstractSet[str]:
    return {str(number) for number in content.priority_by_number}


def _parts(content: Plan) -> AbstractSet[str]:
    return set(content.deliverable_by_id)


def _parts_or_plan(content: Plan) -> AbstractSet[str]:
    return _parts(content) | {"plan"}


def _groupings(_: Plan) -> AbstractSet[str]:
    return {"priority", "status", "area"}


def _help_groups(_: Plan) -> AbstractSet[str]:
    return {group.value for group in HelpGroup}


def _statement_sections(_: Plan) -> AbstractSet[str]:
    return set(statement.SECTIONS)


def _limits(_: Plan) -> AbstractSet[str]:
    return {str(number) for number in range(1, 51)}


def _limits_or_all(content: Plan) -> AbstractSet[str]:
    return _limits(content) | {"all"}


def _measures(content: Plan) -> AbstractSet[str]:
    return set(content.measure_by_id)


def _inspections(content: Plan) -> AbstractSet[str]:
    return set(content.inspection_by_id)


def _finding_groupings(_: Plan) -> AbstractSet[str]:
    return {"inspection", "question", "part"}


def _times(_: Plan) -> AbstractSet[str]:
    return {"during", "background"}


def _of_measure(view: Callable[..., Any]) -> Block:
    """A block about the measure that the marker names."""
    return Block(lambda s, name: view(s, s.assessment.plan.measure_by_id[name]), (_measures,))


def _of_inspection(view: Callable[..., Any]) -> Block:
    """A block about the inspection that the marker names."""
    return Block(lambda s, name: view(s, s.assessment.plan.inspection_by_id[name]), (_inspections,))


def _priority(scope: Scope, number: str) -> Any:
    return scope.assessment.plan.priority_by_number[int(number)]


def _part(scope: Scope, part: str) -> Any:
    return scope.assessment.plan.deliverable_by_id[part]


BLOCKS: dict[str, Block] = {
    "overview": Block(plan.overview_view),
    "statuses": Block(plan.statuses_view),
    "priorities": Block(plan.priorities_view),
    "progress": Block(lambda s, n: plan.progress_view(s, _priority(s, n)), (_priorities,)),
    "cards": Block(lambda s, n: plan.cards_view(s, _priority(s, n)), (_priorities,)),
    "summary": Block(lambda s, n: plan_text.summary_view(s, _priority(s, n)), (_priorities,)),
    "commitments": Block(lambda s, part: promises.promises_view(s, _part(s, part)), (_parts,)),
    "related": Block(lambda s, part: plan_text.related_view(s, _part(s, part)), (_parts,)),
    "timeline": Block(
        lambda s, part: evidence.timeline_view(s, None if part == "plan" else part),
        (_parts_or_plan,),
    ),
    "all-commitments": Block(promises.groups_view, (_groupings,)),
    "latest": Block(
        lambda s, limit: evidence.updates_view(s, None if limit == "all" else int(limit)),
        (_limits_or_all,),
    ),
    "grades": Block(inspected.grades_view),
    "inspections": Block(inspected.inspections_view),
    "inspection": _of_inspection(inspected.inspection_view),
    "inspection-grades": _of_inspection(inspected.inspection_grades_view),
    "findings": _of_inspection(inspected.findings_view),
    "response": _of_inspection(inspected.response_view),
    "responses": Block(inspected.responses_view),
    "tracker": Block(inspected.tracker_view, (_finding_groupings,)),
    "part-findings": Block(inspected.part_findings_view, (_parts,)),
    "measure-headline": _of_measure(counted.headline_view),
    "measure": _of_measure(counted.figures_view),
    "measure-meaning": _of_measure(counted.meaning_view),
    "measure-sources": _of_measure(counted.sources_of_measure_view),
    "measures": Block(counted.measures_view, (_times,)),
    "part-measures": Block(counted.part_measures_view, (_parts,)),
    "left-out": Block(evidence.left_outs_view),
    "sources": Block(evidence.sources_view),
    "source-notes": Block(plan_text.notes_view),
    "help": Block(
        lambda s, group, limit=None: reference.help_view(
            s, HelpGroup(group), int(limit) if limit else None
        ),
        (_help_groups, _limits),
        optional=1,
    ),
    "a-to-z": Block(a_to_z.a_to_z_view),
    "glossary": Block(reference.glossary_view),
    "notices": Block(reference.notices_view),
    "contact": Block(reference.office_view),
    "accessibility": Block(statement.statement_view, (_statement_sections,)),
    "languages": Block(reference.languages_view),
    "downloads": Block(data.downloads_view),
    "feeds": Block(data.feeds_view),
}


def find_markers(text: str) -> Iterator[Marker]:
    """Every marker of ``text``, in order."""
    for match in MARKER.finditer(text):
        yield Marker(
            match["name"], tuple(match["arguments"].split()), text[: match.start()].count("\n") + 1
        )


def check_markers(
    text: str, content: Plan, *, file: str, problems: Problems, whole: bool = True
) -> None:
    """Add a problem for each marker that names no block, or nothing of the plan.

    Where ``content`` is not ``whole``, what a marker names may be there: nobody is blamed.
    """
    for marker in find_markers(text):
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
