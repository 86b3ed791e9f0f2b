"""Evidence and help: dates that agree, claims that their sources can carry."""

from __future__ import annotations

from datetime import date

from ..model import Duty, Evidence, HelpEntry, PlaceUse, Shows, SourceKind, Timing
from ..problems import Severity
from .register import Register


def check_evidence(register: Register, entry: Evidence) -> None:
    """Report what ``entry`` names wrongly, dates wrongly or claims beyond its source."""
    for name in entry.deliverables:
        register.names_part(entry, name, entry.id, "deliverables")
    for name in entry.commitments:
        if not register.names(entry, name, register.line_ids, "a promise", entry.id, "commitments"):
            continue
        part = name.rsplit(".", 1)[0]
        if part not in entry.deliverables:
            register.report(
                entry,
                "commitments",
                item=entry.id,
                what=f"{name!r} belongs to a part that the entry does not name",
                remedy=f"Add {part} to 'deliverables'",
            )
    for area in entry.area:
        register.names_place(entry, area, PlaceUse.EVIDENCE, entry.id, "area")
    source_known = register.names_source(entry, entry.source, entry.id, "source")
    _check_timing(register, entry)
    if entry.shows is Shows.COMPLETED and source_known:
        _check_completed(register, entry)


def _check_timing(register: Register, entry: Evidence) -> None:
    period = register.period
    if entry.when is None or period is None:
        return
    agrees = {
        Timing.IN_PLAN: entry.when.within(period.start, period.end),
        Timing.BEFORE: entry.when.start < period.start,
        Timing.AFTER: entry.when.end > period.end,
    }
    if not agrees.get(entry.timing, True):
        register.report(
            entry,
            "timing",
            item=entry.id,
            what=f"the timing {entry.timing.value!r} does not agree with the date",
            expected=f"the plan ran from {period.start} to {period.end}",
            received=entry.when.text,
            remedy="Change 'timing', or type the date of the event itself",
        )
    if entry.when.start > entry.recorded:
        register.report(
            entry,
            "recorded",
            item=entry.id,
            what="it was recorded before it happened",
            expected=f"a day on or after {entry.when.text}",
            received=str(entry.recorded),
            remedy="Change 'recorded' or 'when'",
        )


def _check_completed(register: Register, entry: Evidence) -> None:
    source = register.plan.source_by_id[entry.source]
    if source.kind is not SourceKind.OFFICIAL:
        register.report(
            entry,
            "shows",
            item=entry.id,
            what="only an official source can show that a promise was done",
            received=f"the source {source.id} is {source.kind.value}",
            remedy="Type shows: action, or name an official source",
        )
    duties = {line.id: line.duty for line in register.plan.commitments}
    for name in entry.commitments:
        if duties.get(name, Duty.ONCE) is not Duty.ONCE:
            register.report(
                entry,
                "shows",
                item=entry.id,
                what=f"{name!r} is a duty that goes on, so it is never completed",
                remedy="Type shows: action",
            )


def check_help(register: Register, entry: HelpEntry, as_of: date | None) -> None:
    """Report a number or address that no official source shows, or that is never rechecked.

    With the day ``as_of``, warn of one that had to be compared with its source before it: a number
    is most often still right, so readers keep it.
    """
    kinds = [
        register.plan.source_by_id[name].kind
        for name in entry.sources
        if register.names_source(entry, name, entry.id, "sources")
    ]
    if kinds and SourceKind.OFFICIAL not in kinds:
        register.report(
            entry,
            "sources",
            item=entry.id,
            what="no official source shows this number or address",
            remedy="Add an official source, or take the entry out",
        )
    if entry.recheck_by <= entry.checked:
        register.report(
            entry,
            "recheck_by",
            item=entry.id,
            what="it is to be checked again before it was checked",
            remedy="Type a later day in 'recheck_by'",
        )
    if as_of is not None and entry.recheck_by < as_of:
        register.report(
            entry,
            "recheck_by",
            item=entry.id,
            what="the day by which it had to be compared with its source is past",
            expected=f"a day on or after {as_of}",
            received=str(entry.recheck_by),
            remedy="Compare it with its sources, then type the day in 'checked' and a later day "
            "in 'recheck_by'",
            severity=Severity.WARNING,
        )
