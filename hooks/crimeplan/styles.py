"""Style and script as they are sent: comments are for engineers, and cost readers a kilobyte."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
_COMMENT_LINE = re.compile(r"^[ \t]*//[^\n]*\n", re.MULTILINE)


def style_as_sent(css: str) -> str:
    """``css`` without comments; no text in quotation marks of ours holds the start of one."""
    return _COMMENT.sub("", css)


def script_as_sent(script: str) -> str:
    """``script`` without the lines that are only a comment; none of ours stands in a text."""
    return _COMMENT_LINE.sub("", script)
