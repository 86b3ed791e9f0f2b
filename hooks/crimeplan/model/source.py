"""Where a fact was read."""

from __future__ import annotations

from enum import StrEnum

from .base import Entity, Slug, Url, Words
from .when import Day, WhenText


class SourceKind(StrEnum):
    """Who speaks. Political sources support no status."""

    OFFICIAL = "official"
    PRESS = "press"
    POLITICAL = "political"
    VOLUNTARY = "voluntary"


class Source(Entity):
    """A page or document that a fact rests on: content_data/sources.yml."""

    id: Slug
    """A name for the source, never used twice."""
    title: Words
    """Its title, as printed."""
    publisher: Words
    """Who published it."""
    kind: SourceKind
    """official, press, political or voluntary."""
    date: WhenText | None = None
    """Its own date, where it has one."""
    address: Url | None = None
    """Where it was found; none for a document with no public address."""
    read: Day
    """The day it was read."""
    licence: Words | None = None
    """The licence it is published under, where it states one."""
    note: Words | None = None
    """What limits it: only its opening was read, it is undated, it is second hand."""
