"""Promises: each line of the plan with its status, alone or in groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..l10n import Text, WhenText
from ..model import Commitment, Deliverable, PlaceUse
from ..progress import Standing, Status
from .names import name_of
from .places import name_in_evidence
from .scope import Scope, as_at, commitment_anchor


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
    counted: bool
    reason: Text | None
    status: str | None
    owners: tuple[str, ...]
    force: Text
    """What the force is called, as one of the owners."""
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


@dataclass(frozen=True)
class PromisesView:
    """The promises of a part."""

    promises: tuple[PromiseView, ...]
    meaning_url: str
    searched_url: str
    contact_url: str
    as_at: str


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
    searched_url: str
    as_at: str


def promise_view(scope: Scope, line: Commitment) -> PromiseView:
    """One line of the plan."""
    locale = scope.locale

    def words(field: str, value: str | None) -> Text | None:
        return locale.data(f"commitment.{field}", value) if value else None

    standing = scope.assessment.standings.get(line.id)
    supporting = standing.supporting if standing else ()
    sources = scope.assessment.plan.source_by_id
    last = standing.last_evidence if standing else None
    return PromiseView(
        id=line.id,
        anchor=commitment_anchor(line.id),
        url=scope.links.commitment(line.id),
        text=locale.data("commitment.text", line.text),
        counted=line.counted,
        reason=words("not_counted_reason", line.not_counted_reason),
        status=standing.status.value if standing else None,
        owners=tuple(owner.value for owner in line.owner),
        force=name_of(scope.assessment.plan.details, locale, "force"),
        owner_named=line.owner_named,
        duty=line.duty.value,
        due=words("due", line.due),
        shown_by=words("shown_by", line.shown_by),
        clear=line.clear.value if line.clear else None,
        clear_note=words("clear_note", line.clear_note),
        entry_count=len(supporting),
        kinds=tuple(sorted({sources[entry.source].kind.value for entry in supporting})),
        history=_history(scope, standing) if standing else (),
        last_evidence=locale.formats.when(last) if last else None,
    )


def _history(scope: Scope, standing: Standing) -> tuple[ChangeView, ...]:
    part = standing.commitment.id.rsplit(".", 1)[0]
    return tuple(
        ChangeView(
            scope.locale.formats.when(change.when),
            change.after.value,
            f"{scope.links.deliverable(part)}#e-{change.evidence.id}",
        )
        for change in standing.history
    )


def promises_view(scope: Scope, part: Deliverable) -> PromisesView:
    """The promises of a part, those that promise nothing included."""
    links = scope.links
    return PromisesView(
        tuple(promise_view(scope, line) for line in part.commitments),
        links.page("progress/#statuses"),
        links.page("progress/searched/"),
        links.page("contact/"),
        as_at(scope),
    )


def groups_view(scope: Scope, by: str) -> GroupsView:
    """Every line of the plan by priority; every promise by status or by area."""
    makers = {"priority": _by_priority, "status": _by_status, "area": _by_area}
    return GroupsView(
        by, tuple(makers[by](scope)), scope.links.page("progress/searched/"), as_at(scope)
    )


def _by_priority(scope: Scope) -> Iterator[Group]:
    for priority in scope.assessment.plan.priorities:
        yield Group(
            "priority",
            str(priority.number),
            f"p-{priority.number}",
            scope.locale.data("priority.title", priority.title),
            tuple(
                promise_view(scope, line)
                for part in priority.deliverables
                for line in part.commitments
            ),
        )


def _by_status(scope: Scope) -> Iterator[Group]:
    standings = scope.assessment.standings.values()
    for status in Status:
        promises = tuple(
            promise_view(scope, standing.commitment)
            for standing in standings
            if standing.status is status
        )
        yield Group("status", status.value, f"status-{status.value}", None, promises)


def _by_area(scope: Scope) -> Iterator[Group]:
    standings = scope.assessment.standings.values()
    for place in scope.assessment.plan.places:
        if PlaceUse.EVIDENCE in place.used_for:
            promises = tuple(
                promise_view(scope, standing.commitment)
                for standing in standings
                if any(place.id in entry.area for entry in standing.supporting)
            )
            title = name_in_evidence(scope, place)
            yield Group("area", place.id, f"area-{place.id}", title, promises)
