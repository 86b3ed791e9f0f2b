"""What people type when they look for something: content_data/search.csv."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from .base import Entity, Words
from .term import split_cell


class Findable(StrEnum):
    """What a search finds; the order is that of its list of kinds."""

    HELP = "help"
    PRIORITY = "priority"
    PART = "part"
    MEASURE = "measure"
    INSPECTION = "inspection"
    TERM = "term"
    PAGE = "page"


class SearchWords(Entity):
    """Everyday words that lead to something: a row of content_data/search.csv."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]
    """The tag of the language that the words are in."""
    kind: Findable
    """help, priority, part, measure, inspection, term or page."""
    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9./-]*$", max_length=80)]
    """Its id or number; the path of a page without its ending, such as progress/searched."""
    words: Annotated[tuple[Words, ...], BeforeValidator(split_cell), Field(min_length=1)]
    """What people call it, parted by |: break-in | burgled."""
