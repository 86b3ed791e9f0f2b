"""Promises: each line of the plan with its status, alone or in groups."""

from __future__ import annotations

from collections.abc import Sequence
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
    areas: frozenset[str]
    """The ids of the places that its evidence names."""


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
        areas=frozenset(area for entry in supporting for area in entry.area),
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
    promises = [promise_view(scope, line) for line in scope.assessment.plan.commitments]
    makers = {"priority": _by_priority, "status": _by_status, "area": _by_area}
    return GroupsView(
        by, tuple(makers[by](scope, promises)), scope.links.page("progress/searched/"), as_at(scope)
    )


def _by_priority(scope: Scope, promises: Sequence[PromiseView]) -> list[Group]:
    return [
        Group(
            "priority",
            str(priority.number),
            f"p-{priority.number}",
            scope.locale.data("priority.title", priority.title),
            tuple(p for p in promises if p.id.startswith(f"{priority.number}.")),
        )
        for priority in scope.assessment.plan.priorities
    ]


def _by_status(scope: Scope, promises: Sequence[PromiseView]) -> list[Group]:
    return [
        Group(
            "status",
            status.value,
            f"status-{status.value}",
            None,
            tuple(p for p in promises if p.status == status),
        )
        for status in Status
    ]


def _by_area(scope: Scope, promises: Sequence[PromiseView]) -> list[Group]:
    return [
        Group(
            "area",
            place.id,
            f"area-{place.id}",
            name_in_evidence(scope, place),
            tuple(p for p in promises if place.id in p.areas),
        )
        for place in scope.assessment.plan.places
        if PlaceUse.EVIDENCE in place.used_for
    ]
