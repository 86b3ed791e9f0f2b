"""Invented plans: the same size gives the same bytes, and the checker finds nothing wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from benchmark.contenders import NAV
from benchmark.content import codes
from benchmark.plans import write_plan
from benchmark.sentences import Shape, voice_of
from benchmark.sizes import size_of
from crimeplan.site import check_site
from sites import LANGUAGES, SCRIPTS

SMALL = 40
"""Enough for a measure of each kind of chart."""
AS_OF = date(2026, 11, 22)
NO_PROSE = re.compile(r"<!--.*?-->|\{#[a-z-]+\}|\]\([^)]*\)|\{\w+\}", re.DOTALL)
WRITE = """\
import sys
from pathlib import Path
from benchmark.plans import write_plan
from benchmark.sizes import size_of
write_plan(size_of(int(sys.argv[1])), Path(sys.argv[2]), Path("mkdocs.yml").read_text("utf-8"))
"""


@pytest.fixture(scope="module")
def plan(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small plan in ten languages."""
    folder = tmp_path_factory.mktemp("plan")
    write_plan(size_of(SMALL), folder, (root / "mkdocs.yml").read_text(encoding="utf-8"))
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_checker_finds_no_error_and_no_warning(plan: Path) -> None:
    problems, read, pages = check_site(plan, AS_OF)
    assert list(map(str, problems)) == []
    assert read is not None
    assert len(pages) == SMALL * len(LANGUAGES)


def test_a_broken_plan_is_told(plan: Path) -> None:
    page = plan / "docs" / "ur" / "about.md"
    whole = page.read_text(encoding="utf-8")
    try:
        page.write_text(whole.replace("<!-- plan:timeline plan -->", ""), encoding="utf-8")
        told = [str(problem) for problem in check_site(plan, AS_OF)[0]]
    finally:
        page.write_text(whole, encoding="utf-8")
    assert len(told) == 1
    assert "called current, but its markers differ from the English" in told[0]


def test_another_process_writes_the_same_bytes(plan: Path, root: Path, tmp_path: Path) -> None:
    paths = os.pathsep.join(str(root / name) for name in ("hooks", "tests/bench"))
    env = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "7", "TZ": "Asia/Karachi"}
    command = [sys.executable, "-c", WRITE, str(SMALL), str(tmp_path)]
    subprocess.run(command, cwd=root, env=env, check=True)
    ours, theirs = files_of(plan), files_of(tmp_path)
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_the_languages_are_those_of_the_real_site() -> None:
    assert tuple(codes()) == LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_is_in_the_script_of_its_language(plan: Path, code: str) -> None:
    letters: Counter[str] = Counter()
    for path in (plan / "docs" / code).rglob("*.md"):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        described = yaml.safe_load(front)
        text = f"{described.get('title', '')} {described['description']} {body}"
        letters += scripts_in(NO_PROSE.sub(" ", text))
    assert letters.keys() == {SCRIPTS[code]}
    assert letters.total() > 5_000


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_every_word_of_the_data_is_translated_in_that_script(plan: Path, code: str) -> None:
    path = plan / "content_data" / "locale" / code / "LC_MESSAGES" / "plan.po"
    with path.open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    assert len(entries) > 300
    assert [entry.id for entry in entries if not entry.string or entry.fuzzy] == []
    letters = scripts_in(NO_PROSE.sub(" ", " ".join(str(entry.string) for entry in entries)))
    assert letters.keys() == {SCRIPTS[code]}


def scripts_in(text: str) -> Counter[str]:
    """How many letters of each script stand in ``text``."""
    names = (unicodedata.name(sign).split("-")[0] for sign in text if sign.isalpha())
    return Counter(name.split()[0] for name in names)


def test_the_pages_are_those_of_nav(plan: Path, root: Path) -> None:
    settings = (plan / "mkdocs.yml").read_text(encoding="utf-8")
    kept, _, nav = settings.partition(NAV)
    assert kept == (root / "mkdocs.yml").read_text(encoding="utf-8").partition(NAV)[0]
    listed = yaml.safe_load(nav)
    for code in LANGUAGES:
        folder = plan / "docs" / code
        found = [path.relative_to(folder).as_posix() for path in folder.rglob("*.md")]
        assert sorted(listed) == sorted(found)


@pytest.mark.parametrize("pages", [31, 32, SMALL, 56, 70, 210, 700])
def test_a_size_is_shared_out_whole(pages: int) -> None:
    size = size_of(pages)
    assert size.pages == pages
    assert len(size.all_parts) == len(set(size.all_parts)) == size.parts
    assert max(int(part.split(".")[1]) for part in size.all_parts) <= 99
    assert size.parts >= size.measures >= size.inspections >= 1


@pytest.mark.parametrize(
    ("pages", "told"), [(30, "too few"), (1_300, "more than 7 priorities can number")]
)
def test_a_size_that_no_plan_has_is_refused(pages: int, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        size_of(pages)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_keeps_its_figure_and_ends(code: str) -> None:
    voice = voice_of(code)
    said = voice.sentence("a seed", Shape(9, "2017/18"))
    assert "2017/18" in said
    assert said.endswith({"ur": "۔", "pa": "।", "bn": "।", "zh": "。"}.get(code, "."))
    assert said == voice.sentence("a seed", Shape(9, "2017/18"))
    assert said != voice.sentence("another seed", Shape(9, "2017/18"))
