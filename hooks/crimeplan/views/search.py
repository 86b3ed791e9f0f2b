"""The page that shows what a search finds."""

from __future__ import annotations

from dataclasses import dataclass

from ..l10n import Text
from ..model import Findable
from .scope import Scope


@dataclass(frozen=True)
class PriorityChoice:
    """A priority that a search can be kept to."""

    number: str
    title: Text


@dataclass(frozen=True)
class SearchView:
    """What the search page offers before anything is typed."""

    kinds: tuple[str, ...]
    """What can be found, in the order of the list."""
    priorities: tuple[PriorityChoice, ...]
    names_url: str
    """Everything by name, for readers without script and searches that find nothing."""
    source_url: str
    """The search of the source language; nothing on its own page."""
    top: str
    """The way to the top of the site, where the index is."""


def search_view(scope: Scope) -> SearchView:
    """The form and the words of the search page."""
    locale = scope.locale
    priorities = tuple(
        PriorityChoice(str(priority.number), locale.data("priority.title", priority.title))
        for priority in scope.assessment.plan.priorities
    )
    return SearchView(
        kinds=tuple(kind.value for kind in Findable),
        priorities=priorities,
        names_url=scope.links.page("a-to-z/"),
        source_url=f"{scope.links.top}search/" if locale.source else "",
        top=scope.links.top,
    )
