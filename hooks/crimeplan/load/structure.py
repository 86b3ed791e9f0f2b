"""The plan's own structure: ids used once, numbers in order, parts that name one another."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from ..model import Entity, Priority
from ..problems import Problem
from .register import Register


def check_structure(register: Register) -> None:
    """Report ids that stand twice and numbers that do not follow one another."""
    plan = register.plan
    if not plan.priorities and register.part_ids is not None:
        register.problems.add(
            Problem(
                file="content_data/priorities",
                what="there is no priority",
                remedy="Add a file such as 1.yml",
            )
        )
    if not plan.languages and register.languages_known:
        register.problems.add(
            Problem(
                file="content_data/languages.yml",
                what="there is no language",
                remedy="Put back the entry of English, and those of the other languages",
            )
        )
    register.demand_unique(plan.priorities, "number")
    for entities in (
        plan.evidence,
        plan.left_out,
        plan.sources,
        plan.glossary,
        plan.help,
        plan.notices,
        plan.measures,
        plan.rounds,
        plan.questions,
        plan.inspections,
    ):
        register.demand_unique(entities, "id")
    register.demand_unique(plan.languages, "code")
    for priority in plan.priorities:
        _check_priority(register, priority)


def _check_priority(register: Register, priority: Priority) -> None:
    """Numbers follow one another: 3.1, 3.2 and so on, and in each 3.1.a, 3.1.b and so on."""
    for index, part in enumerate(priority.deliverables):
        expected = f"{priority.number}.{index + 1}"
        if part.id != expected:
            _report_number(register, priority, part.id, expected, "deliverables", index, "id")
        for number, line in enumerate(part.commitments):
            wanted = f"{part.id}.{chr(ord('a') + number)}"
            if line.id != wanted:
                _report_number(
                    register,
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
            register.names(
                priority,
                other.id,
                _others(register, part.id),
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
            register.names_part(
                priority, name, str(priority.number), "summary_items", index, "deliverables"
            )


def _report_number(
    register: Register, entity: Entity, received: str, expected: str, *keys: str | int
) -> None:
    register.report(
        entity,
        *keys,
        item=received,
        what="the number is out of order",
        expected=expected,
        received=received,
        remedy=f"Type {expected}, or move the entry",
    )


def _others(register: Register, part: str) -> AbstractSet[str] | None:
    return None if register.part_ids is None else register.part_ids - {part}
