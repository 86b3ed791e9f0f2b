"""Inspections: grades that their scale holds, findings that join up, responses after reports."""

from __future__ import annotations

from collections import Counter

from ..model import RUNGS, Finding, FindingKind, Grade, GradeName, Inspection, Round
from .register import Register


def check_questions(register: Register) -> None:
    """Report rounds that say nothing of comparison, and questions that belong to none."""
    for index, round_ in enumerate(register.plan.rounds):
        if index and round_.not_comparable is None:
            register.report(
                round_,
                "not_comparable",
                item=round_.id,
                what="the round does not say why its grades differ from those before",
                remedy="Add a line 'not_comparable: …', or put the grades into the round before",
            )
    for question in register.plan.questions:
        if question.part_of is not None:
            register.names(
                question,
                question.part_of,
                None if register.question_ids is None else register.question_ids - {question.id},
                "another question",
                question.id,
                "part_of",
            )


def check_inspection(register: Register, inspection: Inspection) -> None:
    """Report what ``inspection`` names wrongly, grades off its scale and dates that contradict."""
    register.names_source(inspection, inspection.source, inspection.id, "source")
    for name in inspection.deliverables:
        register.names_part(inspection, name, inspection.id, "deliverables")
    _check_grades(register, inspection)
    for index, finding in enumerate(inspection.findings):
        _check_finding(register, inspection, index, finding)
    for index, remark in enumerate(inspection.remarks):
        register.names_source(inspection, remark.source, inspection.id, "remarks", index, "source")
    _check_response(register, inspection)


def _check_grades(register: Register, inspection: Inspection) -> None:
    if not inspection.grades and not inspection.unnamed:
        return
    if inspection.round is None:
        register.report(
            inspection,
            "grades",
            item=inspection.id,
            what="it has grades but belongs to no round",
            remedy="Add a line 'round: …' with the id of a round in rounds.yml",
        )
        return
    known = register.names(
        inspection, inspection.round, register.round_ids, "a round", inspection.id, "round"
    )
    round_ = register.plan.round_by_id[inspection.round] if known else None
    for index, grade in enumerate(inspection.grades):
        _check_grade(register, inspection, index, grade, round_)
    for index, unnamed in enumerate(inspection.unnamed):
        _check_on_scale(register, inspection, unnamed.grade, round_, "unnamed", index)
        register.names_source(inspection, unnamed.source, inspection.id, "unnamed", index, "source")
    times = Counter((grade.question, grade.subject) for grade in inspection.grades)
    doubled = [question for (question, _), count in times.items() if count > 1]
    if doubled and inspection.conflict is None:
        register.report(
            inspection,
            "grades",
            item=inspection.id,
            what=f"the question {doubled[0]!r} has two grades",
            remedy="Keep one; where two sources disagree, keep both and add 'conflict: …'",
        )


def _check_grade(
    register: Register, inspection: Inspection, index: int, grade: Grade, round_: Round | None
) -> None:
    keys = ("grades", index)
    register.names(
        inspection,
        grade.question,
        register.question_ids,
        "a question",
        inspection.id,
        *keys,
        "question",
    )
    for name in grade.deliverables:
        register.names_part(inspection, name, grade.question, *keys, "deliverables")
    if grade.source is not None:
        register.names_source(inspection, grade.source, grade.question, *keys, "source")
    _check_on_scale(register, inspection, grade.grade, round_, *keys, item=grade.question)


def _check_on_scale(
    register: Register,
    inspection: Inspection,
    grade: GradeName,
    round_: Round | None,
    *keys: str | int,
    item: str = "",
) -> None:
    if round_ is None or grade is GradeName.UNGRADED or grade in RUNGS[round_.scale]:
        return
    register.report(
        inspection,
        *keys,
        "grade",
        item=item or inspection.id,
        what=f"the {round_.scale.value} scale has no grade {grade.value!r}",
        expected=f"one of {', '.join(rung.value for rung in RUNGS[round_.scale])}",
        remedy="Type one of these, or name the right round",
    )


def _check_finding(
    register: Register, inspection: Inspection, index: int, finding: Finding
) -> None:
    keys = ("findings", index)
    for name in finding.deliverables:
        register.names_part(inspection, name, finding.id, *keys, "deliverables")
    others = None if register.finding_ids is None else register.finding_ids - {finding.id}
    for name in finding.follows:
        register.names(inspection, name, others, "a finding", finding.id, *keys, "follows")
    for key, name_, known, what in (
        ("question", finding.question, register.question_ids, "a question"),
        ("part_of", finding.part_of, _concerns(inspection), "a cause of concern of this file"),
        ("source", finding.source, register.source_ids, "a source"),
    ):
        if name_ is not None:
            register.names(inspection, name_, known, what, finding.id, *keys, key)
    for number, step in enumerate(finding.later):
        register.names_source(inspection, step.source, finding.id, *keys, "later", number, "source")


def _concerns(inspection: Inspection) -> set[str]:
    return {f.id for f in inspection.findings if f.kind is FindingKind.CAUSE_OF_CONCERN}


def _check_response(register: Register, inspection: Inspection) -> None:
    response, published = inspection.response, inspection.published
    if response.source is not None:
        register.names_source(inspection, response.source, inspection.id, "response", "source")
    for key, day in (("published", response.published), ("searched", response.searched)):
        if day is not None and published is not None and day < published.start:
            register.report(
                inspection,
                "response",
                key,
                item=inspection.id,
                what=f"the response is dated before its report ({key})",
                expected=f"a day on or after {published.text}",
                received=str(day),
                remedy="Change the day, or 'published' of the inspection",
            )
