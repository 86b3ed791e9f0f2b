"""Inspections as a whole: who looked at what, when, and where to read more."""

from __future__ import annotations

from dataclasses import dataclass

from ...l10n import Text, WhenText
from ...model import Inspection
from ..evidence import Reference, SourceView, source_view
from ..scope import Scope, finding_anchor, time_of
from .findings import part_references


@dataclass(frozen=True)
class InspectionView:
    """The facts of one inspection."""

    anchor: str
    title: Text
    url: str | None
    """Its page, where it has one of its own."""
    body: Text
    programme: Text
    year: WhenText
    published: WhenText | None
    published_note: Text | None
    fieldwork: Text | None
    time: str | None
    scale: str | None
    conflict: Text | None
    missing: Text | None
    parts: tuple[Reference, ...]
    grade_count: int
    asked_count: int
    remarks: tuple[tuple[str, Text, Text | None], ...]
    """What it said besides, where no page of its own shows it: anchor, words, caution."""
    source: SourceView


@dataclass(frozen=True)
class InspectionsView:
    """Every inspection, newest first."""

    inspections: tuple[InspectionView, ...]


def inspection_view(scope: Scope, inspection: Inspection) -> InspectionView:
    """The facts of ``inspection``; names of bodies and programmes stay as printed."""
    plan, locale = scope.assessment.plan, scope.locale
    printed = locale.source.as_foreign if locale.source else Text
    rounds = plan.round_by_id
    address = f"inspections/{inspection.id}/"

    def words(field: str, value: str | None) -> Text | None:
        return locale.data(f"inspection.{field}", value) if value else None

    return InspectionView(
        anchor=f"i-{inspection.id}",
        title=locale.data("inspection.title", inspection.title),
        url=scope.links.page(address) if address in scope.written else None,
        body=printed(inspection.body),
        programme=printed(inspection.programme),
        year=locale.formats.when(inspection.year),
        published=locale.formats.when(inspection.published) if inspection.published else None,
        published_note=words("published_note", inspection.published_note),
        fieldwork=words("fieldwork", inspection.fieldwork),
        time=time_of(scope, inspection.published or inspection.year),
        scale=rounds[inspection.round].scale.value if inspection.round else None,
        conflict=words("conflict", inspection.conflict),
        missing=words("missing", inspection.missing),
        parts=part_references(scope, inspection.deliverables),
        grade_count=len(inspection.grades) + sum(item.count for item in inspection.unnamed),
        asked_count=sum(finding.kind.asks for finding in inspection.findings),
        remarks=tuple(
            (
                finding_anchor(finding.id),
                locale.data("finding.text", finding.text),
                locale.data("finding.caution", finding.caution) if finding.caution else None,
            )
            for finding in inspection.findings
            if not finding.kind.asks and address not in scope.written
        ),
        source=source_view(scope, plan.source_by_id[inspection.source]),
    )


def inspections_view(scope: Scope) -> InspectionsView:
    """Every inspection, newest first."""
    return InspectionsView(
        tuple(
            inspection_view(scope, inspection)
            for inspection in reversed(scope.assessment.plan.inspections)
        )
    )
