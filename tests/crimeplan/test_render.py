"""Templates: everything is escaped, unknown names are refused, numbers are isolated."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from lxml import html

from crimeplan.blocks import BLOCKS
from crimeplan.l10n import Locale
from crimeplan.render import Renderer, Speaker
from crimeplan.site import load_locales
from drawing import Draw
from samples import edited, sample_plan


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_promise_shows_status_owner_and_evidence(draw: Draw) -> None:
    rows = [
        row for row in draw("commitments", "1.2").iter("li") if "promise" in row.get("class", "")
    ]
    assert [row.get("id") for row in rows] == ["c-1-2-a", "c-1-2-b"]
    assert "Some action published" in text(rows[0])
    assert "1 item" in text(rows[0])
    assert "each year" in text(rows[0])
    assert "Not counted as a promise. It repeats the line above." in text(rows[1])
    assert "Some action" not in text(rows[1])


def test_evidence_stands_apart_from_background(draw: Draw) -> None:
    block = draw("timeline", "1.2")
    lists = [item for item in block.iter("ol") if "time" in item.get("class", "").split()]
    assert ["back" in item.get("class", "") for item in lists] == [False, True]
    assert "nearly £497,000" in text(lists[0])
    assert "It shows money, not results." in text(lists[0])
    assert "began before the plan" in text(lists[1])


def test_figures_and_references_are_isolated(draw: Draw) -> None:
    block = draw("timeline", "1.2", language="ur")
    isolated = {text(item) for item in block.iter("bdi")}
    assert {"£497,000", "1.2.a"} <= isolated


def test_a_block_says_its_language_and_direction(draw: Draw) -> None:
    block = draw("overview", language="ur")
    assert (block.get("lang"), block.get("dir")) == ("ur", "rtl")


def test_english_words_inside_urdu_say_so(draw: Draw) -> None:
    block = draw("commitments", "1.1", language="ur")
    promise = next(item for item in block.iter("p") if "Hold a day of action." in text(item))
    assert (promise.get("lang"), promise.get("dir")) == ("en", "ltr")


def test_what_an_editor_types_is_escaped(draw: Draw, tmp_path: Path) -> None:
    nasty = "2 < 3 & \"4\" 'x' {{ 7 * 7 }}"
    changed = edited(
        "priorities/1.yml",
        "title: Days of action",
        f"title: '{nasty.replace(chr(39), chr(39) * 2)}'",
    )
    block = draw("cards", "1", plan=sample_plan(tmp_path / "x", priorities__1_yml=changed))
    assert nasty in text(block)
    assert not list(block.iter("script"))


def test_what_a_translator_types_is_escaped(tmp_path: Path) -> None:
    plan = sample_plan(tmp_path)
    path = tmp_path / "overrides" / "locale" / "pl" / "LC_MESSAGES" / "interface.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Menu"\nmsgstr "<script>alert(1)</script>"\n',
        encoding="utf-8",
    )
    locale: Locale = load_locales(tmp_path, plan)["pl"]
    speaker = Speaker(locale)
    assert speaker.text("Menu") == "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert speaker.text("Home %(n)s", n="<b>") == '<span lang="en" dir="ltr">Home &lt;b&gt;</span>'
    assert speaker.plain("Menu") == "<script>alert(1)</script>"  # attributes escape it themselves


def test_an_unknown_name_in_a_template_is_an_error(tmp_path: Path, root: Path) -> None:
    folder = tmp_path / "overrides" / "partials" / "plan"
    folder.mkdir(parents=True)
    (folder / "x.html").write_text("{{ view.nothing }}", encoding="utf-8")
    locale = load_locales(root, sample_plan(tmp_path))["en"]
    with pytest.raises(UndefinedError):
        Renderer(tmp_path / "overrides").render_block("x", object(), locale)


@pytest.mark.parametrize("by", ["priority", "status", "area"])
def test_every_promise_is_in_the_list(draw: Draw, by: str) -> None:
    block = draw("all-commitments", by)
    shown = {
        text(item)
        for row in block.iter("li")
        if "promise" in row.get("class", "")
        for item in row.iter("span")
        if item.get("class") == "ref"
    }
    wanted = {
        "priority": {"1.1.a", "1.1.b", "1.2.a", "1.2.b"},
        "status": {"1.1.a", "1.1.b", "1.2.a"},
        "area": {"1.2.a"},
    }
    assert shown == wanted[by]
    hrefs = [link.get("href", "") for link in block.iter("a")]
    targets = [href for href in hrefs if href.startswith("#")]
    ids = {item.get("id") for item in block.iter() if item.get("id")}
    assert targets
    assert {target[1:] for target in targets} <= ids


def test_the_summary_shows_what_no_part_carries(draw: Draw) -> None:
    block = draw("summary", "1")
    assert "Promised in the summary only" in text(block)
    assert "Fly-tipping No part carries it." in text(block)


def test_a_phone_number_can_be_dialled(draw: Draw) -> None:
    links = [link.get("href") for link in draw("help", "police").iter("a")]
    assert "tel:999" in links


NOTICE = """\
- id: slow
  level: important
  start: 2026-11-20
  end: {end}
  text: Calls to 101 take longer than usual.
"""


@pytest.mark.parametrize(("end", "shown"), [("2026-11-22", True), ("2026-11-21", False)])
def test_a_notice_shows_until_its_last_day(
    draw: Draw, tmp_path: Path, end: str, *, shown: bool
) -> None:
    plan = sample_plan(tmp_path / "n", notices_yml=NOTICE.format(end=end))
    block = draw("notices", plan=plan)
    assert ("Calls to 101 take longer than usual." in text(block)) == shown
    assert ("None." in text(block)) != shown


def test_nothing_found_leads_to_what_was_searched(draw: Draw) -> None:
    rows = [row for row in draw("commitments", "1.1").iter("li") if row.get("id") == "c-1-1-a"]
    links = {text(link): link.get("href") for link in rows[0].iter("a")}
    assert links == {
        "No published evidence found in the pages we searched": "../progress/searched/"
    }


@pytest.mark.parametrize(
    ("name", "argument"),
    [("overview", None), ("progress", "1"), ("commitments", "1.1"), ("all-commitments", "status")],
)
def test_statuses_hold_as_at_a_day(draw: Draw, name: str, argument: str | None) -> None:
    block = draw(name, argument) if argument else draw(name)
    assert "As at 22 November 2026." in text(block)


WORDS = {
    "progress": ("1",),
    "cards": ("1",),
    "summary": ("1",),
    "commitments": ("1.1",),
    "related": ("1.1",),
    "timeline": ("1.2",),
    "all-commitments": ("area",),
    "latest": ("all",),
    "help": ("police",),
    "accessibility": ("issues",),
    "inspection": ("2016-effectiveness",),
    "inspection-grades": ("2016-effectiveness",),
    "findings": ("2016-effectiveness",),
    "response": ("2021-22-peel",),
    "tracker": ("part",),
    "part-findings": ("1.1",),
    "measure-headline": ("crime-rates",),
    "measure": ("crime-rates",),
    "measure-meaning": ("crime-rates",),
    "measure-sources": ("crime-rates",),
    "measures": ("background",),
    "part-measures": ("1.1",),
}


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_draws_in_either_direction(draw: Draw, name: str, language: str) -> None:
    block = draw(name, *WORDS.get(name, ()), language=language)
    assert block.get("lang") == language
    assert text(block)
