"""What edits took, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

_HEAD = ("served by", "edit", "seen in a browser, seconds", "all languages sent anew, seconds")


@dataclass(frozen=True)
class Edit:
    """One file saved while it was served."""

    contender: str
    kind: str
    """What was edited."""
    round: int
    seen: float
    """Seconds from the saving to the words in an open browser, which loaded the page by itself."""
    everywhere: float | None
    """Seconds until the page was sent in each other language too; None where there is none."""


def edits_table(results: dict[str, Any]) -> str:
    """The Markdown of edits.md, from what edits.json holds."""
    rows = [_HEAD, *_rows([Edit(**edit) for edit in results["edits"]])]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "| --- | --- | ---: | ---: |")
    return "\n".join((*_opening(results), "", *lines, ""))


def _rows(edits: list[Edit]) -> Iterator[tuple[str, ...]]:
    for contender, kind in dict.fromkeys((edit.contender, edit.kind) for edit in edits):
        found = [edit for edit in edits if (edit.contender, edit.kind) == (contender, kind)]
        everywhere = [edit.everywhere for edit in found if edit.everywhere is not None]
        yield (
            contender,
            kind,
            f"{median(edit.seen for edit in found):.2f}",
            f"{median(everywhere):.2f}" if everywhere else "one language only",
        )


def _opening(results: dict[str, Any]) -> Iterator[str]:
    machine, versions = results["machine"], results["versions"]
    yield "# How soon an edit is seen"
    yield ""
    yield "`nox -s edits` writes this file and `edits.json`, which holds every sample."
    yield ""
    yield f"- {results['size']} pages in each of {results['languages']} languages, one page open in"
    yield f"  Chromium. Each number is the median of {results['rounds']} edits, from the saving."
    yield f"- Machine: {machine['processor']}, {machine['cores']} cores, {machine['memory']} GiB."
    yield "- " + ", ".join(f"{name} {version}" for name, version in versions.items()) + "."
