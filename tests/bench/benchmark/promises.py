"""What an invented plan promised, and what was invented as published about it."""

from __future__ import annotations

from typing import Any

from .sentences import name, say
from .sizes import Size

_LINES_A_PART = (2, 3, 3)
"""The real plan has 103 lines in 38 parts."""
_KINDS = ("act", "ensure", "explore", "fund", "inform", "monitor", "publish")
_DUTIES = ("standing", "once", "standing", "standing", "yearly")
_CLARITIES = ("yes", "partly", "no")
_READ = "2026-11-22"

Entry = dict[str, Any]


def is_sensitive(part: str) -> bool:
    """Whether ``part`` is about danger at home: one in five, about as on the real site."""
    return int(part.split(".")[1]) % 5 == 4


def priority(number: int, size: Size) -> Entry:
    """content_data/priorities/<number>.yml."""
    parts = size.part_ids(number)
    key = f"priority {number}"
    return {
        "number": number,
        "title": name(key, 7),
        "summary": say(f"{key} summary", 20),
        "summary_items": [
            {"text": name(f"{key} item {n}", 4), "deliverables": [part], "note": say(f"{key} {n}")}
            for n, part in enumerate(parts[:6])
        ],
        "source_notes": [say(f"{key} note")],
        "deliverables": [_part(part, parts, n) for n, part in enumerate(parts)],
    }


def _part(part: str, siblings: list[str], place: int) -> Entry:
    entry: Entry = {"id": part, "title": name(f"part {part}", 5), "summary": say(f"sum {part}", 14)}
    if is_sensitive(part):
        entry["sensitive"] = "yes"
    others = [other for other in siblings[place + 1 : place + 3] if other != part]
    if others:
        entry["see_also"] = [{"id": o, "why": say(f"why {part} {o}", 10)} for o in others]
    if place % 3 == 0:
        entry["source_notes"] = [say(f"note {part}")]
    entry["commitments"] = [_line(line, place + n) for n, line in enumerate(lines_of(part))]
    return entry


def lines_of(part: str) -> list[str]:
    """The names of the lines of ``part``."""
    count = _LINES_A_PART[int(part.split(".")[1]) % len(_LINES_A_PART)]
    return [f"{part}.{letter}" for letter in "abc"[:count]]


def duty_of(place: int) -> str:
    """Whether the line at ``place`` is kept once, each year or always."""
    return _DUTIES[place % len(_DUTIES)]


def _line(line: str, place: int) -> Entry:
    clear = _CLARITIES[place % len(_CLARITIES)]
    entry: Entry = {
        "id": line,
        "text": say(f"line {line}", 18),
        "owner": ["office", "partners"] if place % 3 == 0 else "office",
        "kind": _KINDS[place % len(_KINDS)],
        "duty": duty_of(place),
        "shown_by": say(f"shown {line}", 14),
        "clear": clear,
    }
    if clear != "yes":
        entry["clear_note"] = say(f"clear {line}", 12)
    return entry


def evidence(number: int, size: Size) -> list[Entry]:
    """content_data/evidence/<number>.yml: three entries a part, as on the real site."""
    return [
        _entry(part, place, turn)
        for place, part in enumerate(size.part_ids(number))
        for turn in range(3)
    ]


def _entry(part: str, place: int, turn: int) -> Entry:
    key = evidence_id(part, turn)
    entry: Entry = {"id": key}
    if turn < 2:
        month, day = 6 + place % 7, 1 + place % 28
        entry["when"] = f"201{9 - turn}-{month:02}-{day:02}"
    entry |= {
        "recorded": _READ,
        "what": f"{name(f'what {key}', 10)} {{sum}} {name(f'more {key}', 8).lower()}.",
        "figures": {"sum": {"value": 1000 + 137 * place, "unit": "gbp", "qualifier": "about"}},
        "area": ["north", "south"] if turn else "county",
        "deliverables": part,
    }
    if turn == 0:
        entry["commitments"] = f"{part}.a"
    entry |= {
        "timing": "in-plan" if turn < 2 else "undated",
        "fit": "direct" if turn == 0 else "adjacent",
        "source": source_id(part, turn),
    }
    if turn:
        entry["caution"] = say(f"caution {key}", 14)
    return entry


def evidence_id(part: str, turn: int) -> str:
    """The name of an entry."""
    return f"entry-{part.replace('.', '-')}-{turn}"


def source_id(part: str, turn: int) -> str:
    """The name of the source of an entry."""
    return f"source-{part.replace('.', '-')}-{turn}"


def sources(size: Size) -> list[Entry]:
    """content_data/sources.yml: one for each entry of evidence, and those of everything else."""
    once = [
        _source("office-launch", "official"),
        _source("counts", "official"),
        _source("inspectors", "official"),
        _source("leaflet", "political"),
    ]
    kinds = ("official", "press", "voluntary")
    return once + [
        _source(source_id(part, turn), kinds[turn]) for part in size.all_parts for turn in range(3)
    ]


def _source(key: str, kind: str) -> Entry:
    return {
        "id": key,
        "title": name(f"title {key}", 6),
        "publisher": name(f"publisher {key}", 3),
        "kind": kind,
        "date": "2018-03-09",
        "address": f"https://example.org/{key}/",
        "read": _READ,
    }
