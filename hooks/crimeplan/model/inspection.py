"""What inspectors found: inspection > finding > response."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from .base import AsList, DeliverableId, Entity, Slug, Words
from .when import Day, WhenText


class Scale(StrEnum):
    """The grades in use: four to 2018/19, five from 2021/22."""

    FOUR = "four-tier"
    FIVE = "five-tier"


class GradeName(StrEnum):
    """The inspectorate's grades, best first."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    ADEQUATE = "adequate"
    REQUIRES_IMPROVEMENT = "requires-improvement"
    INADEQUATE = "inadequate"
    UNGRADED = "ungraded"


class FindingKind(StrEnum):
    """What inspectors call a finding."""

    CAUSE_OF_CONCERN = "cause-of-concern"
    RECOMMENDATION = "recommendation"
    AREA_FOR_IMPROVEMENT = "area-for-improvement"


class ResponseState(StrEnum):
    """What is known of the office's published comments (Police Act 1996 s.55(5A))."""

    NOT_SEARCHED = "not-searched"
    NOT_FOUND = "not-found"
    PUBLISHED = "published"


class Grade(Entity):
    """A judgment on one question."""

    question: Words
    """The question asked."""
    grade: GradeName
    """The grade given."""
    note: Words | None = None
    """What to know when reading it."""


class Finding(Entity):
    """A cause of concern, a recommendation or an area for improvement."""

    id: Slug
    """A name for the finding."""
    kind: FindingKind
    """What inspectors call it."""
    text: Words
    """The finding, in our words."""
    question: Words | None = None
    """The question it belongs to."""
    deliverables: Annotated[tuple[DeliverableId, ...], AsList] = ()
    """The parts of the plan it bears on."""
    follows: Annotated[tuple[Slug, ...], AsList] = ()
    """Earlier findings that it takes up again."""


class Response(Entity):
    """What is known of the office's published comments on an inspection."""

    state: ResponseState = ResponseState.NOT_SEARCHED
    """not-searched, not-found or published."""
    searched: Day | None = None
    """When somebody looked."""
    where: Words | None = None
    """Where they looked."""
    source: Slug | None = None
    """The published response."""


class Inspection(Entity):
    """One inspection: content_data/inspections/<id>.yml."""

    id: Slug
    """Its name, equal to the file's and to its address on the site."""
    body: Words
    """Who inspected."""
    programme: Words
    """The inspection's title."""
    published: WhenText | None = None
    """When the report was published."""
    scale: Scale | None = None
    """The grades in use."""
    grades: tuple[Grade, ...] = ()
    """Its judgments."""
    findings: tuple[Finding, ...] = ()
    """What it asked to be mended."""
    response: Response = Response()
    """The office's comments."""
    source: Slug
    """The id of the report in sources.yml."""
    conflict: Words | None = None
    """Where sources disagree."""
