"""The Markdown of a page: headings carry fixed ids, the title stands elsewhere, each line is text.

What could bring a program into the page is looked for in unsafe.py.
"""

from __future__ import annotations

import re

from ..model.base import CONTROL
from ..problems import Problem, Problems

_HEADING = re.compile(r"(?P<level>#{1,6})\s(?P<text>.*)")
_HEADING_ID = re.compile(r"\{#[a-z0-9-]+\}$")
_CODE = re.compile(r"^(```|~~~)")


def check_body(body: str, offset: int, file: str, problems: Problems) -> None:
    """Report headings without ids, second titles and hidden signs; ``offset`` lines stand above."""
    in_code = False
    seen: set[str] = set()
    for number, line in enumerate(body.splitlines(), offset + 1):
        if sign := CONTROL.search(line):
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    what="the line holds a sign that cannot be seen",
                    received=f"U+{ord(sign[0]):04X}",
                    remedy="Delete it: the engine keeps numbers and names in their direction",
                )
            )
        if _CODE.match(line):
            in_code = not in_code
        if in_code:
            continue
        heading = _HEADING.fullmatch(line.rstrip())
        if heading is None:
            continue
        name = _HEADING_ID.search(heading["text"])
        item = heading["text"][: name.start() if name else None].strip()
        if heading["level"] == "#":
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    what="the page has a second title",
                    remedy="Use '## ' for sections; the title is in the front matter",
                )
            )
        elif name is None:
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    item=item,
                    what="the heading has no fixed id",
                    remedy="Add one at its end, such as {#what-was-promised}",
                )
            )
        elif name[0] in seen:
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    item=item,
                    what=f"the id {name[0]} stands twice on the page",
                    remedy="Give one of the two another id",
                )
            )
        else:
            seen.add(name[0])
