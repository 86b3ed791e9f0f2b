"""Records as Pagefind takes them: folded words to look in, the readable ones beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..model import Plan, SearchWords
from .folding import folding_of
from .records import Record

Words = Mapping[tuple[str, str, str], tuple[str, ...]]
"""Everyday words by language, kind and name."""


@dataclass(frozen=True)
class IndexEntry:
    """A record with its words folded, for a template to mark by their weight."""

    record: Record
    text: str
    """The words a reader sees, folded; as many as in the record's own text, in its order."""
    title: str
    words: tuple[str, ...]
    """What people call it, folded; its title is one of them."""


def everyday_words(plan: Plan) -> Words:
    """The words of content_data/search.csv, by what they lead to."""
    rows = sorted(plan.search_words, key=_key)
    return {
        key: tuple(word for row in group for word in row.words)
        for key, group in groupby(rows, key=_key)
    }


def _key(row: SearchWords) -> tuple[str, str, str]:
    return row.language, row.kind.value, row.name


def index_entries(records: Iterable[Record], words: Words) -> Iterator[IndexEntry]:
    """Each of ``records`` as the index holds it; ``words`` are what people call them."""
    for record in records:
        folding = folding_of(record.language)
        called = words.get((record.language, record.kind, record.name), ())
        yield IndexEntry(
            record,
            text=folding.fold(record.text),
            title=folding.fold(f"{record.ref} {record.title}".strip()),
            words=tuple(map(folding.fold, (record.title, *called))),
        )
