"""What programs are told of a page: its feed, and data in the terms of schema.org."""

from __future__ import annotations

from dataclasses import dataclass

from ..pages import Page
from ..progress import Assessment
from .data import OTHERS, DataFile, FeedLink, feed_path, measure_files, table_files
from .scope import Scope

_DATA = "data/index.md"
_OFFICE = ("index.md", "contact.md")
_MEDIA = {"csv": "text/csv", "json": "application/json"}


@dataclass(frozen=True)
class Distribution:
    """A file of the data, with its full address."""

    url: str
    media: str


@dataclass(frozen=True)
class DatasetData:
    """The open data: https://schema.org/Dataset."""

    url: str
    start: str
    end: str
    """The days the plan ran."""
    changed: str
    """The day the latest evidence was added."""
    files: tuple[Distribution, ...]


@dataclass(frozen=True)
class OfficeData:
    """The office whose plan it was: https://schema.org/GovernmentOrganization."""

    name: str
    address: str
    email: str


@dataclass(frozen=True)
class LinkedDataView:
    """What the page at hand is about; one of the two."""

    dataset: DatasetData | None = None
    office: OfficeData | None = None


def linked_data_view(assessment: Assessment, page: Page, site_url: str) -> LinkedDataView | None:
    """The dataset on the page of the data, the office on its own page and at home."""
    if page.path == _DATA:
        return LinkedDataView(dataset=_dataset(assessment, page, site_url))
    if page.path in _OFFICE:
        office = assessment.plan.details.office
        return LinkedDataView(
            office=OfficeData(office.name, ", ".join(office.address), office.email)
        )
    return None


def feed_of(scope: Scope, page: Page) -> FeedLink | None:
    """The feed that tells of changes on ``page``; None where no feed does."""
    if page.priority is not None:
        title = scope.locale.data("priority.title", page.priority.title)
        return FeedLink(
            scope.links.page(feed_path(page.priority.number)),
            str(page.priority.number),
            None if page.meta.sensitive else title,
        )
    if page.path == "index.md" or page.path.startswith("progress/"):
        return FeedLink(scope.links.page(feed_path(None)))
    return None


def _dataset(assessment: Assessment, page: Page, site_url: str) -> DatasetData:
    period = assessment.plan.details.period
    changed = page.meta.changed
    url = f"{site_url.rstrip('/')}/{page.address}"
    files = (*table_files(assessment), *measure_files(assessment), *OTHERS)
    return DatasetData(
        url=url,
        start=period.start.isoformat(),
        end=period.end.isoformat(),
        changed=max(changed, assessment.recorded_last or changed).isoformat(),
        files=tuple(
            Distribution(url + file.path, _MEDIA[_ending(file)])
            for file in files
            if _ending(file) in _MEDIA
        ),
    )


def _ending(file: DataFile) -> str:
    return file.path.rpartition(".")[2]
