"""Grades: each with its year and its whole scale, rounds apart that must not be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...l10n import Text, WhenText
from ...model import Grade, GradeName, Inspection, Plan, Round, Scale, Subject, UnnamedGrades
from ..evidence import SourceView, source_view
from ..names import name_of
from ..scope import Scope
from .grade import GradeNote, GradeView, grade_view, ladder, latest_beside


@dataclass(frozen=True)
class CellView:
    """A question in one year; two grades where two sources disagree, none where none is known."""

    year: WhenText
    grades: tuple[GradeView, ...]


@dataclass(frozen=True)
class QuestionRow:
    """A question with its grades."""

    title: Text
    asked: Text | None
    """How the question was put, where that differs from its title."""
    within: bool
    """Whether its grade went into that of another question."""
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class UnnamedView:
    """Grades that a source counts without naming the questions."""

    grade: GradeView
    count: int
    note: Text
    source: SourceView


@dataclass(frozen=True)
class RoundView:
    """Grades that may be set side by side."""

    anchor: str
    title: Text
    note: Text
    not_comparable: Text | None
    years: tuple[WhenText, ...]
    """The columns, where some question was graded in more than one year; otherwise none."""
    rows: tuple[QuestionRow, ...]
    unnamed: tuple[UnnamedView, ...]
    conflicts: tuple[Text, ...]
    notes: tuple[GradeNote, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class GradesView:
    """Every grade, round by round."""

    rounds: tuple[RoundView, ...]
    force_grades: Text
    """What stands above them, before their years."""


@dataclass(frozen=True)
class ComparedRow:
    """A question of one inspection: its grade there, and the latest one."""

    title: Text
    asked: Text | None
    grades: tuple[GradeView, ...]
    latest: GradeView | None
    """None where the grade is the latest, or where nothing was graded."""


@dataclass(frozen=True)
class InspectionGradesView:
    """The grades of one inspection, the latest grade beside each older one."""

    rows: tuple[ComparedRow, ...]
    unnamed: tuple[UnnamedView, ...]
    conflict: Text | None
    year: WhenText
    notes: tuple[GradeNote, ...]
    sources: tuple[SourceView, ...]


def grades_view(scope: Scope) -> GradesView:
    """Every round with its grades, oldest first."""
    plan = scope.assessment.plan
    return GradesView(
        tuple(_round(scope, plan, round_) for round_ in plan.rounds),
        name_of(plan.details, scope.locale, "force_grades"),
    )


def _round(scope: Scope, plan: Plan, round_: Round) -> RoundView:
    held = [inspection for inspection in plan.inspections if inspection.round == round_.id]
    years = sorted({i.year.text: i.year for i in held}.values(), key=lambda w: (w.end, w.start))
    data, when = scope.locale.data, scope.locale.formats.when
    rows = []
    for question in plan.questions:
        found = [(i, g) for i in held for g in i.grades if g.question == question.id]
        cells = tuple(
            CellView(when(year), _distinct(scope, [(i, g) for i, g in found if i.year == year]))
            for year in years
        )
        if found:
            asked = {g.asked for _, g in found}
            words = asked.pop() if len(asked) == 1 else None
            rows.append(
                QuestionRow(
                    data("question.title", question.title),
                    data("grade.asked", words) if words else None,
                    question.part_of is not None and round_.scale is Scale.FOUR,
                    cells,
                )
            )
    by_year = any(sum(bool(cell.grades) for cell in row.cells) > 1 for row in rows)
    return RoundView(
        anchor=f"round-{round_.id}",
        title=data("round.title", round_.title),
        note=data("round.note", round_.note),
        not_comparable=data("round.not_comparable", round_.not_comparable)
        if round_.not_comparable
        else None,
        years=tuple(when(year) for year in years) if by_year else (),
        rows=tuple(rows),
        unnamed=tuple(_unnamed(scope, i, u) for i in held for u in i.unnamed),
        conflicts=tuple(data("inspection.conflict", i.conflict) for i in held if i.conflict),
        notes=_notes(scope, held),
        sources=_sources(scope, held),
    )


def _distinct(scope: Scope, found: list[tuple[Inspection, Grade]]) -> tuple[GradeView, ...]:
    """The grades of one cell; what two reports of one year agree on is said once."""
    kept: dict[tuple[GradeName, Subject], tuple[Inspection, Grade]] = {}
    for inspection, grade in found:
        kept.setdefault((grade.grade, grade.subject), (inspection, grade))
    return tuple(grade_view(scope, inspection, grade) for inspection, grade in kept.values())


def _notes(scope: Scope, inspections: Iterable[Inspection]) -> tuple[GradeNote, ...]:
    """What the data say of single grades, in the order of the inspections."""
    plan, data = scope.assessment.plan, scope.locale.data
    return tuple(
        GradeNote(
            data("question.title", plan.question_by_id[grade.question].title),
            grade_view(scope, inspection, grade),
            data("grade.note", grade.note),
        )
        for inspection in inspections
        for grade in inspection.grades
        if grade.note
    )


def _sources(scope: Scope, inspections: Iterable[Inspection]) -> tuple[SourceView, ...]:
    """Where the grades were read: each source once."""
    plan = scope.assessment.plan
    names = dict.fromkeys(
        grade.source or inspection.source
        for inspection in inspections
        for grade in inspection.grades
    )
    return tuple(source_view(scope, plan.source_by_id[name]) for name in names)


def _unnamed(scope: Scope, inspection: Inspection, unnamed: UnnamedGrades) -> UnnamedView:
    plan, locale = scope.assessment.plan, scope.locale
    grade = GradeView(
        unnamed.grade.value,
        locale.formats.when(inspection.year),
        ladder(plan, inspection, unnamed.grade),
        None,
    )
    return UnnamedView(
        grade,
        unnamed.count,
        locale.data("unnamed.note", unnamed.note),
        source_view(scope, plan.source_by_id[unnamed.source]),
    )


def inspection_grades_view(scope: Scope, inspection: Inspection) -> InspectionGradesView:
    """The grades of ``inspection``, in its own order."""
    plan, data = scope.assessment.plan, scope.locale.data
    rows = []
    for question in dict.fromkeys(grade.question for grade in inspection.grades):
        given = [grade for grade in inspection.grades if grade.question == question]
        asked = given[0].asked
        rows.append(
            ComparedRow(
                data("question.title", plan.question_by_id[question].title),
                data("grade.asked", asked) if asked else None,
                tuple(grade_view(scope, inspection, grade) for grade in given),
                latest_beside(scope, inspection, question),
            )
        )
    return InspectionGradesView(
        tuple(rows),
        tuple(_unnamed(scope, inspection, item) for item in inspection.unnamed),
        data("inspection.conflict", inspection.conflict) if inspection.conflict else None,
        scope.locale.formats.when(inspection.year),
        _notes(scope, [inspection]),
        _sources(scope, [inspection]),
    )
