"""Tables as Excel saves them: read where they are plain, explained where they are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crimeplan.load import load_content
from crimeplan.load.retyped import likely_date, likely_number
from samples import FILES, write_content

TABLE = FILES["measures/crime-rates.csv"].replace("By household.", "By “household” in £.")
Saved = Callable[[str], bytes]


def parted(text: str, sign: str) -> str:
    """``text`` with its columns parted by ``sign``; no cell of it holds a comma."""
    return text.replace(",", sign)


def widened(text: str) -> str:
    """``text`` with two columns and two rows that were once used and are empty now."""
    wide = "".join(f"{line},,\n" for line in text.splitlines())
    return wide + ",,,,,,,,,,,\n" * 2 + "\n"


SAVED: dict[str, Saved] = {
    "CSV UTF-8": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "line ends of an old Macintosh": lambda text: text.replace("\n", "\r").encode(),
    "semicolons": lambda text: parted(text, ";").replace("\n", "\r\n").encode("utf-8-sig"),
    "tabulators": lambda text: parted(text, "\t").encode(),
    "Unicode Text": lambda text: parted(text, "\t").replace("\n", "\r\n").encode("utf-16"),
    "Unicode Text, big end first": lambda text: (
        b"\xfe\xff" + parted(text, "\t").encode("utf-16-be")
    ),
    "empty columns and rows at the end": lambda text: widened(text).encode(),
    "spaces in the header": lambda text: text.replace("name,series", "name , series").encode(),
    "every cell in quotation marks": lambda text: "".join(
        '"' + line.replace(",", '","') + '"\n' for line in text.splitlines()
    ).encode(),
}


@pytest.mark.parametrize("save", SAVED.values(), ids=SAVED.keys())
def test_a_table_is_read_as_it_was_saved(save: Saved, tmp_path: Path) -> None:
    plain = load_content(write_content(tmp_path / "plain", measures__crime_rates_csv=TABLE))
    content = write_content(tmp_path / "saved")
    (content / "measures/crime-rates.csv").write_bytes(save(TABLE))
    loaded = load_content(content)
    assert loaded.plan is not None, "\n".join(map(str, loaded.problems))
    assert len(loaded.problems) == 0
    assert plain.partial is not None
    rows = loaded.plan.observations["crime-rates"]
    assert len(rows) == 4
    assert rows[2].note == "By “household” in £."


EXPLAINED: dict[str, tuple[bytes, int, tuple[str, ...]]] = {
    "quotes of Windows": (
        TABLE.encode("cp1252"),
        4,
        ("not saved as UTF-8", "0x93, which Windows uses for “", "CSV UTF-8 (Comma delimited)"),
    ),
    "half of a Unicode Text": (
        parted(TABLE, "\t").encode("utf-16")[:-1],
        0,
        ("not saved as UTF-8", "CSV UTF-8"),
    ),
    "a number that was parted by a comma": (
        TABLE.replace(",61.2,", ',"5,000",').encode(),
        2,
        ("'value' is not a number", "'5,000'", "Type 5000, if that is what is meant"),
    ),
    "a comma for a point": (
        parted(TABLE, ";").replace(";61.2;", ";61,2;").encode(),
        2,
        ("'value' is not a number", "Type 61.2, if"),
    ),
    "a number that became two cells": (
        TABLE.replace(",61.2,", ",5,000,").encode(),
        2,
        ("does not fit the header", "type a number without any: 5000"),
    ),
    "a number with its sign": (
        TABLE.replace(",61.2,", ",£61.20,").encode(),
        2,
        ("Type 61.20, if",),
    ),
    "a day with strokes": (
        TABLE.replace("rate,all,2014-07-01 to 2015-06-30", "rate,all,01/02/2023").encode(),
        2,
        ("'01/02/2023' is not a date", "Type 2023-02-01, if"),
    ),
    "a month that Excel has shortened": (
        TABLE.replace("rate,all,2014-07-01 to 2015-06-30", "rate,all,Nov-21").encode(),
        2,
        ("'Nov-21' is not a date", "Type 2021-11, if"),
    ),
    "a column without a name": (
        TABLE.replace("period,area", ",area", 1).encode(),
        1,
        ("a column between the others has no name", "name it"),
    ),
    "a row that ends too early": (
        TABLE.replace(",,,,plan,\n", ",,plan\n", 1).encode(),
        2,
        ("does not fit the header",),
    ),
    "cells beyond the header": (
        TABLE.replace(",,,,plan,\n", ",,,,plan,,x\n", 1).encode(),
        2,
        ("does not fit the header",),
    ),
    "a NUL": (TABLE.replace("plan", "pl\x00n", 1).encode(), 2, ("NUL", "Delete")),
    "a workbook": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xff", 1, ("not saved as UTF-8",)),
}


@pytest.mark.parametrize("case", EXPLAINED.values(), ids=EXPLAINED.keys())
def test_what_could_be_misread_is_explained(
    case: tuple[bytes, int, tuple[str, ...]], tmp_path: Path
) -> None:
    data, line, says = case
    content = write_content(tmp_path)
    (content / "measures/crime-rates.csv").write_bytes(data)
    loaded = load_content(content)
    assert loaded.plan is None
    told = [p for p in loaded.problems.errors if p.file.endswith("crime-rates.csv")]
    assert any(all(words in str(problem) for words in says) for problem in told), told
    if line:
        assert line in [problem.line for problem in told], told


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("01/02/2023", "2023-02-01"),
        ("1.2.2023", "2023-02-01"),
        ("31/12/2023 00:00", "2023-12-31"),
        ("12/31/2023", None),
        ("Nov-21", "2021-11"),
        ("21/22", None),
        ("in spring", None),
    ],
)
def test_the_likely_date(typed: str, meant: str | None) -> None:
    assert likely_date(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5,000", "5000"),
        ("£1,634,000", "1634000"),
        ("1 634 000", "1634000"),
        ("1\u00a0634", "1634"),
        ("9,9", "9.9"),
        ("9.9%", "9.9"),
        ("£ 5", "5"),
        ("1.234.567", None),
        ("about 5", None),
        ("5,00,000", None),
    ],
)
def test_the_likely_number(typed: str, meant: str | None) -> None:
    assert likely_number(typed) == meant
