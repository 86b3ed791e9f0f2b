"""What Chromium is sent at a first visit of a page, and what Lighthouse makes of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Request

from machine_browser import find_browser

KINDS = {"document": "HTML", "stylesheet": "style", "script": "script", "font": "font"}
OTHER = "other"
_LIGHTHOUSE = "lighthouse@13.5.0"
SCORES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {
    "first-contentful-paint": "FCP, ms",
    "largest-contentful-paint": "LCP, ms",
    "total-blocking-time": "TBT, ms",
}
"""By Lighthouse's own simulation of a slow phone; not times of this machine."""


@dataclass(frozen=True)
class Weight:
    """One page at a first visit."""

    language: str
    page: str
    requests: int
    bytes: Mapping[str, int]
    """Bytes of bodies as sent, by kind."""

    @property
    def total(self) -> int:
        """Bytes of all kinds."""
        return sum(self.bytes.values())


def weigh(browser: Browser, top: str, language: str, address: str) -> Weight:
    """The page at ``address`` of ``language``, with nothing kept from an earlier visit.

    Raises ValueError where the page or something that it asks for is not there.
    """
    with browser.new_context() as context:
        page = context.new_page()
        requests: list[Request] = []
        page.on("request", lambda request: requests.append(request))
        page.goto(top + path_of(language, address), wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        return Weight(language, address, len(requests), _bytes_of(requests))


def path_of(language: str, address: str) -> str:
    """Where the page at ``address`` stands in ``language``: English is at the top."""
    return address if language == "en" else f"{language}/{address}"


def _bytes_of(requests: Iterable[Request]) -> dict[str, int]:
    found = dict.fromkeys((*KINDS.values(), OTHER), 0)
    for request in requests:
        answer = request.response()
        if answer is None or not answer.ok:
            raise ValueError(f"{request.url} was asked for and not sent")
        found[KINDS.get(request.resource_type, OTHER)] += request.sizes()["responseBodySize"]
    return found


@dataclass(frozen=True)
class Judged:
    """One run of Lighthouse on one page, or the medians of several."""

    language: str
    page: str
    scores: Mapping[str, float]
    """Of 100, by category."""
    times: Mapping[str, float]
    """Milliseconds, by audit."""
    shift: float
    """Cumulative layout shift."""


def judge(top: str, language: str, address: str) -> Judged:
    """One run of Lighthouse as on a phone. npx fetches it from the npm registry when first run.

    Raises CalledProcessError.
    """
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        report = Path(folder) / "report.json"
        flags = f"--headless=new --no-sandbox --disable-gpu --user-data-dir={folder}/profile"
        command = (
            "npx", "--yes", _LIGHTHOUSE, top + path_of(language, address), "--quiet",
            "--output=json", f"--output-path={report}", "--form-factor=mobile",
            f"--chrome-flags={flags}",
        )  # fmt: skip
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": _whole_browser()})
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return read_report(found, language, address)


def _whole_browser() -> str:
    """A browser with windows, which Lighthouse wants, or the one that the tests take."""
    named = (os.environ.get("CHROME_PATH"), "chromium", "google-chrome")
    found = (shutil.which(name) for name in named if name)
    return next((path for path in found if path), None) or find_browser()


def read_report(report: Mapping[str, Any], language: str, page: str) -> Judged:
    """The numbers of a report of Lighthouse."""
    audits = report["audits"]
    return Judged(
        language,
        page,
        {name: round(100 * (report["categories"][name]["score"] or 0)) for name in SCORES},
        {name: round(audits[name]["numericValue"]) for name in TIMES},
        round(audits["cumulative-layout-shift"]["numericValue"], 3),
    )


def median_of(runs: Sequence[Judged]) -> Judged:
    """The median of each number of ``runs``, which are of one page."""
    first = runs[0]
    return Judged(
        first.language,
        first.page,
        {name: median(run.scores[name] for run in runs) for name in SCORES},
        {name: median(run.times[name] for run in runs) for name in TIMES},
        median(run.shift for run in runs),
    )


def weight_table(results: Mapping[str, Any]) -> str:
    """The Markdown of weight.md, from what weight.json holds."""
    return "\n".join((*_opening(results), *_weighed(results), *_judged(results), ""))


def _opening(results: Mapping[str, Any]) -> Iterator[str]:
    yield "# What pages weigh"
    yield ""
    yield "`nox -s weight` writes this file and `weight.json`. Bytes are those of bodies as sent,"
    yield "text with gzip, at a first visit in Chromium without windows, which asks for no icon."
    yield ""
    yield f"- Commit of the repository: {results['commit']}. Browser: {results['browser']}."
    yield ""


def _weighed(results: Mapping[str, Any]) -> Iterator[str]:
    kinds = (*KINDS.values(), OTHER)
    yield f"| page | language | requests | {' | '.join(kinds)} | all |"
    yield "| --- | --- |" + " ---: |" * (len(kinds) + 2)
    for entry in results["pages"]:
        weight = Weight(**entry)
        cells = [f"{weight.bytes[kind]:,}" for kind in kinds]
        yield (
            f"| /{weight.page} | {weight.language} | {weight.requests} "
            f"| {' | '.join(cells)} | {weight.total:,} |"
        )


def _judged(results: Mapping[str, Any]) -> Iterator[str]:
    runs = [Judged(**entry) for entry in results["lighthouse"]]
    yield ""
    if not runs:
        yield "Lighthouse was not run: `nox -s weight -- --lighthouse` does."
        return
    rounds = results["rounds"]
    yield f"{_LIGHTHOUSE}, mobile, medians of {rounds} runs. Its times are of the slow phone and"
    yield "the slow network that it simulates."
    yield ""
    yield f"| page | language | {' | '.join(SCORES)} | {' | '.join(TIMES.values())} | CLS |"
    yield "| --- | --- |" + " ---: |" * (len(SCORES) + len(TIMES) + 1)
    for start in range(0, len(runs), rounds):
        one = median_of(runs[start : start + rounds])
        numbers = [f"{one.scores[name]:.0f}" for name in SCORES]
        numbers += [f"{one.times[name]:.0f}" for name in TIMES]
        yield f"| /{one.page} | {one.language} | {' | '.join(numbers)} | {one.shift:.3f} |"
