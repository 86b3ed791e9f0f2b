"""What a pull request is told: true, short, and harmless whatever a branch puts into it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from report import (
    MARKER,
    Change,
    PageChange,
    Report,
    ReportError,
    StatusChange,
    TranslationChange,
    code,
    markdown,
    read_report,
)

SMALL = Report(
    problems=("error: content_data/a.yml, line 3: x.", "warning: docs/pl/b.md: old."),
    built=True,
    pages=(
        PageChange("changed", "", ("en", "ur"), (Change("figures", "5 pounds", "6 pounds"),), 2),
        PageChange("new", "measures/fly-tipping/", ("en", "ur", "pa", "bn")),
    ),
    statuses=(StatusChange("3.2.d", "no-evidence", "action-published"),),
    translations=(TranslationChange("pl", "outdated sections", 0, 2),),
)
HOSTILE = (
    "<script>alert(1)</script>",
    "@octocat see #1, https://evil.example/ and www.evil.example",
    "`@octocat` ``` <!-- what changes -->",
    "[click](https://evil.example/) ![x](https://evil.example/x.png)",
    "line\n\n# heading\n- item",
    "\u202egnp.exe\u0000",
)


def sent(report: Report) -> bytes:
    return json.dumps(asdict(report)).encode()


def test_it_says_what_changes() -> None:
    lines = markdown(SMALL).splitlines()
    assert lines[0] == MARKER
    for line in (
        "The content has 1 error and 1 warning:",
        "- `error: content_data/a.yml, line 3: x.`",
        "1 new, 1 changed.",
        "- changed: `home` in `en`, `ur`",
        "  - figures: `5 pounds` → `6 pounds`",
        "  - and 2 more lines",
        "- new: `measures/fly-tipping/` in 4 languages",
        "- `3.2.d`: `no-evidence` → `action-published`",
        "- `pl`, `outdated sections`: 0 → 2",
    ):
        assert line in lines


def test_it_says_that_nothing_changes() -> None:
    text = markdown(Report((), built=True))
    assert "The content has no problems." in text
    assert "None changes." in text
    assert "Statuses" not in text


def test_without_a_site_it_holds_the_problems() -> None:
    text = markdown(Report(("error: a.yml: broken.",), built=False))
    assert "- `error: a.yml: broken.`" in text
    assert "No site could be built to compare." in text


def test_it_comes_back_as_it_was_sent() -> None:
    assert read_report(sent(SMALL)) == SMALL


def test_twenty_are_shown_and_the_rest_is_counted() -> None:
    pages = tuple(PageChange("new", f"page-{n}/", ("en",)) for n in range(33))
    text = markdown(Report((), built=True, pages=pages))
    assert "`page-19/`" in text
    assert "`page-20/`" not in text
    assert "- and 13 more pages" in text


def test_the_longest_fits_into_a_comment() -> None:
    """GitHub takes 65,536 characters."""
    long = "x" * 10_000
    change = Change(long, long, long)
    page = PageChange(long, long, (long,) * 3, (change,) * 30, 5)
    report = Report(
        (long,) * 50, True, (page,) * 50, (StatusChange(long, long, long),) * 50,
        (TranslationChange(long, long, 1, 2),) * 50,
    )  # fmt: skip
    assert len(markdown(report)) < 65_000


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_branch_writes_is_shown_as_code(text: str) -> None:
    """As CommonMark reads it, no string of the report is anything but code."""
    page = PageChange(text, text, (text,), (Change(text, text, text),))
    report = Report(
        (text,), True, (page,), (StatusChange(text, text, text),),
        (TranslationChange(text, text, 1, 2),),
    )  # fmt: skip
    kinds = set()
    for token in MarkdownIt("commonmark").parse(markdown(report)):
        for child in token.children or []:
            kinds.add(child.type)
            if child.type == "text":
                assert "evil" not in child.content
                assert "@" not in child.content
                assert "script" not in child.content
    assert "code_inline" in kinds
    assert kinds <= {"text", "code_inline", "softbreak"}
    assert markdown(report).count("\n# ") == 0
    assert "\u202e" not in markdown(report)


@given(st.text())
def test_a_span_of_code_holds_any_text(text: str) -> None:
    (paragraph,) = [t for t in MarkdownIt("commonmark").parse(code(text)) if t.type == "inline"]
    assert [child.type for child in paragraph.children or []] == ["code_inline"]


def without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda report: report.pop(name)


@pytest.mark.parametrize(
    "change",
    [
        without("pages"),
        lambda report: report.update(extra=1),
        lambda report: report.update(built=1),
        lambda report: report.update(problems="error: x"),
        lambda report: report.update(problems=[1]),
        lambda report: report["pages"][0].update(more=True),
        lambda report: report["pages"][0].update(languages={"en": 1}),
        lambda report: report["pages"][0]["changes"][0].update(before=None),
        lambda report: report["translations"][0].update(after="2"),
    ],
)
def test_what_is_no_report_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    read = json.loads(sent(SMALL))
    change(read)
    with pytest.raises(ReportError):
        read_report(json.dumps(read).encode())


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"[" * 100_000, b" " * 5_000_001])
def test_what_is_not_even_json_is_refused(data: bytes) -> None:
    with pytest.raises(ReportError):
        read_report(data)


def test_it_needs_python_alone(root: Path, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_bytes(sent(SMALL))
    tool = str(root / "tools" / "report.py")
    # -I and -S: neither packages nor this folder's modules, as on the machine with the token.
    command = [sys.executable, "-I", "-S", tool, str(tmp_path / "report.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == markdown(SMALL), done.stderr
    done = subprocess.run([*command[:-1], tool], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The report is not JSON")
