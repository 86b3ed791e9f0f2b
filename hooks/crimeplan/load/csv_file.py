"""CSV tables as people and spreadsheets save them: one header row, a cell for each of its columns.

Excel cannot leave out the byte order mark and Windows line ends, and it parts columns by the sign
that its country uses: all that is read as it is. What could be misread is explained instead: words
in another encoding, rows with too many cells; and in the model, dates and numbers.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from pathlib import Path

from ..problems import Problem, Problems
from .text import BOM, is_empty, read_bytes, without_nul
from .yaml_file import Document

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS = (",", ";", "\t")
_SAVE = "In Excel, save it as 'CSV UTF-8 (Comma delimited)'"


def read_table(path: Path, *, file: str, problems: Problems) -> str | None:
    """The text of the table at ``path``, or None and a problem that names it ``file``.

    It may be UTF-8, with or without a byte order mark, or UTF-16 with one: Excel's "Unicode Text".
    """
    data = read_bytes(path, file=file, problems=problems)
    if data is None or is_empty(data, file=file, problems=problems):
        return None
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8"
    try:
        text = data.removeprefix(BOM).decode(encoding)
    except UnicodeDecodeError as error:
        problems.add(_misread(error, file))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return without_nul(text, file=file, problems=problems)


def _misread(error: UnicodeDecodeError, file: str) -> Problem:
    """Says which sign the byte is where it comes from Windows, as curly quotes and £ do."""
    sign = error.object[error.start : error.start + 1]
    meant = sign.decode("cp1252", errors="ignore")
    return Problem(
        file=file,
        line=error.object[: error.start].count(b"\n") + 1,
        what="the file is not saved as UTF-8",
        received=f"the byte {sign[0]:#04x}"
        + (f", which Windows uses for {meant}" if meant else ""),
        remedy=_SAVE,
    )


def parse_csv(text: str, *, file: str, problems: Problems) -> Document | None:
    """The rows of ``text`` as a list of dicts; empty cells are left out, and so are empty rows.

    Columns are parted by the commas, semicolons or tabulators of the first line.
    """
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    rows: list[dict[str, str]] = []
    lines: dict[tuple[str | int, ...], int] = {}
    try:
        names = [name.strip() for name in next(reader, [])]
        header = _without_empty_end(names)
        _check_header(header, file, problems)
        for cells in reader:
            if problems.full(file):
                break
            row = _without_empty_end([cell.strip() for cell in cells])
            if not row:
                continue
            # One cell too many moves all that follow it, even where the last one is empty.
            if len(cells) != len(names) or len(row) > len(header):
                problems.add(_ragged(len(header), len(cells), file, reader.line_num))
                continue
            lines[len(rows),] = reader.line_num
            rows.append({k: v for k, v in zip(header, row, strict=False) if v})
    except csv.Error as error:
        problems.add(
            Problem(
                file=file,
                line=reader.line_num,
                what=f"the table cannot be read: {error}",
                remedy="Close the quotation mark, or double a mark that belongs to the text",
            )
        )
        return None
    return Document(file, rows, lines)


def _without_empty_end(cells: list[str]) -> list[str]:
    """``cells`` without the empty ones at the end, which spreadsheets save once they were used."""
    last = max((number for number, cell in enumerate(cells, 1) if cell), default=0)
    return cells[:last]


def _ragged(expected: int, received: int, file: str, line: int) -> Problem:
    return Problem(
        file=file,
        line=line,
        what="the row does not fit the header",
        expected=f"{expected} cells",
        received=f"{received}",
        remedy="Add or delete commas; put text with commas in quotation marks, and type a number "
        "without any: 5000",
    )


def _check_header(header: list[str], file: str, problems: Problems) -> None:
    for name in sorted(name for name, count in Counter(header).items() if count > 1):
        what = f"the column {name!r} stands twice" if name else "two columns have no name"
        problems.add(
            Problem(file=file, line=1, what=what, remedy="Delete one of the two, or name it")
        )
    if header.count("") == 1:
        problems.add(
            Problem(
                file=file,
                line=1,
                what="a column between the others has no name",
                remedy="Delete it, or name it",
            )
        )
