"""The plan's own text: its summary, what belongs together, what is odd in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..l10n import Text
from ..model import Deliverable, Priority
from .scope import Scope


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
    return RelatedView(
        tuple(
            (
                other.id,
                scope.links.deliverable(other.id),
                scope.locale.data("deliverable.title", titles[other.id].title),
                scope.locale.data("see-also.why", other.why),
            )
            for other in part.see_also
        )
    )


def notes_view(scope: Scope) -> NotesView:
    """What is odd in the plan's text, priority by priority and part by part."""
    groups = []
    for priority in scope.assessment.plan.priorities:
        title = scope.locale.data("priority.title", priority.title)
        groups.append(
            _notes(
                scope,
                str(priority.number),
                scope.links.priority(priority.number),
                title,
                priority.source_notes,
                "priority",
            )
        )
        for part in priority.deliverables:
            title = scope.locale.data("deliverable.title", part.title)
            groups.append(
                _notes(
                    scope,
                    part.id,
                    scope.links.deliverable(part.id),
                    title,
                    part.source_notes,
                    "deliverable",
                )
            )
    return NotesView(tuple(group for group in groups if group.notes))


def _notes(
    scope: Scope, ref: str, url: str, title: Text, notes: Iterable[str], kind: str
) -> NoteGroup:
    return NoteGroup(
        ref, url, title, tuple(scope.locale.data(f"{kind}.source_note", note) for note in notes)
    )
