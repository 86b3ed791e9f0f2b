"""Everyday words lead to something that is there."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from ..model import Entity, Findable, GlossaryTerm, HelpEntry, Inspection, Measure, Priority
from .register import Register


def check_search_words(register: Register) -> None:
    """Report words in a language that is not the site's, or that lead nowhere.

    The names of pages are checked where the pages are known.
    """
    languages = set(register.plan.language_by_code)
    known = _known(register)
    for row in register.plan.search_words:
        item = row.words[0]
        if register.languages_known and row.language not in languages:
            register.report(
                row,
                "language",
                item=item,
                what=f"{row.language!r} is not a language of this site",
                remedy="Add it to languages.yml, or delete the row",
            )
        if row.kind in known:
            register.names(row, row.name, known[row.kind], row.kind.value, item, "name")


def _known(register: Register) -> dict[Findable, AbstractSet[str] | None]:
    plan = register.plan

    def names(entity: type[Entity], ids: Iterable[str]) -> AbstractSet[str] | None:
        return None if entity in register.incomplete else set(ids)

    return {
        Findable.PRIORITY: names(Priority, (str(item.number) for item in plan.priorities)),
        Findable.PART: register.part_ids,
        Findable.MEASURE: names(Measure, (item.id for item in plan.measures)),
        Findable.INSPECTION: names(Inspection, (item.id for item in plan.inspections)),
        Findable.HELP: names(HelpEntry, (item.id for item in plan.help)),
        Findable.TERM: names(GlossaryTerm, (item.id for item in plan.glossary)),
    }
