"""One thing that waits for somebody's work, and why it waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Matter(StrEnum):
    """Why something waits, in the order in which it is told: what has a day comes first."""

    RECHECK = "To be checked again"
    RESPONSE = "Awaiting a response"
    RHYTHM = "Older than a promised rhythm"
    EVIDENCE = "Without published evidence"
    OUTDATED = "Translations that are behind the English"
    MISSING = "Not translated"
    UNREVIEWED = "Not reviewed by a person"


@dataclass(frozen=True, kw_only=True)
class Due:
    """Something that waits: where it is mended, what it is, since or until when."""

    matter: Matter
    group: str = ""
    """The priority or language it belongs to, as a heading says it; empty for neither."""
    file: str
    """The file in which it is mended, from the top of the repository."""
    item: str = ""
    what: str
    day: date | None = None
    """The day by which it was, or is, to be done; None where no day is set."""
