"""The whole plan as a file to take away, as the manifest beside the files tells of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Entity, Flag, Slug
from .when import Day


class Edition(Entity):
    """One PDF file of the whole plan."""

    language: Slug
    """The tag of its language."""
    large_print: Flag
    """yes where no letter is smaller than 18 point."""
    file: Annotated[str, Field(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*\.pdf$", max_length=100)]
    """Its name in the folder of the manifest."""
    bytes: Annotated[int, Field(gt=0, le=1_000_000_000)]
    """Its size."""
    pages: Annotated[int, Field(gt=0, le=100_000)]
    """How many pages it has."""
    as_of: Day
    """The day it was made for."""
