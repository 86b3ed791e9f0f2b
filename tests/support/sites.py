"""Builds of the site for tests, and its pages as trees."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import normpath
from urllib.parse import urlsplit

from lxml import html

from crimeplan.load.yaml_file import parse_yaml
from crimeplan.problems import Problems

ROOT = Path(__file__).parents[2]
SECOND_PLAN = "tests/second_plan"
SITE_URL = "https://plan.example/police-plan/"
EDIT_URI = "https://github.com/office/plan/edit/main/docs/"
AS_OF = "2026-11-22"


@dataclass(frozen=True)
class Spoken:
    """The languages of a project, the source language first."""

    codes: tuple[str, ...]
    right_to_left: tuple[str, ...]
    scripts: Mapping[str, str]
    """How Unicode names the letters of each language."""


def spoken_in(project: Path) -> Spoken:
    """The languages that the data of ``project`` list."""
    path = project / "content_data" / "languages.yml"
    problems = Problems()
    read = parse_yaml(path.read_text(encoding="utf-8"), file=path.name, problems=problems)
    assert read is not None, list(problems)
    listed: list[dict[str, str]] = read.data
    scripts = {"Chinese (simplified)": "CJK"}
    return Spoken(
        tuple(language["code"] for language in listed),
        tuple(language["code"] for language in listed if language["direction"] == "rtl"),
        {item["code"]: scripts.get(item["script"], item["script"].upper()) for item in listed},
    )


_SPOKEN = spoken_in(ROOT)
LANGUAGES, RIGHT_TO_LEFT, SCRIPTS = _SPOKEN.codes, _SPOKEN.right_to_left, _SPOKEN.scripts
OWN_FACES = {"ur": "nastaliq", "fa": "vazirmatn", "bn": "bengali", "pa": "gurmukhi"}
"""Languages whose letters are sent as fonts, and how their files' names begin."""


def part_address(part: str) -> str:
    """The address of the page of ``part``: 3.4 stands at priorities/3/3-4/."""
    return f"priorities/{part.split('.')[0]}/{part.replace('.', '-')}/"


def second_project(root: Path, target: Path) -> Path:
    """The second plan with the engine of ``root``: its hooks, templates, interface and assets."""
    shutil.copytree(root / SECOND_PLAN, target, dirs_exist_ok=True)
    for name in ("overrides", "hooks", "docs/assets"):
        shutil.copytree(root / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def copy_project(root: Path, target: Path) -> Path:
    """What a build needs, copied, so that a test may change it."""
    for name in ("content_data", "docs", "overrides", "hooks"):
        shutil.copytree(root / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "noxfile.py", "pyproject.toml"):
        shutil.copy(root / name, target / name)
    if (root / "pdf").is_dir():
        shutil.copytree(root / "pdf", target / "pdf")
    return target


def run_mkdocs(project: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run mkdocs in ``project`` as a published build would be run."""
    env = {
        **os.environ,
        "SITE_URL": SITE_URL,
        "EDIT_URI": EDIT_URI,
        "AS_OF": AS_OF,
        "NO_MKDOCS_2_WARNING": "1",
        **changes,
    }
    env.pop("SOURCE_DATE_EPOCH", None)
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def build(project: Path, target: Path, **changes: str) -> Built:
    """Build ``project`` strictly into ``target``; it must succeed. Changes the environment."""
    done = run_mkdocs(project, "build", "--strict", "--site-dir", str(target), **changes)
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(target, project)


@dataclass(frozen=True)
class BuiltPage:
    """One page of a build: its language, its address below the language's root, its tree."""

    language: str
    address: str
    file: Path
    tree: html.HtmlElement

    def __str__(self) -> str:
        return f"{self.language}:{self.address or 'home'}"

    def text(self) -> str:
        """All its text, on one line."""
        return squeeze(self.tree)

    def with_class(self, name: str) -> list[html.HtmlElement]:
        """Its elements that have the class ``name``."""
        return [e for e in self.tree.iter() if name in (e.get("class") or "").split()]


def squeeze(element: html.HtmlElement) -> str:
    """The text of ``element`` with single spaces."""
    return " ".join(element.text_content().split())


@dataclass(frozen=True)
class Built:
    """A built site."""

    folder: Path
    project: Path = ROOT
    """What it was built from."""

    @cached_property
    def spoken(self) -> Spoken:
        """Its languages."""
        return spoken_in(self.project)

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of its languages; the first is the source language."""
        return self.spoken.codes

    def in_language(self, language: str) -> list[BuiltPage]:
        """Its pages in ``language``."""
        found = [page for page in self.pages if page.language == language]
        assert found, language
        return found

    @cached_property
    def pages(self) -> list[BuiltPage]:
        """Every page of every language; 404.html is not one."""
        return list(self._read())

    def _read(self) -> Iterator[BuiltPage]:
        for file in sorted(self.folder.rglob("index.html")):
            relative = file.relative_to(self.folder).parent.as_posix()
            first, _, rest = relative.partition("/")
            known = first in self.languages[1:]
            language, address = (first, rest) if known else ("en", relative)
            address = "" if address in (".", "") else f"{address}/"
            yield BuiltPage(language, address, file, html.parse(file).getroot())

    def page(self, language: str, address: str) -> BuiltPage:
        """The page at ``address`` in ``language``."""
        return next(p for p in self.pages if (p.language, p.address) == (language, address))

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids of each page, by the page's path below the site."""
        return {
            page.file.relative_to(self.folder).as_posix(): {
                name for e in page.tree.iter() if (name := e.get("id"))
            }
            for page in self.pages
        }

    def target(self, page: BuiltPage, href: str) -> tuple[str, str]:
        """The file and the anchor that ``href`` on ``page`` leads to, below the site."""
        parts = urlsplit(href)
        here = page.file.relative_to(self.folder).parent.as_posix()
        path = normpath(f"{here}/{parts.path}") if parts.path else f"{here}/index.html"
        if parts.path.endswith("/") or parts.path in (".", ".."):
            path = normpath(f"{path}/index.html")
        return normpath(path), parts.fragment

    def files(self) -> dict[str, bytes]:
        """Every file of the site, by its path."""
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes()
            for file in sorted(self.folder.rglob("*"))
            if file.is_file()
        }


def own_words(element: html.HtmlElement, language: str) -> Iterator[str]:
    """The text of ``element`` that no lang gives to another language."""
    if not isinstance(element.tag, str) or element.get("lang") not in (None, language):
        return
    yield element.text or ""
    for child in element:
        yield from own_words(child, language)
        yield child.tail or ""
