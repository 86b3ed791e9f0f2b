"""What a template drew as HTML, for places that take no HTML: files of data, and feeds."""

from __future__ import annotations

from html.parser import HTMLParser

_LEFT, _OWN, _END = "\u2066", "\u2068", "\u2069"
"""Unicode's isolates: left to right; by the first strong letter; the end of either."""


def text_of(html: str, *, isolate: bool) -> str:
    """The text of ``html`` on one line.

    With ``isolate``, what HTML keeps apart (bdi, or an element with its own direction) is kept
    apart by isolates. In right-to-left text a number or an English name would otherwise be torn.
    """
    reader = _Reader(isolate=isolate)
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())


class _Reader(HTMLParser):
    """Collects text; remembers which open elements were isolated."""

    def __init__(self, *, isolate: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._isolate = isolate
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        direction = dict(attrs).get("dir")
        isolated = self._isolate and (tag == "bdi" or direction is not None)
        if isolated:
            self.parts.append(_LEFT if direction == "ltr" else _OWN)
        self._open.append(isolated)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's interface
        if self._open and self._open.pop():
            self.parts.append(_END)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
