"""The state of a translation: current, outdated, missing or extra, section by section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .sections import Sections


class State(StrEnum):
    """How a section of a translation stands to the English."""

    CURRENT = "current"
    OUTDATED = "outdated"
    """The English has changed since, or nobody has said what it was made from."""
    MISSING = "missing"
    EXTRA = "extra"
    """The English page has no such section."""


@dataclass(frozen=True)
class SectionState:
    """A section of a translation."""

    name: str
    state: State
    hash: str
    """The hash of the English as it stands; empty for an extra section."""
    made_from: str
    """The hash of the English that it was made from; empty where it is not recorded."""


@dataclass(frozen=True)
class PageState:
    """A translated page, section by section, in the order of the English."""

    language: str
    path: str
    made_on: date | None
    sections: tuple[SectionState, ...]

    def __getitem__(self, name: str) -> State:
        return next(item.state for item in self.sections if item.name == name)

    def get(self, name: str, default: State) -> State:
        """The state of the section ``name``, or ``default`` where the page has none such."""
        return next((item.state for item in self.sections if item.name == name), default)

    def named(self, state: State) -> tuple[str, ...]:
        """The sections that are in ``state``."""
        return tuple(item.name for item in self.sections if item.state is state)


def state_of(
    english: Sections,
    translated: Sections,
    made_from: Mapping[str, str],
    *,
    language: str,
    path: str,
    made_on: date | None,
) -> PageState:
    """Compare ``translated`` with ``english`` by the hashes recorded in ``made_from``."""
    states = []
    for name, digest in english.hashes.items():
        recorded = made_from.get(name, "")
        if name not in translated:
            state = State.MISSING
        elif recorded == digest:
            state = State.CURRENT
        else:
            state = State.OUTDATED
        states.append(SectionState(name, state, digest, recorded))
    states += [
        SectionState(name, State.EXTRA, "", made_from.get(name, ""))
        for name in translated
        if name not in english
    ]
    return PageState(language, path, made_on, tuple(states))
