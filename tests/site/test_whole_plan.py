"""The whole plan on one page: everything is there, once, and leads to where it is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from crimeplan.model import Plan
from crimeplan.search import records_of
from sites import Built, BuiltPage, squeeze

ADDRESS = "whole-plan/"


@pytest.fixture
def page(site: Built, language: str) -> BuiltPage:
    return site.page(language, ADDRESS)


def test_every_priority_part_and_measure_has_its_heading(page: BuiltPage, plan: Plan) -> None:
    ids = {e.get("id"): e for e in page.tree.iter("h2", "h3")}
    assert plan.deliverable_by_id
    for priority in plan.priorities:
        assert ids[f"priority-{priority.number}"].tag == "h2"
        for part in priority.deliverables:
            heading = ids[f"part-{part.id.replace('.', '-')}"]
            assert heading.tag == "h3"
            assert squeeze(heading).startswith(part.id)
    for measure in plan.measures:
        assert ids[f"measure-{measure.id}"].tag == "h3"


def test_every_promise_stands_there_once(site: Built, page: BuiltPage, plan: Plan) -> None:
    def promises(on: BuiltPage) -> list[str]:
        return [squeeze(element) for element in on.with_class("promise")]

    parts = [
        other
        for other in site.pages
        if other.language == page.language and other.address.count("/") == 3
        if other.address.startswith("priorities/")
    ]
    wanted = [promise for part in parts for promise in promises(part)]
    assert len(wanted) == len(list(plan.commitments))
    assert sorted(promises(page)) == sorted(wanted)


def test_no_id_stands_twice_and_every_link_inside_leads_somewhere(page: BuiltPage) -> None:
    ids = [e.get("id") for e in page.tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    links = [e.get("href") or "" for e in page.tree.iter("a")]
    inside = [link[1:] for link in links if link.startswith("#")]
    assert len(inside) > 20
    assert set(inside) <= set(ids)


def test_headings_go_down_one_step_at_a_time(page: BuiltPage) -> None:
    levels = [int(str(e.tag)[1]) for e in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    steps = [after - before for before, after in pairwise(levels)]
    assert max(steps) == 1


def test_the_contents_name_every_chapter_and_part(page: BuiltPage, plan: Plan) -> None:
    listed = page.with_class("contents")[0].iter("a")
    named = {(link.get("href") or "")[1:] for link in listed}
    headings = {e.get("id") for e in page.tree.iter("h2", "h3") if "leaf" in (e.get("class") or "")}
    chapters = {e.get("aria-labelledby") for e in page.with_class("chapter")}
    assert len(chapters) == len(plan.priorities) + 2
    assert named == headings | chapters


def test_drawn_marks_still_find_their_shapes(page: BuiltPage) -> None:
    shapes = {e.get("id") for e in page.tree.iter("symbol")}
    used = {(e.get("href") or "")[1:] for e in page.tree.iter("use")}
    assert used
    assert used <= shapes


def test_what_it_holds_is_found_where_it_stands_and_not_here_again(page: BuiltPage) -> None:
    found = list(records_of(page.file.read_text(encoding="utf-8"), ADDRESS))
    assert [(record.kind, record.url) for record in found] == [("page", ADDRESS)]
