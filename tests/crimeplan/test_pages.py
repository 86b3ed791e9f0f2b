"""Front matter and Markdown: what an editor may type, and what he hears otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from crimeplan.pages import load_pages, page_address
from crimeplan.pages.load import LINKED
from crimeplan.problems import Problems
from crimeplan.site import check_site
from samples import sample_plan, write_content
from translating import write_linked

FRONT = "---\ndescription: What this page is about, in a sentence.\nchanged: 2026-11-22\n---\n"
RATES_PAGE = "measures/crime-rates"
TITLED = FRONT.replace("---\n", "---\ntitle: Home\n", 1)


def faults(folder: Path, **pages: str) -> list[str]:
    """The problems of a small set of pages; a key such as en__index names docs/en/index.md."""
    docs = folder / "docs"
    texts = {
        **{f"en__{path.removesuffix('.md').replace('/', '__')}": TITLED for path in LINKED},
        "en__priorities__1__index": FRONT,
        "en__priorities__1__1-1": FRONT,
        "en__priorities__1__1-2": FRONT,
        "en__measures__crime-rates": FRONT,
        **pages,
    }
    for key, text in texts.items():
        path = docs / f"{key.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = Problems()
    load_pages(docs, sample_plan(folder), problems)
    return [str(problem) for problem in problems]


def test_good_pages_have_no_problems(tmp_path: Path) -> None:
    body = "Text.\n\n## A part {#part}\n\n```\n# code\n```\n\n<!-- plan:overview -->\n"
    assert faults(tmp_path, en__index=TITLED + body, ur__index=TITLED) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("No front matter.\n", "line 1: the page has no front matter"),
        (TITLED.replace("changed:", "chnged:"), "line 4: there is no key 'chnged' here"),
        (TITLED.replace("2026-11-22", "2026-11-31"), "November 2026 has 30 days"),
        (FRONT, "the key 'title' is missing"),
        (
            TITLED + "A \u200fmark\n",
            "line 6: the line holds a sign that cannot be seen",
        ),
        (TITLED + "# A second title\n", "line 6: the page has a second title"),
        (TITLED + "## No id\n", "line 6, No id: the heading has no fixed id"),
        (TITLED + "## A {#a}\n\n## B {#a}\n", "line 8, B: the id {#a} stands twice"),
        (TITLED + "Some <script>alert(1)</script>\n", "line 6: the page holds HTML"),
        (TITLED + '<a href="x">x</a>\n', "the page holds HTML"),
        (TITLED + "\n<!-- plan:cards 9 -->\n", "line 7, plan:cards: '9' names nothing"),
        (TITLED.replace("title: Home", "title: A: b"), "line 2: the file is not valid YAML"),
        (TITLED.replace("What this page is about, in a sentence.", "Short."), "description"),
    ],
)
def test_a_faulty_page_gets_a_line(text: str, says: str, tmp_path: Path) -> None:
    lines = faults(tmp_path, en__index=text)
    assert any(line.startswith("docs/en/index.md") and says in line for line in lines), lines


def test_a_part_without_a_page(tmp_path: Path) -> None:
    docs = tmp_path / "docs" / "en"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text(TITLED, encoding="utf-8")
    problems = Problems()
    load_pages(docs.parent, sample_plan(tmp_path), problems)
    assert {problem.file for problem in problems} == {
        "docs/en/priorities/1/index.md",
        "docs/en/priorities/1/1-1.md",
        "docs/en/priorities/1/1-2.md",
        "docs/en/measures/crime-rates.md",
        *(f"docs/en/{path}" for path in LINKED if path != "index.md"),
    }


def test_a_title_that_belongs_in_the_data(tmp_path: Path) -> None:
    lines = faults(tmp_path, **{"en__priorities__1__1-1": TITLED})
    assert any("the title of this page comes from the data" in line for line in lines), lines


def test_page_and_data_agree_on_what_is_sensitive(tmp_path: Path) -> None:
    text = FRONT.replace("changed:", "sensitive: yes\nchanged:")
    lines = faults(tmp_path, **{"en__priorities__1__1-1": text})
    assert any("do not agree on whether it is sensitive" in line for line in lines), lines


def test_a_page_for_a_part_that_is_not_there(tmp_path: Path) -> None:
    lines = faults(tmp_path, **{"en__priorities__1__1-9": FRONT})
    assert any("not that of a priority, part, measure or inspection" in line for line in lines), (
        lines
    )


def test_joiners_are_letters(tmp_path: Path) -> None:
    text = TITLED + "می\u200cخواهیم ক্\u200dষ\n"
    assert faults(tmp_path, en__index=text) == []


def test_a_translation_of_nothing(tmp_path: Path) -> None:
    lines = faults(tmp_path, ur__abuot=TITLED)
    assert any("docs/ur/abuot.md: the page translates nothing" in line for line in lines), lines


def test_a_folder_that_is_no_language(tmp_path: Path) -> None:
    lines = faults(tmp_path, xx__index=TITLED)
    assert any("docs/xx: the folder is not one of the site's languages" in line for line in lines)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("help/index.md", "help/"),
        ("priorities/3/3-10.md", "priorities/3/3-10/"),
    ],
)
def test_addresses(path: str, address: str) -> None:
    assert page_address(path) == address


@pytest.mark.parametrize("broken", ["plan_yml", "glossary_yml", "priorities__1_yml", "help_yml"])
def test_pages_are_checked_in_the_same_run_as_broken_data(tmp_path: Path, broken: str) -> None:
    """A mistake in a page is told beside one in the data, and no page is blamed for the data."""
    write_content(tmp_path, **{broken: "x: 'open\n"})
    docs = tmp_path / "docs" / "en"
    (docs / "priorities" / "1").mkdir(parents=True)
    (docs / "index.md").write_text(TITLED + "\n<!-- plan:overveiw -->\n", encoding="utf-8")
    write_linked(tmp_path)
    for name in ("priorities/1/index", "priorities/1/1-1", "priorities/1/1-2", RATES_PAGE):
        text = FRONT + "\n<!-- plan:timeline 1.2 -->\n"
        (docs / f"{name}.md").write_text(text, encoding="utf-8")
    problems, plan, _ = check_site(tmp_path)
    assert plan is None
    files = {problem.file for problem in problems}
    assert files == {
        f"content_data/{broken.replace('__', '/').replace('_yml', '.yml')}",
        "docs/en/index.md",
    }
