"""What every view is made from, and the addresses it may point to."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from ..l10n import Locale
from ..model import Edition, When
from ..progress import Assessment
from ..translation.progress import TranslationProgress


@dataclass(frozen=True)
class Links:
    """Addresses relative to one page, so that the site works below any path."""

    root: str
    """From the page to the top of its language: "", "../../" and so on."""
    top: str = ""
    """From the page to the top of the whole site."""

    def priority(self, number: int) -> str:
        """The page of a priority."""
        return f"{self.root}priorities/{number}/"

    def deliverable(self, part: str) -> str:
        """The page of a part: 3.4 stands at priorities/3/3-4/."""
        return f"{self.root}priorities/{part.split('.')[0]}/{part.replace('.', '-')}/"

    def commitment(self, line: str) -> str:
        """The place of a promise on the page of its part."""
        return f"{self.deliverable(line.rsplit('.', 1)[0])}#{commitment_anchor(line)}"

    def page(self, path: str) -> str:
        """Any other page, by its address below the language's root."""
        return f"{self.root}{path}"


def links_from(address: str, *, is_source: bool) -> Links:
    """The links of a page at ``address``; other languages stand one folder deeper."""
    root = "../" * address.count("/")
    return Links(root, root if is_source else f"{root}../")


@dataclass(frozen=True)
class Scope:
    """The plan as assessed, in one language, seen from one page."""

    assessment: Assessment
    locale: Locale
    links: Links
    written: AbstractSet[str] = frozenset()
    """The addresses of all pages, for links to what need not have a page of its own."""
    progress: Mapping[str, TranslationProgress] = field(default_factory=dict)
    """How far the translation into each language is, by its tag."""
    editions: tuple[Edition, ...] = ()
    """The whole plan as files, in all languages."""

    def inspection(self, name: str) -> str:
        """The page of an inspection, or its place in the list of all of them."""
        address = f"inspections/{name}/"
        return self.links.page(address if address in self.written else f"inspections/#i-{name}")

    def measure(self, name: str) -> str:
        """The page of a measure."""
        return self.links.page(f"measures/{name}/")


def as_at(scope: Scope) -> str:
    """The day on which the evidence was last brought up to date: statuses hold as at that day."""
    return scope.locale.formats.day(scope.assessment.recorded_last or scope.assessment.as_of)


def time_of(scope: Scope, when: When) -> str | None:
    """Whether ``when`` lies before, during or after the plan; None where it lies across an end."""
    period = scope.assessment.plan.details.period
    if when.end < period.start:
        return "before"
    if when.start > period.end:
        return "after"
    return "during" if when.within(period.start, period.end) else None


def commitment_anchor(line: str) -> str:
    """The id of a promise on a page: c-3-4-a."""
    return f"c-{line.replace('.', '-')}"


def evidence_anchor(entry: str) -> str:
    """The id of an entry on a page."""
    return f"e-{entry}"


def finding_anchor(finding: str) -> str:
    """The id of a finding on a page."""
    return f"f-{finding}"


def source_anchor(source: str) -> str:
    """The id of a source in the list of sources."""
    return f"s-{source}"
