"""The lines of front matter that say what a translation was made from, as an editor types them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BLOCK = re.compile(r"^made_from:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)
_END = re.compile(r"^---\n", re.MULTILINE)


def stamp_lines(hashes: Mapping[str, str]) -> str:
    """The lines for ``hashes``, by section.

    Each hash stands in quotation marks: without them 12345678 and 1234e567 are numbers to YAML
    tools other than ours.
    """
    rows = "".join(f"  {name}: '{digest}'\n" for name, digest in hashes.items())
    return f"made_from:\n{rows}"


def with_stamps(text: str, hashes: Mapping[str, str]) -> str:
    """The page ``text`` with the lines for ``hashes`` in its front matter, in place of old ones."""
    lines = stamp_lines(hashes)
    front_end = [match.start() for match in _END.finditer(text)][1]
    front, rest = text[:front_end], text[front_end:]
    if _BLOCK.search(front):
        return _BLOCK.sub(lambda _: lines, front, count=1) + rest
    return front + lines + rest
