"""The rules: what published evidence says of each promise, as at a day.

A status is about published evidence, never an opinion. The rules stand in the site's design and
on its page "Progress"; each is one function here, so that it can be read and tested alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from .model import Commitment, Evidence, Fit, Period, Plan, Shows, SourceKind, Timing, When


class Status(StrEnum):
    """What is published about a promise, in the order in which readers see them."""

    COMPLETED = "completed"
    ACTION_PUBLISHED = "action-published"
    CHANGED = "changed"
    STOPPED = "stopped"
    NO_EVIDENCE = "no-evidence"


class Exclusion(StrEnum):
    """Why an entry supports no status, for the reader."""

    BEFORE = "before"
    AT_LAUNCH = "at-launch"
    AFTER = "after"
    UNDATED = "undated"
    INFERRED = "inferred"
    ADJACENT = "adjacent"
    POLITICAL = "political"
    NO_COMMITMENT = "no-commitment"


@dataclass(frozen=True)
class Change:
    """One step in the history of a promise: on this day, by this evidence."""

    when: When
    before: Status
    after: Status
    evidence: Evidence


@dataclass(frozen=True)
class Standing:
    """Where a promise stands: its status, how it got there, and what bears on it."""

    commitment: Commitment
    status: Status
    history: tuple[Change, ...]
    supporting: tuple[Evidence, ...]

    @property
    def last_evidence(self) -> When | None:
        """When the latest evidence that supports the status happened."""
        return self.supporting[-1].when if self.supporting else None


@dataclass(frozen=True)
class Counts:
    """How many promises stand at each status; statuses with none are counted as 0."""

    by_status: Mapping[Status, int]

    @property
    def total(self) -> int:
        """All promises that are counted."""
        return sum(self.by_status.values())

    def __getitem__(self, status: Status) -> int:
        return self.by_status[status]


@dataclass(frozen=True)
class Assessment:
    """The plan as it stands at ``as_of``: nothing recorded later is known."""

    plan: Plan
    as_of: date
    standings: Mapping[str, Standing]
    evidence: tuple[Evidence, ...]

    @cached_property
    def exclusions(self) -> Mapping[str, Exclusion | None]:
        """Why each known entry supports no status, or None where it supports one, by id."""
        return {entry.id: exclusion(entry, self.plan) for entry in self.evidence}

    @cached_property
    def evidence_by_part(self) -> Mapping[str, tuple[Evidence, ...]]:
        """The known entries that bear on each part, in their order, by the part's number."""
        return _grouped(self.evidence, lambda entry: entry.deliverables)

    @cached_property
    def recorded_last(self) -> date | None:
        """The day on which an entry was last recorded; None where none is known."""
        return max((entry.recorded for entry in self.evidence), default=None)

    @cached_property
    def all_counts(self) -> Counts:
        """The counts of the whole plan, which every page shows."""
        return self.counts(self.plan.commitments)

    def counts(self, commitments: Iterable[Commitment]) -> Counts:
        """The counts of these promises."""
        found = Counter(self.standings[line.id].status for line in commitments if line.counted)
        return Counts({status: found[status] for status in Status})


def assess_plan(plan: Plan, *, as_of: date) -> Assessment:
    """Judge every promise by the evidence recorded on or before ``as_of``.

    Only counted lines have a standing; the others promise nothing.
    """
    known = tuple(sorted((e for e in plan.evidence if e.recorded <= as_of), key=_order))
    about = _grouped(known, lambda entry: entry.commitments)
    standings = {
        line.id: _stand(line, about.get(line.id, ()), plan)
        for line in plan.commitments
        if line.counted
    }
    return Assessment(plan, as_of, standings, known)


def exclusion(entry: Evidence, plan: Plan) -> Exclusion | None:
    """Why ``entry`` supports no status, or None where it does.

    What counts is the date of the event; it must lie in the plan's period, be about the very
    thing promised, and come from a source that is not political.
    """
    if entry.timing is not Timing.IN_PLAN:
        return Exclusion(entry.timing.value)
    if not _happened_in(entry.when, plan.details.period):
        return Exclusion.UNDATED
    if entry.fit is Fit.ADJACENT:
        return Exclusion.ADJACENT
    if plan.source_by_id[entry.source].kind is SourceKind.POLITICAL:
        return Exclusion.POLITICAL
    if not entry.commitments:
        return Exclusion.NO_COMMITMENT
    return None


def next_status(status: Status, shows: Shows) -> Status:
    """The status after one more piece of evidence.

    Action does not undo a completion or a change, but it does undo a stop.
    """
    if shows is not Shows.ACTION:
        return Status(shows.value)
    if status in (Status.COMPLETED, Status.CHANGED):
        return status
    return Status.ACTION_PUBLISHED


def _happened_in(when: When | None, period: Period) -> bool:
    return when is not None and when.within(period.start, period.end)


def _order(entry: Evidence) -> tuple[date, date, str]:
    """By the day the event ended; what has no day comes first. Ids decide between equals."""
    if entry.when is None:
        return date.min, date.min, entry.id
    return entry.when.end, entry.when.start, entry.id


def _grouped(
    evidence: Iterable[Evidence], named: Callable[[Evidence], Iterable[str]]
) -> Mapping[str, tuple[Evidence, ...]]:
    """``evidence`` by each of the names that an entry gives, in its order."""
    groups: dict[str, list[Evidence]] = {}
    for entry in evidence:
        for name in dict.fromkeys(named(entry)):
            groups.setdefault(name, []).append(entry)
    return {name: tuple(group) for name, group in groups.items()}


def _stand(line: Commitment, about: Iterable[Evidence], plan: Plan) -> Standing:
    supporting = tuple(entry for entry in about if exclusion(entry, plan) is None)
    status, history = Status.NO_EVIDENCE, []
    for entry in supporting:
        after = next_status(status, entry.shows)
        if after is not status and entry.when is not None:
            history.append(Change(entry.when, status, after, entry))
        status = after
    return Standing(line, status, tuple(history), supporting)
