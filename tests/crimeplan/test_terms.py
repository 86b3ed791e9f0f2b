"""The termbase: one rendering a language, and a warning wherever another one is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from crimeplan.problems import Severity
from crimeplan.site import check_site
from samples import edited, load_sample, sample_plan, write_content
from translating import write_linked

PAGE = "---\ndescription: What this page is about, in a sentence.\nchanged: 2026-11-22\n---\n"
TITLED = PAGE.replace("---\n", "---\ntitle: Home\n", 1)
CATALOGUE = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "help.name"
msgid "Signpost"
msgstr "Drogowskaz"
"""


def test_a_row_holds_what_is_to_be_avoided_as_a_list(tmp_path: Path) -> None:
    terms = {(t.term, t.language): t for t in sample_plan(tmp_path).terms}
    assert terms["signpost", "pl"].avoid == ("drogowskaz", "znak")
    assert terms["signpost", "pl"].keeps_english
    assert terms["plan", "pl"].avoid == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("plan,plan,pl,plan", "plan,plan,xx,plan", "'xx' is not a language of this site"),
        ("plan,plan,pl,plan", "plan,plan,ur,plan", "stands twice for the language 'ur'"),
        ("ur,پلان,,منصوبہ", "ur,منصوبہ بندی,,منصوبہ", "words that are to be avoided"),
        ("m.,coined", "m.,", "'source' is missing"),
    ],
)
def test_a_mistake_in_the_termbase_gets_a_line(
    old: str, new: str, says: str, tmp_path: Path
) -> None:
    loaded = load_sample(tmp_path, terms_csv=edited("terms.csv", old, new))
    assert loaded.plan is None
    assert any(says in str(problem) for problem in loaded.problems), list(loaded.problems)


def warnings(project: Path) -> list[str]:
    problems, _, _ = check_site(project)
    return [str(p) for p in problems if p.severity is Severity.WARNING and "termbase" in p.what]


def test_another_rendering_is_found_on_a_page_and_in_a_catalogue(tmp_path: Path) -> None:
    write_content(tmp_path)
    docs = tmp_path / "docs"
    for name in (
        "priorities/1/index",
        "priorities/1/1-1",
        "priorities/1/1-2",
        "measures/crime-rates",
    ):
        (docs / "en" / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / "en" / f"{name}.md").write_text(PAGE, encoding="utf-8")
    (docs / "en" / "index.md").write_text(TITLED, encoding="utf-8")
    write_linked(tmp_path)
    (docs / "ur").mkdir()
    made = "translated_on: 2026-11-23\ntranslated_by: machine draft\n---\n"
    text = TITLED.removesuffix("---\n") + made + "یہ پلان ہے۔\n"
    (docs / "ur" / "index.md").write_text(text, encoding="utf-8")
    assert warnings(tmp_path) == []
    (docs / "ur" / "index.md").write_text(text.replace("پلان", "منصوبہ"), encoding="utf-8")
    path = tmp_path / "content_data/locale/pl/LC_MESSAGES/plan.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE, encoding="utf-8")
    found = warnings(tmp_path)
    assert len(found) == 2
    assert "docs/ur/index.md, Opening: 'منصوبہ' is not how the termbase says 'plan'" in found[1]
    assert "Expected: پلان." in found[1]
    assert "content_data/locale/pl/LC_MESSAGES/plan.po, Signpost: 'drogowskaz'" in found[0]
    problems, _, _ = check_site(tmp_path)
    assert problems.errors == []
