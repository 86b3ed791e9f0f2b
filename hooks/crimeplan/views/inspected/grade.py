"""One grade: always with its year and its whole scale, and the latest one on the same question."""

from __future__ import annotations

from dataclasses import dataclass

from ...l10n import Text, WhenText
from ...model import RUNGS, Grade, GradeName, Inspection, Plan, Subject
from ..names import name_of
from ..scope import Scope


@dataclass(frozen=True)
class GradeView:
    """A grade as word, shape and tone."""

    name: str
    year: WhenText
    ladder: str | None
    """The mark that shows the whole scale with this rung thick; none where nothing was graded."""
    other: Text | None
    """Who was graded, where that is not the force."""


@dataclass(frozen=True)
class GradeNote:
    """What must be known of one grade."""

    question: Text
    grade: GradeView
    note: Text


def grade_view(scope: Scope, inspection: Inspection, grade: Grade) -> GradeView:
    """``grade`` with the year of ``inspection``."""
    plan = scope.assessment.plan
    return GradeView(
        grade.grade.value,
        scope.locale.formats.when(inspection.year),
        ladder(plan, inspection, grade.grade),
        other_than_force(scope, grade.subject),
    )


def other_than_force(scope: Scope, subject: Subject) -> Text | None:
    """What tells that ``subject`` is not the force; None where it is."""
    if subject is Subject.FORCE:
        return None
    return name_of(scope.assessment.plan.details, scope.locale, "not_the_force")


def ladder(plan: Plan, inspection: Inspection, grade: GradeName) -> str | None:
    """The id of the mark: g4-3 is the third rung of four."""
    if grade is GradeName.UNGRADED or inspection.round is None:
        return None
    rungs = RUNGS[plan.round_by_id[inspection.round].scale]
    return f"g{len(rungs)}-{rungs.index(grade) + 1}"


def latest_grade(plan: Plan, question: str) -> tuple[Inspection, Grade] | None:
    """The newest grade of the force on ``question`` that a source names."""
    found = [
        (inspection, grade)
        for inspection in plan.inspections
        for grade in inspection.grades
        if grade.question == question
        and grade.subject is Subject.FORCE
        and grade.grade is not GradeName.UNGRADED
    ]
    return max(found, key=lambda item: (item[0].year.end, item[0].year.start), default=None)


def latest_beside(scope: Scope, inspection: Inspection, question: str) -> GradeView | None:
    """The latest grade on ``question``, where it is from another year than ``inspection``."""
    latest = latest_grade(scope.assessment.plan, question)
    if latest is None or latest[0].year == inspection.year:
        return None
    return grade_view(scope, *latest)
