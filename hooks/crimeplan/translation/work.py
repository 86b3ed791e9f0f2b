"""What translators do: see what is due, see what changed, accept a section, start a page."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..pages import Page, Pages
from .pages import page_state
from .sections import Sections, hash_of
from .stamps import with_stamps
from .state import State

_ACCEPTED = re.compile(r"^accepted:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)


class WorkError(Exception):
    """What was asked for cannot be done; its text says why, and what to type."""


@dataclass(frozen=True)
class Due:
    """What one language still lacks: pages without a translation, and sections behind."""

    language: str
    missing: tuple[str, ...]
    sections: Mapping[str, tuple[tuple[str, State], ...]]

    def lines(self) -> Iterator[str]:
        """The same, told in lines."""
        behind = sum(map(len, self.sections.values()))
        yield f"{self.language}: {len(self.missing)} pages to translate, {behind} sections behind"
        for path, items in self.sections.items():
            told = ", ".join(f"{name} ({state.value})" for name, state in items)
            yield f"  docs/{self.language}/{path}: {told}"
        for path in self.missing:
            yield f"  docs/{self.language}/{path}: not translated"


def due_in(pages: Pages, source: str, language: str) -> Due:
    """What is due in ``language``."""
    paths = [path for code, path in pages if code == source]
    missing = tuple(path for path in paths if (language, path) not in pages)
    behind = {}
    for path in paths:
        page = pages.get((language, path))
        state = page_state(pages, page, source) if page else None
        if state is not None:
            items = tuple((s.name, s.state) for s in state.sections if s.state is not State.CURRENT)
            if items:
                behind[path] = items
    return Due(language, missing, behind)


def changes_of(page: Page, english: Page, past: Iterable[Sections]) -> Iterator[str]:
    """What changed in the English since ``page`` was made, section by section, as lines.

    ``past`` are earlier versions of the English page, newest first; without the right one among
    them the lines say so.
    """
    versions = list(past)
    for name in english.sections:
        recorded = page.meta.made_from.get(name, "")
        text = english.sections[name]
        if recorded == hash_of(text):
            continue
        old = next((v[name] for v in versions if name in v and hash_of(v[name]) == recorded), None)
        yield f"{name}:"
        if old is None:
            yield (
                "  no earlier English with the recorded hash was found; compare the whole section"
                if recorded
                else "  nobody has recorded which English it was made from"
            )
            continue
        diff = difflib.unified_diff(old.splitlines(), text.splitlines(), lineterm="", n=1)
        yield from (f"  {line}" for line in list(diff)[2:])


def accepted_text(
    text: str, page: Page, english: Page, sections: Iterable[str], reason: str
) -> str:
    """The file ``text`` of ``page`` with ``sections`` (all, if none is named) said to be current.

    A section that was recorded before needs a ``reason``: why its translation still holds. One
    that is new needs none. Raises WorkError for a section that is not there.
    """
    hashes = english.sections.hashes
    wanted = list(sections) or [name for name in hashes if name in page.sections]
    for name in wanted:
        if name not in hashes or name not in page.sections:
            known = ", ".join(name for name in hashes if name in page.sections)
            raise WorkError(f"There is no section {name!r} in both pages. There are: {known}.")
    changed = [name for name in wanted if page.meta.made_from.get(name, "") != hashes[name]]
    again = [name for name in changed if name in page.meta.made_from]
    if again and not reason:
        raise WorkError(f"Say why the translation of {', '.join(again)} still holds: --reason '…'.")
    kept = {name: digest for name, digest in page.meta.made_from.items() if name in hashes}
    stamps = {**kept, **{name: hashes[name] for name in wanted}}
    stamped = with_stamps(text, {name: stamps[name] for name in hashes if name in stamps})
    reasons = {**page.meta.accepted, **dict.fromkeys(again, reason)}
    return _with_reasons(stamped, reasons) if reasons else stamped


def _with_reasons(text: str, reasons: Mapping[str, str]) -> str:
    rows = "".join(f"  {name}: {_quoted(why)}\n" for name, why in reasons.items())
    lines = f"accepted:\n{rows}"
    front, rest = _split_front(text)
    if _ACCEPTED.search(front):
        return _ACCEPTED.sub(lambda _: lines, front, count=1) + rest
    return front + lines + rest


def _quoted(words: str) -> str:
    """``words`` as YAML text on one line."""
    return "'" + " ".join(words.split()).replace("'", "''") + "'"


def _split_front(text: str) -> tuple[str, str]:
    end = text.index("\n---\n", 3) + 1
    return text[:end], text[end:]


def started_text(english_text: str, day: str, maker: str) -> str:
    """A copy of an English page for a translator to write over: nothing in it is current yet."""
    front, rest = _split_front(english_text)
    return f"{front}translated_on: {day}\ntranslated_by: {maker}\n{rest}"


def page_file(root: Path, language: str, path: str) -> Path:
    """Where the page at ``path`` stands in ``language``."""
    return root / "docs" / language / path
