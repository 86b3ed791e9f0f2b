"""The accessibility statement that the law asks of a public body's website.

The parts are those of regulation 8(4) of SI 2018/952 and of the model statement that the Minister
for the Cabinet Office publishes. SI 2022/1097 put that model in the place of the annex to
Commission Implementing Decision (EU) 2018/1523; the words for the three states of compliance and
the three kinds of content that is not accessible are the same in both.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .base import AsList, Entity, Slug, Url, Words
from .when import Day

Criterion = Annotated[str, Field(pattern=r"^[1-4]\.[1-5]\.[1-9][0-9]?$")]
"""A success criterion of the standard, by its number: 3.1.2."""


class Conformance(StrEnum):
    """How far the site meets the standard, in the words of the model statement."""

    FULLY = "fully-compliant"
    PARTIALLY = "partially-compliant"
    NOT = "not-compliant"


class IssueKind(StrEnum):
    """Why something is listed: three kinds of the model statement, and one of our own.

    A limit breaks no rule that is known of, but whoever meets it needs to know.
    """

    NON_COMPLIANCE = "non-compliance"
    DISPROPORTIONATE_BURDEN = "disproportionate-burden"
    OUT_OF_SCOPE = "out-of-scope"
    LIMIT = "limit"


class AccessibilityTest(Entity):
    """Something that was really tested."""

    what: Words
    """What was looked for, in plain words."""
    how: Words
    """The tool or browser and its version, as its maker writes it; it is not translated."""
    when: Day
    """The day it was done."""
    scope: Words
    """Which pages, in which languages and views."""


class AccessibilityIssue(Entity):
    """Something that is not accessible, is not covered, or that readers should know."""

    id: Slug
    """A name for the issue."""
    kind: IssueKind
    """Why it is listed: limit is for what breaks no rule that is known of."""
    what: Words
    """What it is, and who is affected."""
    instead: Words | None = None
    """The way round it, where there is one (regulation 8(4)(b))."""
    reason: Words
    """Why it is so (regulation 8(4)(a))."""
    criterion: Criterion | None = None
    """The success criterion that is not met, by its number: 3.1.2."""
    since: Day
    """The day it was first known."""
    review_by: Day
    """The day by which somebody must look at it again."""


class Enforcement(Entity):
    """Who sees to it that the law is kept, and who helps readers (regulation 8(4)(d))."""

    law: Words
    """The regulations, by their title."""
    procedure: Url
    """The part of the regulations that says how they are enforced."""
    body: Words
    """The public body that enforces them, by its name."""
    adviser: Words
    """The service that helps readers who are not content with an answer, by its name."""
    adviser_address: Url
    """The web address of that service."""


class AccessibilityStatement(Entity):
    """The accessibility statement: content_data/accessibility.yml."""

    prepared: Day
    """The day it was first written."""
    reviewed: Day
    """The day it was last compared with the site."""
    review_by: Day
    """The day by which it must be reviewed again."""
    standard: Words
    """The standard the site is measured by, by its title."""
    standard_address: Url
    """Where the standard can be read."""
    conformance: Conformance
    """How far the site meets the standard."""
    conformance_reason: Words
    """Why it says so."""
    method: Annotated[tuple[Words, ...], AsList, Field(min_length=1)]
    """How the statement was prepared, one sentence each."""
    tests: Annotated[tuple[AccessibilityTest, ...], AsList, Field(min_length=1)]
    """What was really tested."""
    not_tested: Annotated[tuple[Words, ...], AsList] = ()
    """What has not been tested yet, one sentence each."""
    issues: Annotated[tuple[AccessibilityIssue, ...], AsList] = ()
    """What is not accessible, is not covered, or should be known."""
    formats: Annotated[tuple[Words, ...], AsList, Field(min_length=1)]
    """How to ask for another format, one sentence each."""
    answer_within: Words | None = None
    """How soon the office answers, where it has said so."""
    enforcement: Enforcement
    """Who sees to it that the law is kept."""
    sources: Annotated[tuple[Slug, ...], AsList, Field(min_length=1)]
    """The ids of the sources for the law, the standard and the bodies."""
