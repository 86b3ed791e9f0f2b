"""One English sentence changes: which readers are told, where, and what clears it again."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from crimeplan.__main__ import main
from sites import LANGUAGES, Built, build, copy_project, squeeze

PAGE = "priorities/3/3-4.md"
ADDRESS = "priorities/3/3-4/"
OLD = "You can talk to somebody without telling the police."
NEW = "You can talk to somebody and need not tell the police."
LOST = "{#published}"


def change(project: Path, name: str, old: str, new: str) -> None:
    path = project / "docs" / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{name}: {old}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def builds(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    """The site with a sentence changed and a section lost; the same, accepted in Polish."""

    def make(accepted: bool) -> Built:
        project = copy_project(root, tmp_path_factory.mktemp("project"))
        change(project, f"en/{PAGE}", OLD, NEW)
        change(project, f"ur/{PAGE}", LOST, "{#publshed}")
        if accepted:
            words = ["accept", "--root", str(project), "pl", PAGE, "you", "--reason", "The same"]
            assert main(words) == 0
        return build(project, tmp_path_factory.mktemp("stale"))

    with ThreadPoolExecutor() as pool:
        return list(pool.map(make, [False, True]))


def stale(built: Built, language: str) -> list[str]:
    """The sections of the page that carry a note, by the id of their heading."""
    page = built.page(language, ADDRESS)
    return [
        next((e.get("id") or "" for e in section.iter("h2")), "")
        for section in page.with_class("row")
        if any("stale" in (e.get("class") or "").split() for e in section.iter())
    ]


def translated(root: Path) -> list[str]:
    return [code for code in LANGUAGES[1:] if (root / "docs" / code / PAGE).is_file()]


def test_nothing_is_stale_before(root: Path, site: Built) -> None:
    assert len(translated(root)) >= 2
    for language in translated(root):
        assert stale(site, language) == []


def test_only_that_section_is_called_outdated(root: Path, builds: list[Built]) -> None:
    for language in translated(root):
        wanted = ["published", "you"] if language == "ur" else ["you"]
        assert stale(builds[0], language) == wanted, language
    note = builds[0].page("pl", ADDRESS).with_class("stale")[0]
    links = [(link.get("href"), link.get("hreflang")) for link in note.iter("a")]
    assert links == [("../../../../priorities/3/3-4/#you", "en")]
    assert "2026" in squeeze(note)


def test_accepting_clears_one_language_and_no_other(root: Path, builds: list[Built]) -> None:
    assert stale(builds[1], "pl") == []
    for language in translated(root):
        if language != "pl":
            assert "you" in stale(builds[1], language), language


def test_a_lost_section_is_shown_in_english_and_marked(builds: list[Built]) -> None:
    page = builds[0].page("ur", ADDRESS)
    heading = next(e for e in page.tree.iter("h2") if e.get("id") == "published")
    assert (heading.get("lang"), heading.get("dir")) == ("en", "ltr")
    assert squeeze(heading) == "What has been published"
    note = page.with_class("stale")[0]
    assert (note.get("lang"), note.get("dir")) == ("ur", "rtl")
    assert not [e for e in page.tree.iter("h2") if e.get("id") == "publshed"]


def test_the_state_page_counts_it(root: Path, site: Built, builds: list[Built]) -> None:
    def behind(built: Built) -> dict[str, int]:
        table = next(built.page("en", "languages/").tree.iter("table"))
        rows = [[squeeze(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]
        codes = [a.get("lang") or "" for a in table.iter("a")]
        return {
            code: int(row[2].replace(",", "")) for code, row in zip(codes, rows[1:], strict=True)
        }

    before, after, accepted = behind(site), behind(builds[0]), behind(builds[1])
    assert len(before) == 9
    for language in LANGUAGES[1:]:
        more = 1 if language in translated(root) else 0
        assert after[language] - before[language] == more, language
        assert accepted[language] - before[language] == (0 if language == "pl" else more), language


def test_the_json_says_which_section(builds: list[Built]) -> None:
    text = (builds[0].folder / "data" / "translations.json").read_text(encoding="utf-8")
    languages = json.loads(text)["languages"]
    assert languages["ur"]["pages"][PAGE]["sections"]["you"] == "outdated"
    assert languages["ur"]["pages"][PAGE]["sections"]["published"] == "missing"
    assert languages["pl"]["pages"][PAGE]["sections"]["said"] == "current"
    assert set(languages) == set(LANGUAGES[1:])
