"""What was most likely meant by a date or a number that a spreadsheet has written its own way.

Nothing is taken for what it may mean: 01/02/2023 is a day in February here and in January
elsewhere, and 5,000 is five in many countries. An editor is told what to type, and decides.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: 0{1,2}:00(?::00)?)?")
_MONTHS = "|".join(calendar.month_abbr[1:])
_MONTH_FIRST = re.compile(rf"({_MONTHS})-(\d{{2}})")
_THOUSANDS = re.compile(r"[£$€]?\s*(\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?)\s*%?")
_DECIMAL_COMMA = re.compile(r"(\d+),(\d+)")
_SIGNED = re.compile(r"[£$€]?\s*(\d+(?:\.\d+)?)\s*%?")


def likely_date(text: str) -> str | None:
    """The date that ``text`` most likely means, as it is to be typed; None where nobody can tell.

    The day comes first, as in the United Kingdom.
    """
    if match := _SLASHED.fullmatch(text):
        day, month, year = map(int, match.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return None
    if match := _MONTH_FIRST.fullmatch(text):
        month = list(calendar.month_abbr).index(match[1])
        return f"20{match[2]}-{month:02}"
    return None


def likely_number(text: str) -> str | None:
    """The number that ``text`` most likely means, as it is to be typed; None where none is near."""
    if match := _THOUSANDS.fullmatch(text):
        return re.sub(r"[^\d.]", "", match[1])
    if match := _DECIMAL_COMMA.fullmatch(text):
        return f"{match[1]}.{match[2]}"
    if match := _SIGNED.fullmatch(text):
        return match[1]
    return None
