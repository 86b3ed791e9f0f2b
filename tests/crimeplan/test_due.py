"""What is due, as at a day: checks, responses, promises, translations, each with its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crimeplan.due import DUE_FORMATS, Due, Matter, due_of_plan
from crimeplan.pages.load import LINKED
from crimeplan.progress import assess_plan
from samples import FILES, edited, sample_plan
from translating import PARTS, change, run, write

AS_OF = date(2026, 11, 22)


def due(folder: Path, matter: Matter, *, until: date = AS_OF, **changes: str) -> list[Due]:
    """What of ``matter`` is due in the sample, changed."""
    assessment = assess_plan(sample_plan(folder, **changes), as_of=AS_OF)
    return [item for item in due_of_plan(assessment, until=until) if item.matter is matter]


@pytest.mark.parametrize(
    ("until", "items"),
    [
        (date(2027, 2, 21), []),
        (date(2027, 2, 22), ["emergency"]),
        (date(2027, 5, 22), ["emergency", "small-map"]),
        (date(2027, 11, 22), ["emergency", "", "small-map", "others"]),
    ],
)
def test_what_must_be_checked_again_by_a_day(tmp_path: Path, until: date, items: list[str]) -> None:
    found = due(tmp_path, Matter.RECHECK, until=until)
    assert [item.item for item in found] == items
    for item in found:
        name = "help" if item.item == "emergency" else "accessibility"
        assert item.file == f"content_data/{name}.yml"


def test_responses_that_are_not_known_to_be_published(tmp_path: Path) -> None:
    first, second = due(tmp_path, Matter.RESPONSE)
    assert first.file == "content_data/inspections/2016-effectiveness.yml"
    assert (first.day, first.what) == (
        date(2017, 4, 26),
        "nobody has looked for the office's comments",
    )
    assert (second.item, second.day) == ("2021-22-peel", date(2022, 6, 7))
    assert second.what == "no comments were found on 2026-11-22"


def test_a_published_response_is_awaited_no_more_nor_one_to_a_later_report(tmp_path: Path) -> None:
    peel = edited(
        "inspections/2021-22-peel.yml",
        "{state: not-found, searched: 2026-11-22, where: The pages of the office}",
        "{state: published, published: 2022-06-01, source: plan}",
    )
    older = edited("inspections/2016-effectiveness.yml", "2017-03-02", "2026-12-01")
    changes: dict[str, Any] = {
        "inspections__2021-22-peel_yml": peel,
        "inspections__2016-effectiveness_yml": older,
    }
    assert due(tmp_path, Matter.RESPONSE, **changes) == []


def test_promises_without_evidence_by_priority(tmp_path: Path) -> None:
    found = due(tmp_path, Matter.EVIDENCE)
    assert [item.item for item in found] == ["1.1.a", "1.1.b"]  # 1.2.b promises nothing
    assert {item.file for item in found} == {"content_data/evidence/1.yml"}
    assert {item.group for item in found} == {"Priority 1: Community policing"}


def test_a_yearly_promise_whose_evidence_is_old(tmp_path: Path) -> None:
    (item,) = due(tmp_path, Matter.RHYTHM)
    assert (item.item, item.file) == ("1.2.a", "content_data/evidence/1.yml")
    assert item.what == "promised for each year; the latest evidence is of 2022-03-04"


def said(project: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    capsys.readouterr()
    assert run(project, "due", *words) == 0
    return capsys.readouterr().out.splitlines()


def test_the_command_lists_all_by_matter_then_by_priority_or_language(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, "en/index.md", "It was in 2021.", "It was in the year 2021.")
    lines = said(project, capsys, "--as-of", "2027-02-01")
    headings = [line.rsplit(" (", 1)[0] for line in lines[1:] if line and line[0] != " "]
    assert headings == [matter.value for matter in Matter]
    assert "    content_data/help.yml, emergency: compare it with its sources (by 2027-02-22)" in (
        lines
    )
    waiting = len(PARTS) + len(LINKED) + 2  # pages, and the words of the data
    below = lines[lines.index(f"Not translated ({2 * waiting - 1})") :]
    assert below[1] == f"  Urdu (ur) ({waiting - 1})"
    assert f"  Polish (pl) ({waiting})" in below
    person = "no reviewer; 0 of 1 translated pages were checked by a person"
    assert f"    content_data/languages.yml, ur: {person}" in lines


def test_the_day_comes_from_as_of_and_the_days_ahead_can_be_typed(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AS_OF", "2027-02-23")
    overdue = said(project, capsys)
    assert overdue[0].startswith("As at 2027-02-23: ")
    assert any(line.endswith("(was due by 2027-02-22)") for line in overdue)
    monkeypatch.setenv("AS_OF", "2027-01-22")
    assert not any("emergency" in line for line in said(project, capsys))
    assert any("emergency" in line for line in said(project, capsys, "--days", "31"))


def test_words_that_wait_for_a_translator_are_counted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also those that the catalogue does not hold yet: to a reader it is the same."""
    file = "content_data/locale/ur/LC_MESSAGES/plan.po"
    assert run(project, "words") == 0
    text = (project / file).read_text(encoding="utf-8")
    *rest, last = text.rstrip("\n").split("\n\n")
    assert last.endswith('msgstr ""')
    for held, fuzzy in (
        (text, 0),
        ("\n\n".join(rest) + "\n", 0),
        (text.replace(last, f'#, fuzzy\n{last[:-1]}x"'), 1),
    ):
        (project / file).write_text(held, encoding="utf-8")
        lines = said(project, capsys, "ur", "--as-of", "2027-01-01")
        without = text.count('\nmsgstr ""') - 1 - fuzzy
        assert f"    {file}: {without} entries without a translation" in lines
        guessed = f"    {file}: 1 entry marked fuzzy: their English has changed"
        assert (guessed in lines) == bool(fuzzy)


def test_a_language_with_a_reviewer_is_reviewed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = FILES["languages.yml"].replace("Latin digits.\n", "Latin digits.\n  reviewer: A. B.\n")
    (project / "content_data/languages.yml").write_text(text, encoding="utf-8")
    lines = said(project, capsys, "--as-of", "2027-01-01")
    assert "Not reviewed by a person (1)" in lines
    assert not any("languages.yml, ur" in line for line in lines)


def test_a_language_that_is_not_there_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(project, "due", "xx", "--as-of", "2027-01-01") == 1
    assert "There is no language 'xx'. There are: en, ur, pl." in capsys.readouterr().out


def item(number: int) -> Due:
    return Due(
        matter=Matter.EVIDENCE,
        group="Priority 1: *Stars*",
        file="content_data/evidence/1.yml",
        item=f"1.1.{number}",
        what="Keep <b> and [this](there) as they are",
        day=date(2026, 11, 21),
    )


def test_markdown_for_an_issue_shows_words_as_they_are_and_cuts_a_long_list() -> None:
    lines = list(DUE_FORMATS["markdown"](map(item, range(50)), AS_OF))
    assert lines[:5] == [
        "As at 2026-11-22: 50 things are due.",
        "",
        "## Without published evidence (50)",
        "",
        r"### Priority 1: \*Stars\* (50)",
    ]
    assert lines[6] == (
        "- `content_data/evidence/1.yml`, **1.1.0**: "
        r"Keep \<b\> and \[this\](there) as they are (was due by 2026-11-21)"
    )
    assert lines[-1] == "- … and 10 more"
    assert len(lines) == 6 + 40 + 1


def test_markdown_of_the_command(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "pl/index.md", (project / "docs/ur/index.md").read_text(encoding="utf-8"))
    lines = said(project, capsys, "--format", "markdown", "--as-of", "2027-02-01")
    assert "## To be checked again (1)" in lines
    assert f"### Polish (pl) ({len(PARTS) + len(LINKED) + 1})" in lines
    assert "- `content_data/languages.yml`, **pl**: no reviewer; " in "\n".join(lines)
