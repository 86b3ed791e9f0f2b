"""What is counted: a measure, and one value a period."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from .base import AsList, DeliverableId, Entity, Slug, Words
from .evidence import Qualifier
from .when import WhenText


class Measure(Entity):
    """What is counted and how: content_data/measures/<id>.yml, beside its <id>.csv."""

    id: Slug
    """Its name, equal to the file's."""
    title: Words
    """What is counted."""
    unit: Words
    """The unit, in words: per 1,000 people."""
    meaning: Words
    """What the figure says and does not say."""
    deliverables: Annotated[tuple[DeliverableId, ...], AsList] = ()
    """The parts of the plan it bears on."""
    caution: Words | None = None
    """What must not be compared or concluded."""


class Observation(Entity):
    """One value of a measure in one place and period: a row of the measure's CSV."""

    period: WhenText
    """The days it covers."""
    area: Words
    """Where it was counted."""
    value: Decimal
    """The value, in the measure's unit."""
    qualifier: Qualifier = Qualifier.EXACT
    """How exact the source says it is."""
    source: Slug
    """The id of its source."""
    note: Words | None = None
    """What this one value needs said."""
