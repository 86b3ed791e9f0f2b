"""Tables as columns: each says its name, its kind, what it may hold and what it means."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any

from ..model import Entity, When
from .absence import AWAITED, Absent, given
from .encoding import Cell, csv_bytes


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    CODE = "code"
    """One of a few fixed words."""
    LIST = "list"
    """Texts or codes with semicolons between them."""
    NUMBER = "number"
    COUNT = "count"
    DAY = "day"
    FLAG = "flag"


Take = Callable[[Any], Any]
"""Takes from a row what a column is about."""


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    kind: Kind
    cell: Callable[[Any], Cell]
    """What stands in it, for a row."""
    meaning: str = ""
    """The model's own words, where the column is a field of it."""
    codes: tuple[str, ...] = ()
    required: bool = False
    refers_to: str = ""
    """The table whose key it holds."""


@dataclass(frozen=True)
class Table:
    """A table of the open data: data/<name>.csv."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Any]
    key: tuple[str, ...] = ()
    """The columns that together name each row, where they do."""
    title: str = ""
    description: str = ""

    @property
    def path(self) -> str:
        """Its file, below the folder data."""
        return f"{self.name}.csv"

    @property
    def resource(self) -> str:
        """Its name in the package."""
        return self.name.replace("/", "-")

    def content(self) -> bytes:
        """The file."""
        cells = ([column.cell(row) for column in self.columns] for row in self.rows)
        return csv_bytes([column.name for column in self.columns], cells)


def itself(row: Any) -> Any:
    """The row, where it is the entity that its columns show."""
    return row


def fields(
    entity: type[Entity], *names: str, take: Take = itself, prefix: str = ""
) -> tuple[Column, ...]:
    """A column for each of these fields of ``entity``, taken from a row; a date gets three.

    Kind, codes, meaning and whether it may be empty come from the model.
    """
    return tuple(column for name in names for column in _columns(entity, name, take, prefix))


def with_codes(columns: Sequence[Column], name: str, codes: Iterable[str]) -> tuple[Column, ...]:
    """``columns``, where the one called ``name`` holds one or more of ``codes``."""
    known = tuple(codes)
    return tuple(
        replace(column, codes=known, kind=Kind.CODE if column.kind is Kind.TEXT else column.kind)
        if column.name == name
        else column
        for column in columns
    )


def source_column(take: Take = itself) -> Column:
    """The id of a row's source, which is a row of the table of sources."""
    return Column(
        "source", Kind.TEXT, lambda row: take(row).source, required=True, refers_to="sources"
    )


def _columns(entity: type[Entity], name: str, take: Take, prefix: str) -> tuple[Column, ...]:
    field = entity.model_fields[name]
    bare = _bare(field.annotation)
    meaning = " ".join((field.description or "").split())
    title = prefix + name
    may_lack = name in AWAITED.get(entity, ())
    required = not may_lack and field.get_default(call_default_factory=True) is not None

    def cell(row: Any) -> Any:
        owner = take(row)
        return None if owner is None else given(owner, name)

    if bare is When:
        return (
            Column(title, Kind.TEXT, lambda row: _typed(cell(row)), meaning, required=required),
            Column(f"{title}_start", Kind.DAY, lambda row: _end(cell(row), "start")),
            Column(f"{title}_end", Kind.DAY, lambda row: _end(cell(row), "end")),
        )
    kind, codes = _kind(bare)
    return (Column(title, kind, cell, meaning, codes, required and kind is not Kind.LIST),)


def _typed(when: When | Absent | None) -> Cell:
    return when.text if isinstance(when, When) else when


def _end(when: When | Absent | None, end: str) -> Cell:
    if isinstance(when, When):
        return when.start if end == "start" else when.end
    return when


def _bare(annotation: Any) -> Any:
    """``annotation`` without None and without what pydantic adds to it."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return _bare(next(a for a in typing.get_args(annotation) if a is not types.NoneType))
    return annotation


def _kind(bare: Any) -> tuple[Kind, tuple[str, ...]]:
    if typing.get_origin(bare) is tuple:
        return Kind.LIST, _kind(_bare(typing.get_args(bare)[0]))[1]
    if isinstance(bare, type) and issubclass(bare, Enum):
        return Kind.CODE, tuple(str(member.value) for member in bare)
    kinds = {str: Kind.TEXT, bool: Kind.FLAG, int: Kind.COUNT, Decimal: Kind.NUMBER, date: Kind.DAY}
    return kinds[bare], ()
