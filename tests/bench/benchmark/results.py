"""What was measured, as data and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from .measuring import Sample

NOT_MEASURED = "not measured"
_HEAD = (
    "pages",
    "built by",
    "CPU, seconds",
    "against plain",
    "against plain with our words",
    "wall, seconds",
    "against plain",
    "largest process, MiB",
)


@dataclass(frozen=True)
class Medians:
    """The medians of one contender at one size."""

    cpu: float
    wall: float
    peak: float


def medians(samples: Iterable[Sample], contender: str, size: int) -> Medians | None:
    """The medians over all rounds; None where nothing was measured."""
    found = [s for s in samples if (s.contender, s.size) == (contender, size)]
    if not found:
        return None
    return Medians(
        median(s.cpu for s in found), median(s.wall for s in found), median(s.peak for s in found)
    )


def ratio(value: float, plain: float | None) -> str:
    """``value`` as so many times ``plain``; nothing where that was not measured."""
    return "" if plain is None else f"{value / plain:.2f}"


def with_sizes_of(before: dict[str, Any], results: dict[str, Any]) -> dict[str, Any]:
    """``results``, and what was measured ``before`` of other sizes with the very same programs.

    Raises ValueError where the machine, a version or the number of rounds is another.
    """
    for key in ("machine", "versions", "rounds", "languages"):
        if before[key] != results[key]:
            raise ValueError(f"{key}: {before[key]} before, {results[key]} now")
    kept = [sample for sample in before["samples"] if sample["size"] not in results["sizes"]]
    return {
        **results,
        "sizes": sorted({*before["sizes"], *results["sizes"]}),
        "contenders": list(dict.fromkeys([*before["contenders"], *results["contenders"]])),
        "samples": [*kept, *results["samples"]],
    }


def table(results: dict[str, Any], plain: str, typed: str) -> str:
    """The Markdown of results.md, from what results.json holds.

    Compared with are ``plain``, and ``typed``: the same with our pages' words typed in.
    """
    samples = [Sample(**sample) for sample in results["samples"]]
    rows = [_HEAD, *_rows(samples, results, plain, typed)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "| ---: | --- |" + " ---: |" * (len(_HEAD) - 2))
    return "\n".join((*_opening(results), "", *lines, ""))


def _rows(
    samples: Sequence[Sample], results: dict[str, Any], plain: str, typed: str
) -> Iterator[tuple[str, ...]]:
    languages = results["languages"]
    for size in results["sizes"]:
        against, in_words = medians(samples, plain, size), medians(samples, typed, size)
        for contender in results["contenders"]:
            pages = f"{size} x {languages}"
            own = medians(samples, contender, size)
            if own is None:
                yield (pages, contender, NOT_MEASURED, *[""] * (len(_HEAD) - 3))
                continue
            yield (
                pages,
                contender,
                f"{own.cpu:.1f}",
                ratio(own.cpu, against.cpu if against else None),
                ratio(own.cpu, in_words.cpu if in_words else None),
                f"{own.wall:.1f}",
                ratio(own.wall, against.wall if against else None),
                f"{own.peak / 2**20:.0f}",
            )


def _opening(results: dict[str, Any]) -> Iterator[str]:
    machine, versions = results["machine"], results["versions"]
    loads = [sample["load"] for sample in results["samples"]]
    yield "# How long builds take"
    yield ""
    yield "`nox -s bench` writes this file and `results.json`, which holds every sample."
    yield "[README.md](README.md) tells what is compared, and what each of these does not do."
    yield ""
    yield f"- Rounds: {results['rounds']}, in turn. Each number is the median of its rounds."
    yield "- CPU is user and system time of all processes. Pages are those of one language, times"
    yield "  languages. Memory is that of the largest single process of a build, not their sum."
    yield f"- Machine: {machine['processor']}, {machine['cores']} cores, {machine['memory']} GiB."
    if loads:
        yield f"- Load average before a build: {min(loads):.1f} to {max(loads):.1f}."
    yield "- " + ", ".join(f"{name} {version}" for name, version in versions.items()) + "."
