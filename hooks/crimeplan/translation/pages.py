"""Every translated page beside its English one: its state, and its text as readers get it."""

from __future__ import annotations

from collections.abc import Iterator

from ..pages import Page, Pages
from .sections import META, Sections
from .state import PageState, State, state_of


def page_state(pages: Pages, page: Page, source: str) -> PageState | None:
    """How ``page`` stands to its English page; None where it is one, or translates nothing."""
    english = pages.get((source, page.path))
    if page.language == source or english is None:
        return None
    return state_of(
        english.sections,
        page.sections,
        page.meta.made_from,
        language=page.language,
        path=page.path,
        made_on=page.meta.translated_on,
    )


def page_states(pages: Pages, source: str) -> Iterator[PageState]:
    """The state of every translated page."""
    for page in pages.values():
        if (state := page_state(pages, page, source)) is not None:
            yield state


def joined_markdown(page: Page, english: Page, state: PageState) -> str:
    """The text of ``page`` in the order of ``english``.

    A section that is missing is there in English; one that the English page has no more is not.
    """
    texts = {
        name: (english if item.state is State.MISSING else page).sections[name]
        for item in state.sections
        if item.state is not State.EXTRA and (name := item.name) != META
    }
    return Sections(texts).body
