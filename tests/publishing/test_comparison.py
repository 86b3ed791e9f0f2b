"""Two small sites, compared as a reader would."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare import compare, compare_lines, compare_pages, lines_of
from report import Change, PageChange, StatusChange, TranslationChange
from sums import sums_of

LANGUAGES = ["en", "ur"]


def page(main: str, foot: str = "") -> bytes:
    return f"<!doctype html><title>x</title><main>{main}</main><footer>{foot}</footer>".encode()


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("<p>One.</p><p>Two.</p>", "<p>One.</p><p>Three.</p>", [("text", "Two.", "Three.")]),
        ("<p>Up to 5,000 pounds</p>", "<p>Up to 6,000 pounds</p>", ["figures"]),
        ("<ul><li>A</li></ul>", "<ul><li>A</li><li>B</li></ul>", [("text", "", "B")]),
        ("<p>A</p><p>B</p>", "<p>B</p>", [("text", "A", "")]),
        ("<p>A <b>bold</b> word</p>", "<p>A <i>bold</i>\n word</p>", []),
        ("<p>A</p><script>1</script>", "<p>A</p><script>2</script>", []),
        ("<p>A</p><p class=meta>May</p>", "<p>A</p><p class=meta>June</p>", []),
        ("<p>A</p><!-- x -->", "<p>A</p><!-- y -->", []),
        ("<td>A</td>", "<td>A</td> tail", [("text", "", "tail")]),
    ],
)
def test_lines_are_what_is_read(
    before: str, after: str, changes: list[str | tuple[str, str, str]]
) -> None:
    found = list(compare_lines(page(before), page(after)))
    if changes == ["figures"]:
        assert [change.kind for change in found] == changes
    else:
        assert found == [Change(*change) for change in changes]


def test_a_line_holds_the_marks_inside_it() -> None:
    assert lines_of(page("<h1>A <bdi>3.4</bdi></h1><div>one<p>two</p>three</div>")) == [
        "A 3.4",
        "one",
        "two",
        "three",
    ]


def test_a_page_is_told_once_for_its_languages() -> None:
    before = {
        "index.html": page("<p>1</p>"),
        "ur/index.html": page("<p>1</p>"),
        "about/index.html": page("<p>A</p>", "old foot"),
        "ur/gone/index.html": page(""),
    }
    after = {
        "index.html": page("<p>2</p>"),
        "ur/index.html": page("<p>2</p>"),
        "about/index.html": page("<p>A</p>", "new foot"),
        "new/index.html": page(""),
    }
    assert list(compare_pages(before, after, LANGUAGES)) == [
        PageChange("changed", "", ("en", "ur"), (Change("figures", "1", "2"),)),
        PageChange("gone", "gone/", ("ur",)),
        PageChange("new", "new/", ("en",)),
    ]


def test_of_many_lines_the_first_are_told() -> None:
    before = {"ur/x/index.html": page("".join(f"<p>a{n}</p>" for n in range(5)))}
    after = {"ur/x/index.html": page("".join(f"<p>b{n}</p>" for n in range(5)))}
    (found,) = compare_pages(before, after, LANGUAGES)
    assert (len(found.changes), found.more) == (3, 2)


def write_site(folder: Path, status: str, outdated: int, *more: str) -> Path:
    (folder / "data").mkdir(parents=True)
    lines = [{"id": name, "status": status} for name in ("1.1.a", *more)]
    plan = {
        "languages": [{"code": code} for code in LANGUAGES],
        "priorities": [{"deliverables": [{"commitments": lines}]}],
    }
    words = {"current": 3, "fuzzy": 0, "empty": 0}
    sections = {"current": 2, "outdated": outdated, "missing": 0}
    state = {"sections": sections, "interface_words": words, "data_words": words}
    (folder / "data/plan.json").write_text(json.dumps(plan))
    (folder / "data/translations.json").write_text(json.dumps({"languages": {"ur": state}}))
    (folder / "index.html").write_bytes(page(f"<p>{status}</p>"))
    return folder


def test_statuses_and_translations_come_from_the_open_data(tmp_path: Path) -> None:
    before = write_site(tmp_path / "before", "no-evidence", 0)
    after = write_site(tmp_path / "after", "changed", 2, "1.1.b")
    printed = [
        "warning: docs/ur/x.md: old.",
        "  It shows on x, in ur.",
        "warning: y.",
        "No errors.",
    ]
    report = compare(before, after, printed)
    assert report.problems == ("warning: docs/ur/x.md: old. It shows on x, in ur.", "warning: y.")
    assert report.statuses == (
        StatusChange("1.1.a", "no-evidence", "changed"),
        StatusChange("1.1.b", "", "changed"),
    )
    assert report.translations == (TranslationChange("ur", "outdated sections", 0, 2),)
    assert [change.address for change in report.pages] == [""]
    assert compare(after, after, []).pages == ()


def test_where_a_site_is_missing_the_problems_stay(tmp_path: Path) -> None:
    after = write_site(tmp_path / "after", "changed", 0)
    report = compare(tmp_path / "none", after, ["error: x: y."])
    assert (report.built, report.problems, report.pages) == (False, ("error: x: y.",), ())


def test_the_sums_are_of_every_file_but_themselves(tmp_path: Path) -> None:
    site = write_site(tmp_path, "changed", 0)
    (site / ".well-known").mkdir()
    (site / ".well-known/security.txt").write_text("x")
    (site / "SHA256SUMS").write_text("old")
    told = [line.split("  ")[1] for line in sums_of(site).splitlines()]
    assert told == [
        ".well-known/security.txt",
        "data/plan.json",
        "data/translations.json",
        "index.html",
    ]
    before = sums_of(site)
    (site / "index.html").write_text("other")
    assert sums_of(site) != before
