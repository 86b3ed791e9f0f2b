"""The plan and its progress in numbers: tallies and rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..l10n import Text, WhenText
from ..model import Commitment, Priority
from ..progress import Status
from .scope import Scope, as_at


@dataclass(frozen=True)
class Count:
    """How many promises stand at one status."""

    status: str
    number: int


@dataclass(frozen=True)
class Tally:
    """One mark for one promise, in the order of the statuses; ``counts`` holds zeros too."""

    total: int
    counts: tuple[Count, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class OverviewView:
    """The whole plan in numbers."""

    tally: Tally
    not_counted: int
    list_url: str
    searched_url: str
    as_at: str


@dataclass(frozen=True)
class RowView:
    """A priority or a part as a row of a register."""

    ref: str
    url: str
    title: Text
    summary: Text
    tally: Tally
    part_count: int


@dataclass(frozen=True)
class RowsView:
    """Rows of a register."""

    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class ProgressView:
    """The progress of one priority."""

    tally: Tally
    meaning_url: str
    list_url: str
    last_evidence: WhenText | None
    as_at: str


@dataclass(frozen=True)
class StatusesView:
    """The five statuses with their counts."""

    counts: tuple[Count, ...]
    searched_url: str


def tally(scope: Scope, lines: Iterable[Commitment]) -> Tally:
    """The tally of these promises."""
    counts = scope.assessment.counts(lines)
    return Tally(
        counts.total,
        tuple(Count(status.value, counts[status]) for status in Status),
        tuple(status.value for status in Status for _ in range(counts[status])),
    )


def overview_view(scope: Scope) -> OverviewView:
    """The whole plan in numbers."""
    lines = list(scope.assessment.plan.commitments)
    return OverviewView(
        tally(scope, lines),
        sum(not line.counted for line in lines),
        scope.links.page("progress/commitments/"),
        scope.links.page("progress/searched/"),
        as_at(scope),
    )


def priorities_view(scope: Scope) -> RowsView:
    """The priorities as rows."""
    return RowsView(
        tuple(
            RowView(
                str(priority.number),
                scope.links.priority(priority.number),
                scope.locale.data("priority.title", priority.title),
                scope.locale.data("priority.summary", priority.summary),
                tally(scope, _lines(priority)),
                len(priority.deliverables),
            )
            for priority in scope.assessment.plan.priorities
        )
    )


def cards_view(scope: Scope, priority: Priority) -> RowsView:
    """The parts of a priority as rows."""
    return RowsView(
        tuple(
            RowView(
                part.id,
                scope.links.deliverable(part.id),
                scope.locale.data("deliverable.title", part.title),
                scope.locale.data("deliverable.summary", part.summary),
                tally(scope, part.commitments),
                0,
            )
            for part in priority.deliverables
        )
    )


def progress_view(scope: Scope, priority: Priority) -> ProgressView:
    """The progress of one priority."""
    standings = [scope.assessment.standings[line.id] for line in _lines(priority) if line.counted]
    dates = [when for standing in standings if (when := standing.last_evidence) is not None]
    latest = max(dates, key=lambda when: (when.end, when.start), default=None)
    return ProgressView(
        tally(scope, _lines(priority)),
        scope.links.page("progress/#statuses"),
        scope.links.page(f"progress/commitments/#p-{priority.number}"),
        scope.locale.formats.when(latest) if latest else None,
        as_at(scope),
    )


def statuses_view(scope: Scope) -> StatusesView:
    """The five statuses, for the page that says what they mean."""
    return StatusesView(
        tally(scope, scope.assessment.plan.commitments).counts,
        scope.links.page("progress/searched/"),
    )


def _lines(priority: Priority) -> list[Commitment]:
    return [line for part in priority.deliverables for line in part.commitments]
