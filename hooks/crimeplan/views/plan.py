"""The plan and its progress: tallies, rows and promises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..l10n import Text, WhenText
from ..model import Area, Commitment, Deliverable, Priority
from ..progress import Standing, Status
from .scope import Scope, commitment_anchor


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
    lines: int
    not_counted: int
    list_url: str
    meaning_url: str


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

    number: int
    tally: Tally
    meaning_url: str
    list_url: str
    last_evidence: WhenText | None


@dataclass(frozen=True)
class ChangeView:
    """One step in the history of a promise."""

    when: WhenText
    after: str
    entry_url: str


@dataclass(frozen=True)
class PromiseView:
    """One line of the plan with its status."""

    id: str
    anchor: str
    url: str
    text: Text
    part_title: Text
    counted: bool
    reason: Text | None
    status: str | None
    owners: tuple[str, ...]
    owner_named: bool
    duty: str
    due: Text | None
    shown_by: Text | None
    clear: str | None
    clear_note: Text | None
    entry_count: int
    kinds: tuple[str, ...]
    history: tuple[ChangeView, ...]
    last_evidence: WhenText | None
    areas: tuple[str, ...]


@dataclass(frozen=True)
class PromisesView:
    """The promises of a part."""

    promises: tuple[PromiseView, ...]
    meaning_url: str
    searched_url: str
    contact_url: str


@dataclass(frozen=True)
class Group:
    """Promises under one heading: a priority, a status or an area."""

    kind: str
    key: str
    anchor: str
    title: Text | None
    promises: tuple[PromiseView, ...]


@dataclass(frozen=True)
class GroupsView:
    """Every promise, grouped."""

    by: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class SummaryItemView:
    """An item of the plan's key summary and the parts that carry it."""

    text: Text
    note: Text | None
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SummaryView:
    """What the plan's key summary lists under a priority."""

    carried: tuple[SummaryItemView, ...]
    not_carried: tuple[SummaryItemView, ...]
    other_title: Text | None


@dataclass(frozen=True)
class RelatedView:
    """Parts that bear on one another."""

    parts: tuple[tuple[str, str, Text, Text], ...]


@dataclass(frozen=True)
class NoteGroup:
    """What is odd in the plan's text about one priority or part."""

    ref: str
    url: str
    title: Text
    notes: tuple[Text, ...]


@dataclass(frozen=True)
class NotesView:
    """Everything that is odd in the plan's text."""

    groups: tuple[NoteGroup, ...]


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
        tally(scope, lines), len(lines), sum(not line.counted for line in lines),
        scope.links.page("progress/commitments/"), scope.links.page("progress/#statuses"),
    )


def priorities_view(scope: Scope) -> RowsView:
    """The priorities as rows."""
    return RowsView(tuple(
        RowView(
            str(priority.number), scope.links.priority(priority.number),
            scope.locale.data("priority.title", priority.title),
            scope.locale.data("priority.summary", priority.summary),
            tally(scope, _lines(priority)), len(priority.deliverables),
        )
        for priority in scope.assessment.plan.priorities
    ))


def cards_view(scope: Scope, priority: Priority) -> RowsView:
    """The parts of a priority as rows."""
    return RowsView(tuple(
        RowView(
            part.id, scope.links.deliverable(part.id),
            scope.locale.data("deliverable.title", part.title),
            scope.locale.data("deliverable.summary", part.summary),
            tally(scope, part.commitments), 0,
        )
        for part in priority.deliverables
    ))


def progress_view(scope: Scope, priority: Priority) -> ProgressView:
    """The progress of one priority."""
    standings = [scope.assessment.standings[line.id] for line in _lines(priority) if line.counted]
    dates = [when for standing in standings if (when := standing.last_evidence) is not None]
    latest = max(dates, key=lambda when: (when.end, when.start), default=None)
    return ProgressView(
        priority.number, tally(scope, _lines(priority)), scope.links.page("progress/#statuses"),
        scope.links.page(f"progress/commitments/#p-{priority.number}"),
        scope.locale.formats.when(latest) if latest else None,
    )


def promise_view(scope: Scope, part: Deliverable, line: Commitment) -> PromiseView:
    """One line of the plan."""
    locale = scope.locale

    def words(field: str, value: str | None) -> Text | None:
        return locale.data(f"commitment.{field}", value) if value else None

    standing = scope.assessment.standings.get(line.id)
    supporting = standing.supporting if standing else ()
    sources = scope.assessment.plan.source_by_id
    last = standing.last_evidence if standing else None
    return PromiseView(
        id=line.id, anchor=commitment_anchor(line.id), url=scope.links.commitment(line.id),
        text=locale.data("commitment.text", line.text),
        part_title=locale.data("deliverable.title", part.title),
        counted=line.counted, reason=words("not_counted_reason", line.not_counted_reason),
        status=standing.status.value if standing else None,
        owners=tuple(owner.value for owner in line.owner), owner_named=line.owner_named,
        duty=line.duty.value, due=words("due", line.due), shown_by=words("shown_by", line.shown_by),
        clear=line.clear.value if line.clear else None,
        clear_note=words("clear_note", line.clear_note), entry_count=len(supporting),
        kinds=tuple(sorted({sources[entry.source].kind.value for entry in supporting})),
        history=_history(scope, standing) if standing else (),
        last_evidence=locale.formats.when(last) if last else None,
        areas=tuple(area.value for area in Area
                    if any(area in entry.area for entry in supporting)),
    )


def _history(scope: Scope, standing: Standing) -> tuple[ChangeView, ...]:
    part = standing.commitment.id.rsplit(".", 1)[0]
    return tuple(
        ChangeView(scope.locale.formats.when(change.when), change.after.value,
                   f"{scope.links.deliverable(part)}#e-{change.evidence.id}")
        for change in standing.history
    )


def promises_view(scope: Scope, part: Deliverable) -> PromisesView:
    """The promises of a part, those that promise nothing included."""
    links = scope.links
    return PromisesView(
        tuple(promise_view(scope, part, line) for line in part.commitments),
        links.page("progress/#statuses"), links.page("progress/searched/"), links.page("contact/"),
    )


def groups_view(scope: Scope, by: str) -> GroupsView:
    """Every line of the plan by priority; every promise by status or by area."""
    promises = [promise_view(scope, part, line)
                for part in scope.assessment.plan.deliverables for line in part.commitments]
    makers = {"priority": _by_priority, "status": _by_status, "area": _by_area}
    return GroupsView(by, tuple(makers[by](scope, promises)))


def _by_priority(scope: Scope, promises: Sequence[PromiseView]) -> list[Group]:
    return [
        Group("priority", str(priority.number), f"p-{priority.number}",
              scope.locale.data("priority.title", priority.title),
              tuple(p for p in promises if p.id.startswith(f"{priority.number}.")))
        for priority in scope.assessment.plan.priorities
    ]


def _by_status(scope: Scope, promises: Sequence[PromiseView]) -> list[Group]:
    return [
        Group("status", status.value, f"status-{status.value}", None,
              tuple(p for p in promises if p.status == status))
        for status in Status
    ]


def _by_area(scope: Scope, promises: Sequence[PromiseView]) -> list[Group]:
    return [
        Group("area", area.value, f"area-{area.value}", None,
              tuple(p for p in promises if area.value in p.areas))
        for area in Area
    ]


def summary_view(scope: Scope, priority: Priority) -> SummaryView:
    """The items of the key summary, those that no part carries apart."""
    items = [
        SummaryItemView(
            scope.locale.data("summary-item.text", item.text),
            scope.locale.data("summary-item.note", item.note) if item.note else None,
            tuple((part, scope.links.deliverable(part)) for part in item.deliverables),
        )
        for item in priority.summary_items
    ]
    other = priority.summary_title
    return SummaryView(
        tuple(item for item in items if item.parts),
        tuple(item for item in items if not item.parts),
        scope.locale.data("priority.summary_title", other) if other else None,
    )


def related_view(scope: Scope, part: Deliverable) -> RelatedView:
    """The parts that bear on ``part``."""
    titles = scope.assessment.plan.deliverable_by_id
    return RelatedView(tuple(
        (other.id, scope.links.deliverable(other.id),
         scope.locale.data("deliverable.title", titles[other.id].title),
         scope.locale.data("see-also.why", other.why))
        for other in part.see_also
    ))


def notes_view(scope: Scope) -> NotesView:
    """What is odd in the plan's text, priority by priority and part by part."""
    groups = []
    for priority in scope.assessment.plan.priorities:
        title = scope.locale.data("priority.title", priority.title)
        groups.append(_notes(scope, str(priority.number), scope.links.priority(priority.number),
                             title, priority.source_notes, "priority"))
        for part in priority.deliverables:
            title = scope.locale.data("deliverable.title", part.title)
            groups.append(_notes(scope, part.id, scope.links.deliverable(part.id), title,
                                 part.source_notes, "deliverable"))
    return NotesView(tuple(group for group in groups if group.notes))


def _notes(scope: Scope, ref: str, url: str, title: Text, notes: Iterable[str],
           kind: str) -> NoteGroup:
    return NoteGroup(ref, url, title,
                     tuple(scope.locale.data(f"{kind}.source_note", note) for note in notes))


def statuses_view(scope: Scope) -> StatusesView:
    """The five statuses, for the page that says what they mean."""
    return StatusesView(tally(scope, scope.assessment.plan.commitments).counts,
                        scope.links.page("progress/searched/"))


def _lines(priority: Priority) -> list[Commitment]:
    return [line for part in priority.deliverables for line in part.commitments]


