"""The blocks that markers ask for: which there are, what they take, which view fills them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from ..model import HelpGroup, Plan
from ..views import (
    a_to_z,
    counted,
    data,
    editions,
    evidence,
    inspected,
    plan,
    plan_text,
    promises,
    reference,
    search,
    statement,
    translations,
)
from ..views.scope import Scope

Names = Callable[[Plan], AbstractSet[str]]


@dataclass(frozen=True)
class Block:
    """A kind of block: the arguments it takes, in order, and the view it shows."""

    view: Callable[..., Any]
    arguments: tuple[Names, ...] = ()
    optional: int = 0
    """How many of the last arguments may be left out."""


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
    "search": Block(search.search_view),
    "glossary": Block(reference.glossary_view),
    "notices": Block(reference.notices_view),
    "contact": Block(reference.office_view),
    "accessibility": Block(statement.statement_view, (_statement_sections,)),
    "translations": Block(translations.translations_view),
    "languages": Block(reference.languages_view),
    "editions": Block(editions.editions_view),
    "downloads": Block(data.downloads_view),
    "feeds": Block(data.feeds_view),
}
