"""A page as written: its front matter, its language, its path, and what of the data it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ..model import Deliverable, Entity, Inspection, Measure, Priority
from ..model.base import Flag, Words
from ..model.when import Day
from ..translation.sections import Sections


class PageMeta(Entity):
    """The front matter of a page: docs/<language>/**.md."""

    title: Words | None = None
    """The page's title; a priority's or part's own page takes it from the data instead."""
    description: Annotated[Words, Field(min_length=20, max_length=200)]
    """One sentence that says what the page holds, for search engines."""
    changed: Day
    """The day its words last changed."""
    sensitive: Flag = False
    """yes where reading it may put somebody in danger at home."""
    safety: Flag = False
    """yes where it tells how to stay safe: the English then stands beside each translation that no
    person has checked."""
    translated_on: Day | None = None
    """The day it was translated; only in translations."""
    translated_by: Words | None = None
    """Who or what translated it; only in translations."""
    reviewed_on: Day | None = None
    """The day a person reviewed the translation."""
    reviewed_by: Words | None = None
    """The organisation or person (initials will do) who reviewed it; a machine is no reviewer."""
    made_from: dict[str, str] = Field(default_factory=dict)
    """The hash of each English section that it was made from; the checker prints these lines."""
    accepted: dict[str, Words] = Field(default_factory=dict)
    """Sections whose English changed and whose translation still holds, each with the reason."""

    @model_validator(mode="after")
    def _whole_review(self) -> PageMeta:
        if (self.reviewed_on is None) != (self.reviewed_by is None):
            key = "reviewed_on" if self.reviewed_on is None else "reviewed_by"
            raise PydanticCustomError(
                "demanded",
                "{key!r} is missing: {why}",
                {"key": key, "why": "a review has a day and somebody who did it"},
            )
        return self


@dataclass(frozen=True)
class Page:
    """A page as written: in one language, at a path that is the same in every language."""

    language: str
    path: str
    """Below the language's folder: priorities/3/3-4.md."""
    meta: PageMeta
    sections: Sections
    """Its text, section by section."""
    priority: Priority | None = None
    part: Deliverable | None = None
    measure: Measure | None = None
    inspection: Inspection | None = None

    @property
    def subject(self) -> Priority | Deliverable | Measure | Inspection | None:
        """What of the data it is the page of; its title is the page's."""
        return self.part or self.priority or self.measure or self.inspection

    @property
    def address(self) -> str:
        """Where it is published, below its language's root: priorities/3/3-4/."""
        return page_address(self.path)


Pages = Mapping[tuple[str, str], Page]


def page_address(path: str) -> str:
    """The address of the page at ``path``: index.md stands for its folder."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"
