"""How a term is said in each language: the termbase, content_data/terms.csv."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .base import Entity, Flag, Slug, Words


def split_cell(value: Any) -> Any:
    """``one | other`` as a list: one cell of a table holds several renderings."""
    return (
        [part.strip() for part in value.split("|") if part.strip()]
        if isinstance(value, str)
        else value
    )


class Term(Entity):
    """The fixed rendering of a term in one language: a row of content_data/terms.csv."""

    term: Slug
    """A name for the term, the same in all languages."""
    english: Words
    """The term in English."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]
    """The tag of the language."""
    rendering: Words
    """How it is said there, to stand alone; in a sentence it is inflected."""
    keeps_english: Flag = False
    """yes where the English name stays, with this gloss at its first use on a page."""
    avoid: Annotated[tuple[Words, ...], BeforeValidator(split_cell)] = ()
    """Renderings that must not be used, parted by |: false friends and older choices."""
    note: Words | None = None
    """Gender, plural, and how to use it."""
    source: Words
    """Where the rendering was read, or coined."""
