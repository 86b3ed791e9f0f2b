"""Bad input is normal: each mistake gets a line that says where, what and what to type."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from crimeplan.__main__ import check
from crimeplan.load import load_plan
from crimeplan.problems import ContentError
from crimeplan.site import check_site
from samples import FILES, edited, load_sample, sample_plan, write_content


@dataclass(frozen=True)
class Case:
    """A mistake in one file, and what its problem line must say."""

    file: str
    old: str
    new: str
    says: tuple[str, ...]
    line: str | None = None
    """The faulty line; where it stands twice, the last one."""


CASES = {
    "a typing error in a key": Case(
        "evidence/1.yml",
        "  timing: in-plan\n",
        "  timming: in-plan\n",
        ("grant", "there is no key 'timming'", "Did you mean 'timing'"),
        "  timming: in-plan",
    ),
    "a missing key": Case(
        "sources.yml",
        "  publisher: A party\n",
        "",
        ("leaflet", "the key 'publisher' is missing", "Add a line 'publisher: …'"),
    ),
    "an empty value": Case(
        "sources.yml",
        "  publisher: A party\n",
        "  publisher:\n",
        ("leaflet", "the key 'publisher' is missing"),
    ),
    "an unknown key without a value": Case(
        "evidence/1.yml",
        "  timing: in-plan\n",
        "  timing: in-plan\n  cauton:\n",
        ("grant", "there is no key 'cauton'", "Did you mean 'caution'"),
        "  cauton:",
    ),
    "a name written as a word": Case(
        "evidence/1.yml",
        "  area: county\n",
        "  area: County\n",
        ("grant", "'area' is not written as it must be", "Type county, if that is what is meant"),
        "  area: County",
    ),
    "a number cut in two by a comma": Case(
        "evidence/1.yml",
        "{value: 497000, unit",
        "{value: 497,000, unit",
        ("'000' stands without a value between { and }", "Type numbers without commas"),
    ),
    "a doubled key": Case(
        "evidence/1.yml",
        "  fit: direct\n",
        "  fit: direct\n  fit: direct\n",
        ("grant", "the key 'fit' stands twice"),
        "  fit: direct",
    ),
    "an unknown word": Case(
        "evidence/1.yml",
        "  timing: in-plan\n",
        "  timing: in-plna\n",
        ("grant", "'in-plna'", "one of before, at-launch, in-plan", "Did you mean 'in-plan'"),
    ),
    "a source that is not there": Case(
        "evidence/1.yml",
        "  source: notice\n",
        "  source: notise\n",
        ("grant", "'notise' does not name a source", "Did you mean 'notice'"),
        "  source: notise",
    ),
    "an id used twice": Case(
        "evidence/1.yml",
        "- id: older\n",
        "- id: grant\n",
        ("grant", "the id 'grant' is used twice"),
        "- id: grant",
    ),
    "a part that is not there": Case(
        "evidence/1.yml",
        "  deliverables: 1.2\n",
        "  deliverables: 1.3\n",
        ("grant", "'1.3' does not name a part"),
    ),
    "a promise that is not there": Case(
        "evidence/1.yml",
        "  commitments: 1.2.a\n",
        "  commitments: 1.2.z\n",
        ("grant", "'1.2.z' does not name a promise"),
    ),
    "a promise of another part": Case(
        "evidence/1.yml",
        "  commitments: 1.2.a\n",
        "  commitments: 1.1.a\n",
        ("grant", "belongs to a part that the entry does not name", "Add 1.1"),
    ),
    "31 February": Case(
        "evidence/1.yml",
        "  when: 2022-03-04\n",
        "  when: 2022-02-31\n",
        ("grant", "February 2022 has 28 days", "2021-11-24"),
        "  when: 2022-02-31",
    ),
    "a month that is not there": Case(
        "evidence/1.yml",
        "  when: 2022-03-04\n",
        "  when: 2022-13\n",
        ("grant", "there is no month 13"),
    ),
    "a date in another form": Case(
        "evidence/1.yml",
        "  when: 2022-03-04\n",
        "  when: 4 March 2022\n",
        ("grant", "'4 March 2022' is not a date"),
    ),
    "a financial year that is not one": Case(
        "evidence/1.yml",
        "  when: 2020/21\n",
        "  when: 2020/22\n",
        ("older", "2020 is followed by 21"),
    ),
    "a month where a day is meant": Case(
        "help.yml",
        "  checked: 2026-11-22\n",
        "  checked: 2026-11\n",
        ("emergency", "is not one day"),
    ),
    "an event outside the plan called in-plan": Case(
        "evidence/1.yml",
        "  when: 2022-03-04\n",
        "  when: 2021/22\n",
        ("grant", "does not agree with the date", "2021-08-20 to 2024-05-06"),
    ),
    "recorded before it happened": Case(
        "evidence/1.yml",
        "  recorded: 2026-11-22\n  what: The office",
        "  recorded: 2022-03-03\n  what: The office",
        ("grant", "recorded before it happened"),
    ),
    "no date, but a timing": Case(
        "evidence/1.yml", "  when: 2022-03-04\n", "", ("grant", "has no date", "undated")
    ),
    "3.10 for 3.1": Case(
        "priorities/1.yml",
        "  - id: 1.2\n    title",
        "  - id: 1.20\n    title",
        ("1.20", "out of order", "Expected: 1.2."),
    ),
    "a promise out of order": Case(
        "priorities/1.yml",
        "      - id: 1.1.b\n",
        "      - id: 1.1.c\n",
        ("1.1.c", "out of order", "1.1.b"),
    ),
    "HTML in a title": Case(
        "priorities/1.yml",
        "title: Community policing",
        "title: Community <b>policing</b>",
        ("1", "it holds HTML", "<b>policing"),
        "title: Community <b>policing</b>",
    ),
    "an entity in a text": Case(
        "priorities/1.yml",
        "title: Community policing",
        "title: Community &amp; policing",
        ("it holds HTML", "&amp;"),
    ),
    "an anchor": Case(
        "sources.yml",
        "  publisher: The Paper\n",
        "  publisher: &p The Paper\n",
        ("uses an anchor",),
        "  publisher: &p The Paper",
    ),
    "an alias": Case(
        "sources.yml",
        "  publisher: The Paper\n",
        "  publisher: *p\n",
        ("uses an alias",),
        "  publisher: *p",
    ),
    "a tag": Case(
        "sources.yml",
        "  publisher: The Paper\n",
        "  publisher: !!python/name:os.system x\n",
        ("uses a tag",),
        "  publisher: !!python/name:os.system x",
    ),
    "an unclosed quotation mark": Case(
        "sources.yml",
        "  publisher: The Paper\n",
        "  publisher: 'The Paper\n",
        ("is not valid YAML",),
    ),
    "a tabulator": Case(
        "sources.yml",
        "  publisher: The Paper\n",
        "\tpublisher: The Paper\n",
        ("is not valid YAML",),
        "\tpublisher: The Paper",
    ),
    "two documents": Case("sources.yml", "- id: paper\n", "---\n- id: paper\n", ("two documents",)),
    "commas in a number": Case(
        "evidence/1.yml",
        "value: 497000",
        "value: '497,000'",
        ("grant", "'value' is not a number", "Type 497000, if"),
    ),
    "a figure that the words do not name": Case(
        "evidence/1.yml", "    sum: {", "    total: {", ("grant", "do not agree", "['sum']")
    ),
    "yes or no as something else": Case(
        "priorities/1.yml", "owner_named: no", "owner_named: nope", ("1.2.a", "yes or no")
    ),
    "a promise without what would show it": Case(
        "priorities/1.yml",
        "        shown_by: Published minutes.\n",
        "",
        ("1.1.b", "'shown_by' is missing"),
    ),
    "wording that is not clear, and no reason": Case(
        "priorities/1.yml",
        "        clear_note: It does not say how often.\n",
        "",
        ("1.1.b", "'clear_note' is missing"),
    ),
    "an uncounted line without a reason": Case(
        "priorities/1.yml",
        "        not_counted_reason: It repeats the line above.\n",
        "",
        ("1.2.b", "'not_counted_reason' is missing"),
    ),
    "done, by the press": Case(
        "evidence/1.yml",
        "  fit: direct\n  source: notice\n",
        "  fit: direct\n  shows: completed\n  source: paper\n",
        ("grant", "only an official source"),
    ),
    "done, though the duty goes on": Case(
        "evidence/1.yml",
        "  fit: direct\n",
        "  fit: direct\n  shows: completed\n",
        ("grant", "never completed"),
    ),
    "help without an official source": Case(
        "help.yml", "  sources: plan\n", "  sources: paper\n", ("emergency", "no official source")
    ),
    "help checked again too early": Case(
        "help.yml",
        "recheck_by: 2027-02-22",
        "recheck_by: 2026-11-22",
        ("emergency", "before it was checked"),
    ),
    "an address that is none": Case(
        "plan.yml",
        "leave_to: https://example.org/weather",
        "leave_to: javascript:alert(1)",
        ("'leave_to' is not written as it must be",),
    ),
    "see also itself": Case(
        "priorities/1.yml", "{id: 1.2, why", "{id: 1.1, why", ("1.1", "does not name another part")
    ),
    "a list where an entry is meant": Case(
        "plan.yml",
        "office: {name: The office, address: [1 Road, Town], "
        "email: office@example.org, source: plan}",
        "office: [1, 2]",
        ("'office'",),
    ),
    "a number with an exponent": Case(
        "evidence/1.yml", "value: 497000", "value: 1e999999", ("'value' is not a number",)
    ),
    "a number that nobody can read": Case(
        "evidence/1.yml", "value: 497000", f"value: {'9' * 10_000}", ("'value' is not a number",)
    ),
    "a number in other digits": Case(
        "evidence/1.yml", "value: 497000", "value: ٤٩", ("'value' is not a number",)
    ),
    "a number that is none": Case(
        "evidence/1.yml", "value: 497000", "value: nan", ("'value' is not a number",)
    ),
    "a brace left open": Case(
        "evidence/1.yml", "aside {sum} for", "aside {sum for", ("grant", "expected '}'")
    ),
    "an id that leads out of the folder": Case(
        "glossary.yml", "id: asb", "id: ../asb", ("'id' is not written as it must be",)
    ),
    "an id that no file of Windows can have": Case(
        "glossary.yml", "id: asb", "id: con", ("Windows can have no file called con",)
    ),
    "an id that is too long": Case("glossary.yml", "id: asb", f"id: {'a' * 5_000}", ("'id'",)),
    "a language twice": Case("languages.yml", "- code: pl\n", "- code: ur\n", ("used twice",)),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_mistake_gets_a_line(case: Case, tmp_path: Path) -> None:
    key = case.file.replace("/", "__").replace(".yml", "_yml")
    broken = edited(case.file, case.old, case.new)
    loaded = load_sample(tmp_path, **{key: broken})
    assert loaded.plan is None
    text = "\n".join(str(problem) for problem in loaded.problems.errors)
    for words in (f"content_data/{case.file}", *case.says):
        assert any(words in str(problem) for problem in loaded.problems.errors), text
    assert all(problem.remedy for problem in loaded.problems)
    if case.line is not None:
        lines = broken.splitlines()
        number = len(lines) - lines[::-1].index(case.line)
        assert number in [problem.line for problem in loaded.problems.errors], text


def test_the_sample_has_no_problems(tmp_path: Path) -> None:
    assert len(load_sample(tmp_path).problems) == 0


def test_3_10_stays_3_10_and_no_stays_a_word(tmp_path: Path) -> None:
    text = (
        FILES["glossary.yml"]
        .replace("term: ASB", "term: 3.10")
        .replace("expansion: Anti-social behaviour", "expansion: no")
    )
    plan = sample_plan(tmp_path, glossary_yml=text)
    assert plan.glossary[0].term == "3.10"
    assert plan.glossary[0].expansion == "no"


def test_a_site_has_a_language(tmp_path: Path) -> None:
    write_content(tmp_path, languages_yml="[]\n")
    problems, plan, _ = check_site(tmp_path)
    assert plan is None
    assert any("there is no language" in str(problem) for problem in problems)


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    loaded = load_sample(
        tmp_path,
        glossary_yml=edited("glossary.yml", "term: ASB", "trem: ASB"),
        help_yml=edited("help.yml", "group: police", "group: polise"),
        sources_yml=edited("sources.yml", "kind: press", "kind: prss"),
    )
    files = {problem.file for problem in loaded.problems}
    assert {
        "content_data/glossary.yml",
        "content_data/help.yml",
        "content_data/sources.yml",
    } <= files


def test_load_plan_raises_every_problem(tmp_path: Path) -> None:
    content = write_content(tmp_path, glossary_yml="", help_yml="")
    with pytest.raises(ContentError) as caught:
        load_plan(content)
    assert len(caught.value.problems) == 2
    assert str(caught.value).startswith("2 problems in the content:")


def test_the_checker_prints_and_exits_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_content(tmp_path, notices_yml="- id: x\n")
    assert check(tmp_path) == 1
    printed = capsys.readouterr().out
    assert "error: content_data/notices.yml, line 1, x: the key 'level' is missing." in printed
    assert "Traceback" not in printed
    assert printed.rstrip().endswith("to mend.")


def test_a_source_that_nothing_names_is_a_warning(tmp_path: Path) -> None:
    text = FILES["sources.yml"] + "- {id: spare, title: T, publisher: P, kind: press, read: 2022}\n"
    loaded = load_sample(tmp_path, sources_yml=text.replace("read: 2022", "read: 2022-01-01"))
    assert loaded.plan is not None
    line = "content_data/sources.yml, line 25, spare: nothing names this source. "
    line += "Name it where it is used, or delete it."
    assert [str(problem) for problem in loaded.problems] == [line]
