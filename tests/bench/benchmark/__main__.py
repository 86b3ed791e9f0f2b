"""Run as ``python -m benchmark``: builds of the same pages in turn, and what they took."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from .contenders import (
    OTHERS,
    OURS,
    PLAIN,
    ROOT,
    SITE,
    TYPED,
    WORDS,
    Contender,
    this_project,
)
from .content import codes
from .keeping import keep, read_results
from .machine import commit, machine, program_version, versions, worktree
from .measuring import BuildFailedError, Sample, measure
from .plans import write_plan
from .results import table, with_sizes_of
from .sizes import size_of
from .words import write_words

FOLDER = Path(__file__).parents[1]


@click.command()
@click.option("--size", "sizes", type=int, multiple=True, default=(70,), show_default=True)
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True)
@click.option("--against", metavar="REV", help="A commit of this project to compare with.")
@click.option("--only", multiple=True, metavar="NAME", help="A builder, by the table's name.")
@click.option("--add", is_flag=True, help="Keep what the files hold of other sizes.")
@click.option("--output", type=click.Path(path_type=Path), default=FOLDER, show_default="here")
def main(
    sizes: tuple[int, ...],
    rounds: int,
    against: str | None,
    only: tuple[str, ...],
    add: bool,
    output: Path,
) -> None:
    """Build plans of SIZE pages a language, in turn, and write results.md and results.json."""
    with ExitStack() as stack:
        contenders = [OURS, PLAIN, TYPED]
        if against is not None:
            past = stack.enter_context(worktree(ROOT, against))
            contenders.insert(1, this_project(f"{OURS.name} at {commit(ROOT, against)}", past))
        contenders += OTHERS
        unknown = set(only) - {contender.name for contender in contenders}
        if unknown:
            raise click.ClickException(f"Nobody is called {', '.join(sorted(unknown))}.")
        samples: list[Sample] = []
        before = read_results(output) if add else None
        if before is not None:  # said before hours of measuring, not after
            try:
                with_sizes_of(before, _results(contenders, sizes, rounds, samples))
            except ValueError as error:
                raise click.ClickException(f"Not to be added to: {error}") from None
        for number, size in enumerate(sizes, 1):
            try:
                samples += _measured(contenders, size, rounds, only)
            except BuildFailedError as error:
                raise click.ClickException(str(error)) from None
            # After each size: a long run that is stopped keeps what is whole.
            results = _results(contenders, sizes[:number], rounds, samples)
            if before is not None:
                results = with_sizes_of(before, results)
            keep("results", results, table(results, PLAIN.name, TYPED.name), output)


def _measured(
    contenders: Sequence[Contender], size: int, rounds: int, only: Sequence[str]
) -> Iterator[Sample]:
    """Samples of every contender that is installed, or of ``only`` those, round after round.

    Raises BuildFailedError.
    """
    # Nothing is deleted before the last round: for a minute after, ext4 passes over each inode that
    # became free, and whoever writes the most files then pays for what others wrote.
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        plan = Path(name) / "plan"
        plan.mkdir()
        write_plan(size_of(size), plan, (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
        if not only or TYPED.name in only:
            finished = Path(name) / "finished"
            measure(OURS, plan, finished, size=size, number=0, least=size * len(codes()))
            write_words(finished / "project" / SITE, plan / "docs", plan.with_name(WORDS))
        for number in range(1, rounds + 1):
            for place, contender in enumerate(contenders):
                if not contender.is_installed or (only and contender.name not in only):
                    continue
                least = size * len(codes())
                folder = Path(name) / f"{number}-{place}"
                sample = measure(contender, plan, folder, size=size, number=number, least=least)
                click.echo(
                    f"{size} pages, round {number}, {contender.name}: "
                    f"{sample.cpu:.1f} s CPU, {sample.wall:.1f} s"
                )
                yield sample


def _results(
    contenders: Sequence[Contender], sizes: Sequence[int], rounds: int, samples: Sequence[Sample]
) -> dict[str, Any]:
    """What results.json holds."""
    programs = {
        contender.name: program_version(contender.program)
        for contender in contenders
        if contender.program is not None and contender.is_installed
    }
    return {
        "machine": machine(),
        "versions": versions(ROOT) | programs,
        "rounds": rounds,
        "sizes": list(sizes),
        "languages": len(codes()),
        "contenders": [contender.name for contender in contenders],
        "samples": [asdict(sample) for sample in samples],
    }


if __name__ == "__main__":
    main()
