"""What the internationalisation plugin adds to a file, told to the type checker."""

from __future__ import annotations

from typing import Protocol


class LocalisedFile(Protocol):
    """A Markdown file in the build of one language."""

    norm_src_uri: str
    """Its path below its language's folder: priorities/3/3-4.md."""
    locale: str
    """The language that it is written in."""
    locale_alternate_of: str
    """The language of the build, which shows it."""
