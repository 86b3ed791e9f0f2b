"""Findings gathered: every one that asks for something, and those on one part of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from ...l10n import Text
from ...model import Finding, Inspection
from ..scope import Scope
from .findings import FindingView, finding_view
from .grade import GradeView, grade_view, latest_beside


@dataclass(frozen=True)
class PartGrade:
    """A grade that bears on a part of the plan, with the latest one."""

    title: Text
    url: str
    grade: GradeView
    latest: GradeView | None


@dataclass(frozen=True)
class FindingGroup:
    """Findings under one heading."""

    anchor: str
    title: Text | None
    """None: of no question, or of no part."""
    ref: str
    url: str | None
    findings: tuple[FindingView, ...]


@dataclass(frozen=True)
class TrackerView:
    """Every finding that asks for something, grouped."""

    by: str
    """inspection, question or part."""
    groups: tuple[FindingGroup, ...]
    total: int


@dataclass(frozen=True)
class PartFindingsView:
    """What inspectors said that bears on one part of the plan."""

    grades: tuple[PartGrade, ...]
    findings: tuple[FindingView, ...]


def part_findings_view(scope: Scope, part: str) -> PartFindingsView:
    """What inspectors said that bears on ``part``, newest first."""
    found = [
        (inspection, finding)
        for inspection in reversed(scope.assessment.plan.inspections)
        for finding in inspection.findings
        if part in finding.deliverables
    ]
    return PartFindingsView(
        _grades_on(scope, part),
        tuple(finding_view(scope, inspection, finding) for inspection, finding in _whole(found)),
    )


def tracker_view(scope: Scope, by: str) -> TrackerView:
    """Every finding that asks for something, by inspection, question or part."""
    found = [
        (inspection, finding)
        for inspection in scope.assessment.plan.inspections
        for finding in inspection.findings
        if finding.kind.asks
    ]
    makers = {"inspection": _by_inspection, "question": _by_question, "part": _by_part}
    groups = makers[by](scope, found)
    return TrackerView(by, tuple(group for group in groups if group.findings), len(found))


Found = list[tuple[Inspection, Finding]]


def _whole(found: Found) -> Found:
    """``found`` without the recommendations that stand inside a cause of concern among it."""
    held = {finding.id for _, finding in found}
    return [(inspection, finding) for inspection, finding in found if finding.part_of not in held]


def _group(
    scope: Scope, found: Found, anchor: str, title: Text | None, ref: str = "", url: str = ""
) -> FindingGroup:
    views = tuple(finding_view(scope, inspection, finding) for inspection, finding in _whole(found))
    return FindingGroup(anchor, title, ref, url or None, views)


def _by_inspection(scope: Scope, found: Found) -> list[FindingGroup]:
    return [
        _group(
            scope,
            [(i, f) for i, f in found if i is inspection],
            f"i-{inspection.id}",
            scope.locale.data("inspection.title", inspection.title),
            url=scope.inspection(inspection.id),
        )
        for inspection in reversed(scope.assessment.plan.inspections)
    ]


def _by_question(scope: Scope, found: Found) -> list[FindingGroup]:
    newest = found[::-1]
    groups = [
        _group(
            scope,
            [(i, f) for i, f in newest if f.question == question.id],
            f"q-{question.id}",
            scope.locale.data("question.title", question.title),
        )
        for question in scope.assessment.plan.questions
    ]
    return [*groups, _group(scope, [(i, f) for i, f in newest if not f.question], "q-none", None)]


def _by_part(scope: Scope, found: Found) -> list[FindingGroup]:
    newest = found[::-1]
    groups = [
        _group(
            scope,
            [(i, f) for i, f in newest if part.id in f.deliverables],
            f"part-{part.id.replace('.', '-')}",
            scope.locale.data("deliverable.title", part.title),
            part.id,
            scope.links.deliverable(part.id),
        )
        for part in scope.assessment.plan.deliverables
    ]
    rest = [(i, f) for i, f in newest if not f.deliverables]
    return [*groups, _group(scope, rest, "part-none", None)]


def _grades_on(scope: Scope, part: str) -> tuple[PartGrade, ...]:
    """The grades that bear on ``part``, newest first."""
    plan = scope.assessment.plan
    return tuple(
        PartGrade(
            scope.locale.data("question.title", plan.question_by_id[grade.question].title),
            scope.inspection(inspection.id),
            grade_view(scope, inspection, grade),
            latest_beside(scope, inspection, grade.question),
        )
        for inspection in reversed(plan.inspections)
        for grade in inspection.grades
        if part in grade.deliverables
    )
