"""The server that people edit beside: it shows each edit by itself, and no mistake ends it."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from previewed import MOUNT, WAIT, Served, serving
from sites import second_project

PAGE = "docs/en/about.md"


@pytest.fixture
def served(root: Path, tmp_path: Path) -> Iterator[Served]:
    # In a folder that is hidden, as a copy for work may be.
    with serving(second_project(root, tmp_path / ".plan")) as server:
        yield server


def test_an_edit_reaches_the_page_that_is_read(served: Served) -> None:
    status, page = served.get("about/")
    assert status == 200
    assert "Zebras" not in page
    served.edit(PAGE, "\n## ", "\nZebras.\n\n## ")
    served.wait_after(page)
    assert "Zebras" in served.get("about/")[1]
    told = served.said("about/index.html: made")
    told += served.said("about/index.html: made")
    assert any(re.match(r"docs/en/about\.md: read in \d+\.\d\d s\.", line) for line in told)


def test_a_problem_shows_in_the_terminal_and_on_the_page_until_it_is_mended(served: Served) -> None:
    data = "content_data/evidence/1.yml"
    _, page = served.get("about/")
    served.edit(data, "when: 2017-06-12", "when: <b>31 June</b>")
    served.wait_after(page)
    status, broken = served.get("about/")
    assert status == 200
    assert '<section class="preview-problems" role="alert"' in broken
    assert "&lt;b&gt;31 June&lt;/b&gt;" in broken
    assert "<b>31 June" not in broken
    assert "<h1" in broken, "the last good page stays below it"
    assert any(line.startswith(f"{data}, line ") for line in served.said("The last good pages"))
    served.edit(data, "when: <b>31 June</b>", "when: 2017-06-12")
    served.wait_after(broken)
    assert "preview-problems" not in served.get("about/")[1]


def test_a_broken_template_shows_on_the_page(served: Served) -> None:
    _, page = served.get("about/")
    served.edit("overrides/main.html", "</body>", "{% nonsense %}</body>")
    served.wait_after(page)
    status, broken = served.get("about/")
    assert status == 500
    assert "overrides/main.html, line" in broken
    served.edit("overrides/main.html", "{% nonsense %}</body>", "</body>")
    served.wait_after(broken)
    assert served.get("about/")[0] == 200


def test_a_new_page_is_found_and_a_removed_one_is_missed(served: Served) -> None:
    status, page = served.get("history/")
    assert status == 404
    assert "<h1" in page
    (served.project / "docs/en/history.md").write_bytes((served.project / PAGE).read_bytes())
    served.wait_after(page)
    status, page = served.get("history/")
    assert status == 200
    (served.project / "docs/en/history.md").unlink()
    served.wait_after(page)
    assert served.get("history/")[0] == 404


def test_files_are_sent_as_what_they_are_and_kept_by_no_browser(served: Served) -> None:
    for path, kind in [
        ("assets/plan.css", "text/css"),
        ("assets/page.js", "text/javascript"),
        ("feed.xml", "application/xml"),
        ("", "text/html"),
    ]:
        with urlopen(f"{served.top}{MOUNT}{path}", timeout=WAIT) as answer:  # noqa: S310 - our own server
            assert answer.headers["Content-Type"].split(";")[0] in (kind, f"text/{kind[12:]}")
            assert answer.headers["Cache-Control"] == "no-store"
            assert len(answer.read()) == int(answer.headers["Content-Length"]) > 0


def test_addresses_without_their_slash_or_outside_the_site_lead_on(served: Served) -> None:
    for path in ("", "/police-plan", f"{MOUNT}about"):
        with urlopen(served.top + path, timeout=WAIT) as answer:  # noqa: S310 - our own server
            assert answer.status == 200
            assert answer.url.endswith("/")
    assert served.get("../mkdocs.yml")[0] == 404


def test_an_edit_of_the_program_starts_it_anew(served: Served) -> None:
    _, page = served.get("about/")
    served.edit("hooks/write_exports.py", '"""Writes', '"""Anew: writes')
    said = served.said("The site is at")
    assert "hooks/write_exports.py has changed. Starting anew." in said
    served.wait_after(page)
    assert served.get("about/")[0] == 200


def test_content_that_never_held_together_is_told_until_it_does(root: Path, tmp_path: Path) -> None:
    project = second_project(root, tmp_path / "plan")
    (project / "content_data" / "rounds.yml").unlink()
    with serving(project) as server:
        status, page = server.get("about/")
        assert status == 503
        assert "content_data/rounds.yml: the file is missing" in page
        original = root / "tests" / "second_plan" / "content_data" / "rounds.yml"
        (project / "content_data" / "rounds.yml").write_bytes(original.read_bytes())
        server.wait_after(page)
        assert server.get("about/")[0] == 200


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_told_to_and_leaves_nothing(
    told: signal.Signals, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / "temporary"
    left.mkdir()
    monkeypatch.setenv("TMPDIR", str(left))
    # A shell lets what it starts behind itself ignore Ctrl+C, and so would the server.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with serving(second_project(root, tmp_path / "plan")) as server:
        assert server.get("about/")[0] == 200
        assert list(left.iterdir())
        server.process.send_signal(told)
        assert server.process.wait(WAIT) == 0
    signal.signal(signal.SIGINT, before)
    assert list(left.iterdir()) == []
