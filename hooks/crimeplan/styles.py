"""Style and script as they are sent: comments are for engineers, and cost readers a kilobyte."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
_LOOSE = re.compile(r"\s*([{};,])\s*|(?<=:)\s+")
_COMMENT_LINE = re.compile(r"^[ \t]*//[^\n]*\n", re.MULTILINE)


def style_as_sent(css: str) -> str:
    """``css`` without comments and idle space; no quoted text of ours holds such signs."""
    return _LOOSE.sub(r"\1", _COMMENT.sub("", css)).strip()


def script_as_sent(script: str) -> str:
    """``script`` without the lines that are only a comment; none of ours stands in a text."""
    return _COMMENT_LINE.sub("", script)
