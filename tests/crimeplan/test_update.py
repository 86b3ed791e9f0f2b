"""An entry added by a few questions: what is written, what is asked again, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crimeplan.__main__ import update
from crimeplan.command_line import parse
from crimeplan.load import load_plan
from crimeplan.updating import UpdateError, write_files
from crimeplan.updating.append import with_entry
from translating import write

DAY = "2026-11-22"
WORDS = "The office paid {sum} to {people} people for watch schemes: a “first”."
OPTIONS = {
    "what": WORDS,
    "figures": "sum = 5,000 gbp up-to; people = 12",
    "when": "2023-02-01",
    "parts": "1.2",
    "promises": "1.2.a",
    "fit": "direct",
    "source": "https://example.org/decision-40",
    "source-title": "Decision 40: money",
    "source-publisher": "The office",
    "source-kind": "official",
    "source-date": "2023-01-31",
    "caution": "It shows money.",
    "on": DAY,
}
EVIDENCE, SOURCES = "content_data/evidence/1.yml", "content_data/sources.yml"
NOTES = '# yaml-language-server: $schema=x\n# A note, and "quotes".\n\n'
NEW_ENTRY = f"""\
- id: office-paid-people-watch-2023
  when: 2023-02-01
  recorded: 2026-11-22
  what: '{WORDS}'
  figures:
    sum:
      value: 5000
      unit: gbp
      qualifier: up-to
    people:
      value: 12
  area: county
  deliverables: '1.2'
  commitments: 1.2.a
  timing: in-plan
  fit: direct
  source: decision-40-money-2023
  caution: It shows money.
"""
NEW_SOURCE = """\
- id: decision-40-money-2023
  title: 'Decision 40: money'
  publisher: The office
  kind: official
  date: 2023-01-31
  address: https://example.org/decision-40
  read: 2026-11-22
"""


@pytest.fixture
def noted(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site, its evidence with notes of editors, as at a day."""
    monkeypatch.setenv("AS_OF", DAY)
    path = project / EVIDENCE
    path.write_text(NOTES + path.read_text(encoding="utf-8"), encoding="utf-8")
    return project


def files(project: Path) -> dict[str, str]:
    return {
        path.relative_to(project).as_posix(): path.read_text(encoding="utf-8")
        for path in project.rglob("*")
        if path.is_file()
    }


def run_update(project: Path, *words: str, answers: list[str] | None = None, **options: str) -> int:
    """Run the command with ``OPTIONS`` changed by ``options``; an empty one is left out."""
    held = OPTIONS | {name.replace("_", "-"): value for name, value in options.items()}
    typed = [word for name, value in held.items() if value for word in (f"--{name}", value)]
    if answers is not None:
        typed = []
    given: Iterator[str] = iter(answers or [])
    ask = None if answers is None else lambda _: next(given)
    arguments = parse(["update", "--root", str(project), *typed, *words], None)
    return update(project, arguments, ask)


def refused(project: Path, capsys: pytest.CaptureFixture[str], **options: Any) -> str:
    """What the command says when it writes nothing."""
    before = files(project)
    capsys.readouterr()
    assert run_update(project, **options) == 1
    said = capsys.readouterr().out
    assert said.endswith("Nothing was written.\n")
    assert files(project) == before
    return said


def test_an_entry_and_its_source_are_added_and_nothing_else_changes(
    noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(noted, "en/priorities/1/1-2.md", "---\ndescription: What this page is about, in all.\n"
          "changed: 2026-11-22\n---\n<!-- plan:timeline 1.2 -->\n")  # fmt: skip
    before = files(noted)
    capsys.readouterr()
    assert run_update(noted) == 0
    after = files(noted)
    assert {name for name in after if after[name] != before.get(name)} == {EVIDENCE, SOURCES}
    assert after[EVIDENCE] == f"{before[EVIDENCE]}\n{NEW_ENTRY}"
    assert after[SOURCES] == f"{before[SOURCES]}\n{NEW_SOURCE}"
    assert "It shows on priorities/1/1-2.md, " in capsys.readouterr().out
    entry = load_plan(noted / "content_data").evidence[-1]
    assert (entry.id, str(entry.figures["sum"].value)) == ("office-paid-people-watch-2023", "5000")


@pytest.mark.parametrize("named", ["notice", "https://example.org/plan"])
def test_a_source_that_is_there_is_named_and_not_added(noted: Path, named: str) -> None:
    before = files(noted)[SOURCES]
    assert run_update(noted, source=named) == 0
    after = files(noted)
    assert after[SOURCES] == before
    assert after[EVIDENCE].endswith(
        f"  source: {'plan' if '/' in named else named}\n  caution: It shows money.\n"
    )


def test_an_entry_about_the_plan_as_a_whole_makes_its_file(noted: Path) -> None:
    options: dict[str, Any] = {
        "parts": "",
        "promises": "",
        "when": "",
        "figures": "",
        "what": "People met.",
    }
    assert run_update(noted, **options) == 0
    text = files(noted)["content_data/evidence/plan.yml"]
    assert text.startswith("# yaml-language-server: $schema=../schemas/evidence.json\n- id: people")
    assert "timing: undated" in text
    assert "[]" not in text


@pytest.mark.parametrize(
    ("when", "timing"),
    [("2021-08-17", "before"), ("2021/22", "before"), ("2024-05", "after"), ("2022", "in-plan")],
)
def test_the_timing_is_worked_out(noted: Path, when: str, timing: str) -> None:
    assert run_update(noted, when=when) == 0
    assert f"  timing: {timing}\n" in files(noted)[EVIDENCE].split("office-paid")[1]


def test_a_dry_run_writes_nothing(noted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(noted)
    capsys.readouterr()
    assert run_update(noted, "--dry-run") == 0
    assert NEW_ENTRY in capsys.readouterr().out
    assert files(noted) == before


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"parts": "1.22"}, "--parts: There is no part '1.22'. Did you mean '1.2'?"),
        ({"promises": "1.2.z"}, "There is no promise of these parts '1.2.z'. Did you mean '1.2."),
        ({"source": "notise"}, "--source: There is no source 'notise'. Did you mean 'notice'?"),
        ({"area": "nroth"}, "--area: There is no place 'nroth'. Did you mean 'north'?"),
        ({"fit": ""}, "--fit: direct: about the very thing promised; adjacent: near it"),
        ({"fit": "drect"}, "--fit: There is no word 'drect'. Did you mean 'direct'?"),
        ({"when": "1 February"}, "--when: '1 February' is not a date. Type 2023-02-01"),
        ({"id": "grant"}, "--id: The id 'grant' is used. Type another."),
        ({"id": "../../x"}, "--id: '../../x' is no id."),
        ({"figures": "sum = many gbp; people = 1"}, "sum: 'many' is no number."),
        ({"figures": "sum = 5 gbt; people = 1"}, "'gbt' is no unit and no qualifier. Did you"),
        ({"figures": "sum = 5"}, "--figures: The words name sum, people. Type each once"),
        ({"source-kind": ""}, "--source-kind: for a new source: official, press"),
        ({"what": "It holds <b>HTML</b>.", "figures": ""}, "it holds HTML, near '<b>HTML</b>"),
        ({"timing": "after"}, "the timing 'after' does not agree with the date"),
        ({"when": "2023-02-01", "on": "2022-01-01"}, "it was recorded before it happened"),
        ({"shows": "completed"}, "'1.2.a' is a duty that goes on"),
        ({"what": "A {brace."}, "--what: A brace stands alone."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    noted: Path, capsys: pytest.CaptureFixture[str], options: dict[str, Any], says: str
) -> None:
    assert says in refused(noted, capsys, **{k.replace("-", "_"): v for k, v in options.items()})


def test_a_typed_day_needs_no_history_and_must_be_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AS_OF", raising=False)
    before = files(project)
    with pytest.raises(ValueError, match="'2026-13-01' is not a date"):
        run_update(project, on="2026-13-01")
    assert files(project) == before
    assert run_update(project, on=DAY) == 0


def test_everything_that_is_wrong_is_told_at_once(
    noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(noted, capsys, parts="1.9", fit="drect", when="soon")
    assert said.count("error: ") == 3, said


def test_wrong_answers_are_asked_again(noted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = [
        *("", WORDS),  # words are needed
        *("sum = 5000", OPTIONS["figures"]),
        *("yesterday", "2023-02-01"),
        *("1.22", "1.2"),
        *("1.1.a", "1.2.a"),
        *("", "direct", ""),  # the area and what it shows are suggested
        "It shows money.",
        *("notise", OPTIONS["source"]),
        *("Decision 40: money", "The office", "official", "2023-01-31"),
        *("", "", ""),  # and so are the two ids and the day
    ]
    capsys.readouterr()
    assert run_update(noted, answers=answers) == 0
    said = capsys.readouterr().out
    assert "There is no part '1.22'. Did you mean '1.2'?" in said
    assert files(noted)[EVIDENCE].endswith(NEW_ENTRY)


def test_who_stops_answering_changes_nothing(noted: Path) -> None:
    before = files(noted)

    def stop(_: str) -> str:
        raise EOFError

    arguments = parse(["update", "--root", str(noted), "--what", "It met."], None)
    assert update(noted, arguments, stop) == 1
    assert files(noted) == before


def test_content_that_has_errors_is_mended_first(
    noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from crimeplan.__main__ import main

    (noted / "content_data/glossary.yml").write_text("- id: x\n", encoding="utf-8")
    assert main(["update", "--root", str(noted), "--what", "It met."]) == 1
    assert "run check first" in capsys.readouterr().out


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text("one\n", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        write_files(tmp_path, {"one.yml": "new\n", "no-such-folder/two.yml": "two\n"})
    assert files(tmp_path) == {"one.yml": "one\n"}


def test_a_list_that_is_laid_out_otherwise_is_left_to_people() -> None:
    with pytest.raises(UpdateError, match="add the entry by hand"):
        with_entry("  - id: one\n", {"id": "two"}, file="x.yml")
    with pytest.raises(UpdateError, match=r"x\.yml holds no list"):
        with_entry("id: one\n", {"id": "two"}, file="x.yml")


def test_every_list_of_the_real_content_can_be_added_to(root: Path) -> None:
    paths = [root / SOURCES, *sorted((root / "content_data/evidence").glob("*.yml"))]
    assert len(paths) > 8
    for path in paths:
        text = path.read_text(encoding="utf-8")
        added = with_entry(text, {"id": "new"}, file=path.name)
        assert added == f"{text.rstrip()}\n\n- id: new\n", path
