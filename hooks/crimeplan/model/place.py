"""Places: where things happened and were counted; the area of the plan is one of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .base import AsList, Entity, Flag, Slug, Words

WHOLE_AREA = "county"
"""The place that every plan has: all of the area that its force polices."""


class PlaceUse(StrEnum):
    """What may name a place."""

    EVIDENCE = "evidence"
    FIGURES = "figures"


class Place(Entity):
    """A place that evidence or figures name: content_data/places.yml."""

    id: Slug
    """A name for the place; county is all of the plan's area, and must be there."""
    name: Words
    """What readers call it."""
    evidence_name: Words | None = None
    """What lists of evidence call it, where that differs."""
    used_for: Annotated[tuple[PlaceUse, ...], AsList, Field(min_length=1)]
    """What may name it: evidence, figures."""
    outside: Flag = False
    """yes where it is only compared with: figures from there say nothing of the plan's area."""
