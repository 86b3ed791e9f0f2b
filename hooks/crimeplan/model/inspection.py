"""What inspectors found: round > inspection > grade, finding; and what the office replied."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import AsList, DeliverableId, Entity, Slug, Words
from .when import Day, Precision, WhenText

DAYS_TO_COMMENT = 56
"""A commissioner's comments are due before the end of 56 days that begin with the day of
publication: Police Act 1996, section 55(5A) and (5B)."""


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


RUNGS: dict[Scale, tuple[GradeName, ...]] = {
    Scale.FOUR: (
        GradeName.OUTSTANDING,
        GradeName.GOOD,
        GradeName.REQUIRES_IMPROVEMENT,
        GradeName.INADEQUATE,
    ),
    Scale.FIVE: (
        GradeName.OUTSTANDING,
        GradeName.GOOD,
        GradeName.ADEQUATE,
        GradeName.REQUIRES_IMPROVEMENT,
        GradeName.INADEQUATE,
    ),
}
"""The grades that each scale holds, best first."""


class Subject(StrEnum):
    """Who was graded."""

    FORCE = "force"
    REGIONAL_UNIT = "regional-unit"


class FindingKind(StrEnum):
    """What inspectors call a finding; the first three ask for something and are followed up."""

    CAUSE_OF_CONCERN = "cause-of-concern"
    RECOMMENDATION = "recommendation"
    AREA_FOR_IMPROVEMENT = "area-for-improvement"
    CONCERN = "concern"
    STRENGTH = "strength"
    OBSERVATION = "observation"

    @property
    def asks(self) -> bool:
        """Whether it asks for something, so that the tracker of findings lists it."""
        return self in (
            FindingKind.CAUSE_OF_CONCERN,
            FindingKind.RECOMMENDATION,
            FindingKind.AREA_FOR_IMPROVEMENT,
        )


class ResponseState(StrEnum):
    """What is known of the office's published comments (Police Act 1996 s.55(5A))."""

    NOT_SEARCHED = "not-searched"
    NOT_FOUND = "not-found"
    PUBLISHED = "published"


class Round(Entity):
    """Inspections whose grades may be set side by side: content_data/rounds.yml."""

    id: Slug
    """A name for the round."""
    title: Words
    """The years it covers."""
    scale: Scale
    """The grades in use: four-tier or five-tier."""
    note: Words
    """What a reader must know of its questions and dates."""
    not_comparable: Words | None = None
    """Why its grades must not be set against those of the round before; none for the first."""


class Question(Entity):
    """A question that inspectors ask, under one name for all rounds: content_data/questions.yml."""

    id: Slug
    """A name for the question."""
    title: Words
    """The question in short, as the latest round puts it."""
    part_of: Slug | None = None
    """The question whose grade it goes into."""


class Grade(Entity):
    """A judgment on one question."""

    question: Slug
    """The id of the question in questions.yml."""
    asked: Words | None = None
    """How this inspection put the question, where that differs."""
    grade: GradeName
    """The grade given."""
    subject: Subject = Subject.FORCE
    """Who was graded: force or regional-unit."""
    deliverables: Annotated[tuple[DeliverableId, ...], AsList] = ()
    """The parts of the plan it bears on."""
    note: Words | None = None
    """What to know when reading it."""
    source: Slug | None = None
    """The id of its source, where that is not the inspection's own."""


class UnnamedGrades(Entity):
    """Grades that a source counts without naming the questions."""

    grade: GradeName
    """The grade given."""
    count: Annotated[int, Field(ge=1, le=20)]
    """How many questions got it and are not named."""
    note: Words
    """What is known of them."""
    source: Slug
    """The id of the source of the count."""


class FollowUp(Entity):
    """What is published of what became of a finding."""

    when: WhenText | None = None
    """When it happened or was said."""
    what: Words
    """What is known, in our words."""
    source: Slug
    """The id of its source."""


class Finding(Entity):
    """A cause of concern, a recommendation, an area for improvement, or a remark."""

    id: Slug
    """A name for the finding, never used twice."""
    kind: FindingKind
    """What inspectors call it; concern, strength and observation are remarks that ask nothing."""
    text: Words
    """The finding, in our words."""
    question: Slug | None = None
    """The id of the question it belongs to."""
    part_of: Slug | None = None
    """The cause of concern that a recommendation belongs to."""
    by_when: Words | None = None
    """When the inspectors wanted it done."""
    deliverables: Annotated[tuple[DeliverableId, ...], AsList] = ()
    """The parts of the plan it bears on."""
    follows: Annotated[tuple[Slug, ...], AsList] = ()
    """Earlier findings that it takes up again."""
    later: tuple[FollowUp, ...] = ()
    """What is published of what became of it."""
    caution: Words | None = None
    """What a reader must know before trusting or using it."""
    source: Slug | None = None
    """The id of its source, where that is not the inspection's own."""


class Remark(Entity):
    """Something the office said in public about an inspection, other than its formal comments."""

    when: WhenText | None = None
    """When it was said."""
    what: Words
    """What was said, in our words."""
    source: Slug
    """The id of its source."""


class Response(Entity):
    """What is known of the office's published comments on an inspection."""

    state: ResponseState = ResponseState.NOT_SEARCHED
    """not-searched, not-found or published."""
    searched: Day | None = None
    """When somebody looked; for not-found."""
    where: Words | None = None
    """Where they looked; for not-found."""
    published: Day | None = None
    """The day the comments were published; for published."""
    source: Slug | None = None
    """The id of the source that holds the comments; for published."""

    @model_validator(mode="after")
    def _complete(self) -> Response:
        wanted = {
            ResponseState.NOT_SEARCHED: (),
            ResponseState.NOT_FOUND: ("searched", "where"),
            ResponseState.PUBLISHED: ("published", "source"),
        }[self.state]
        for key in wanted:
            if getattr(self, key) is None:
                raise PydanticCustomError(
                    "demanded",
                    "{key!r} is missing: {why}",
                    {"key": key, "why": f"a response that is {self.state.value} says so"},
                )
        return self


class Inspection(Entity):
    """One inspection: content_data/inspections/<id>.yml."""

    id: Slug
    """Its name, equal to the file's and to its address on the site."""
    title: Words
    """What readers call it, with its year."""
    body: Words
    """Who inspected, as called at that time."""
    programme: Words
    """The inspection's title, as printed."""
    year: WhenText
    """The year or years that the grades are for."""
    published: WhenText | None = None
    """When the report was published."""
    published_note: Words | None = None
    """What is known of that day, where it is not printed in the report."""
    fieldwork: Words | None = None
    """When the inspectors were there."""
    round: Slug | None = None
    """The id of its round in rounds.yml; none where it gave no grades."""
    grades: tuple[Grade, ...] = ()
    """Its judgments."""
    unnamed: tuple[UnnamedGrades, ...] = ()
    """Judgments that are counted but not named in any source we read."""
    conflict: Words | None = None
    """Where sources disagree on a grade."""
    deliverables: Annotated[tuple[DeliverableId, ...], AsList] = ()
    """The parts of the plan that it bears on as a whole."""
    findings: tuple[Finding, ...] = ()
    """What it said, and what it asked to be mended."""
    missing: Words | None = None
    """What the report holds that we have not seen."""
    response: Response = Response()
    """The office's comments."""
    remarks: tuple[Remark, ...] = ()
    """What else the office said about it in public."""
    source: Slug
    """The id of the report in sources.yml."""

    @property
    def comments_due(self) -> date | None:
        """The last day for the commissioner's comments, where the day of publication is known.

        ``DAYS_TO_COMMENT`` days, the day of publication included: 13 April 2022 gives 7 June 2022.
        """
        if self.published is None or self.published.precision is not Precision.DAY:
            return None
        return self.published.start + timedelta(days=DAYS_TO_COMMENT - 1)
