"""The tables of grades and of findings."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import (
    Finding,
    Grade,
    GradeName,
    Inspection,
    Period,
    Question,
    ResponseState,
    Round,
    UnnamedGrades,
)
from ..progress import Assessment
from .absence import NOT_PUBLISHED, comments_due
from .columns import Column, Kind, Table, fields, source_column


@dataclass(frozen=True)
class _Graded:
    """A grade of an inspection; or several that a source counts without naming the questions."""

    inspection: Inspection
    round: Round | None
    judged: Grade | UnnamedGrades
    question: Question | None
    period: Period

    @property
    def named(self) -> Grade | None:
        """The grade, where its question is named."""
        return self.judged if isinstance(self.judged, Grade) else None

    @property
    def source(self) -> str:
        """The id of the source that gives the grade."""
        return self.judged.source or self.inspection.source


@dataclass(frozen=True)
class _Found:
    """A finding of an inspection."""

    inspection: Inspection
    finding: Finding
    question: Question | None

    @property
    def source(self) -> str:
        """The id of the source that holds the finding."""
        return self.finding.source or self.inspection.source


def inspections_table(assessment: Assessment) -> Table:
    """A row for each grade; grades whose questions no source names have a row together."""
    plan = assessment.plan
    rows = []
    for inspection in plan.inspections:
        round_ = plan.round_by_id[inspection.round] if inspection.round else None
        judged: tuple[Grade | UnnamedGrades, ...] = (*inspection.grades, *inspection.unnamed)
        rows += [
            _Graded(
                inspection,
                round_,
                item,
                plan.question_by_id[item.question] if isinstance(item, Grade) else None,
                plan.details.period,
            )
            for item in judged
        ]
    return Table("inspections", _INSPECTIONS, rows)


def findings_table(assessment: Assessment) -> Table:
    """A row for each finding; its later steps stand in plan.json."""
    plan = assessment.plan
    rows = [
        _Found(
            inspection, finding, plan.question_by_id[finding.question] if finding.question else None
        )
        for inspection in plan.inspections
        for finding in inspection.findings
    ]
    return Table("findings", _FINDINGS, rows, key=("id",))


def _inspection(row: _Graded | _Found) -> Inspection:
    return row.inspection


def _named(row: _Graded) -> Grade | None:
    return row.named


def _response_state(row: _Graded) -> ResponseState | None:
    """Only a report of the plan's time waited for comments of the plan's commissioner."""
    due = comments_due(row.inspection, row.period)
    return None if due is None else row.inspection.response.state


def _finding(row: _Found) -> Finding:
    return row.finding


_INSPECTIONS = (
    *fields(Inspection, "id", "title", take=_inspection, prefix="inspection_"),
    *fields(Inspection, "body", "programme", "year", "published", "fieldwork", take=_inspection),
    *fields(Inspection, "round", take=_inspection),
    Column(
        "scale",
        Kind.CODE,
        lambda row: row.round.scale if row.round else None,
        codes=fields(Round, "scale")[0].codes,
    ),
    Column("question", Kind.TEXT, lambda row: row.named.question if row.named else NOT_PUBLISHED),
    Column(
        "question_title",
        Kind.TEXT,
        lambda row: row.question.title if row.question else NOT_PUBLISHED,
    ),
    *fields(Grade, "asked", take=_named),
    Column(
        "grade",
        Kind.CODE,
        lambda row: row.judged.grade,
        codes=tuple(name.value for name in GradeName),
        required=True,
    ),
    Column(
        "count",
        Kind.COUNT,
        lambda row: 1 if row.named else row.judged.count,
        required=True,
    ),
    Column(
        "subject",
        Kind.CODE,
        lambda row: row.named.subject if row.named else NOT_PUBLISHED,
        codes=fields(Grade, "subject")[0].codes,
    ),
    *fields(Grade, "deliverables", take=_named),
    Column("note", Kind.TEXT, lambda row: row.judged.note),
    Column("comments_due", Kind.DAY, lambda row: comments_due(row.inspection, row.period)),
    Column(
        "response_state",
        Kind.CODE,
        _response_state,
        codes=tuple(state.value for state in ResponseState),
    ),
    source_column(),
)

_FINDINGS = (
    *fields(Finding, "id", take=_finding),
    *fields(Inspection, "id", "title", take=_inspection, prefix="inspection_"),
    *fields(Finding, "kind", "text", "question", take=_finding),
    Column("question_title", Kind.TEXT, lambda row: row.question.title if row.question else None),
    *fields(Finding, "part_of", "by_when", "deliverables", "follows", "caution", take=_finding),
    Column("later_steps", Kind.COUNT, lambda row: len(row.finding.later), required=True),
    source_column(),
)
