"""CSV tables: comma, one header row, as many cells in each row as in the header."""

from __future__ import annotations

import csv
import io
from collections import Counter

from ..problems import Problem, Problems, shorten
from .yaml_file import Document


def parse_csv(text: str, *, file: str, problems: Problems) -> Document | None:
    """The rows of ``text`` as a list of dicts; empty cells are left out."""
    reader = csv.reader(io.StringIO(text), strict=True)
    document = Document(file, [], {})
    try:
        header = next(reader, [])
        if len(header) == 1 and ";" in header[0]:
            problems.add(
                Problem(
                    file=file,
                    line=1,
                    what="the columns are parted by semicolons",
                    received=shorten(header[0]),
                    remedy="Save the file as 'CSV UTF-8 (comma delimited)'",
                )
            )
            return None
        _check_header(header, file, problems)
        for cells in reader:
            if problems.full(file):
                break
            line = reader.line_num
            if len(cells) != len(header):
                problems.add(
                    Problem(
                        file=file,
                        line=line,
                        what="the row does not fit the header",
                        expected=f"{len(header)} cells",
                        received=f"{len(cells)}",
                        remedy="Add or delete commas; put text with commas in quotation marks",
                    )
                )
                continue
            index = len(document.data)
            document.data.append(
                {k: v.strip() for k, v in zip(header, cells, strict=True) if v.strip()}
            )
            document.lines[(index,)] = line
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
    return document


def _check_header(header: list[str], file: str, problems: Problems) -> None:
    for name in sorted(name for name, count in Counter(header).items() if count > 1):
        problems.add(
            Problem(
                file=file,
                line=1,
                what=f"the column {name!r} stands twice",
                remedy="Delete one of the two",
            )
        )
