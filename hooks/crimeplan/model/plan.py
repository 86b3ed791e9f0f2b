"""The whole plan: everything read from content_data, joined up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from .evidence import Evidence, LeftOut
from .inspection import Finding, Inspection, Question, Round
from .measure import Measure, Observation
from .place import Place
from .priority import Commitment, Deliverable, Priority
from .reference import GlossaryTerm, HelpEntry, Language, Notice, PlanDetails
from .search import SearchWords
from .source import Source
from .statement import AccessibilityStatement
from .term import Term


@dataclass(frozen=True)
class Plan:
    """Every entity, in the order a reader meets it. Ids are unique and references hold."""

    details: PlanDetails
    priorities: tuple[Priority, ...]
    evidence: tuple[Evidence, ...]
    left_out: tuple[LeftOut, ...]
    sources: tuple[Source, ...]
    languages: tuple[Language, ...]
    accessibility: AccessibilityStatement
    places: tuple[Place, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    help: tuple[HelpEntry, ...] = ()
    notices: tuple[Notice, ...] = ()
    measures: tuple[Measure, ...] = ()
    observations: dict[str, tuple[Observation, ...]] = field(default_factory=dict)
    rounds: tuple[Round, ...] = ()
    questions: tuple[Question, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    terms: tuple[Term, ...] = ()
    search_words: tuple[SearchWords, ...] = ()

    @property
    def deliverables(self) -> Iterator[Deliverable]:
        """The parts of all priorities, in order."""
        return (part for priority in self.priorities for part in priority.deliverables)

    @property
    def commitments(self) -> Iterator[Commitment]:
        """Every line of the plan, in order, those that promise nothing included."""
        return (line for part in self.deliverables for line in part.commitments)

    @cached_property
    def priority_by_number(self) -> dict[int, Priority]:
        """Priorities by number."""
        return {priority.number: priority for priority in self.priorities}

    @cached_property
    def deliverable_by_id(self) -> dict[str, Deliverable]:
        """Parts by their printed number."""
        return {part.id: part for part in self.deliverables}

    @cached_property
    def measure_by_id(self) -> dict[str, Measure]:
        """Measures by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def inspection_by_id(self) -> dict[str, Inspection]:
        """Inspections by id."""
        return {inspection.id: inspection for inspection in self.inspections}

    @cached_property
    def finding_by_id(self) -> dict[str, tuple[Inspection, Finding]]:
        """Findings by id, each with the inspection that made it."""
        return {
            finding.id: (inspection, finding)
            for inspection in self.inspections
            for finding in inspection.findings
        }

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        """Questions of inspectors by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def round_by_id(self) -> dict[str, Round]:
        """Rounds of inspections by id."""
        return {round_.id: round_ for round_ in self.rounds}

    @cached_property
    def place_by_id(self) -> dict[str, Place]:
        """Places by id."""
        return {place.id: place for place in self.places}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def language_by_code(self) -> dict[str, Language]:
        """Languages by tag."""
        return {language.code: language for language in self.languages}
