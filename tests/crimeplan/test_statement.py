"""The accessibility statement: what it may say, when it is due for review, how it is shown."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from crimeplan.__main__ import check
from crimeplan.l10n.messages import data_messages
from crimeplan.load import load_content
from crimeplan.model import Conformance, IssueKind
from crimeplan.site import Site, load_site
from crimeplan.views.shell import Place
from crimeplan.views.statement import SECTIONS
from drawing import Draw
from samples import FILES, edited, load_sample, sample_plan, write_content
from translating import write_linked

FILE = "accessibility.yml"
DUE = date(2027, 5, 22)
"""The first day by which something of the sample must be looked at again: the issue small-map."""
LATER = date(2027, 11, 22)
"""The day by which the sample's statement must be reviewed again."""
REVIEW_OF_ISSUE = "    criterion: 1.1.1\n    since: 2026-11-20\n    review_by: 2027-05-22\n"


def faults(folder: Path, text: str, as_of: date | None = None) -> list[str]:
    """What an editor is told of the statement ``text``."""
    loaded = load_content(write_content(folder, accessibility_yml=text), as_of)
    return [str(problem) for problem in loaded.problems.errors]


def broken(old: str, new: str) -> str:
    return edited(FILE, old, new)


CASES = {
    "an issue without the day it was known": (
        broken(REVIEW_OF_ISSUE, REVIEW_OF_ISSUE.replace("    since: 2026-11-20\n", "")),
        ("small-map", "the key 'since' is missing", "Add a line 'since: …'"),
    ),
    "an issue that nobody looks at again": (
        broken(REVIEW_OF_ISSUE, REVIEW_OF_ISSUE.replace("    review_by: 2027-05-22\n", "")),
        ("small-map", "the key 'review_by' is missing", "Add a line 'review_by: …'"),
    ),
    "an issue without a reason": (
        broken("    reason: They are not ours.\n", ""),
        ("others", "the key 'reason' is missing"),
    ),
    "a kind that is none": (
        broken("kind: out-of-scope", "kind: out-of-scop"),
        ("others", "Did you mean 'out-of-scope'"),
    ),
    "a state that is none": (
        broken("conformance: partially-compliant", "conformance: partly-compliant"),
        ("'conformance' does not know this word", "Did you mean 'partially-compliant'"),
    ),
    "a criterion that is none": (
        broken("criterion: 1.1.1", "criterion: 1.1"),
        ("small-map", "'criterion' is not written as it must be"),
    ),
    "an id used twice": (
        broken("- id: others\n", "- id: small-map\n"),
        ("line 24, small-map: the id 'small-map' is used twice",),
    ),
    "an issue due before it was known": (
        broken(REVIEW_OF_ISSUE, REVIEW_OF_ISSUE.replace("2027-05-22", "2026-11-20")),
        ("line 23, small-map", "looked at again before it was known", "Type a later day"),
    ),
    "a statement due before it was reviewed": (
        broken("\nreview_by: 2027-11-22", "\nreview_by: 2026-11-22"),
        ("line 3, accessibility", "reviewed again before it was reviewed", "Type a later day"),
    ),
    "a statement reviewed before it was prepared": (
        broken("\nreviewed: 2026-11-22", "\nreviewed: 2026-11-19"),
        ("line 2, accessibility", "reviewed before it was prepared", "on or after 2026-11-20"),
    ),
    "fully compliant, though something fails": (
        broken("conformance: partially-compliant", "conformance: fully-compliant"),
        ("line 6, accessibility", "'small-map' does not meet the standard"),
    ),
    "partially compliant, and no reason": (
        re.sub(r"issues:\n(  .*\n)+", "issues: []\n", FILES[FILE]),
        ("line 6, accessibility", "says partially-compliant, but lists no issue", "'issues'"),
    ),
    "a source that is not there": (
        broken("sources: plan", "sources: plna"),
        ("'plna' does not name a source", "Did you mean 'plan'"),
    ),
    "a script for an address": (
        broken("procedure: https://example.org/law", "procedure: javascript:alert(1)"),
        ("'procedure' is not written as it must be",),
    ),
}


@pytest.mark.parametrize(("text", "says"), CASES.values(), ids=CASES.keys())
def test_a_mistake_gets_a_line(text: str, says: tuple[str, ...], tmp_path: Path) -> None:
    lines = faults(tmp_path, text)
    assert len(lines) == 1
    assert lines[0].startswith(f"content_data/{FILE}, line ")
    for words in says:
        assert words in lines[0], lines


def test_the_statement_must_be_there(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    (content / FILE).unlink()
    loaded = load_content(content, LATER)
    assert loaded.plan is None
    assert [str(problem) for problem in loaded.problems.errors] == [
        f"content_data/{FILE}: the file is missing. Put it back from an earlier version."
    ]


def test_an_unread_statement_is_not_blamed_twice(tmp_path: Path) -> None:
    lines = faults(tmp_path, "prepared: 'x\n", LATER)
    assert len(lines) == 1
    assert "is not valid YAML" in lines[0]


def test_out_of_scope_and_limits_break_no_rule(tmp_path: Path) -> None:
    text = FILES[FILE].replace("partially-compliant", "fully-compliant")
    for kind in ("out-of-scope", "limit"):
        assert faults(tmp_path, text.replace("kind: non-compliance", f"kind: {kind}")) == []


@pytest.mark.parametrize("day", [None, DUE - timedelta(days=1), DUE])
def test_until_the_very_day_of_review_all_is_well(day: date | None, tmp_path: Path) -> None:
    assert faults(tmp_path, FILES[FILE], day) == []


def test_from_the_day_after_an_issue_is_a_problem(tmp_path: Path) -> None:
    (line,) = faults(tmp_path, FILES[FILE], DUE + timedelta(days=1))
    assert line == (
        f"content_data/{FILE}, line 23, small-map: the day by which the issue had to be looked at "
        "again is past. Expected: a day on or after 2027-05-23. Found: 2027-05-22. Review it, then "
        "type a later day in 'review_by', or take the issue out if it is mended."
    )


def test_from_the_day_after_the_statement_is_a_problem(tmp_path: Path) -> None:
    text = FILES[FILE].replace("2027-05-22", "2028-11-22")
    assert faults(tmp_path, text, LATER) == []
    lines = faults(tmp_path, text, LATER + timedelta(days=1))
    assert lines[0] == (
        f"content_data/{FILE}, line 3, accessibility: the day by which the statement had to be "
        "reviewed is past. Expected: a day on or after 2027-11-23. Found: 2027-11-22. Review it, "
        "then type the day in 'reviewed' and a later day in 'review_by'."
    )
    assert len(lines) == 2, "the other issue was due on the same day"


def test_build_and_command_judge_by_the_same_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path)
    assert check(tmp_path, DUE) == 0
    load_site(tmp_path, as_of=DUE)
    overdue = DUE + timedelta(days=1)
    assert check(tmp_path, overdue) == 1
    assert "type a later day in 'review_by'" in capsys.readouterr().out
    with pytest.raises(Exception, match="type a later day in 'review_by'"):
        load_site(tmp_path, as_of=overdue)


FRONT = (
    "---\n{title}description: What this page is about, in a sentence.\nchanged: 2026-11-22\n---\n"
)
PAGES = {
    "index": "Home",
    "contact": "Contact",
    "priorities/index": "Priorities",
    "priorities/1/index": None,
    "priorities/1/1-1": None,
    "priorities/1/1-2": None,
    "measures/crime-rates": None,
}


def write_site(folder: Path, **changes: str) -> None:
    """The sample's data and a page for each thing that must have one."""
    write_content(folder, **changes)
    for name, title in PAGES.items():
        path = folder / "docs" / "en" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = FRONT.format(title=f"title: {title}\n" if title else "")
        path.write_text(text, encoding="utf-8")
    write_linked(folder)


def place(site: Site, language: str) -> Place:
    page = site.pages["en", "priorities/1/1-1.md"]
    return Place(site.locales[language], page, None, None, "https://plan.example/", None, False)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_new_site_asks_for_mistakes(language: str, tmp_path: Path) -> None:
    write_site(tmp_path)
    site = load_site(tmp_path, as_of=DUE)
    beta = site.shell(place(site, language), "").beta
    assert beta is not None
    assert beta.email == "office@example.org"
    assert beta.contact is not None
    assert beta.contact.url == "../../../contact/"


def test_a_new_site_without_a_contact_page_gives_the_address_alone(tmp_path: Path) -> None:
    write_site(tmp_path)
    (tmp_path / "docs" / "en" / "contact.md").unlink()
    site = load_site(tmp_path, as_of=DUE)
    beta = site.shell(place(site, "en"), "").beta
    assert beta is not None
    assert beta.contact is None


def test_an_editor_ends_the_beta(tmp_path: Path) -> None:
    write_site(tmp_path, plan_yml=edited("plan.yml", "stage: beta", "stage: live"))
    site = load_site(tmp_path, as_of=DUE)
    assert site.shell(place(site, "en"), "").beta is None


def test_a_stage_that_is_none_gets_a_line(tmp_path: Path) -> None:
    loaded = load_sample(tmp_path, plan_yml=edited("plan.yml", "stage: beta", "stage: betta"))
    (problem,) = loaded.problems
    assert str(problem) == (
        "content_data/plan.yml, line 12: 'stage' does not know this word. Expected: one of beta, "
        "live. Found: 'betta'. Did you mean 'beta'? Type that."
    )


SHOWN = {
    "status": ("partially compliant with the The guidelines 2.2", "Nobody has audited it."),
    "issues": (
        "What does not meet the standard",
        "A map has no words.",
        "What you can do: The list beside it says the same.",
        "Why: It has not been mended yet.",
        "Success criterion not met: 1.1.1",
        "Known since: 20 November 2026",
        "We look at it again by: 22 May 2027",
        "We leave nothing as it is for this reason.",
        "What the law does not cover",
    ),
    "formats": ("E-mail the office for large print.",),
    "contact": ("office@example.org", "The office has not said how soon it answers."),
    "tests": (
        "Faults that a program can find.",
        "Tested on: Every page.",
        "With: A tool 4.12",
        "When: 21 November 2026",
        "No screen reader.",
    ),
    "enforcement": ("The Advice Service", "The Commission", "The Regulations 2018"),
    "preparation": (
        "Prepared on: 20 November 2026",
        "Last reviewed on: 22 November 2026",
        "To be reviewed again by: 22 November 2027",
        "We tested it ourselves.",
        "The plan",
    ),
}


def test_each_section_is_looked_at() -> None:
    assert tuple(SHOWN) == SECTIONS


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_shows_its_part(draw: Draw, section: str) -> None:
    text = " ".join(draw("accessibility", section).text_content().split())
    for words in SHOWN[section]:
        assert words in text, text


def test_links_lead_to_office_adviser_law_and_standard(draw: Draw) -> None:
    hrefs = {
        link.get("href")
        for section in SECTIONS
        for link in draw("accessibility", section).iter("a")
    }
    assert {
        "mailto:office@example.org",
        "../contact/",
        "https://example.org/advice",
        "https://example.org/law",
        "https://example.org/standard",
    } <= hrefs


@pytest.mark.parametrize("state", Conformance)
def test_each_state_has_its_sentence(draw: Draw, state: Conformance) -> None:
    text = FILES[FILE].replace("partially-compliant", state.value)
    text = text.replace("kind: non-compliance", "kind: limit")
    block = draw("accessibility", "status", changes={"accessibility_yml": text})
    assert state.value.replace("-", " ") in block.text_content()


def test_a_site_without_known_faults_says_what_that_means(draw: Draw) -> None:
    text = FILES[FILE].replace("kind: non-compliance", "kind: limit")
    block = draw("accessibility", "issues", changes={"accessibility_yml": text})
    assert "There may be faults that our tests cannot find." in block.text_content()
    assert "What else you should know" in block.text_content()


def test_how_soon_the_office_answers_is_shown_once_it_has_said_so(draw: Draw) -> None:
    text = FILES[FILE] + "answer_within: The office answers within ten days.\n"
    block = draw("accessibility", "contact", changes={"accessibility_yml": text})
    assert "The office answers within ten days." in block.text_content()
    assert "has not said" not in block.text_content()


def test_names_and_versions_stay_english_and_say_so(draw: Draw) -> None:
    block = draw("accessibility", "tests", language="ur")
    how = next(item for item in block.iter("span") if item.text_content() == "A tool 4.12")
    assert (how.get("lang"), how.get("dir")) == ("en", "ltr")


def test_every_word_of_the_statement_can_be_translated(tmp_path: Path) -> None:
    plan = sample_plan(tmp_path)
    messages = {
        (message.context, message.text)
        for message in data_messages(plan, {})
        if message.context and message.context.startswith("accessibility")
    }
    assert messages == {
        ("accessibility.conformance_reason", "Nobody has audited it."),
        ("accessibility.method", "We tested it ourselves."),
        ("accessibility.not_tested", "No screen reader."),
        ("accessibility.formats", "E-mail the office for large print."),
        (
            "accessibility-issue.what",
            "A map has no words. This affects people who cannot see it.",
        ),
        ("accessibility-issue.instead", "The list beside it says the same."),
        ("accessibility-issue.reason", "It has not been mended yet."),
        ("accessibility-issue.what", "Pages of others may not be accessible."),
        ("accessibility-issue.reason", "They are not ours."),
        ("accessibility-test.what", "Faults that a program can find."),
        ("accessibility-test.scope", "Every page."),
    }


def test_the_kinds_are_those_of_the_model_statement_and_one_more() -> None:
    assert [kind.value for kind in IssueKind] == [
        "non-compliance",
        "disproportionate-burden",
        "out-of-scope",
        "limit",
    ]
