"""Whatever a file holds, an editor gets problems in plain lines: never a traceback, never a hang.

Good files are changed in their bytes and in their lines, and the whole site is then checked as an
editor would. ``nox -s fuzz`` does this more than 100,000 times.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broken import changed_bytes, changed_lines, files_of, whole_site
from crimeplan.progress import assess_plan
from crimeplan.render import Renderer
from crimeplan.site import Site, check_site, load_locales
from drawn import every_block, every_file

AS_OF = date(2026, 11, 22)
SECONDS = 60
"""After which a check counts as hung; one takes a hundredth of a second."""
CONTENT = ("content_data/**/*.yml", "content_data/**/*.csv")
PAGES = ("docs/en/index.md", "docs/ur/index.md", "docs/en/priorities/1/1-1.md")
CATALOGUES = ("overrides/locale/ur/**/*.po", "content_data/locale/ur/**/*.po")
MANIFEST = ("pdf/manifest.json",)


@contextmanager
def not_hung() -> Iterator[None]:
    def give_up(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"not done within {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


class Project:
    """A whole small site, of which one file at a time is changed."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder, self.renderer = whole_site(folder), Renderer(root / "overrides")
        assert not check_site(self.folder, AS_OF)[0].errors

    def files(self, patterns: tuple[str, ...]) -> list[tuple[str, bytes]]:
        return list(files_of(self.folder, *patterns).items())

    @contextmanager
    def changed(self, name: str, data: bytes) -> Iterator[None]:
        path = self.folder / name
        good = path.read_bytes()
        path.write_bytes(data)
        try:
            with not_hung():
                yield
        finally:
            path.write_bytes(good)

    def check(self, name: str, data: bytes) -> Site | None:
        """The site with one file changed, or None where that has errors."""
        with self.changed(name, data):
            problems, plan, pages = check_site(self.folder, AS_OF)
            for problem in problems:
                assert_plain(str(problem))
            if plan is None or problems.errors:
                assert problems.errors
                return None
            locales = load_locales(self.folder, plan)
            return Site(assess_plan(plan, as_of=AS_OF), pages, locales, self.renderer)


def assert_plain(line: str) -> None:
    """One line of letters that can be seen, and that a terminal can print, of a sane length."""
    assert len(line) < 5_000, line[:200]
    assert not {"\n", "\r", "\x00", "\x1b", "\u202e", "\u2066"} & set(line), repr(line)
    line.encode()


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(root, tmp_path_factory.mktemp("fuzz"))


def check_changed(data: st.DataObject, project: Project, *patterns: str) -> None:
    name, good = data.draw(st.sampled_from(project.files(patterns)))
    project.check(name, data.draw(changed_bytes(good) | changed_lines(good)))


@given(st.data())
def test_data_changed_in_its_bytes(project: Project, data: st.DataObject) -> None:
    name, good = data.draw(st.sampled_from(project.files(CONTENT)))
    project.check(name, data.draw(changed_bytes(good)))


@given(st.data())
def test_data_changed_in_its_lines(project: Project, data: st.DataObject) -> None:
    name, good = data.draw(st.sampled_from(project.files(CONTENT)))
    project.check(name, data.draw(changed_lines(good)))


@given(st.data())
def test_tables_changed(project: Project, data: st.DataObject) -> None:
    check_changed(data, project, "content_data/**/*.csv")


@given(st.data())
def test_pages_changed(project: Project, data: st.DataObject) -> None:
    check_changed(data, project, *PAGES)


@given(st.data())
def test_catalogues_changed(project: Project, data: st.DataObject) -> None:
    check_changed(data, project, *CATALOGUES)


@given(st.data())
def test_the_manifest_changed(project: Project, data: st.DataObject) -> None:
    check_changed(data, project, *MANIFEST)


@settings(max_examples=max(50, settings().max_examples // 40))
@given(st.data())
def test_what_is_accepted_can_be_shown(project: Project, data: st.DataObject) -> None:
    """A change that is no problem must not stop the build later on, in a view or a template."""
    files = project.files((*CONTENT, *CATALOGUES))
    name, good = data.draw(st.sampled_from(files))
    site = project.check(name, data.draw(changed_lines(good)))
    if site is not None:
        with not_hung():
            for locale in ("en", "ur"):
                assert every_block(site, locale)
                assert every_file(site, locale)
