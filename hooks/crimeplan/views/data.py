"""What can be taken away: the files of the open data, and the feeds of updates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..l10n import Text
from ..progress import Assessment
from .scope import Scope

_FOLDER = "data/"


@dataclass(frozen=True)
class DataFile:
    """A file of the open data.

    Its size is not told: files are made from views, never views from files.
    """

    name: str
    """Names its words in the templates; the id of a measure for the table of that measure."""
    path: str
    """Below the folder of the data."""
    rows: int | None = None
    """How many rows a table has."""


@dataclass(frozen=True)
class Download:
    """A file as a reader meets it."""

    file: DataFile
    url: str
    title: Text | None = None
    """The title of a measure; other files have their words in the templates."""
    about: Text | None = None


@dataclass(frozen=True)
class DownloadsView:
    """Every file of the open data but the schemas of single files."""

    tables: tuple[Download, ...]
    measures: tuple[Download, ...]
    others: tuple[Download, ...]


@dataclass(frozen=True)
class FeedLink:
    """A feed: of the whole plan, or of the priority ``ref``."""

    url: str
    ref: str = ""
    title: Text | None = None
    """The title of its priority; None where it must tell nothing over a shoulder."""


@dataclass(frozen=True)
class FeedsView:
    """The feeds of one language."""

    feeds: tuple[FeedLink, ...]


OTHERS = (
    DataFile("plan", "plan.json"),
    DataFile("translations", "translations.json"),
    DataFile("schema", "schemas/plan.json"),
    DataFile("datapackage", "datapackage.json"),
    DataFile("csv-metadata", "csv-metadata.json"),
    DataFile("sums", "SHA256SUMS"),
)
"""The files that are no tables."""


def feed_path(number: int | None) -> str:
    """Where a feed stands below its language's root: the plan's, or that of a priority."""
    return "feed.xml" if number is None else f"priorities/{number}/feed.xml"


def table_files(assessment: Assessment) -> tuple[DataFile, ...]:
    """The tables of the whole plan."""
    plan = assessment.plan
    rows = {
        "commitments": len(list(plan.commitments)),
        "evidence": len(assessment.evidence),
        "sources": len(plan.sources),
        "inspections": sum(len(i.grades) + len(i.unnamed) for i in plan.inspections),
        "findings": sum(len(i.findings) for i in plan.inspections),
    }
    return tuple(DataFile(name, f"{name}.csv", count) for name, count in rows.items())


def measure_files(assessment: Assessment) -> tuple[DataFile, ...]:
    """A table for each measure."""
    rows = assessment.plan.observations
    return tuple(
        DataFile(measure.id, f"measures/{measure.id}.csv", len(rows[measure.id]))
        for measure in assessment.plan.measures
    )


def downloads_view(scope: Scope) -> DownloadsView:
    """Every file, with the way to it; the files stand once, at the top of the site."""
    assessment, data = scope.assessment, scope.locale.data
    measures = assessment.plan.measure_by_id

    def link(file: DataFile) -> Download:
        return Download(file, f"{scope.links.top}{_FOLDER}{file.path}")

    return DownloadsView(
        tables=tuple(map(link, table_files(assessment))),
        measures=tuple(
            Download(
                file,
                link(file).url,
                data("measure.title", measures[file.name].title),
                data("measure.summary", measures[file.name].summary),
            )
            for file in measure_files(assessment)
        ),
        others=tuple(map(link, OTHERS)),
    )


def feeds_view(scope: Scope) -> FeedsView:
    """The plan's feed, and one for each priority."""
    return FeedsView(tuple(_feeds(scope)))


def _feeds(scope: Scope) -> Iterator[FeedLink]:
    yield FeedLink(scope.links.page(feed_path(None)))
    for priority in scope.assessment.plan.priorities:
        yield FeedLink(
            scope.links.page(feed_path(priority.number)),
            str(priority.number),
            scope.locale.data("priority.title", priority.title),
        )
