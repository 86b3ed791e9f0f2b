"""Every line of the plan and every entry of evidence, in every language."""

from __future__ import annotations

import pytest

from crimeplan.model import Plan
from sites import LANGUAGES, Built, squeeze


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_103_lines_stand_on_their_parts_pages(site: Built, plan: Plan, language: str) -> None:
    shown = 0
    for part in plan.deliverables:
        page = site.page(language, f"priorities/{part.id[0]}/{part.id.replace('.', '-')}/")
        rows = {row.get("id"): row for row in page.with_class("promise")}
        for line in part.commitments:
            row = rows[f"c-{line.id.replace('.', '-')}"]
            tags = [e for e in row.iter() if "tag" in (e.get("class") or "").split()]
            assert len(tags) == (1 if line.counted else 0), line.id
            shown += 1
    assert shown == 103


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_every_promise_counts_98(site: Built, language: str) -> None:
    for address, lines, tags in (
        ("progress/commitments/", 103, 98),
        ("progress/by-status/", 98, 98),
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
    assert len([e for block in big for e in block if e.tag == "svg"]) == 98


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_stands_with_its_source_on_each_of_its_parts(
    site: Built, plan: Plan, language: str
) -> None:
    assert plan.evidence
    for entry in plan.evidence:
        addresses = [
            f"priorities/{part[0]}/{part.replace('.', '-')}/" for part in entry.deliverables
        ] or ["about/"]
        source = plan.source_by_id[entry.source]
        for address in (*addresses, "progress/evidence/"):
            page = site.page(language, address)
            found = [e for e in page.tree.iter("li") if e.get("id") == f"e-{entry.id}"]
            assert len(found) == 1, f"{entry.id} on {page}"
            links = [link.get("href") for link in found[0].iter("a")]
            assert source.address is None or source.address in links, f"{entry.id} on {page}"
            assert source.publisher in squeeze(found[0]), f"{entry.id} on {page}"
