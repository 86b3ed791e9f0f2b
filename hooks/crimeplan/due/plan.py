"""What the plan's own data wait for: checks that fall due, responses, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Inspection, Plan, Priority, ResponseState
from ..progress import Assessment, Status
from ..rhythm import lapsed_rhythms
from .items import Due, Matter

_STATEMENT = "content_data/accessibility.yml"


def due_of_plan(assessment: Assessment, *, until: date) -> Iterator[Due]:
    """What waits in ``assessment``; of what has a day of its own, what falls due by ``until``."""
    plan = assessment.plan
    checks = [*_help(plan), *_statement(plan)]
    yield from (item for item in checks if item.day is not None and item.day <= until)
    yield from _responses(plan, assessment.as_of)
    yield from _rhythms(plan, assessment.as_of)
    yield from _promises(assessment)


def _help(plan: Plan) -> Iterator[Due]:
    for entry in plan.help:
        yield Due(
            matter=Matter.RECHECK,
            group="Help numbers",
            file="content_data/help.yml",
            item=entry.id,
            what="compare it with its sources",
            day=entry.recheck_by,
        )


def _statement(plan: Plan) -> Iterator[Due]:
    statement = plan.accessibility
    group = "Accessibility statement"
    yield Due(
        matter=Matter.RECHECK,
        group=group,
        file=_STATEMENT,
        what="read the statement through against the site",
        day=statement.review_by,
    )
    for issue in statement.issues:
        yield Due(
            matter=Matter.RECHECK,
            group=group,
            file=_STATEMENT,
            item=issue.id,
            what="see whether it has been mended",
            day=issue.review_by,
        )


def _responses(plan: Plan, as_of: date) -> Iterator[Due]:
    """Reports on which the office's comments are not known to be published."""
    for inspection in plan.inspections:
        published = inspection.published
        if inspection.response.state is ResponseState.PUBLISHED:
            continue
        if published is not None and published.start > as_of:
            continue
        yield Due(
            matter=Matter.RESPONSE,
            file=f"content_data/inspections/{inspection.id}.yml",
            item=inspection.id,
            what=_searched(inspection),
            day=inspection.comments_due,
        )


def _searched(inspection: Inspection) -> str:
    response = inspection.response
    if response.state is ResponseState.NOT_FOUND:
        return f"no comments were found on {response.searched}"
    return "nobody has looked for the office's comments"


def _rhythms(plan: Plan, as_of: date) -> Iterator[Due]:
    for lapse in lapsed_rhythms(plan, as_of):
        yield Due(
            matter=Matter.RHYTHM,
            group=_heading(lapse.priority),
            file=f"content_data/evidence/{lapse.priority.number}.yml",
            item=lapse.commitment.id,
            what=f"promised for each year; the latest evidence is of {lapse.latest}",
        )


def _promises(assessment: Assessment) -> Iterator[Due]:
    for priority in assessment.plan.priorities:
        for part in priority.deliverables:
            for line in part.commitments:
                standing = assessment.standings.get(line.id)
                if standing is not None and standing.status is Status.NO_EVIDENCE:
                    yield Due(
                        matter=Matter.EVIDENCE,
                        group=_heading(priority),
                        file=f"content_data/evidence/{priority.number}.yml",
                        item=line.id,
                        what=line.text,
                    )


def _heading(priority: Priority) -> str:
    return f"Priority {priority.number}: {priority.title}"
