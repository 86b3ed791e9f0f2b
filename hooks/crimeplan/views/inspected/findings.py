"""Findings: what inspectors asked for, what it bears on, and what is known of what followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...l10n import Text, WhenText
from ...model import Finding, FollowUp, Inspection
from ..evidence import Reference, SourceView, source_view
from ..scope import Scope, finding_anchor, time_of
from .responses import ResponseView, response_of


@dataclass(frozen=True)
class StepView:
    """Something published of what became of a finding."""

    when: WhenText | None
    what: Text
    source: SourceView


@dataclass(frozen=True)
class LinkedFinding:
    """Another finding, named beside one."""

    ref: str
    url: str
    text: Text
    year: WhenText


@dataclass(frozen=True)
class FindingView:
    """One finding."""

    anchor: str
    url: str
    """Where it stands in full."""
    ref: str
    kind: str
    text: Text
    question: Text | None
    inspection: Reference
    year: WhenText
    published: WhenText | None
    time: str | None
    """before, during or after the plan, where that is known."""
    by_when: Text | None
    parts: tuple[Reference, ...]
    follows: tuple[LinkedFinding, ...]
    followed_by: tuple[LinkedFinding, ...]
    later: tuple[StepView, ...]
    asks: tuple[tuple[str, str, Text, Text | None], ...]
    """The recommendations of a cause of concern: anchor, reference, text, by when."""
    caution: Text | None
    source: SourceView
    response: ResponseView | None
    """Of the report; None where the plan's office was not the one to answer."""


@dataclass(frozen=True)
class FindingsView:
    """The findings of one inspection: what it asked for, and what else it said."""

    name: str
    """The id of the inspection."""
    asked: tuple[FindingView, ...]
    remarks: tuple[FindingView, ...]
    missing: Text | None


def finding_view(scope: Scope, inspection: Inspection, finding: Finding) -> FindingView:
    """One finding of ``inspection``."""
    plan, locale = scope.assessment.plan, scope.locale
    question = plan.question_by_id.get(finding.question or "")
    later = [
        (other, f) for other in plan.inspections for f in other.findings if finding.id in f.follows
    ]
    return FindingView(
        anchor=finding_anchor(finding.id),
        url=_place_of(scope, inspection, finding),
        ref=finding.id.upper(),
        kind=finding.kind.value,
        text=locale.data("finding.text", finding.text),
        question=locale.data("question.title", question.title) if question else None,
        inspection=Reference(
            inspection.id,
            scope.inspection(inspection.id),
            locale.data("inspection.title", inspection.title),
        ),
        year=locale.formats.when(inspection.year),
        published=locale.formats.when(inspection.published) if inspection.published else None,
        time=time_of(scope, inspection.published or inspection.year),
        by_when=locale.data("finding.by_when", finding.by_when) if finding.by_when else None,
        parts=part_references(scope, finding.deliverables),
        follows=tuple(_linked(scope, *plan.finding_by_id[name]) for name in finding.follows),
        followed_by=tuple(_linked(scope, other, f) for other, f in later),
        later=tuple(_step(scope, step) for step in finding.later),
        asks=tuple(
            (
                finding_anchor(item.id),
                item.id.upper(),
                locale.data("finding.text", item.text),
                locale.data("finding.by_when", item.by_when) if item.by_when else None,
            )
            for item in inspection.findings
            if item.part_of == finding.id
        ),
        caution=locale.data("finding.caution", finding.caution) if finding.caution else None,
        source=source_view(scope, plan.source_by_id[finding.source or inspection.source]),
        response=response_of(scope, inspection),
    )


def part_references(scope: Scope, parts: Iterable[str]) -> tuple[Reference, ...]:
    """Parts of the plan by number, with their pages and titles."""
    titles = scope.assessment.plan.deliverable_by_id
    return tuple(
        Reference(
            part,
            scope.links.deliverable(part),
            scope.locale.data("deliverable.title", titles[part].title),
        )
        for part in parts
    )


def _place_of(scope: Scope, inspection: Inspection, finding: Finding) -> str:
    """In the tracker, or on the page of its inspection, or where that stands in the list."""
    anchor = finding_anchor(finding.id)
    if finding.kind.asks:
        return scope.links.page(f"inspections/findings/#{anchor}")
    if f"inspections/{inspection.id}/" in scope.written:
        return f"{scope.inspection(inspection.id)}#{anchor}"
    return scope.inspection(inspection.id)


def _linked(scope: Scope, inspection: Inspection, finding: Finding) -> LinkedFinding:
    return LinkedFinding(
        finding.id.upper(),
        _place_of(scope, inspection, finding),
        scope.locale.data("finding.text", finding.text),
        scope.locale.formats.when(inspection.year),
    )


def _step(scope: Scope, step: FollowUp) -> StepView:
    return StepView(
        scope.locale.formats.when(step.when) if step.when else None,
        scope.locale.data("follow-up.what", step.what),
        source_view(scope, scope.assessment.plan.source_by_id[step.source]),
    )


def findings_view(scope: Scope, inspection: Inspection) -> FindingsView:
    """The findings of ``inspection``; recommendations stand inside their cause of concern."""
    views = [
        (finding.kind.asks, finding_view(scope, inspection, finding))
        for finding in inspection.findings
        if finding.part_of is None
    ]
    missing = inspection.missing
    return FindingsView(
        inspection.id,
        tuple(view for asks, view in views if asks),
        tuple(view for asks, view in views if not asks),
        scope.locale.data("inspection.missing", missing) if missing else None,
    )
