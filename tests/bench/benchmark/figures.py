"""Invented measures, with their tables, and invented inspections."""

from __future__ import annotations

from typing import Any

from .sentences import name, say
from .sizes import Size

_CHARTS = ("bars", "time", "pairs", "none")
_UNITS = ("number", "percent", "per-1000-people", "gbp")
_YEARS = range(2013, 2020)
_QUESTIONS = ("effectiveness", "harm", "investigating", "efficiency")
_OLDER = ("good", "requires-improvement", "inadequate", "outstanding")
_NEWER = ("adequate", "good", "outstanding", "requires-improvement", "inadequate")
_OUTSIDE = "england-and-wales"

Entry = dict[str, Any]
Row = tuple[str, ...]
COLUMNS: Row = (
    "name", "series", "period", "area", "value", "words", "qualifier", "state", "source", "note",
)  # fmt: skip


def measured_parts(place: int, size: Size) -> list[str]:
    """The parts that the measure at ``place`` bears on."""
    parts = size.all_parts
    return [parts[place % len(parts)]]


def measure(place: int, size: Size) -> Entry:
    """content_data/measures/<id>.yml."""
    key, chart = size.measure_ids[place], _CHARTS[place % len(_CHARTS)]
    entry: Entry = {
        "id": key,
        "title": name(key, 4),
        "summary": say(f"{key} summary", 14),
        "headline": f"{name(f'{key} head', 6)} {{latest}} {name(f'{key} line', 8).lower()}.",
        "series": [
            {"id": series, "label": name(f"{key} {series}", 4), "unit": _unit(place)}
            for series in ("first", "second")
        ],
    }
    if chart == "pairs":
        entry["compared_with"] = _OUTSIDE
    return entry | {
        "chart": chart,
        "counts": say(f"{key} counts", 16),
        "leaves_out": say(f"{key} leaves", 16),
        "cautions": [say(f"{key} caution {n}", 14) for n in range(2)],
        "deliverables": measured_parts(place, size),
    }


def _unit(place: int) -> str:
    return _UNITS[place % len(_UNITS)]


def rows(place: int) -> list[Row]:
    """content_data/measures/<id>.csv: two series over some years, or beside other places."""
    found: list[Row] = []
    pairs = _CHARTS[place % len(_CHARTS)] == "pairs"
    areas = ("county", _OUTSIDE) if pairs else ("county",)
    for series in ("first", "second"):
        for year in _YEARS[:1] if pairs else _YEARS[: 4 + place % 4]:
            for area in areas:
                value = str(20 + (place * 7 + year) % 60)
                called = "" if found else "latest"
                period = f"{year}/{(year + 1) % 100:02}"
                found.append(
                    (called, series, period, area, value, "", "", "", "counts", "")
                )  # fmt: skip
    return found


def inspected_parts(place: int, size: Size) -> list[str]:
    """The parts that the findings of the inspection at ``place`` bear on."""
    parts = size.all_parts
    return [parts[(place * 5 + n) % len(parts)] for n in range(3)]


def inspection(place: int, size: Size) -> Entry:
    """content_data/inspections/<id>.yml: grades, a cause for concern, and what was to be done."""
    key = size.inspection_ids[place]
    year = int(key[:4])
    older = year < 2016
    grades = _OLDER if older else _NEWER
    parts = inspected_parts(place, size)
    return {
        "id": key,
        "title": name(key, 4),
        "body": "Invented Inspectorate",
        "programme": f"Programme {year}",
        "year": year,
        "published": f"{year}-11-05",
        "round": "older" if older else "newer",
        "grades": [
            {"question": question, "grade": grades[(place + n) % len(grades)]}
            for n, question in enumerate(_QUESTIONS)
        ],
        "findings": [
            _finding(key, 0, "cause-of-concern", parts[0]),
            _finding(key, 1, "recommendation", parts[0])
            | {"part_of": f"finding-{year}-0", "by_when": name(f"by {key}", 3)},
            _finding(key, 2, "area-for-improvement", parts[1]),
            _finding(key, 3, "area-for-improvement", parts[2]),
        ],
        "response": {"state": "not-found", "searched": "2026-11-22", "where": say(f"{key} where")},
        "source": "inspectors",
    }


def _finding(key: str, number: int, kind: str, part: str) -> Entry:
    return {
        "id": f"finding-{key[:4]}-{number}",
        "kind": kind,
        "question": _QUESTIONS[number],
        "text": say(f"{key} finding {number}", 16),
        "deliverables": [part],
    }
