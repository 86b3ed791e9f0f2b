"""The words of finished pages as Markdown, for those who draw no data: all that ours show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from .content import codes
from .sentences import SOURCE

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    [
        *_HEADINGS,
        *("article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt"),
        *("figcaption", "figure", "li", "main", "nav", "ol", "p", "section", "summary"),
        *("table", "tbody", "td", "th", "thead", "tr", "ul"),
    ]
)
_UNREAD = frozenset(["form", "script", "style", "svg", "template"])
_SIGNS = re.compile(r"([\\`*_\[\]<>#|])")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def write_words(site: Path, docs: Path, target: Path) -> None:
    """Write each page of ``docs`` to ``target`` with the words it has in the finished ``site``.

    Headings and items stay what they are, all else becomes paragraphs; links lose their targets.
    So it is less work to build than what somebody would have typed.
    """
    for code in codes():
        for file in sorted((docs / code).rglob("*.md")):
            path = file.relative_to(docs / code)
            address = path.parent if path.name == "index.md" else path.with_suffix("")
            page = site / ("" if code == SOURCE else code) / address / "index.html"
            front = _FRONT.match(file.read_text(encoding="utf-8"))
            text = "\n\n".join(markdown_of(page.read_text(encoding="utf-8")))
            written = target / code / path
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_text(f"{front[0] if front else ''}\n{text}\n", encoding="utf-8")


def markdown_of(page: str) -> Iterator[str]:
    """Each block of the main part of ``page`` as a line of Markdown."""
    main = html.document_fromstring(page).find(".//main")
    if main is None:
        return
    for element in _blocks(main):
        text = _SIGNS.sub(r"\\\1", " ".join(_own(element).split()))
        if not text:
            continue
        if element.tag in _HEADINGS:
            yield f"{'#' * int(element.tag[1])} {text}"
        else:
            yield f"- {text}" if element.tag == "li" else text


def _blocks(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """``element`` and what stands below it, without what no reader reads."""
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return
    if element.tag in _BLOCKS:
        yield element
    for child in element:
        yield from _blocks(child)


def _own(element: html.HtmlElement) -> str:
    """The text of ``element`` that is in no block below it."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _BLOCKS | _UNREAD:
            parts.append(_own(child))
        parts.append(child.tail or "")
    return "".join(parts)
