"""An editor's change: what it touches, and what it cannot break."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sites import LANGUAGES, Built, build, copy_project, run_mkdocs, squeeze

STATUS = "  shows: changed\n"


def in_every_language(*addresses: str) -> set[str]:
    """The files of pages at ``addresses`` in all languages."""
    return {
        f"{'' if code == 'en' else f'{code}/'}{address}index.html"
        for code in LANGUAGES
        for address in addresses
    }


@pytest.fixture(scope="module")
def changed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    """The site with one status changed, and the site with one entry added."""

    def with_status(project: Path) -> None:
        path = project / "content_data" / "evidence" / "1.yml"
        text = path.read_text(encoding="utf-8")
        start = text.index("- id: p015\n")
        place = text.index("  timing: in-plan\n", start)
        path.write_text(text[:place] + STATUS + text[place:], encoding="utf-8")

    def with_entry(project: Path) -> None:
        path = project / "content_data" / "evidence" / "7.yml"
        path.write_text(
            path.read_text(encoding="utf-8")
            + """
- id: added-by-test
  when: 2021-09-01
  recorded: 2026-11-22
  what: A board looked at how ready the police were.
  area: county
  deliverables: 7.3
  commitments: 7.3.a
  timing: in-plan
  fit: direct
  source: opcc-pcc-d-022
""",
            encoding="utf-8",
        )

    def make(change: object) -> Built:
        assert callable(change)
        project = copy_project(root, tmp_path_factory.mktemp("project"))
        change(project)
        return build(project, tmp_path_factory.mktemp("changed"))

    with ThreadPoolExecutor() as pool:
        return list(pool.map(make, [with_status, with_entry]))


def differences(one: Built, other: Built) -> set[str]:
    first, second = one.files(), other.files()
    changed = {n for n in first.keys() | second.keys() if first.get(n) != second.get(n)}
    # The search index holds the words of the pages, so it changes wherever they do.
    return {name for name in changed if not name.startswith("pagefind/")}


ALWAYS = (
    "",
    "progress/",
    "progress/commitments/",
    "progress/by-status/",
    "progress/evidence/",
    "priorities/",
    "whole-plan/",
)
"""Where statuses are counted or listed: home, progress, its lists, the seven, the whole plan."""
DATA = {
    "data/SHA256SUMS",
    "data/commitments.csv",
    "data/datapackage.json",
    "data/evidence.csv",
    "data/plan.json",
}
"""Open data that hold statuses and evidence, and what holds their hashes."""


def feeds_of(number: int) -> set[str]:
    """The feeds, in all languages, that tell of what is new about a priority."""
    return {
        f"{'' if code == 'en' else f'{code}/'}{path}"
        for code in LANGUAGES
        for path in ("feed.xml", f"priorities/{number}/feed.xml")
    }


def test_a_changed_status_changes_only_pages_that_show_it(
    site: Built, changed: list[Built]
) -> None:
    touched = differences(site, changed[0])
    allowed = in_every_language(*ALWAYS, "progress/by-area/", "priorities/1/", "priorities/1/1-1/")
    allowed |= DATA
    assert touched <= allowed, sorted(touched - allowed)
    certain = DATA | in_every_language(
        "",
        "progress/",
        "progress/commitments/",
        "progress/by-status/",
        "priorities/1/",
        "priorities/1/1-1/",
        "priorities/",
        "whole-plan/",
    )
    assert certain <= touched, sorted(certain - touched)


def test_an_added_entry_changes_only_pages_that_show_it(site: Built, changed: list[Built]) -> None:
    touched = differences(site, changed[1])
    allowed = in_every_language(
        *ALWAYS, "progress/by-area/", "priorities/7/", "priorities/7/7-3/", "data/", "languages/"
    )
    allowed |= DATA | feeds_of(7) | {"data/translations.json"}
    assert touched <= allowed, sorted(touched - allowed)
    certain = (
        DATA
        | {"priorities/7/feed.xml", "ur/priorities/7/feed.xml"}
        | in_every_language(
            "",
            "progress/evidence/",
            "priorities/7/",
            "priorities/7/7-3/",
            "priorities/",
            "progress/commitments/",
            "languages/",  # its words are not translated yet
        )
    )
    assert certain <= touched, sorted(certain - touched)
    for code in LANGUAGES:
        page = changed[1].page(code, "priorities/7/7-3/")
        assert "A board looked at how ready the police were." in page.text()


def test_a_mistake_stops_the_build_and_the_last_good_site_stays(root: Path, tmp_path: Path) -> None:
    project = copy_project(root, tmp_path / "project")
    for name in ("evidence/1.yml", "help.yml"):
        path = project / "content_data" / name
        path.write_text(
            path.read_text(encoding="utf-8").replace("  source", "  sourec", 1), encoding="utf-8"
        )
    page = project / "docs" / "en" / "about.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n<!-- plan:timelin plan -->\n", encoding="utf-8"
    )
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site", encoding="utf-8")

    done = run_mkdocs(project, "build", "--strict")

    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert "content_data/evidence/1.yml, line" in said
    assert "Did you mean 'source'" in said
    assert "content_data/help.yml, line" in said
    assert (site / "index.html").read_text(encoding="utf-8") == "the last good site"
    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_a_misspelt_marker_stops_the_build(root: Path, tmp_path: Path) -> None:
    project = copy_project(root, tmp_path / "project")
    page = project / "docs" / "en" / "about.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("plan:timeline plan", "plan:timelin plan"),
        encoding="utf-8",
    )
    done = run_mkdocs(project, "build", "--strict", "--site-dir", str(tmp_path / "out"))
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "docs/en/about.md, line" in said
    assert "Did you mean 'timeline'" in said


@pytest.mark.parametrize(
    ("link", "says"), [("[x](nowhere.md)", "nowhere.md"), ("[x](contact.md#nowhere)", "nowhere")]
)
def test_a_link_to_nowhere_stops_the_build(
    root: Path, tmp_path: Path, link: str, says: str
) -> None:
    project = copy_project(root, tmp_path / "project")
    page = project / "docs" / "en" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n{link}\n", encoding="utf-8")
    done = run_mkdocs(project, "build", "--strict", "--site-dir", str(tmp_path / "out"))
    assert done.returncode == 1
    assert says in done.stdout + done.stderr


def test_a_build_that_fails_late_leaves_the_last_good_site(root: Path, tmp_path: Path) -> None:
    """``nox -s site`` swaps a whole new site in; a broken link shows only while pages are built."""
    project = copy_project(root, tmp_path / "project")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good site", encoding="utf-8")
    page = project / "docs" / "en" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](nowhere.md)\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "nox", "-s", "site"],
        cwd=project,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "AS_OF": "2026-11-22"},
    )
    assert done.returncode != 0
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "the last good site"


@pytest.fixture
def served(root: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the project, served; yields its folder and address."""
    project = copy_project(root, tmp_path / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--livereload",
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    log = (tmp_path / "log").open("w", encoding="utf-8")
    server = subprocess.Popen(
        command,
        cwd=project,
        stdout=log,
        stderr=subprocess.STDOUT,
        env={**os.environ, "AS_OF": "2026-11-22"},
    )
    yield project, f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait(timeout=30)
    log.close()


def wait_for(address: str, words: str) -> str:
    """The page at ``address`` once it holds ``words``; gives up after three minutes."""
    end = time.monotonic() + 180
    text = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=10) as reply:  # noqa: S310 - our own server
                text = reply.read().decode()
        except OSError:
            text = ""
        if words in text:
            return text
        time.sleep(0.5)
    raise AssertionError(f"{words!r} did not appear at {address}")


def test_a_served_site_shows_edits_of_docs_data_and_templates(served: tuple[Path, str]) -> None:
    project, address = served
    page = wait_for(f"{address}ur/priorities/3/3-4/", "</html>")
    assert "Content-Security-Policy" not in page, "the policy would stop the reloading script"
    assert "livereload" in page

    for path, old, new in (
        (project / "docs/en/priorities/3/3-4.md", "## What the plan said", "## What it once said"),
        (
            project / "content_data/priorities/3.yml",
            "    title: Domestic Abuse\n",
            "    title: Another title\n",
        ),
        (project / "overrides/partials/footer.html", "<strong>", '<strong class="edited">'),
    ):
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, path
        path.write_text(text.replace(old, new), encoding="utf-8")
    for words in ("What it once said", "Another title", 'class="edited"'):
        wait_for(f"{address}priorities/3/3-4/", words)


def test_titles_come_from_the_data(site: Built) -> None:
    assert squeeze(next(site.page("en", "priorities/3/3-4/").tree.iter("h1"))) == "Domestic Abuse"
