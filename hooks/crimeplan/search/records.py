"""What a search can find: pages, and the entries inside pages that stand for themselves.

Read from the finished site, so that readers find what readers see. Templates mark with
``data-search`` what is a record (its kind), and what says nothing of its page and holds no record
(``no``). An entry's name is its id after the first hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.etree import HTMLParser, XPath, _Element, fromstring

from ..markup import without

_MARK, _NAME, _PRIORITY = "data-search", "data-search-name", "data-search-priority"
_SKIPPED = f'{_MARK}="no"'
_LANGUAGE = re.compile(r'<html lang="([^"]+)"')
# lxml's own elements: those of lxml.html are looked up one by one.
_PARSER = HTMLParser(encoding="utf-8")
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


def _of_class(name: str) -> str:
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


_ENTRIES = XPath(f"descendant::*[@{_MARK}]")
_TOLD = XPath(f"descendant::div[{_of_class('intro')}] | descendant::section[{_of_class('row')}]")
"""The parts of a page that are about its subject: the opening and the sections."""
_STATUSES = XPath(f"descendant::li[{_of_class('promise')}]//span[{_of_class('tag')}]")
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


def records_of(page: str, url: str) -> Iterator[Record]:
    """The records of ``page``, the HTML at ``url``; none where its main part has no mark.

    Words in another language than the page's are left out: who reads the page cannot be meant to
    find them, and they are found where they belong.
    """
    start, end = page.find("<main"), page.find("</main>")
    if f" {_MARK}=" not in page[start : page.find(">", start)]:
        return
    # Neither head nor foot, nor what says nothing of its page: of a large site two thirds.
    text = without(page[start:end], _SKIPPED)
    main = fromstring(text.encode(), _PARSER).find("body/main")
    language = _LANGUAGE.search(page)
    if main is None or language is None:
        raise ValueError(f"{url} is no page: no main part, or no language")
    for entry in _ENTRIES(main):
        yield _record(entry, language[1], f"{url}#{entry.get('id')}", [entry])
    yield _record(main, language[1], url, _TOLD(main))


def _record(element: _Element, language: str, url: str, parts: Iterable[_Element]) -> Record:
    heading = next(element.iter("h1", "h2", "h3", "h4", "dt"), None)
    kind = element.get(_MARK) or ""
    name = element.get(_NAME) or (element.get("id") or "").partition("-")[2]
    title = "" if heading is None else _title(heading, language)
    numbered = kind in ("priority", "part")
    return Record(
        language,
        kind,
        name,
        url,
        title=title,
        ref=name if numbered else "",
        priority=element.get(_PRIORITY) or "",
        status=_status(element, language) if numbered else "",
        text=_words(parts, language).removeprefix(title).strip(),
    )


def _title(heading: _Element, language: str) -> str:
    """The words of ``heading`` in ``language``; where it has none, all of them."""
    return _words([heading], language) or _words([heading], None)


def _status(element: _Element, language: str) -> str:
    """How many promises have which status, in the page's words."""
    tags = [_words([tag], language) for tag in _STATUSES(element)]
    counts = {words: tags.count(words) for words in tags if words}
    return " · ".join(f"{words} ({count})" for words, count in counts.items())


def _words(elements: Iterable[_Element], language: str | None) -> str:
    """The text of ``elements`` in ``language``, or all of it where that is None, on one line."""
    texts: list[str] = []
    for element in elements:
        _gather(element, language, texts, top=True)
        texts.append(" ")
    return " ".join(_UNSEEN.sub("", "".join(texts)).split())


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
