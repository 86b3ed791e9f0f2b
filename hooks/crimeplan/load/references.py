"""What joins the files: ids that are unique, names that name something, dates that agree."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from ..model import Entity, Plan
from ..problems import Problems
from .claims import check_evidence, check_help
from .counted import check_measure
from .findable import check_search_words
from .inspected import check_inspection, check_questions
from .register import Origins, Register
from .statement import check_statement
from .structure import check_structure
from .termbase import check_terms
from .usage import check_sources_used


def check_references(
    plan: Plan,
    origins: Origins,
    incomplete: AbstractSet[type[Entity]],
    problems: Problems,
    as_of: date | None = None,
) -> None:
    """Add a problem for each id that stands twice, names nothing or contradicts a date.

    Of the kinds in ``incomplete`` some could not be read: whoever names one is not blamed.
    With the day ``as_of``, what had to be reviewed before it is a problem too.
    """
    register = Register(plan, origins, incomplete, problems)
    check_structure(register)
    for entry in plan.evidence:
        check_evidence(register, entry)
    for help_entry in plan.help:
        check_help(register, help_entry, as_of)
    for measure in plan.measures:
        check_measure(register, measure)
    check_questions(register)
    for inspection in plan.inspections:
        check_inspection(register, inspection)
    check_statement(register, as_of)
    check_terms(register)
    check_search_words(register)
    _check_names(register)
    check_sources_used(register)


def _check_names(register: Register) -> None:
    plan = register.plan
    for term in plan.glossary:
        for name in term.sources:
            register.names_source(term, name, term.id, "sources")
    for item in plan.left_out:
        if item.source is not None:
            register.names_source(item, item.source, item.id, "source")
    for language in plan.languages:
        if language.source is not None:
            register.names_source(language, language.source, language.code, "source")
    _check_details(register)


def _check_details(register: Register) -> None:
    if register.period is None:
        return
    details = register.plan.details
    for name, keys in (
        (details.period.start_source, ("period", "start_source")),
        (details.period.end_source, ("period", "end_source")),
        (details.office.source, ("office", "source")),
        (details.present_plan.source, ("present_plan", "source")),
    ):
        register.names_source(details, name, "plan", *keys)
    if details.period.end <= details.period.start:
        register.report(
            details,
            "period",
            "end",
            item="plan",
            what="the plan ends before it starts",
            remedy="Change 'start' or 'end'",
        )
