"""What is published about a commitment: dated, sourced, weighed."""

from __future__ import annotations

import string
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import AsList, CommitmentId, DeliverableId, Entity, Number, Slug, Words
from .when import Day, WhenText


class Timing(StrEnum):
    """How the event stands to the plan's period; only in-plan can support a status."""

    BEFORE = "before"
    AT_LAUNCH = "at-launch"
    IN_PLAN = "in-plan"
    AFTER = "after"
    UNDATED = "undated"
    INFERRED = "inferred"
    """The year was worked out by whoever read the page, not printed on it."""


class Fit(StrEnum):
    """Whether the evidence is about the very thing promised, or only near it."""

    DIRECT = "direct"
    ADJACENT = "adjacent"


class Shows(StrEnum):
    """What the evidence shows of the commitment it is about."""

    ACTION = "action"
    COMPLETED = "completed"
    CHANGED = "changed"
    STOPPED = "stopped"


class Unit(StrEnum):
    """How a figure is written."""

    NUMBER = "number"
    GBP = "gbp"
    PERCENT = "percent"


class Qualifier(StrEnum):
    """How exact the source says a figure is."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    NEARLY = "nearly"
    UP_TO = "up-to"


class Figure(Entity):
    """A number as its source gives it."""

    value: Number
    """The number, in digits: 497000."""
    unit: Unit = Unit.NUMBER
    """How it is written: number, gbp, percent."""
    qualifier: Qualifier = Qualifier.EXACT
    """exact, about, at-least, more-than, nearly, up-to: the source's own word."""


class Evidence(Entity):
    """One dated, sourced entry: content_data/evidence/<number>.yml."""

    id: Slug
    """A name for the entry, never used twice."""
    when: WhenText | None = None
    """The day or period of the event, not of the report about it; none where it is not known."""
    recorded: Day
    """The day an editor entered it here."""
    what: Words
    """What happened, in our words; {name} stands for a figure."""
    figures: dict[str, Figure] = Field(default_factory=dict)
    """The figures that the words name."""
    area: Annotated[tuple[Slug, ...], AsList, Field(min_length=1)]
    """Where: the ids of places in places.yml."""
    deliverables: Annotated[tuple[DeliverableId, ...], AsList] = ()
    """The parts it bears on; none where it is about the plan as a whole."""
    commitments: Annotated[tuple[CommitmentId, ...], AsList] = ()
    """The promises it is about, where that is clear."""
    shows: Shows = Shows.ACTION
    """What it shows of them."""
    timing: Timing
    """How the event stands to the plan's period."""
    fit: Fit
    """direct: about the very thing promised; adjacent: near it."""
    source: Slug
    """The id of its source in sources.yml."""
    caution: Words | None = None
    """What a reader must know before trusting or using it."""

    @model_validator(mode="after")
    def _consistent(self) -> Evidence:
        named = {name for _, name, _, _ in string.Formatter().parse(self.what) if name is not None}
        if named != set(self.figures):
            raise PydanticCustomError(
                "figures",
                "the words name the figures {named} but 'figures' holds {held}",
                {"named": sorted(named), "held": sorted(self.figures)},
            )
        if self.when is None and self.timing not in (Timing.UNDATED, Timing.INFERRED):
            raise PydanticCustomError(
                "undated",
                "it has no date, but its timing is {timing!r}",
                {"timing": self.timing.value, "expected": "a date in 'when', or timing: undated"},
            )
        return self


class LeftOut(Entity):
    """A published fact that was found and is not shown as evidence, with the reason."""

    id: Slug
    """A name for the entry."""
    what: Words
    """What was found, in our words."""
    reason: Words
    """Why it is left out."""
    source: Slug | None = None
    """The id of its source, unless naming it would repeat what is left out."""
