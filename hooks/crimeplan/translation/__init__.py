"""Which sections of a translated page still say what the English says: by content, not by date."""

from .sections import META, START, Sections, hash_of, read_sections
from .state import PageState, SectionState, State, state_of

__all__ = [
    "META",
    "START",
    "PageState",
    "SectionState",
    "Sections",
    "State",
    "hash_of",
    "read_sections",
    "state_of",
]
