"""Data to bytes: JSON with exact numbers, CSV that no spreadsheet takes for a program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from .absence import Absent

Json = dict[str, Any]
Cell = str | Decimal | int | bool | date | Sequence[str] | Absent | None

SEPARATOR = ";"
"""Between the items of a list in one cell."""
_INDENT = 2
_ONE = json.JSONEncoder(ensure_ascii=False).encode
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets take for the start of a formula, also in full width:
https://owasp.org/www-community/attacks/CSV_Injection"""


def digits(value: Decimal) -> str:
    """``value`` in plain digits, with the decimals it was given with: 63.0 stays 63.0."""
    return format(value, "f")


def json_bytes(value: Json) -> bytes:
    """``value`` as JSON: UTF-8, keys in their order, two spaces a level, a newline at the end.

    A Decimal is written as a JSON number with the digits of its source (61.2, 63.0), never by way
    of a float, so nothing such as 61.200000000000003 can come about. It stays a number, because
    every reader then counts with it; a reader whose numbers drop the last zero finds in
    ``decimals``, beside each value, how many there were. A float is refused.
    """
    return (_json(value, "\n") + "\n").encode()


def _json(value: Any, end: str) -> str:
    if isinstance(value, Decimal):
        return digits(value)
    if value is None or isinstance(value, str | int):  # bool is an int
        return _ONE(value)
    inner = end + " " * _INDENT
    if isinstance(value, dict):
        items = [f"{_ONE(key)}: {_json(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(items)}{end}}}" if items else "{}"
    if isinstance(value, list | tuple):
        items = [_json(item, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(items)}{end}]" if items else "[]"
    raise TypeError(f"{type(value).__name__} cannot be written as exact JSON")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table by RFC 4180: commas, CRLF, quotation marks where needed; UTF-8 without a mark."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([cell_text(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode()


def cell_text(cell: Cell) -> str:
    """What stands in the file for ``cell``; only text is guarded, so numbers stay plain."""
    match cell:
        case None:
            return ""
        case Absent():
            return cell.value
        case bool():
            return "true" if cell else "false"
        case int():
            return str(cell)
        case Decimal():
            return digits(cell)
        case date():
            return cell.isoformat()
        case str():
            return guarded(cell)
        case _:
            return guarded(SEPARATOR.join(cell))


def guarded(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
