"""Every line of the plan and every entry of evidence, in every language."""

from __future__ import annotations

from crimeplan.model import Plan
from sites import Built, part_address, squeeze


def test_every_line_stands_on_its_part_s_page(site: Built, plan: Plan, language: str) -> None:
    shown = 0
    for part in plan.deliverables:
        page = site.page(language, part_address(part.id))
        rows = {row.get("id"): row for row in page.with_class("promise")}
        for line in part.commitments:
            row = rows[f"c-{line.id.replace('.', '-')}"]
            tags = [e for e in row.iter() if "tag" in (e.get("class") or "").split()]
            assert len(tags) == (1 if line.counted else 0), line.id
            shown += 1
    assert shown == len(list(plan.commitments)) > 0


def test_the_lists_hold_every_line_and_tag_every_promise(
    site: Built, plan: Plan, language: str
) -> None:
    every = len(list(plan.commitments))
    promises = sum(line.counted for line in plan.commitments)
    for address, lines, tags in (
        ("progress/commitments/", every, promises),
        ("progress/by-status/", promises, promises),
    ):
        page = site.page(language, address)
        rows = page.with_class("promise")
        assert len(rows) == lines, address
        assert (
            len([e for row in rows for e in row.iter() if "tag" in (e.get("class") or "").split()])
            == tags
        ), address
    overview = site.page(language, "")
    big = overview.with_class("big")
    assert len([e for block in big for e in block if e.tag == "svg"]) == promises


def test_every_entry_stands_with_its_source_on_each_of_its_parts(
    site: Built, plan: Plan, language: str
) -> None:
    assert plan.evidence
    for entry in plan.evidence:
        addresses = [part_address(part) for part in entry.deliverables] or ["about/"]
        source = plan.source_by_id[entry.source]
        for address in (*addresses, "progress/evidence/"):
            page = site.page(language, address)
            found = [e for e in page.tree.iter("li") if e.get("id") == f"e-{entry.id}"]
            assert len(found) == 1, f"{entry.id} on {page}"
            links = [link.get("href") for link in found[0].iter("a")]
            assert source.address is None or source.address in links, f"{entry.id} on {page}"
            assert source.publisher in squeeze(found[0]), f"{entry.id} on {page}"
