"""Numbers and Latin names kept whole in right-to-left pages, by one rule for all of them.

The Unicode Bidirectional Algorithm (UAX #9) turns parts of "01234 841212", "10-20%" or a name
beside a bracket round when they stand loose in right-to-left text. Each run is put into its own
element, so that no author has to think of it and nobody types invisible marks.
"""

from __future__ import annotations

import html
import re

from markupsafe import escape

_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<end>/)?(?P<name>[a-zA-Z][\w:-]*)(?P<rest>[^>]*)>|<[^>]*>|(?P<text>[^<]+)",
    re.DOTALL,
)
_SIGN = "A-Za-z0-9À-ž"
_BETWEEN = r".,:;/@%&+'’£_()\-–—\u2212 \u00a0"
_RUN = re.compile(rf"[+\-\u2212]?[£$€]?[{_SIGN}](?:[{_SIGN}{_BETWEEN}]*[{_SIGN}%)])?")
"""A number with its sign and unit, a name, an address: what may stand between is inside too."""
_LATIN = re.compile("[A-Za-z0-9]")
_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr !doctype".split()  # noqa: SIM905 - reads better
)
_KEPT = frozenset("head script style svg bdi time textarea".split())  # noqa: SIM905
"""Elements whose text is not touched: it is no text, or stands apart already."""
_DIRECTION = re.compile(r"\sdir=[\"']?ltr")
_ITS_OWN = re.compile(r"\sdir=[\"']?rtl")


def isolate_runs(page: str) -> str:
    """``page``, the HTML of a right-to-left page, with each left-to-right run in an element.

    Left alone is what stands in ``bdi``, ``time`` or an element that is left to right itself.
    """
    parts: list[str] = []
    stack: list[tuple[str, bool]] = []
    kept = False
    for token in _TOKEN.finditer(page):
        whole, end, name, rest, text = token.group(0, "end", "name", "rest", "text")
        if name is None:
            parts.append(whole if kept or text is None else _isolated(text))
            continue
        name = name.lower()
        if end:
            while stack:
                opened, before = stack.pop()
                kept = before
                if opened == name:
                    break
        elif name not in _VOID and not rest.endswith("/"):
            stack.append((name, kept))
            if name in _KEPT:
                kept = True
            elif "dir=" in rest:
                if _DIRECTION.search(rest):
                    kept = True
                elif _ITS_OWN.search(rest) and not _in_kept(stack):
                    kept = False
        parts.append(whole)
    return "".join(parts)


def _in_kept(stack: list[tuple[str, bool]]) -> bool:
    return any(name in _KEPT for name, _ in stack)


def _isolated(text: str) -> str:
    plain = html.unescape(text)
    if not _LATIN.search(plain):
        return text
    parts: list[str] = []
    end = 0
    for match in _RUN.finditer(plain):
        run = match[0]
        if run.endswith(")") and run.count("(") < run.count(")"):
            run = run.rstrip(")").rstrip()
        parts += [escape(plain[end : match.start()]), f'<bdi dir="ltr">{escape(run)}</bdi>']
        end = match.start() + len(run)
    return "".join([*parts, escape(plain[end:])])
