"""The folder content_data of an invented plan, without its catalogues."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml

from . import figures, promises
from .sentences import GIVEN, SOURCE, name, say, voice_of
from .sizes import Size

Entry = dict[str, Any]
_GROUPS = ("police", "domestic-abuse", "victims", "fraud")
_HELP_ENTRIES, _GLOSSARY_TERMS, _FIXED_TERMS = 24, 60, 60
"""About as many as the real site has: they do not grow with a plan."""


class _Dumper(yaml.SafeDumper):
    """Writes no anchors: the loader refuses them."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's interface
        return True


def languages() -> list[dict[str, str]]:
    """The languages of a plan, the source language first."""
    text = (GIVEN / "content" / "languages.yml").read_text(encoding="utf-8")
    found: list[dict[str, str]] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - our own file
    return found


def codes() -> list[str]:
    """The tags of the languages."""
    return [language["code"] for language in languages()]


def content_of(size: Size) -> Iterator[tuple[str, str]]:
    """Each file of content_data, by its path below that folder, and its text."""
    for given in sorted((GIVEN / "content").iterdir()):
        yield given.name, given.read_text(encoding="utf-8")
    yield "sources.yml", written(promises.sources(size))
    for number in size.numbers:
        yield f"priorities/{number}.yml", written(promises.priority(number, size))
        yield f"evidence/{number}.yml", written(promises.evidence(number, size))
    yield "evidence/plan.yml", written([_launch()])
    for place, key in enumerate(size.measure_ids):
        yield f"measures/{key}.yml", written(figures.measure(place, size))
        yield f"measures/{key}.csv", table([figures.COLUMNS, *figures.rows(place)])
    for place, key in enumerate(size.inspection_ids):
        yield f"inspections/{key}.yml", written(figures.inspection(place, size))
    yield "help.yml", written([_help(number) for number in range(_HELP_ENTRIES)])
    yield "glossary.yml", written([_term(number) for number in range(_GLOSSARY_TERMS)])
    yield "terms.csv", table(_fixed_terms())
    yield "search.csv", table(_search_words(size))


def written(data: object) -> str:
    """``data`` as YAML."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def table(rows: Iterable[Sequence[str]]) -> str:
    """``rows`` as CSV."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()


def _launch() -> Entry:
    return {
        "id": "launch",
        "when": "2017-04-03",
        "recorded": "2026-11-22",
        "what": say("launch"),
        "area": "county",
        "timing": "in-plan",
        "fit": "direct",
        "source": "office-launch",
    }


def _help(number: int) -> Entry:
    key = f"help {number}"
    return {
        "id": f"help-{number}",
        "group": _GROUPS[number % len(_GROUPS)],
        "name": name(key, 3),
        "contacts": [
            {"kind": "phone", "value": f"01632 9600{number:02}", "label": name(f"{key} label", 3)},
            {"kind": "web", "value": f"https://example.org/help-{number}/"},
        ],
        "who": say(f"{key} who", 8),
        "expect": [say(f"{key} expect {n}", 9) for n in range(2)],
        "cost": say(f"{key} cost", 4),
        "language_help": say(f"{key} language", 8),
        "sources": "counts",
        "checked": "2026-11-20",
        "recheck_by": "2027-02-20",
    }


def _term(number: int) -> Entry:
    key = f"term {number}"
    return {
        "id": f"term-{number}",
        "term": name(key, 2),
        "meaning": say(f"{key} meaning", 16),
        "sources": "office-launch",
    }


def _fixed_terms() -> Iterator[Sequence[str]]:
    yield "term", "english", "language", "rendering", "keeps_english", "avoid", "note", "source"
    for number in range(_FIXED_TERMS):
        key = f"fixed {number}"
        for code in codes():
            if code != SOURCE:
                rendering = voice_of(code).phrase(key, 3)
                avoided = voice_of(code).phrase(f"not {key}", 6)
                yield f"fixed-{number}", name(key, 3), code, rendering, "", avoided, "", "coined"


def _search_words(size: Size) -> Iterator[Sequence[str]]:
    yield "language", "kind", "name", "words"
    for code in codes():
        voice = voice_of(code)
        for part in size.all_parts:
            words = " | ".join(voice.phrase(f"search {part} {n}", 3) for n in range(2))
            yield code, "part", part, words
