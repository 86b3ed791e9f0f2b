"""What pages weigh: text is sent compressed, and the table is made from the data."""

from __future__ import annotations

import gzip
import json
import urllib.request
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from benchmark.serving import served
from benchmark.weights import (
    SCORES,
    TIMES,
    Judged,
    Weight,
    median_of,
    path_of,
    read_report,
    weight_table,
)

HOME = Weight("en", "", 3, {"HTML": 1_000, "style": 200, "script": 30, "font": 4, "other": 0})


def judged(performance: float, paint: float) -> Judged:
    scores = dict.fromkeys(SCORES, 100.0) | {"performance": performance}
    return Judged("en", "", scores, dict.fromkeys(TIMES, paint), paint / 10_000)


def results(runs: list[Judged], rounds: int) -> dict[str, Any]:
    found = {
        "commit": "abc1234",
        "browser": "Chromium 1",
        "pages": [asdict(HOME)],
        "rounds": rounds,
        "lighthouse": [asdict(run) for run in runs],
    }
    read: dict[str, Any] = json.loads(json.dumps(found))
    return read


@pytest.mark.parametrize(
    ("name", "compressed"),
    [("index.html", True), ("a.css", True), ("a.js", True), ("a.woff2", False)],
)
def test_text_is_sent_compressed(tmp_path: Path, name: str, *, compressed: bool) -> None:
    content = b"the same again " * 100
    (tmp_path / name).write_bytes(content)
    with served(tmp_path) as top:
        asked = top if name == "index.html" else top + name
        request = urllib.request.Request(asked, headers={"Accept-Encoding": "gzip"})  # noqa: S310 - our own server
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own server
            body, encoding = answer.read(), answer.headers["Content-Encoding"]
    assert encoding == ("gzip" if compressed else None)
    assert (gzip.decompress(body) if compressed else body) == content


@pytest.mark.parametrize(
    ("language", "path"), [("en", "priorities/3/"), ("ur", "ur/priorities/3/")]
)
def test_english_stands_at_the_top(language: str, path: str) -> None:
    assert path_of(language, "priorities/3/") == path


def test_a_page_weighs_all_that_it_asks_for() -> None:
    assert HOME.total == 1_234


def test_medians_are_taken_number_by_number() -> None:
    one = median_of([judged(90, 3_000), judged(70, 1_000), judged(80, 9_000)])
    assert one.scores["performance"] == 80
    assert one.times["largest-contentful-paint"] == 3_000
    assert one.shift == 0.3


def test_a_report_of_lighthouse_is_read() -> None:
    report = {
        "categories": {name: {"score": 0.87} for name in SCORES} | {"seo": {"score": None}},
        "audits": {name: {"numericValue": 1234.56} for name in TIMES}
        | {"cumulative-layout-shift": {"numericValue": 0.01234}},
    }
    found = read_report(report, "ur", "help/")
    assert (found.language, found.page) == ("ur", "help/")
    assert found.scores == dict.fromkeys(SCORES, 87) | {"seo": 0}
    assert found.times == dict.fromkeys(TIMES, 1235)
    assert found.shift == 0.012


def test_the_table_holds_bytes_by_kind() -> None:
    text = weight_table(results([], 0))
    assert "| / | en | 3 | 1,000 | 200 | 30 | 4 | 0 | 1,234 |" in text
    assert "repository: abc1234. Browser: Chromium 1." in text
    assert "Lighthouse was not run" in text


def test_the_table_holds_medians_of_lighthouse() -> None:
    runs = [judged(90, 3_000), judged(70, 1_000), judged(80, 2_000)]
    text = weight_table(results(runs, 3))
    assert "medians of 3 runs" in text
    assert "| / | en | 80 | 100 | 100 | 100 | 2000 | 2000 | 2000 | 0.200 |" in text
