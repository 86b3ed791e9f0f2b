"""The Markdown of a page: headings carry fixed ids, the title stands elsewhere, no HTML."""

from __future__ import annotations

import re

from ..model.base import CONTROL
from ..problems import Problem, Problems

_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.*?)(?P<id>\{#[a-z0-9-]+\})?\s*$")
_HTML = re.compile(r"<(?!!--)/?[A-Za-z][^>]*>")
_CODE = re.compile(r"^(```|~~~)")


def check_body(body: str, offset: int, file: str, problems: Problems) -> None:
    """Report headings without ids, second titles and HTML; ``offset`` lines stand above."""
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
        if html := _HTML.search(line):
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    what="the page holds HTML",
                    received=html[0],
                    remedy="Use Markdown, or take the tag out",
                )
            )
        heading = _HEADING.match(line)
        if heading is None:
            continue
        if heading["level"] == "#":
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    what="the page has a second title",
                    remedy="Use '## ' for sections; the title is in the front matter",
                )
            )
        elif heading["id"] is None:
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    item=heading["text"].strip(),
                    what="the heading has no fixed id",
                    remedy="Add one at its end, such as {#what-was-promised}",
                )
            )
        elif heading["id"] in seen:
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    item=heading["text"].strip(),
                    what=f"the id {heading['id']} stands twice on the page",
                    remedy="Give one of the two another id",
                )
            )
        else:
            seen.add(heading["id"])
