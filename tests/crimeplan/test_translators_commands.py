"""What translators type: due, changes, start; accept is with the states it sets."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from crimeplan.pages.load import LINKED
from crimeplan.problems import Severity
from translating import PARTS, change, run, told


def test_due_tells_pages_and_sections(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, "en/index.md", "It was in 2021.", "It was in the year 2021.")
    capsys.readouterr()
    assert run(project, "due", "ur", "--as-of", "2026-11-22") == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == f"As at 2026-11-22: {len(PARTS) + len(LINKED) + 3} things are due."
    assert lines[2:5] == [
        "Translations that are behind the English (1)",
        "Urdu (ur) (1)",
        "docs/ur/index.md: first (outdated)",
    ]
    assert f"Not translated ({len(PARTS) + len(LINKED) + 1})" in lines
    assert "docs/ur/other.md: the page is shown in English" in lines
    assert not any("(pl)" in line or "content_data/help" in line for line in lines)


def test_changes_finds_the_old_english_in_the_history(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(project), *words], check=True, capture_output=True)

    git("init", "-q")
    git("config", "user.email", "a@example.org")
    git("config", "user.name", "A")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    change(project, "en/index.md", "It was in 2021.", "It was in the year 2021.")
    git("commit", "-q", "-a", "-m", "two")
    capsys.readouterr()
    assert run(project, "changes", "ur", "index.md") == 0
    said = capsys.readouterr().out
    assert "first:" in said
    assert "-It was in 2021." in said
    assert "+It was in the year 2021." in said
    assert "second" not in said


def test_changes_says_so_where_there_is_no_history(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, "en/index.md", "It was in 2021.", "It was in the year 2021.")
    capsys.readouterr()
    assert run(project, "changes", "ur", "index.md") == 0
    assert "no earlier English with the recorded hash was found" in capsys.readouterr().out


def test_a_page_is_started_as_a_copy_with_nothing_current(project: Path) -> None:
    assert run(project, "start", "pl", "other.md", "--on", "2026-11-23", "--by", "A. B.") == 0
    text = (project / "docs/pl/other.md").read_text(encoding="utf-8")
    assert "translated_on: 2026-11-23\ntranslated_by: A. B.\n---\n" in text
    assert "made_from" not in text
    assert any("docs/pl/other.md" in line for line in told(project, Severity.WARNING))
    assert run(project, "start", "pl", "other.md", "--on", "2026-11-23") == 1
    assert run(project, "start", "pl", "another.md", "--on", "2026-11-23") == 1


SETTINGS = """\
plugins:
  - i18n:
      languages:
        - { locale: en, name: English, build: true, default: true }
        - { locale: ur, name: اردو, build: true }

nav:
  - index.md
"""
DECIDED = "Latin digits with a point between thousands, as is the language's own way."


def test_a_new_language_is_begun_whole(project: Path) -> None:
    (project / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    before = (project / "content_data/languages.yml").read_text(encoding="utf-8")
    begin = ("start", "ro", "--on", "2026-11-23", "--decision", DECIDED)
    assert run(project, *begin, "--dry-run") == 0
    assert (project / "mkdocs.yml").read_text(encoding="utf-8") == SETTINGS
    assert run(project, *begin) == 0
    after = (project / "content_data/languages.yml").read_text(encoding="utf-8")
    assert after.startswith(before.rstrip())
    assert "endonym: Română\n  name: Romanian\n  direction: ltr\n  script: Latin\n" in after
    assert "the language''s own way.'" in after
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert "اردو, build: true }\n        - { locale: ro, name: Română, build: true }\n" in settings
    assert (project / "docs/ro/index.md").is_file()
    for folder, name in (("overrides", "interface"), ("content_data", "plan")):
        catalogue = project / folder / "locale/ro/LC_MESSAGES" / f"{name}.po"
        assert "Language: ro" in catalogue.read_text(encoding="utf-8")
    assert told(project, Severity.ERROR) == []
    assert run(project, "start", "ro", "other.md", "--on", "2026-11-23") == 0


@pytest.mark.parametrize(
    ("code", "decision", "settings", "says"),
    [
        ("xx", DECIDED, SETTINGS, "'xx' is the tag of no language"),
        ("r/o", DECIDED, SETTINGS, "'r/o' is the tag of no language"),
        ("ro", " ", SETTINGS, "say how it writes numbers, and why: --decision"),
        ("ro", DECIDED, "plugins: []\n", "mkdocs.yml has no list of languages below i18n"),
    ],
)
def test_a_new_language_that_cannot_be_begun_leaves_all_as_it_was(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    code: str,
    decision: str,
    settings: str,
    says: str,
) -> None:
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    before = sorted(path for path in project.rglob("*"))
    assert run(project, "start", code, "--on", "2026-11-23", "--decision", decision) == 1
    assert says in capsys.readouterr().out
    assert sorted(path for path in project.rglob("*")) == before
    assert (project / "mkdocs.yml").read_text(encoding="utf-8") == settings
    assert "code: ro" not in (project / "content_data/languages.yml").read_text(encoding="utf-8")
