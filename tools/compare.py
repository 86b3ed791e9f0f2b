"""What changes for readers between two built sites: the report of a pull request.

    .venv/bin/python tools/compare.py BEFORE AFTER PROBLEMS > report.json

BEFORE and AFTER are folders with sites, PROBLEMS is what the checker printed. Where a site is
missing, because it could not be built, the report holds the problems alone. tools/report.py then
prints it as Markdown.
"""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import zip_longest
from pathlib import Path
from typing import Any

from lxml import html

from report import LINES, Change, PageChange, Report, StatusChange, TranslationChange

BLOCKS = frozenset(
    (
        *("article", "aside", "details", "div", "footer", "header", "main", "nav", "section"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "figure", "figcaption", "summary"),
        *("dd", "dl", "dt", "li", "ol", "ul"),
        *("caption", "table", "tbody", "td", "th", "thead", "tr"),
    )
)
"""Elements that begin a line of their own."""
NOT_READ = ("script", "style")
LONGEST = 300
"""Characters of a line that a report holds."""
FIGURE = re.compile(r"[0-9][0-9.,]*")

Texts = Mapping[str, bytes]
"""The pages of a site, by their paths below its top."""


def compare(before: Path, after: Path, problems: Iterable[str]) -> Report:
    """What readers of the site in ``after`` find other than in ``before``."""
    told = tuple(told_problems(problems))
    if not all((folder / "data/plan.json").is_file() for folder in (before, after)):
        return Report(told, built=False)
    plans = [_json(folder / "data/plan.json") for folder in (before, after)]
    states = [_json(folder / "data/translations.json") for folder in (before, after)]
    languages = [language["code"] for language in plans[1]["languages"]]
    return Report(
        problems=told,
        built=True,
        pages=tuple(compare_pages(_pages(before), _pages(after), languages)),
        statuses=tuple(compare_statuses(*plans)),
        translations=tuple(compare_translations(*states)),
    )


def told_problems(lines: Iterable[str]) -> Iterator[str]:
    """Each problem as the checker printed it, with the indented line that says where it shows."""
    told = ""
    for line in lines:
        if told and line.startswith(" "):
            told += f" {line.strip()}"
            continue
        if told:
            yield told
        told = line.strip() if line.startswith(("error:", "warning:")) else ""
    if told:
        yield told


def compare_pages(before: Texts, after: Texts, languages: list[str]) -> Iterator[PageChange]:
    """Each page that is new, gone or changed, once for all of its languages; source first."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path):
            kind = "new" if path not in before else "gone" if path not in after else "changed"
            if kind != "changed" or lines_of(before[path]) != lines_of(after[path]):
                language, address = _place(path, languages)
                kinds.setdefault((address, kind), []).append(language)
    for (address, kind), spoken in sorted(kinds.items()):
        ordered = tuple(sorted(spoken, key=languages.index))
        path = f"{'' if ordered[0] == languages[0] else f'{ordered[0]}/'}{address}index.html"
        changes = list(compare_lines(before[path], after[path])) if kind == "changed" else []
        yield PageChange(
            kind, address, ordered, tuple(changes[:LINES]), more=max(len(changes) - LINES, 0)
        )


def _place(path: str, languages: list[str]) -> tuple[str, str]:
    """The language and the address of the page at ``path``."""
    address = path.removesuffix("index.html")
    first, _, rest = address.partition("/")
    return (first, rest) if first in languages[1:] else (languages[0], address)


def compare_lines(before: bytes, after: bytes) -> Iterator[Change]:
    """The lines of a page that differ, in pairs."""
    old, new = lines_of(before), lines_of(after)
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for was, becomes in zip_longest(old[a:b], new[c:d], fillvalue=""):
            same = FIGURE.sub("#", was) == FIGURE.sub("#", becomes)
            yield Change("figures" if same else "text", was[:LONGEST], becomes[:LONGEST])


def lines_of(page: bytes) -> list[str]:
    """What a reader reads on a page, between its head and its foot, line by line."""
    tree = html.document_fromstring(page)
    main = tree.find(".//main")
    pieces = _pieces(main if main is not None else tree)
    return [line for text in "".join(pieces).split("\n") if (line := " ".join(text.split()))]


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    """The text of ``element``, with a new line wherever one begins for a reader."""
    if isinstance(element.tag, str) and element.tag not in NOT_READ and not _is_meta(element):
        edge = "\n" if element.tag in BLOCKS else ""
        yield edge + _flat(element.text)
        for child in element:
            yield from _pieces(child)
        yield edge
    yield _flat(element.tail)


def _is_meta(element: html.HtmlElement) -> bool:
    """Whether it holds the day of the last change, which tells of changes and is none."""
    return "meta" in (element.get("class") or "").split()


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def compare_statuses(before: Any, after: Any) -> Iterator[StatusChange]:
    """Each promise whose status differs, in the plan's order; both are data/plan.json."""
    old, new = _statuses(before), _statuses(after)
    for commitment in [*new, *(gone for gone in old if gone not in new)]:
        was, becomes = old.get(commitment, ""), new.get(commitment, "")
        if was != becomes:
            yield StatusChange(commitment, was, becomes)


def _statuses(plan: Any) -> dict[str, str]:
    return {
        line["id"]: line.get("status") or ""
        for priority in plan["priorities"]
        for part in priority["deliverables"]
        for line in part["commitments"]
    }


def compare_translations(before: Any, after: Any) -> Iterator[TranslationChange]:
    """Each count of a language's state that differs; both are data/translations.json."""
    old, new = before["languages"], after["languages"]
    for language in new:
        for part in ("sections", "interface_words", "data_words"):
            was = old.get(language, {}).get(part, {})
            for state, count in new[language][part].items():
                if was.get(state, 0) != count:
                    what = f"{state} {part.replace('_', ' ')}"
                    yield TranslationChange(language, what, was.get(state, 0), count)


def _pages(folder: Path) -> Texts:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("index.html")
    }


def _json(path: Path) -> Any:
    return json.loads(path.read_bytes())


if __name__ == "__main__":
    old, new, problems = map(Path, sys.argv[1:4])
    found = compare(old, new, problems.read_text(encoding="utf-8").splitlines())
    print(json.dumps(asdict(found), ensure_ascii=False, indent=1))
