"""The checker: its three formats, which pages a problem shows on, and what only warns."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from crimeplan.__main__ import check
from crimeplan.problems import Problem, Problems, Severity
from crimeplan.report import FORMATS
from crimeplan.rhythm import lapsed_rhythms
from crimeplan.site import check_site
from samples import FILES, edited, sample_plan
from translating import change, run, write

OVERDUE = date(2027, 2, 23)
"""The day after the sample's help number had to be checked again."""
PAGE = "---\ndescription: What this page is about, in a sentence.\nchanged: 2026-11-22\n---\n"
TITLED = PAGE.replace("---\n", "---\ntitle: A page\n", 1)


def content(project: Path, name: str, text: str) -> None:
    (project / "content_data" / name).write_text(text, encoding="utf-8")


@pytest.fixture
def shown(project: Path) -> Path:
    """The small site, where pages show data."""
    write(project, "en/priorities/1/1-1.md", f"{PAGE}<!-- plan:timeline 1.1 -->\n")
    write(project, "en/priorities/1/1-2.md", f"{PAGE}<!-- plan:timeline 1.2 -->\n")
    write(project, "en/priorities/1/index.md", f"{PAGE}<!-- plan:progress 1 -->\n")
    write(project, "en/help/index.md", f"{TITLED}<!-- plan:help police -->\n")
    write(project, "en/help/other.md", f"{TITLED}<!-- plan:help fraud -->\n")
    write(project, "en/news.md", f"{TITLED}<!-- plan:latest 1 -->\n")
    write(project, "en/whole-plan.md", TITLED)
    return project


def one(project: Path, words: str, as_of: date | None = None) -> Problem:
    """The only problem that says ``words``."""
    problems, _, _ = check_site(project, as_of)
    found = [problem for problem in problems if words in str(problem)]
    assert len(found) == 1, [str(problem) for problem in problems]
    return found[0]


EVERYWHERE = ("en", "ur", "pl")


def test_a_mistake_in_an_entry_names_the_pages_of_its_parts(shown: Path) -> None:
    content(shown, "evidence/1.yml", edited("evidence/1.yml", "source: notice", "source: notise"))
    problem = one(shown, "'notise' does not name a source")
    assert problem.pages == (
        "priorities/1/1-2.md",
        "priorities/1/index.md",
        "index.md",
        "news.md",
        "other.md",
        "whole-plan.md",
    )
    assert problem.languages == EVERYWHERE


def test_an_entry_that_cannot_be_read_names_all_pages_of_its_priority(shown: Path) -> None:
    content(shown, "evidence/1.yml", edited("evidence/1.yml", "fit: direct", "fit: drect"))
    pages = one(shown, "'drect'").pages
    assert {"priorities/1/1-1.md", "priorities/1/1-2.md", "priorities/1/index.md"} <= set(pages)
    assert "help/index.md" not in pages


def test_a_source_names_the_pages_of_whatever_names_it(shown: Path) -> None:
    text = edited("sources.yml", "title: Decision 37", "titel: Decision 37")
    content(shown, "sources.yml", text)
    pages = one(shown, "there is no key 'titel'").pages
    assert "priorities/1/1-2.md" in pages
    assert "priorities/1/1-1.md" not in pages


def test_help_names_the_pages_of_its_group(shown: Path) -> None:
    content(shown, "help.yml", edited("help.yml", "sources: plan", "sources: paper"))
    assert one(shown, "no official source").pages == ("help/index.md",)


def test_a_notice_shows_everywhere(shown: Path) -> None:
    content(shown, "notices.yml", "- id: x\n  level: important\n")
    problems, _, pages = check_site(shown)
    assert problems.errors
    english = {path for code, path in pages if code == "en"}
    assert len(english) > 8
    for problem in problems.errors:
        assert set(problem.pages) == english


def test_a_page_shows_in_its_own_language_and_an_english_one_in_all(shown: Path) -> None:
    change(shown, "ur/index.md", "یہ 2021 میں تھا۔", "<b>x</b>")
    change(shown, "en/other.md", "It was in 2021.", "<b>x</b>")
    problems, _, _ = check_site(shown)
    found = {p.file: (p.pages, p.languages) for p in problems if p.what == "the page holds HTML"}
    assert found == {
        "docs/ur/index.md": (("index.md",), ("ur",)),
        "docs/en/other.md": (("other.md",), EVERYWHERE),
    }


def test_a_catalogue_shows_on_every_page_of_its_language(shown: Path) -> None:
    path = shown / "content_data/locale/pl/LC_MESSAGES"
    path.mkdir(parents=True)
    (path / "plan.po").write_bytes(b"\xef\xbb\xbf")
    problem = one(shown, "byte order mark")
    assert problem.languages == ("pl",)
    assert "priorities/1/1-1.md" in problem.pages


WORST = Problem(file="a,b:c%.yml", line=3, item="x", what="one\ntwo: 100%", remedy="Type\r\nit")
MILD = Problem(
    severity=Severity.WARNING,
    file="a.yml",
    what="late",
    remedy="Look",
    pages=("one.md", "two.md", "three.md", "four.md", "five.md"),
    languages=("en", "ur"),
)


@pytest.fixture
def problems() -> Problems:
    """A warning and an error, in the wrong order."""
    return Problems([MILD, WORST])


def test_plain_text_tells_the_worst_first_and_where_it_shows(problems: Problems) -> None:
    lines = list(FORMATS["plain"](problems))
    assert lines[0].startswith("error: a,b:c%.yml, line 3, x: one")
    assert lines[1] == "warning: a.yml: late. Look."
    assert lines[2] == (
        "  It shows on one.md, two.md, three.md, four.md and 1 more page, in 2 languages."
    )
    assert lines[-1] == "1 to mend."
    assert list(FORMATS["plain"](Problems())) == ["No errors."]


def test_json_holds_every_field(problems: Problems) -> None:
    read = json.loads("\n".join(FORMATS["json"](problems)))
    assert (read["errors"], read["warnings"]) == (1, 1)
    first, second = read["problems"]
    assert first["severity"] == "error"
    assert (first["file"], first["line"], first["item"]) == ("a,b:c%.yml", 3, "x")
    assert (second["line"], second["remedy"]) == (None, "Look")
    assert second["pages"] == list(MILD.pages)
    assert second["languages"] == ["en", "ur"]


def test_annotations_are_escaped_as_github_reads_them(problems: Problems) -> None:
    error, warning = FORMATS["github"](problems)
    assert error == (
        "::error file=a%2Cb%3Ac%25.yml,line=3,title=x::"
        "a,b:c%25.yml, line 3, x: one(U+000A)two: 100%25. Type(U+000D)(U+000A)it."
    )
    assert warning.startswith("::warning file=a.yml::a.yml: late. Look. It shows on one.md")


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_takes_each_format(
    shown: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content(shown, "notices.yml", "- id: x\n")
    capsys.readouterr()
    assert run(shown, "check", "--as-of", "2026-11-22", "--format", form) == 1
    said = capsys.readouterr().out
    assert "the key 'level' is missing" in said
    assert (said.startswith("::error "), said.startswith("{")) == (form == "github", form == "json")


def test_a_help_number_past_its_day_is_a_warning(shown: Path) -> None:
    problem = one(shown, "compared with its source", OVERDUE)
    assert problem.severity is Severity.WARNING
    assert (problem.file, problem.item) == ("content_data/help.yml", "emergency")
    assert problem.line == FILES["help.yml"].splitlines().index("  recheck_by: 2027-02-22") + 1
    on_time, _, _ = check_site(shown, date(2027, 2, 22))
    assert not any("compared with its source" in str(problem) for problem in on_time)


def test_a_yearly_promise_without_a_late_event_is_a_warning(shown: Path) -> None:
    problem = one(shown, "promised for each year", date(2026, 11, 22))
    assert problem.severity is Severity.WARNING
    assert (problem.file, problem.item) == ("content_data/priorities/1.yml", "1.2.a")
    lines = FILES["priorities/1.yml"].splitlines()
    assert lines[problem.line - 1] == "        duty: yearly"


@pytest.mark.parametrize(
    ("when", "as_of", "lapsed"),
    [
        ("2022-03-04", date(2026, 11, 22), True),
        ("2023-05-05", date(2026, 11, 22), True),
        ("2023-05-06", date(2026, 11, 22), False),  # a year before the plan's last day
        ("2022-03-04", date(2026, 11, 21), False),  # nothing is known yet, so nothing is old
    ],
)
def test_a_year_is_counted_to_the_last_day_of_the_plan(
    tmp_path: Path, when: str, as_of: date, *, lapsed: bool
) -> None:
    text = edited("evidence/1.yml", "when: 2022-03-04", f"when: {when}")
    plan = sample_plan(tmp_path, evidence__1_yml=text)
    found = [lapse.commitment.id for lapse in lapsed_rhythms(plan, as_of)]
    assert found == (["1.2.a"] if lapsed else [])


def test_a_hard_page_is_told_with_where_it_shows(
    shown: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hard = "Notwithstanding organisational difficulties, representatives cooperated extensively. "
    write(shown, "en/news.md", f"{TITLED}{hard * 20}\n")
    capsys.readouterr()
    assert check(shown) == 0
    said = capsys.readouterr().out
    assert "warning: docs/en/news.md: the page is hard to read." in said
    assert "  It shows on news.md, in 3 languages." in said
