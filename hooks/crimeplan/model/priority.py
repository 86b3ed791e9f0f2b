"""What was promised: priority > deliverable > commitment."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import AsList, CommitmentId, DeliverableId, Entity, Flag, Words


class Owner(StrEnum):
    """Who was to do it. Statuses attach to the office whose plan it was, never to a person."""

    OFFICE = "office"
    FORCE = "force"
    PARTNERS = "partners"


class Kind(StrEnum):
    """What sort of thing was promised."""

    ACT = "act"
    ENSURE = "ensure"
    EXPLORE = "explore"
    FUND = "fund"
    INFORM = "inform"
    MONITOR = "monitor"
    PUBLISH = "publish"


class Duty(StrEnum):
    """Whether the promise can ever be finished: only one that is made once can be completed."""

    ONCE = "once"
    YEARLY = "yearly"
    STANDING = "standing"


class Clarity(StrEnum):
    """Whether the wording lets anybody tell if the promise was kept."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class NotCounted(StrEnum):
    """Why a line of the plan promises nothing of its own."""

    REPEAT = "repeat"
    QUOTATION = "quotation"
    STATEMENT = "statement"


class Commitment(Entity):
    """One line of the plan: what was promised, by whom, and how one could tell."""

    id: CommitmentId
    """Reference: the part's number and a letter."""
    text: Words
    """The promise in plain English, in our words."""
    owner: Annotated[tuple[Owner, ...], AsList, Field(min_length=1)]
    """Who was to do it: office, force, partners."""
    owner_named: Flag = True
    """no where the plan does not say who; it then stands under the office."""
    kind: Kind
    """What sort of thing was promised."""
    duty: Duty
    """once, yearly or standing; a standing duty is never completed."""
    due: Words | None = None
    """When the plan said it would be done, if it said so."""
    shown_by: Words | None = None
    """What published evidence would show it done."""
    clear: Clarity | None = None
    """Whether the wording is clear enough to tell."""
    clear_note: Words | None = None
    """Why the wording is not, or only partly, clear."""
    not_counted: NotCounted | None = None
    """Set where the line promises nothing of its own."""
    not_counted_reason: Words | None = None
    """The reason, for the reader."""

    @property
    def counted(self) -> bool:
        """Whether the line is a promise, carries a status and is counted."""
        return self.not_counted is None

    @model_validator(mode="after")
    def _complete(self) -> Commitment:
        if self.counted:
            _demand(self.shown_by, "shown_by", "every promise says what would show it done")
            _demand(self.clear, "clear", "every promise says whether its wording is clear")
            if self.clear is not Clarity.YES:
                _demand(self.clear_note, "clear_note", "wording that is not clear says why")
        else:
            _demand(
                self.not_counted_reason, "not_counted_reason", "a line that is not counted says why"
            )
        return self


def _demand(value: object, key: str, why: str) -> None:
    if value is None:
        raise PydanticCustomError("demanded", "{key!r} is missing: {why}", {"key": key, "why": why})


class SeeAlso(Entity):
    """A part of the plan that bears on another one."""

    id: DeliverableId
    """The other part."""
    why: Words
    """What joins the two."""


class Deliverable(Entity):
    """A part of a priority, with its title as printed and its commitments in order."""

    id: DeliverableId
    """Number as printed."""
    title: Words
    """Title as printed."""
    summary: Words
    """One plain line that says what it is about."""
    sensitive: Flag = False
    """yes where reading about it may put somebody in danger at home."""
    see_also: tuple[SeeAlso, ...] = ()
    """Other parts that bear on it."""
    source_notes: Annotated[tuple[Words, ...], AsList] = ()
    """What is odd in the plan's own text, told plainly."""
    commitments: Annotated[tuple[Commitment, ...], Field(min_length=1)]
    """Its lines, in the order of the plan."""


class SummaryItem(Entity):
    """One item of the plan's own key summary, in short words."""

    text: Words
    """The item, in our words."""
    deliverables: Annotated[tuple[DeliverableId, ...], AsList] = ()
    """The parts that carry it; none where no part does."""
    note: Words | None = None
    """What differs between the summary and the parts."""


class Priority(Entity):
    """One of the plan's priorities: content_data/priorities/<number>.yml."""

    number: Annotated[int, Field(ge=1, le=9)]
    """Its number."""
    title: Words
    """Title as printed."""
    summary: Words
    """One or two plain sentences on what it covers."""
    summary_title: Words | None = None
    """Its title in the plan's key summary, where that differs."""
    summary_items: tuple[SummaryItem, ...] = ()
    """What the plan's key summary lists under it."""
    source_notes: Annotated[tuple[Words, ...], AsList] = ()
    """What is odd in the plan's own text, told plainly."""
    deliverables: Annotated[tuple[Deliverable, ...], Field(min_length=1)]
    """Its parts, in the order of the plan."""
