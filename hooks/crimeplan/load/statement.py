"""The accessibility statement: days in order, a state that agrees with its issues, reviews in time.

That it is kept under regular review is asked by regulation 8(1) of SI 2018/952; the model
statement asks for the day of the last review.
"""

from __future__ import annotations

from datetime import date

from ..model import AccessibilityIssue, AccessibilityStatement, Conformance, IssueKind
from .register import Register

_STATEMENT = "accessibility"
_FAILING = (IssueKind.NON_COMPLIANCE, IssueKind.DISPROPORTIONATE_BURDEN)


def check_statement(register: Register, as_of: date | None) -> None:
    """Report what contradicts itself or names no source; with a day, also what is due for review.

    Without ``as_of`` nothing is overdue.
    """
    if not register.statement_known:
        return
    statement = register.plan.accessibility
    for name in statement.sources:
        register.names_source(statement, name, _STATEMENT, "sources")
    _check_days(register, statement)
    _check_conformance(register, statement)
    seen: set[str] = set()
    for index, issue in enumerate(statement.issues):
        _check_issue(register, statement, index, issue, seen)
        seen.add(issue.id)
    if as_of is not None:
        _check_reviews(register, statement, as_of)


def _check_days(register: Register, statement: AccessibilityStatement) -> None:
    if statement.reviewed < statement.prepared:
        register.report(
            statement,
            "reviewed",
            item=_STATEMENT,
            what="it was reviewed before it was prepared",
            expected=f"a day on or after {statement.prepared}",
            received=str(statement.reviewed),
            remedy="Change 'prepared' or 'reviewed'",
        )
    if statement.review_by <= statement.reviewed:
        register.report(
            statement,
            "review_by",
            item=_STATEMENT,
            what="it is to be reviewed again before it was reviewed",
            expected=f"a day after {statement.reviewed}",
            received=str(statement.review_by),
            remedy="Type a later day in 'review_by'",
        )


def _check_conformance(register: Register, statement: AccessibilityStatement) -> None:
    """What is fully compliant has no fault; what is not says why, as the model statement asks."""
    failing = [issue.id for issue in statement.issues if issue.kind in _FAILING]
    if statement.conformance is Conformance.FULLY and failing:
        register.report(
            statement,
            "conformance",
            item=_STATEMENT,
            what=f"it says fully-compliant, but {failing[0]!r} does not meet the standard",
            remedy="Type conformance: partially-compliant, or take the issue out once it is mended",
        )
    if statement.conformance is not Conformance.FULLY and not statement.issues:
        register.report(
            statement,
            "conformance",
            item=_STATEMENT,
            what=f"it says {statement.conformance.value}, but lists no issue",
            remedy="Add the reason as an entry of 'issues'",
        )


def _check_issue(
    register: Register,
    statement: AccessibilityStatement,
    index: int,
    issue: AccessibilityIssue,
    seen: set[str],
) -> None:
    if issue.id in seen:
        register.report(
            statement,
            "issues",
            index,
            "id",
            item=issue.id,
            what=f"the id {issue.id!r} is used twice",
            remedy="Give the newer of the two another name, also where it is named",
        )
    if issue.review_by <= issue.since:
        register.report(
            statement,
            "issues",
            index,
            "review_by",
            item=issue.id,
            what="it is to be looked at again before it was known",
            expected=f"a day after {issue.since}",
            received=str(issue.review_by),
            remedy="Type a later day in 'review_by'",
        )


def _check_reviews(register: Register, statement: AccessibilityStatement, as_of: date) -> None:
    """On the very day of ``review_by`` there is still time; from the day after there is none."""
    if statement.review_by < as_of:
        register.report(
            statement,
            "review_by",
            item=_STATEMENT,
            what="the day by which the statement had to be reviewed is past",
            expected=f"a day on or after {as_of}",
            received=str(statement.review_by),
            remedy="Review it, then type the day in 'reviewed' and a later day in 'review_by'",
        )
    for index, issue in enumerate(statement.issues):
        if issue.review_by < as_of:
            register.report(
                statement,
                "issues",
                index,
                "review_by",
                item=issue.id,
                what="the day by which the issue had to be looked at again is past",
                expected=f"a day on or after {as_of}",
                received=str(issue.review_by),
                remedy="Review it, then type a later day in 'review_by', or take the issue out "
                "if it is mended",
            )
