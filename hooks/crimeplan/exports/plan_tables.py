"""The tables of promises, evidence and sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Commitment, Deliverable, Evidence, Priority, Source
from ..progress import Assessment, Exclusion, Standing, Status
from ..views.scope import Links
from .columns import Column, Kind, Table, fields, source_column, with_codes
from .encoding import Cell

_SITE = Links("")
"""Addresses below the site's top, which the table itself does not know."""


@dataclass(frozen=True)
class _Line:
    """A line of the plan where it stands."""

    priority: Priority
    part: Deliverable
    line: Commitment
    standing: Standing | None
    about: tuple[str, ...]
    """The ids of all evidence that names it."""


@dataclass(frozen=True)
class _Entry:
    """An entry of evidence with its source, its words and why it supports no status."""

    entry: Evidence
    source: Source
    words: str
    exclusion: Exclusion | None


def commitments_table(assessment: Assessment) -> Table:
    """Every line of the plan in order, those that promise nothing included."""
    evidence = assessment.evidence
    rows = [
        _Line(
            priority,
            part,
            line,
            assessment.standings.get(line.id),
            tuple(entry.id for entry in evidence if line.id in entry.commitments),
        )
        for priority in assessment.plan.priorities
        for part in priority.deliverables
        for line in part.commitments
    ]
    return Table("commitments", _COMMITMENTS, rows, key=("id",))


def evidence_table(assessment: Assessment, words: Mapping[str, str]) -> Table:
    """Every entry known on the day, oldest event first; ``words`` holds its sentence by id."""
    sources = assessment.plan.source_by_id
    rows = [
        _Entry(entry, sources[entry.source], words[entry.id], assessment.exclusions[entry.id])
        for entry in assessment.evidence
    ]
    columns = with_codes(_EVIDENCE, "area", assessment.plan.place_by_id)
    return Table("evidence", columns, rows, key=("id",))


def sources_table(assessment: Assessment) -> Table:
    """Every source, in the order of its file."""
    return Table("sources", _SOURCES, assessment.plan.sources, key=("id",))


def _line(row: _Line) -> Commitment:
    return row.line


def _entry(row: _Entry) -> Evidence:
    return row.entry


def _source(row: _Entry) -> Source:
    return row.source


def _last_evidence(row: _Line) -> Cell:
    """The date of the latest evidence that counts.

    Where none was found, nobody can say that none is published: the cell stays empty.
    """
    when = row.standing.last_evidence if row.standing else None
    return when.text if when else None


_COMMITMENTS = (
    *fields(Commitment, "id", take=_line),
    *fields(Priority, "number", take=lambda row: row.priority, prefix="priority_"),
    *fields(Priority, "title", take=lambda row: row.priority, prefix="priority_"),
    *fields(Deliverable, "id", take=lambda row: row.part, prefix="part_"),
    *fields(Deliverable, "title", take=lambda row: row.part, prefix="part_"),
    *fields(Commitment, "text", take=_line),
    Column("counted", Kind.FLAG, lambda row: row.line.counted, required=True),
    Column(
        "status",
        Kind.CODE,
        lambda row: row.standing.status if row.standing else None,
        codes=tuple(status.value for status in Status),
    ),
    Column("last_evidence", Kind.TEXT, _last_evidence),
    Column(
        "supporting_evidence",
        Kind.LIST,
        lambda row: [entry.id for entry in row.standing.supporting] if row.standing else None,
    ),
    Column("all_evidence", Kind.LIST, lambda row: row.about),
    *fields(
        Commitment,
        "owner",
        "owner_named",
        "kind",
        "duty",
        "due",
        "shown_by",
        "clear",
        "clear_note",
        "not_counted",
        "not_counted_reason",
        take=_line,
    ),
    Column("page", Kind.TEXT, lambda row: _SITE.commitment(row.line.id), required=True),
)

_EVIDENCE = (
    *fields(Evidence, "id", "when", "recorded", take=_entry),
    Column("what", Kind.TEXT, lambda row: row.words, required=True),
    *fields(Evidence, "area", "deliverables", "commitments", "shows", "timing", "fit", take=_entry),
    Column("supports_status", Kind.FLAG, lambda row: row.exclusion is None, required=True),
    Column(
        "why_no_status",
        Kind.CODE,
        lambda row: row.exclusion,
        codes=tuple(reason.value for reason in Exclusion),
    ),
    *fields(Evidence, "caution", take=_entry),
    source_column(_entry),
    *fields(Source, "title", "publisher", "kind", "address", take=_source, prefix="source_"),
)

_SOURCES = fields(
    Source, "id", "title", "publisher", "kind", "date", "address", "read", "licence", "note"
)
