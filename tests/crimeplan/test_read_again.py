"""What is read again in one process is read as if for the first time, whatever was edited."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from asking import asked, asked_fresh
from crimeplan.kept import kept_for_file
from crimeplan.problems import MOST
from sites import SECOND_PLAN


@dataclass(frozen=True)
class Edit:
    """A change of one file: from what it holds, or None, to what it is to hold, or None."""

    file: str
    change: Callable[[bytes | None], bytes | None]

    def make(self, project: Path) -> Callable[[], None]:
        """Change the file; gives back what undoes it."""
        path = project / self.file
        before = path.read_bytes() if path.is_file() else None
        write(path, self.change(before))
        return lambda: write(path, before)


def write(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def replaced(old: str, new: str) -> Callable[[bytes | None], bytes]:
    def change(data: bytes | None) -> bytes:
        assert data is not None
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return change


def appended(text: str) -> Callable[[bytes | None], bytes]:
    return lambda data: (data or b"") + text.encode()


def removed(_: bytes | None) -> None:
    return None


PAGE = "docs/en/about.md"
PERSIAN = "docs/fa/contact.md"
CATALOGUE = "content_data/locale/fa/LC_MESSAGES/plan.po"
INTERFACE = "overrides/locale/fa/LC_MESSAGES/interface.po"
NEW_PAGE = "---\ntitle: New\ndescription: A page that was not there before this edit.\n"
NEW_PAGE += "changed: 2020-05-01\n---\nWords.\n"
EDITION = '[{"file": "x.pdf", "language": "xx", "print": "standard", "bytes": 1, "pages": 1}]'
EDITS = {
    "a page changed": Edit(PAGE, appended("\nIt says 12 things more.\n")),
    "a page removed": Edit(PAGE, removed),
    "a page added": Edit("docs/en/new.md", appended(NEW_PAGE)),
    "a page that has lost its front matter": Edit(PAGE, replaced("---\n", "")),
    "a page with a broken front matter": Edit(PAGE, replaced("title: ", "title: a: ")),
    "a page with a wrong marker": Edit(PAGE, appended("\n<!-- plan:timelin plan -->\n<!-- pln:x")),
    "a page with too many problems": Edit(PAGE, appended("<b>\n# A\n<!-- plan:x -->\n" * MOST)),
    "a page in another encoding": Edit(PAGE, lambda data: (data or b"") + b"\xff"),
    "a page with Windows line ends": Edit(PAGE, lambda data: (data or b"").replace(b"\n", b"\r\n")),
    "a translation that lost a number": Edit(PERSIAN, replaced("999", "")),
    "a translation that nobody stamped": Edit(PERSIAN, replaced("Opening: ", "Opened: ")),
    "English that changed": Edit("docs/en/contact.md", appended("\nCall 112 too.\n")),
    "an entry changed": Edit("content_data/evidence/1.yml", replaced("nearly", "exact")),
    "an entry broken": Edit("content_data/evidence/1.yml", replaced("area: county", "area: moon")),
    "YAML broken": Edit("content_data/evidence/1.yml", replaced("  when: ", " when: ")),
    "a list removed": Edit("content_data/glossary.yml", removed),
    "a source renamed": Edit("content_data/sources.yml", replaced("id: ", "id: x-")),
    "a priority renamed": Edit("content_data/priorities/1.yml", replaced("title: ", "title: A ")),
    "a part that became sensitive": Edit(
        "content_data/priorities/1.yml",
        replaced("- id: '1.1'\n", "- id: '1.1'\n  sensitive: yes\n"),
    ),
    "a language less": Edit("content_data/languages.yml", replaced("code: fa", "code: ur")),
    "a value changed": Edit("content_data/measures/bicycle-thefts.csv", replaced("1", "2")),
    "a row too long": Edit(
        "content_data/measures/bicycle-thefts.csv", appended("a,,,,,,,,,,,,,,\n")
    ),
    "words to be avoided": Edit("content_data/terms.csv", replaced("پلان", "تماس")),
    "a translation changed": Edit(CATALOGUE, replaced("دوچرخه", "تماس")),
    "a catalogue with a lost value": Edit(CATALOGUE, replaced("{", "")),
    "a catalogue broken": Edit(CATALOGUE, replaced("msgid", "msgyd")),
    "a catalogue removed": Edit(CATALOGUE, removed),
    "a guess": Edit(INTERFACE, appended('\n#, fuzzy\nmsgid "Never said"\nmsgstr "پلان"\n')),
    "an edition": Edit("pdf/manifest.json", appended(EDITION)),
}


@pytest.fixture
def second(root: Path, tmp_path: Path) -> Path:
    """The second plan with the words of the interface."""
    shutil.copytree(root / SECOND_PLAN, tmp_path, dirs_exist_ok=True)
    shutil.copytree(root / "overrides/locale", tmp_path / "overrides/locale")
    return tmp_path


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_seen_and_so_is_that_it_was_undone(second: Path, edit: Edit) -> None:
    before = asked(second)
    undo = edit.make(second)
    after = asked(second)
    assert after != before
    assert after == asked_fresh(second)
    undo()
    assert asked(second) == before


@pytest.mark.parametrize("step", [1, -1])
def test_many_edits_leave_nothing_behind(second: Path, step: int) -> None:
    one_a_file = {edit.file: edit for edit in list(EDITS.values())[::step]}
    before = asked(second)
    undone = []
    for edit in one_a_file.values():
        undone.append(edit.make(second))
        asked(second)
    assert asked(second) == asked_fresh(second)
    for undo in undone:
        undo()
        asked(second)
    assert asked(second) == before == asked_fresh(second)


def test_what_is_kept_of_a_file_is_what_it_held_last() -> None:
    calls = []

    @kept_for_file
    def length(file: str, text: str) -> int:
        calls.append((file, text))
        return len(text)

    told = [("a", "x"), ("b", "x"), ("a", "x"), ("a", "yy"), ("b", "x"), ("a", "x")]
    assert [length(*item) for item in told] == [1, 1, 1, 2, 1, 1]
    assert calls == [("a", "x"), ("b", "x"), ("a", "yy"), ("a", "x")]
