"""Promises made for each year: the only rhythm that the plan's data hold (``duty: yearly``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .load.register import Origins
from .model import Commitment, Duty, Plan, Priority
from .problems import Problems, Severity
from .progress import assess_plan


@dataclass(frozen=True)
class Lapse:
    """A yearly promise whose latest evidence is more than a year old, as at a day."""

    priority: Priority
    commitment: Commitment
    latest: date
    """The day on which the latest event ended that supports its status."""
    judged: date
    """The day it is judged at: never later than the last day of the plan."""


def lapsed_rhythms(plan: Plan, as_of: date) -> Iterator[Lapse]:
    """The yearly promises whose evidence is older than a year at ``as_of`` or the plan's end.

    One without any evidence has a status that says so, and is not told again here.
    """
    standings = assess_plan(plan, as_of=as_of).standings
    judged = min(as_of, plan.details.period.end)
    for priority in plan.priorities:
        for part in priority.deliverables:
            for line in part.commitments:
                if not line.counted or line.duty is not Duty.YEARLY:
                    continue
                latest = standings[line.id].last_evidence
                if latest is not None and _a_year_after(latest.end) < judged:
                    yield Lapse(priority, line, latest.end, judged)


def check_rhythms(plan: Plan, origins: Origins, as_of: date, problems: Problems) -> None:
    """Warn of each yearly promise whose evidence is older than a year; it stops nothing."""
    for lapse in lapsed_rhythms(plan, as_of):
        warning = origins.problem(
            lapse.priority,
            *_keys(lapse),
            item=lapse.commitment.id,
            what="this is promised for each year, and its latest evidence is more than a year old",
            expected=f"an event in the year before {lapse.judged}",
            received=str(lapse.latest),
            remedy="Look for a later one and add it to "
            f"content_data/evidence/{lapse.priority.number}.yml; where none is published, "
            "leave it as it is",
            severity=Severity.WARNING,
        )
        problems.add(warning)


def _keys(lapse: Lapse) -> Iterator[str | int]:
    """The way to the promise inside its priority."""
    for index, part in enumerate(lapse.priority.deliverables):
        if lapse.commitment in part.commitments:
            number = part.commitments.index(lapse.commitment)
            yield from ("deliverables", index, "commitments", number, "duty")


def _a_year_after(day: date) -> date:
    """The same day of the next year; 28 February after 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
