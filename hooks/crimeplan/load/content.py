"""The folder content_data as one Plan, or every reason why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from ..model import (
    AccessibilityStatement,
    Entity,
    Evidence,
    GlossaryTerm,
    HelpEntry,
    Inspection,
    Language,
    LeftOut,
    Measure,
    Notice,
    Observation,
    Place,
    Plan,
    PlanDetails,
    Priority,
    Question,
    Round,
    SearchWords,
    Source,
    Term,
)
from ..problems import ContentError, Problem, Problems, nearest
from .csv_file import read_table
from .entities import Reading, read_list, read_one, read_rows
from .references import check_references
from .register import Origins
from .text import read_text

E = TypeVar("E", bound=Entity)

_FILES = (
    "plan.yml",
    "accessibility.yml",
    "sources.yml",
    "languages.yml",
    "places.yml",
    "glossary.yml",
    "help.yml",
    "notices.yml",
    "left-out.yml",
    "rounds.yml",
    "questions.yml",
    "terms.csv",
    "search.csv",
)
_FOLDERS = ("priorities", "evidence", "measures", "inspections")
_IGNORED = ("README.md", "schemas", "locale")


@dataclass(frozen=True)
class Loaded:
    """``plan`` is None where an error keeps it from being used; ``problems`` says which.

    ``partial`` holds what could be read all the same, so that pages can be checked in the same
    run; of the kinds in ``incomplete`` some could not be read.
    """

    plan: Plan | None
    problems: Problems
    partial: Plan | None = None
    incomplete: frozenset[type[Entity]] = frozenset()
    origins: Origins = field(default_factory=Origins)
    """Where each entity was read."""


def load_content(folder: Path, as_of: date | None = None) -> Loaded:
    """Read every file of ``folder`` and check what joins them; collects all problems.

    With the day ``as_of``, what had to be reviewed before it is a problem too.
    """
    reader = _Reader(folder)
    return reader.read(as_of)


def load_plan(folder: Path) -> Plan:
    """The plan of ``folder``; raises ContentError with every problem at once."""
    loaded = load_content(folder)
    if loaded.plan is None:
        raise ContentError(loaded.problems.errors)
    return loaded.plan


class _Reader:
    """Reads one folder; remembers where each entity came from, for the sentences about it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems = Problems()
        self.origins = Origins()
        self.incomplete: set[type[Entity]] = set()

    def read(self, as_of: date | None) -> Loaded:
        if not self.folder.is_dir():
            self.problems.add(
                Problem(
                    file=self.folder.name,
                    what="there is no such folder",
                    remedy="Run the command at the top of the repository",
                )
            )
            return Loaded(None, self.problems)
        self._refuse_strangers()
        details = self._single(PlanDetails, "plan.yml")
        accessibility = self._single(AccessibilityStatement, "accessibility.yml")
        measures = self._folder(Measure, "measures")
        plan_parts = {
            "priorities": tuple(
                sorted(self._folder(Priority, "priorities"), key=lambda priority: priority.number)
            ),
            "evidence": tuple(self._files(Evidence, self._paths("evidence"))),
            "left_out": tuple(self._listed(LeftOut, "left-out.yml")),
            "sources": tuple(self._listed(Source, "sources.yml")),
            "languages": tuple(self._listed(Language, "languages.yml")),
            "places": tuple(self._listed(Place, "places.yml")),
            "glossary": tuple(self._listed(GlossaryTerm, "glossary.yml")),
            "help": tuple(self._listed(HelpEntry, "help.yml")),
            "notices": tuple(self._listed(Notice, "notices.yml")),
            "measures": tuple(measures),
            "observations": {
                measure.id: tuple(self._observations(measure)) for measure in measures
            },
            "rounds": tuple(self._listed(Round, "rounds.yml")),
            "questions": tuple(self._listed(Question, "questions.yml")),
            "terms": tuple(self._table(Term, "terms.csv")),
            "search_words": tuple(self._table(SearchWords, "search.csv")),
            "inspections": tuple(
                sorted(
                    self._folder(Inspection, "inspections"),
                    key=lambda inspection: (
                        inspection.year.end,
                        inspection.year.start,
                        inspection.id,
                    ),
                )
            ),
        }
        plan = Plan(details=details, accessibility=accessibility, **plan_parts)  # type: ignore[arg-type]  # a dict of mixed types
        check_references(plan, self.origins, self.incomplete, self.problems, as_of)
        usable = None if self.problems.errors else plan
        return Loaded(usable, self.problems, plan, frozenset(self.incomplete), self.origins)

    def _name(self, path: Path) -> str:
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"

    def _refuse_strangers(self) -> None:
        """A file that nothing reads is a mistake: most often a name with a typing error."""
        known = (*_FILES, *_FOLDERS, *_IGNORED)
        for path in sorted(self.folder.iterdir()):
            if path.name in known or path.name.startswith("."):
                continue
            near = nearest(path.name, known)
            self.problems.add(
                Problem(
                    file=self._name(path),
                    what="nothing reads this file",
                    remedy=f"Rename it to {near}" if near else "Delete it, or move it elsewhere",
                )
            )
        for folder in _FOLDERS:
            for path in sorted((self.folder / folder).glob("*")):
                wanted = (".yml", ".csv") if folder == "measures" else (".yml",)
                if path.suffix not in wanted and not path.name.startswith("."):
                    self.problems.add(
                        Problem(
                            file=self._name(path),
                            what="nothing reads this file",
                            remedy=f"Delete it, or let its name end in {' or '.join(wanted)}",
                        )
                    )

    def _paths(self, folder: str) -> list[Path]:
        return sorted((self.folder / folder).glob("*.yml"))

    def _held(self, entity: type[E], path: Path, read: Reading) -> list[E]:
        """What the file at ``path`` holds; notes where each entity was read, and what is wrong."""
        file = self._name(path)
        text_of = read_table if path.suffix == ".csv" else read_text
        text = text_of(path, file=file, problems=self.problems)
        if text is None:
            return []
        held = read(file, text, entity)
        for problem in held.problems:
            self.problems.add(problem)
        for item, document, place in held.entities:
            self.origins.note(item, document, place)
        return [item for item, _, _ in held.entities]

    def _single(self, entity: type[E], name: str) -> E:
        """The one entity of a file; one without fields, which nothing may look into, if unread."""
        built = self._single_read(entity, self.folder / name)
        if built is None:
            self.incomplete.add(entity)
            return entity.model_construct()
        return built

    def _single_read(self, entity: type[E], path: Path) -> E | None:
        if not path.is_file():
            self.problems.add(
                Problem(
                    file=self._name(path),
                    what="the file is missing",
                    remedy="Put it back from an earlier version",
                )
            )
            return None
        return next(iter(self._held(entity, path, read_one)), None)

    def _folder(self, entity: type[E], folder: str) -> list[E]:
        """One entity a file; the file's name must be the entity's own."""
        built = []
        before = len(self.problems)
        for path in self._paths(folder):
            for item in self._held(entity, path, read_one):
                self._check_name(item, path)
                built.append(item)
        self._note_gaps(entity, before)
        return built

    def _check_name(self, item: Entity, path: Path) -> None:
        name = str(getattr(item, "number", None) or getattr(item, "id", ""))
        if path.stem != name:
            self.problems.add(
                Problem(
                    file=self._name(path),
                    item=name,
                    what="the file has another name than its entry",
                    expected=f"{name}.yml",
                    remedy="Rename the file, or change the entry's own name",
                )
            )

    def _listed(self, entity: type[E], name: str) -> list[E]:
        path = self.folder / name
        return self._files(entity, [path]) if path.is_file() else self._missing(entity, path)

    def _missing(self, entity: type[E], path: Path) -> list[E]:
        self.incomplete.add(entity)
        self.problems.add(
            Problem(
                file=self._name(path),
                what="the file is missing",
                remedy="Put it back; a list that is empty is written []",
            )
        )
        return []

    def _note_gaps(self, entity: type[Entity], before: int) -> None:
        """Where some of a kind could not be read, nobody is blamed for naming them."""
        if len(self.problems) > before:
            self.incomplete.add(entity)

    def _files(self, entity: type[E], paths: Iterable[Path], read: Reading = read_list) -> list[E]:
        before = len(self.problems)
        items = [item for path in paths for item in self._held(entity, path, read)]
        self._note_gaps(entity, before)
        return items

    def _observations(self, measure: Measure) -> list[Observation]:
        path = self.folder / "measures" / f"{measure.id}.csv"
        if not path.is_file():
            self.problems.add(
                Problem(
                    file=self._name(path),
                    item=measure.id,
                    what="the measure has no table",
                    remedy="Add the CSV file",
                )
            )
            return []
        return self._files(Observation, [path], read_rows)

    def _table(self, entity: type[E], name: str) -> list[E]:
        path = self.folder / name
        if not path.is_file():
            return self._missing(entity, path)
        return self._files(entity, [path], read_rows)
