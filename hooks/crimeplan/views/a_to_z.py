"""Everything of the site by its name, in the reader's language: a way to find it without script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..l10n import Text
from .scope import Scope


@dataclass(frozen=True)
class Named:
    """Something with a name and a place."""

    title: Text
    url: str
    kind: str
    """priority, part, measure, inspection, help or term."""
    ref: str = ""


@dataclass(frozen=True)
class Letter:
    """Names that begin alike; without alphabet, names of one kind."""

    anchor: str
    letter: str
    """The letter, or nothing where ``kind`` says what joins them."""
    kind: str
    lang: str | None
    """The language of the letter, where that is not the page's."""
    entries: tuple[Named, ...]


@dataclass(frozen=True)
class AToZView:
    """Everything, under its first letter."""

    letters: tuple[Letter, ...]
    total: int


def a_to_z_view(scope: Scope) -> AToZView:
    """Every priority, part, measure, inspection, help entry and term.

    A letter with a mark stands under its base letter, unless the language's alphabet has it as one
    of its own; names that are not translated stand under their English letter, after the others.
    Where names cannot be put under letters, the kinds of things part the list.
    """
    names = list(_names(scope))
    if not scope.locale.language.has_letters:
        groups = [
            Letter(f"kind-{kind}", "", kind, None, tuple(entries))
            for kind, entries in groupby(names, key=lambda name: name.kind)
        ]
        return AToZView(tuple(groups), len(names))
    letters = tuple((scope.locale.language.alphabet or "").split())
    names.sort(
        key=lambda name: (
            name.title.lang is not None,
            _order(name.title.value, letters),
            name.ref,
        )
    )
    groups = [
        Letter(f"letter-{_code(initial)}{'-en' if lang else ''}", initial, "", lang, tuple(entries))
        for (lang, initial), entries in groupby(
            names, key=lambda name: (name.title.lang, _initial(name.title.value, letters))
        )
    ]
    return AToZView(tuple(groups), len(names))


def _names(scope: Scope) -> Iterator[Named]:
    plan, links, data = scope.assessment.plan, scope.links, scope.locale.data
    for priority in plan.priorities:
        url, ref = links.priority(priority.number), str(priority.number)
        yield Named(data("priority.title", priority.title), url, "priority", ref)
    for part in plan.deliverables:
        title = data("deliverable.title", part.title)
        yield Named(title, links.deliverable(part.id), "part", part.id)
    for measure in plan.measures:
        yield Named(data("measure.title", measure.title), scope.measure(measure.id), "measure")
    for inspection in plan.inspections:
        title = data("inspection.title", inspection.title)
        yield Named(title, scope.inspection(inspection.id), "inspection")
    for entry in plan.help:
        url = links.page(f"help/#help-{entry.id}")
        yield Named(data("help.name", entry.name), url, "help")
    printed = scope.locale.source.as_foreign if scope.locale.source else Text
    for term in plan.glossary:
        yield Named(printed(term.term), links.page(f"glossary/#t-{term.id}"), "term")


def _letters(title: str, alphabet: tuple[str, ...]) -> str:
    """``title`` as letters, digits and spaces; a mark stays where the alphabet has that letter."""
    signs = []
    for sign in unicodedata.normalize("NFC", title.casefold()):
        base = sign if sign in alphabet else unicodedata.normalize("NFKD", sign)
        signs += [part for part in base if part.isalnum() or part == " "]
    return "".join(signs).strip()


def _order(title: str, alphabet: tuple[str, ...]) -> list[tuple[int, str]]:
    """A key that sorts by ``alphabet``; what is in none of its letters comes first."""
    return [
        (alphabet.index(sign) + 1 if sign in alphabet else 0, sign)
        for sign in _letters(title, alphabet)
    ]


def _initial(title: str, alphabet: tuple[str, ...]) -> str:
    return _letters(title, alphabet)[:1].upper()


def _code(letter: str) -> str:
    return letter.lower() if letter.isascii() else f"{ord(letter):x}"
