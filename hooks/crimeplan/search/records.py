"""What a search can find: pages, and the entries inside pages that stand for themselves.

Read from the finished site, so that readers find what readers see. Templates mark with
``data-search`` what is a record (its kind), and what says nothing of its page (``no``). An entry's
name is its id after the first hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

_MARK, _NAME, _PRIORITY = "data-search", "data-search-name", "data-search-priority"
_SKIPPED = "no"
_SPLITS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Elements that part words even where no space stands between them."""
_UNREAD = frozenset(["script", "svg", "template"])
_UNSEEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Record:
    """One thing to find."""

    language: str
    kind: str
    """help, priority, part, measure, inspection, term or page."""
    name: str
    """What it is called among its kind: 3.4, crime-rates, emergency-999."""
    url: str
    """Its address below the site's top."""
    title: str
    ref: str
    """Its reference number, or nothing."""
    priority: str
    """The number of the priority it belongs to, or nothing."""
    status: str
    """The status of its promises in words, or nothing."""
    text: str
    """Its words in the page's language, on one line."""


def records_of(tree: _Element, url: str) -> Iterator[Record]:
    """The records of the page ``tree`` at ``url``; none where its main part has no mark.

    Words in another language than the page's are left out: who reads the page cannot be meant to
    find them, and they are found where they belong.
    """
    language = tree.get("lang") or ""
    main = tree.find(".//main")
    if main is None or not main.get(_MARK):
        return
    for entry in main.iterdescendants():
        if (kind := entry.get(_MARK)) and kind != _SKIPPED:
            yield _record(entry, language, kind, f"{url}#{entry.get('id')}", entry)
    yield _record(main, language, main.get(_MARK) or "", url, *_told(main))


def _record(element: _Element, language: str, kind: str, url: str, *parts: _Element) -> Record:
    heading = next(element.iter("h1", "h2", "h3", "h4", "dt"), None)
    name = element.get(_NAME) or (element.get("id") or "").partition("-")[2]
    title = "" if heading is None else _title(heading, language)
    text = _line(" ".join(_words(part, language) for part in parts))
    return Record(
        language,
        kind,
        name,
        url,
        title=title,
        ref=name if kind in ("priority", "part") else "",
        priority=element.get(_PRIORITY) or "",
        status=_status(element, language) if kind in ("priority", "part") else "",
        text=text.removeprefix(title).strip(),
    )


def _told(main: _Element) -> Iterator[_Element]:
    """The parts of a page that are about its subject: the opening and the sections."""
    for element in main.iter("div", "section"):
        classes = (element.get("class") or "").split()
        if element.get(_MARK) == _SKIPPED:
            continue
        if "intro" in classes or (element.tag == "section" and "row" in classes):
            yield element


def _title(heading: _Element, language: str) -> str:
    """The words of ``heading`` in ``language``; where it has none, all of them."""
    return _words(heading, language) or _words(heading, language, whole=True)


def _status(element: _Element, language: str) -> str:
    """How many promises have which status, in the page's words."""
    tags = [
        _words(tag, language)
        for tag in element.iter("span")
        if "tag" in (tag.get("class") or "").split()
        and any("promise" in (up.get("class") or "").split() for up in tag.iterancestors())
    ]
    counts = {words: tags.count(words) for words in tags if words}
    return " · ".join(f"{words} ({count})" for words, count in counts.items())


def _words(element: _Element, language: str, *, whole: bool = False) -> str:
    """The text of ``element`` in ``language`` on one line; all of it, if ``whole``."""
    texts: list[str] = []
    _gather(element, None if whole else language, texts, top=True)
    return _line("".join(texts))


def _gather(element: _Element, language: str | None, texts: list[str], *, top: bool) -> None:
    """Add to ``texts`` those of ``element`` in ``language``, or all where that is None."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNREAD:
        return
    if language is not None:
        foreign = element.get("lang") not in (None, language)
        if foreign or (element.get(_MARK) and not top):
            return
    gap = " " if tag in _SPLITS else ""
    texts += gap, element.text or ""
    for child in element:
        _gather(child, language, texts, top=False)
        texts.append(child.tail or "")
    texts.append(gap)


def _line(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())
