"""The names that content may use, and where each entity stands, for sentences about both."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from ..model import (
    AccessibilityStatement,
    Entity,
    Inspection,
    Language,
    Observation,
    Place,
    PlaceUse,
    Plan,
    PlanDetails,
    Priority,
    Question,
    Round,
    Source,
)
from ..problems import Problem, Problems, Severity, suggest
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

    def file_of(self, entity: Entity) -> str:
        """The name of the file that ``entity`` was read from."""
        return self.places[id(entity)][0].file

    def problem(
        self,
        entity: Entity,
        *keys: str | int,
        item: str,
        what: str,
        remedy: str,
        expected: str = "",
        received: str = "",
        severity: Severity = Severity.ERROR,
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
            severity=severity,
        )


class Register:
    """What a plan holds, by name; reports what names nothing, at the line where it stands."""

    def __init__(
        self,
        plan: Plan,
        origins: Origins,
        incomplete: AbstractSet[type[Entity]],
        problems: Problems,
    ) -> None:
        self.plan, self.origins, self.problems = plan, origins, problems
        self.incomplete = incomplete

        def known(entity: type[Entity], names: Iterable[str]) -> AbstractSet[str] | None:
            return None if entity in incomplete else set(names)

        self.period = None if PlanDetails in incomplete else plan.details.period
        self.source_ids = known(Source, (source.id for source in plan.sources))
        self.place_ids = {
            use: known(Place, (place.id for place in plan.places if use in place.used_for))
            for use in PlaceUse
        }
        self.part_ids = known(Priority, (part.id for part in plan.deliverables))
        self.line_ids = known(Priority, (line.id for line in plan.commitments))
        self.tables_known = Observation not in incomplete
        self.languages_known = Language not in incomplete
        self.statement_known = AccessibilityStatement not in incomplete
        self.round_ids = known(Round, (round_.id for round_ in plan.rounds))
        self.question_ids = known(Question, (question.id for question in plan.questions))
        self.finding_ids = known(
            Inspection, (f.id for inspection in plan.inspections for f in inspection.findings)
        )

    def report(
        self,
        entity: Entity,
        *keys: str | int,
        item: str,
        what: str,
        remedy: str,
        expected: str = "",
        received: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Add a problem at the line of ``keys`` inside ``entity``."""
        problem = self.origins.problem(
            entity,
            *keys,
            item=item,
            what=what,
            remedy=remedy,
            expected=expected,
            received=received,
            severity=severity,
        )
        self.problems.add(problem)

    def demand_unique(self, entities: Iterable[Entity], key: str) -> None:
        """Report each of ``entities`` whose ``key`` another one has."""
        seen: set[str] = set()
        for entity in entities:
            name = str(getattr(entity, key))
            if name in seen:
                self.report(
                    entity,
                    key,
                    item=name,
                    what=f"the {key} {name!r} is used twice",
                    remedy="Give the newer of the two another name, also where it is named",
                )
            seen.add(name)

    def names(
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
        if self.problems.full(self.origins.file_of(entity)):
            return False
        self.report(
            entity,
            *keys,
            item=item,
            what=f"{name!r} does not name {what}",
            remedy=suggest(name, known, otherwise="Add it, or type the name of one there is"),
        )
        return False

    def names_source(self, entity: Entity, name: str, item: str, *keys: str | int) -> bool:
        """Whether ``name`` is a source; a problem where it is certainly not."""
        return self.names(entity, name, self.source_ids, "a source", item, *keys)

    def names_place(
        self, entity: Entity, name: str, use: PlaceUse, item: str, *keys: str | int
    ) -> bool:
        """Whether ``name`` is a place for ``use``; a problem where it is certainly not."""
        what = f"a place of places.yml for {use.value}"
        return self.names(entity, name, self.place_ids[use], what, item, *keys)

    def names_part(self, entity: Entity, name: str, item: str, *keys: str | int) -> bool:
        """Whether ``name`` is a part of the plan; a problem where it is certainly not."""
        return self.names(entity, name, self.part_ids, "a part", item, *keys)
