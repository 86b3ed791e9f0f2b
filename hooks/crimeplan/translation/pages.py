"""Every translated page beside its English one: its state, and its text as readers get it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..markers import MARKER
from ..pages import Page, Pages
from .sections import META, Sections
from .state import PageState, State, state_of

_HEADING = re.compile(r"^#{2,6} .*$", re.MULTILINE)


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


def joined_markdown(page: Page, english: Page, state: PageState, *, beside: bool) -> str:
    """The text of ``page`` in the order of ``english``.

    A section that is missing is there in English; one that the English page has no more is not.
    With ``beside`` the English stands below the words of each translated section.
    """
    texts = {}
    for item in state.sections:
        if item.state is State.EXTRA or item.name == META:
            continue
        if item.state is State.MISSING:
            texts[item.name] = english.sections[item.name]
        elif beside:
            texts[item.name] = _with_english(page, english, item.name)
        else:
            texts[item.name] = page.sections[item.name]
    return Sections(texts).body


def _with_english(page: Page, english: Page, name: str) -> str:
    """A translated section with the English prose below it; blocks carry their own English."""
    prose = _HEADING.sub("", MARKER.sub("", english.sections[name])).strip()
    own = page.sections[name]
    if not prose:
        return own
    tag = f'<div class="beside" lang="{english.language}" dir="ltr" markdown="1">'
    return f"{own}\n\n{tag}\n\n{prose}\n\n</div>"
