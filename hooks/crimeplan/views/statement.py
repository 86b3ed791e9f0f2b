"""The accessibility statement, one section of it at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..l10n import Text
from ..model import AccessibilityIssue, IssueKind
from .evidence import SourceView, source_view
from .scope import Scope

SECTIONS = ("status", "issues", "formats", "contact", "tests", "enforcement", "preparation")
"""What the marker may ask for: each part that regulation 8(4) or the model statement names."""


@dataclass(frozen=True)
class DayView:
    """A day, in words and for machines."""

    text: str
    machine: str


@dataclass(frozen=True)
class NamedLink:
    """A name as printed, in English, and the address it leads to."""

    name: Text
    url: str


@dataclass(frozen=True)
class TestedView:
    """Something that was tested."""

    what: Text
    how: Text
    scope: Text
    when: DayView


@dataclass(frozen=True)
class IssueView:
    """Something that is not accessible, is not covered, or should be known."""

    anchor: str
    what: Text
    instead: Text | None
    reason: Text
    criterion: str | None
    since: DayView
    review_by: DayView


@dataclass(frozen=True)
class IssueGroup:
    """The issues of one kind; there may be none."""

    kind: str
    issues: tuple[IssueView, ...]


@dataclass(frozen=True)
class StatementView:
    """The statement; ``section`` says which part of it is to be shown."""

    section: str
    conformance: str
    conformance_reason: Text
    standard: NamedLink
    prepared: DayView
    reviewed: DayView
    review_by: DayView
    method: tuple[Text, ...]
    tests: tuple[TestedView, ...]
    not_tested: tuple[Text, ...]
    groups: tuple[IssueGroup, ...]
    """One for each kind, in the order of the model statement."""
    formats: tuple[Text, ...]
    answer_within: Text | None
    email: str
    contact_url: str
    law: NamedLink
    body: Text
    adviser: NamedLink
    sources: tuple[SourceView, ...]


def statement_view(scope: Scope, section: str) -> StatementView:
    """The statement in the scope's language; names and versions stay as printed, in English."""
    plan, locale = scope.assessment.plan, scope.locale
    statement = plan.accessibility
    law = statement.enforcement

    def words(key: str, text: str) -> Text:
        return locale.data(f"accessibility.{key}", text)

    return StatementView(
        section=section,
        conformance=statement.conformance.value,
        conformance_reason=words("conformance_reason", statement.conformance_reason),
        standard=NamedLink(_printed(scope, statement.standard), statement.standard_address),
        prepared=_day(scope, statement.prepared),
        reviewed=_day(scope, statement.reviewed),
        review_by=_day(scope, statement.review_by),
        method=tuple(words("method", line) for line in statement.method),
        tests=tuple(
            TestedView(
                what=locale.data("accessibility-test.what", test.what),
                how=_printed(scope, test.how),
                scope=locale.data("accessibility-test.scope", test.scope),
                when=_day(scope, test.when),
            )
            for test in statement.tests
        ),
        not_tested=tuple(words("not_tested", line) for line in statement.not_tested),
        groups=tuple(
            IssueGroup(
                kind.value,
                tuple(_issue(scope, issue) for issue in statement.issues if issue.kind is kind),
            )
            for kind in IssueKind
        ),
        formats=tuple(words("formats", line) for line in statement.formats),
        answer_within=words("answer_within", statement.answer_within)
        if statement.answer_within
        else None,
        email=plan.details.office.email,
        contact_url=scope.links.page("contact/"),
        law=NamedLink(_printed(scope, law.law), law.procedure),
        body=_printed(scope, law.body),
        adviser=NamedLink(_printed(scope, law.adviser), law.adviser_address),
        sources=tuple(source_view(scope, plan.source_by_id[name]) for name in statement.sources),
    )


def _issue(scope: Scope, issue: AccessibilityIssue) -> IssueView:
    locale = scope.locale
    return IssueView(
        anchor=f"a-{issue.id}",
        what=locale.data("accessibility-issue.what", issue.what),
        instead=locale.data("accessibility-issue.instead", issue.instead)
        if issue.instead
        else None,
        reason=locale.data("accessibility-issue.reason", issue.reason),
        criterion=issue.criterion,
        since=_day(scope, issue.since),
        review_by=_day(scope, issue.review_by),
    )


def _day(scope: Scope, day: date) -> DayView:
    return DayView(scope.locale.formats.day(day), day.isoformat())


def _printed(scope: Scope, words: str) -> Text:
    return scope.locale.source.as_foreign(words) if scope.locale.source else Text(words)
