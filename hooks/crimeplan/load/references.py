"""What joins the files: ids that are unique, names that name something, dates that agree."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from ..model import (
    Duty,
    Entity,
    Evidence,
    HelpEntry,
    Inspection,
    Plan,
    Priority,
    Shows,
    Source,
    SourceKind,
    Timing,
)
from ..problems import Problem, Problems, suggest
from .yaml_file import Document, Path


@dataclass
class Origins:
    """Where each entity was read, so that a fault between files can name a line."""

    places: dict[int, tuple[Document, Path]] = field(default_factory=dict)
    held: list[Entity] = field(default_factory=list)

    def note(self, entity: Entity, document: Document, path: Path) -> None:
        """Remember the place of ``entity``; holds it, so that its identity stays its own."""
        self.places[id(entity)] = (document, path)
        self.held.append(entity)

    def problem(
        self,
        entity: Entity,
        *keys: str | int,
        item: str,
        what: str,
        remedy: str,
        expected: str = "",
        received: str = "",
    ) -> Problem:
        """A problem at the line of ``keys`` inside ``entity``."""
        document, path = self.places[id(entity)]
        return Problem(
            file=document.file,
            line=document.line((*path, *keys)),
            item=item,
            what=what,
            remedy=remedy,
            expected=expected,
            received=received,
        )


def check_references(
    plan: Plan, origins: Origins, incomplete: AbstractSet[type[Entity]], problems: Problems
) -> None:
    """Add a problem for each id that stands twice, names nothing or contradicts a date.

    Of the kinds in ``incomplete`` some could not be read: whoever names one is not blamed.
    """
    check = _Check(plan, origins, incomplete, problems)
    check.structure()
    for entry in plan.evidence:
        check.evidence(entry)
    for help_entry in plan.help:
        check.help(help_entry)
    check.others()


class _Check:
    def __init__(
        self,
        plan: Plan,
        origins: Origins,
        incomplete: AbstractSet[type[Entity]],
        problems: Problems,
    ) -> None:
        self.plan, self.origins, self.problems = plan, origins, problems

        def known(entity: type[Entity], names: Iterable[str]) -> AbstractSet[str] | None:
            return None if entity in incomplete else set(names)

        self.source_ids = known(Source, (source.id for source in plan.sources))
        self.part_ids = known(Priority, (part.id for part in plan.deliverables))
        self.line_ids = known(Priority, (line.id for line in plan.commitments))
        self.finding_ids = known(
            Inspection, (f.id for inspection in plan.inspections for f in inspection.findings)
        )

    def _report(
        self, entity: Entity, *keys: str | int, item: str, what: str, remedy: str, **more: str
    ) -> None:
        problem = self.origins.problem(entity, *keys, item=item, what=what, remedy=remedy, **more)
        self.problems.add(problem)

    def structure(self) -> None:
        plan = self.plan
        if not plan.priorities and self.part_ids is not None:
            self.problems.add(
                Problem(
                    file="content_data/priorities",
                    what="there is no priority",
                    remedy="Add a file such as 1.yml",
                )
            )
        self._unique(plan.priorities, "number")
        for entities in (
            plan.evidence,
            plan.left_out,
            plan.sources,
            plan.glossary,
            plan.help,
            plan.notices,
            plan.measures,
            plan.inspections,
        ):
            self._unique(entities, "id")
        self._unique(plan.languages, "code")
        for priority in plan.priorities:
            self._priority(priority)

    def _unique(self, entities: Iterable[Entity], key: str) -> None:
        seen: set[str] = set()
        for entity in entities:
            name = str(getattr(entity, key))
            if name in seen:
                self._report(
                    entity,
                    key,
                    item=name,
                    what=f"the {key} {name!r} is used twice",
                    remedy="Give one of the two another name",
                )
            seen.add(name)

    def _priority(self, priority: Priority) -> None:
        """Numbers follow one another: 3.1, 3.2 and so on, and in each 3.1.a, 3.1.b and so on."""
        for index, part in enumerate(priority.deliverables):
            expected = f"{priority.number}.{index + 1}"
            if part.id != expected:
                self._misnumbered(priority, part.id, expected, "deliverables", index, "id")
            for number, line in enumerate(part.commitments):
                wanted = f"{part.id}.{chr(ord('a') + number)}"
                if line.id != wanted:
                    self._misnumbered(
                        priority,
                        line.id,
                        wanted,
                        "deliverables",
                        index,
                        "commitments",
                        number,
                        "id",
                    )
            for number, other in enumerate(part.see_also):
                self._named(
                    priority,
                    other.id,
                    self._others(part.id),
                    "another part",
                    part.id,
                    "deliverables",
                    index,
                    "see_also",
                    number,
                    "id",
                )
        for index, item in enumerate(priority.summary_items):
            for name in item.deliverables:
                self._named(
                    priority,
                    name,
                    self.part_ids,
                    "a part",
                    str(priority.number),
                    "summary_items",
                    index,
                    "deliverables",
                )

    def _misnumbered(self, entity: Entity, received: str, expected: str, *keys: str | int) -> None:
        self._report(
            entity,
            *keys,
            item=received,
            what="the number is out of order",
            expected=expected,
            received=received,
            remedy=f"Type {expected}, or move the entry",
        )

    def _others(self, part: str) -> AbstractSet[str] | None:
        return None if self.part_ids is None else self.part_ids - {part}

    def _named(
        self,
        entity: Entity,
        name: str,
        known: AbstractSet[str] | None,
        what: str,
        item: str,
        *keys: str | int,
    ) -> bool:
        """Whether ``name`` is one of ``known``; a problem where it is certainly not."""
        if known is None:
            return False
        if name in known:
            return True
        self._report(
            entity,
            *keys,
            item=item,
            what=f"{name!r} does not name {what}",
            remedy=suggest(name, known, otherwise="Add it, or type the name of one there is"),
        )
        return False

    def evidence(self, entry: Evidence) -> None:
        for name in entry.deliverables:
            self._named(entry, name, self.part_ids, "a part", entry.id, "deliverables")
        for name in entry.commitments:
            if not self._named(entry, name, self.line_ids, "a promise", entry.id, "commitments"):
                continue
            part = name.rsplit(".", 1)[0]
            if part not in entry.deliverables:
                self._report(
                    entry,
                    "commitments",
                    item=entry.id,
                    what=f"{name!r} belongs to a part that the entry does not name",
                    remedy=f"Add {part} to 'deliverables'",
                )
        source_known = self._named(
            entry, entry.source, self.source_ids, "a source", entry.id, "source"
        )
        self._timing(entry)
        if entry.shows is Shows.COMPLETED and source_known:
            self._completed(entry)

    def _timing(self, entry: Evidence) -> None:
        period = self.plan.details.period
        if entry.when is None:
            return
        agrees = {
            Timing.IN_PLAN: entry.when.within(period.start, period.end),
            Timing.BEFORE: entry.when.start < period.start,
            Timing.AFTER: entry.when.end > period.end,
        }
        if not agrees.get(entry.timing, True):
            self._report(
                entry,
                "timing",
                item=entry.id,
                what=f"the timing {entry.timing.value!r} does not agree with the date",
                expected=f"the plan ran from {period.start} to {period.end}",
                received=entry.when.text,
                remedy="Change 'timing', or type the date of the event itself",
            )
        if entry.when.start > entry.recorded:
            self._report(
                entry,
                "recorded",
                item=entry.id,
                what="it was recorded before it happened",
                expected=f"a day on or after {entry.when.text}",
                received=str(entry.recorded),
                remedy="Change 'recorded' or 'when'",
            )

    def _completed(self, entry: Evidence) -> None:
        source = self.plan.source_by_id[entry.source]
        if source.kind is not SourceKind.OFFICIAL:
            self._report(
                entry,
                "shows",
                item=entry.id,
                what="only an official source can show that a promise was done",
                received=f"the source {source.id} is {source.kind.value}",
                remedy="Type shows: action, or name an official source",
            )
        duties = {line.id: line.duty for line in self.plan.commitments}
        for name in entry.commitments:
            if duties.get(name, Duty.ONCE) is not Duty.ONCE:
                self._report(
                    entry,
                    "shows",
                    item=entry.id,
                    what=f"{name!r} is a duty that goes on, so it is never completed",
                    remedy="Type shows: action",
                )

    def help(self, entry: HelpEntry) -> None:
        kinds = [
            self.plan.source_by_id[name].kind
            for name in entry.sources
            if self._named(entry, name, self.source_ids, "a source", entry.id, "sources")
        ]
        if kinds and SourceKind.OFFICIAL not in kinds:
            self._report(
                entry,
                "sources",
                item=entry.id,
                what="no official source shows this number or address",
                remedy="Add an official source, or take the entry out",
            )
        if entry.recheck_by <= entry.checked:
            self._report(
                entry,
                "recheck_by",
                item=entry.id,
                what="it is to be checked again before it was checked",
                remedy="Type a later day in 'recheck_by'",
            )

    def others(self) -> None:
        plan = self.plan
        for term in plan.glossary:
            for name in term.sources:
                self._named(term, name, self.source_ids, "a source", term.id, "sources")
        for item in plan.left_out:
            if item.source is not None:
                self._named(item, item.source, self.source_ids, "a source", item.id, "source")
        for language in plan.languages:
            if language.source is not None:
                self._named(
                    language, language.source, self.source_ids, "a source", language.code, "source"
                )
        self._details()
        for measure in plan.measures:
            for name in measure.deliverables:
                self._named(measure, name, self.part_ids, "a part", measure.id, "deliverables")
            for row in plan.observations.get(measure.id, ()):
                self._named(row, row.source, self.source_ids, "a source", measure.id)
        for inspection in plan.inspections:
            self._named(
                inspection, inspection.source, self.source_ids, "a source", inspection.id, "source"
            )
            for index, finding in enumerate(inspection.findings):
                for name in finding.deliverables:
                    self._named(
                        inspection,
                        name,
                        self.part_ids,
                        "a part",
                        finding.id,
                        "findings",
                        index,
                        "deliverables",
                    )
                for name in finding.follows:
                    self._named(
                        inspection,
                        name,
                        self.finding_ids,
                        "a finding",
                        finding.id,
                        "findings",
                        index,
                        "follows",
                    )

    def _details(self) -> None:
        details = self.plan.details
        for name, keys in (
            (details.period.start_source, ("period", "start_source")),
            (details.period.end_source, ("period", "end_source")),
            (details.office.source, ("office", "source")),
            (details.present_plan.source, ("present_plan", "source")),
        ):
            self._named(details, name, self.source_ids, "a source", "plan", *keys)
        if details.period.end <= details.period.start:
            self._report(
                details,
                "period",
                "end",
                item="plan",
                what="the plan ends before it starts",
                remedy="Change 'start' or 'end'",
            )
