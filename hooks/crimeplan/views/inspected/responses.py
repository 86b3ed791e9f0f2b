"""The office's comments on inspections: due by law, and what was found of them."""

from __future__ import annotations

from dataclasses import dataclass

from ...l10n import Text, WhenText
from ...model import Inspection
from ..evidence import SourceView, source_view
from ..names import name_of
from ..scope import Scope, time_of


@dataclass(frozen=True)
class RemarkView:
    """Something else the office said about an inspection in public."""

    when: WhenText | None
    what: Text
    source: SourceView


@dataclass(frozen=True)
class ResponseView:
    """What is known of the office's published comments on a report."""

    title: Text
    url: str
    published: WhenText | None
    due: str | None
    """The last of the 56 days, where the day of publication is known."""
    state: str
    """not-searched, not-found or published."""
    searched: str | None
    where: Text | None
    published_on: str | None
    source: SourceView | None
    remarks: tuple[RemarkView, ...]


@dataclass(frozen=True)
class ResponsesView:
    """The comments on each report of the plan's time."""

    title: Text
    responses: tuple[ResponseView, ...]


def response_view(scope: Scope, inspection: Inspection) -> ResponseView:
    """What is known of the comments on ``inspection``."""
    plan, locale, response = scope.assessment.plan, scope.locale, inspection.response
    day = locale.formats.day
    due = inspection.comments_due
    return ResponseView(
        title=locale.data("inspection.title", inspection.title),
        url=scope.inspection(inspection.id),
        published=locale.formats.when(inspection.published) if inspection.published else None,
        due=day(due) if due and _of_the_plan(scope, inspection) else None,
        state=response.state.value,
        searched=day(response.searched) if response.searched else None,
        where=locale.data("response.where", response.where) if response.where else None,
        published_on=day(response.published) if response.published else None,
        source=source_view(scope, plan.source_by_id[response.source]) if response.source else None,
        remarks=tuple(
            RemarkView(
                locale.formats.when(remark.when) if remark.when else None,
                locale.data("remark.what", remark.what),
                source_view(scope, plan.source_by_id[remark.source]),
            )
            for remark in inspection.remarks
        ),
    )


def response_of(scope: Scope, inspection: Inspection) -> ResponseView | None:
    """The same for a report of the plan's time; None for any other."""
    return response_view(scope, inspection) if _of_the_plan(scope, inspection) else None


def responses_view(scope: Scope) -> ResponsesView:
    """The reports of the plan's time, newest first."""
    return ResponsesView(
        name_of(scope.assessment.plan.details, scope.locale, "force_reports"),
        tuple(
            response_view(scope, inspection)
            for inspection in reversed(scope.assessment.plan.inspections)
            if _of_the_plan(scope, inspection)
        ),
    )


def _of_the_plan(scope: Scope, inspection: Inspection) -> bool:
    """Whether the report came out while the plan ran, so that its commissioner was to comment."""
    return time_of(scope, inspection.published or inspection.year) == "during"
