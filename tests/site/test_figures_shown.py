"""Every figure of every measure on its page, in ten languages: value, unit and period."""

from __future__ import annotations

import re

from lxml import html

from crimeplan.l10n import Formats
from crimeplan.model import Plan
from shown import tables, unit_of
from sites import Built, BuiltPage, part_address, squeeze


def page_of(site: Built, language: str, measure: str) -> BuiltPage:
    return site.page(language, f"measures/{measure}/")


def shown(table: html.HtmlElement) -> list[str]:
    """The figures of a table, without the words that say how exact they are."""
    cells = [e for e in table.iter("td") if "fig" in (e.get("class") or "").split()]
    return [squeeze(bdi) for cell in cells for bdi in cell.iter("bdi")]


def spaced(number: str) -> str:
    """``number`` as squeeze leaves it: every kind of space is one plain space."""
    return " ".join(number.split())


def test_tables_hold_the_figures_of_the_data_and_no_other(
    site: Built, plan: Plan, language: str
) -> None:
    formats = Formats(plan.language_by_code[language])
    assert plan.measures
    for measure in plan.measures:
        found = [
            number
            for table in tables(page_of(site, language, measure.id))
            for number in shown(table)
        ]
        wanted = [
            spaced(figure.number)
            for row in plan.observations[measure.id]
            if (figure := formats.observation(row, unit_of(measure, row))) is not None
        ]
        assert wanted, measure.id
        for number in wanted:
            assert any(number in text for text in found), f"{language} {measure.id}: {number}"
        assert len(found) == len(wanted), f"{language} {measure.id}"


def test_drawings_show_figures_of_the_tables_in_proportion(
    site: Built, plan: Plan, language: str
) -> None:
    drawn = 0
    for measure in plan.measures:
        page = page_of(site, language, measure.id)
        numbers = {number for table in tables(page) for number in shown(table)}
        charts = [e for e in page.tree.iter("div") if e.get("role") == "img"]
        assert len(charts) == (measure.chart.value != "none"), measure.id
        for chart in charts:
            figures = [squeeze(bdi) for span in chart.iter("span") for bdi in span.findall("bdi")]
            figures = [text for text in figures if re.search(r"\d", text)]
            assert figures
            assert [text for text in figures if text not in numbers and not is_date(text)] == []
            widths = [
                float((r.get("width") or "").rstrip("%"))
                for r in chart.iter("rect")
                if "%" in (r.get("x") or "")
            ]
            assert all(0 <= width <= 100 for width in widths)
            drawn += len(widths) + len(list(chart.iter("circle")))
    assert drawn >= len([measure for measure in plan.measures if measure.chart.value != "none"])
    assert drawn


def is_date(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}/\d{2}|\d{4}", text))


def test_pages_of_sensitive_figures_are_sensitive(site: Built, plan: Plan) -> None:
    sensitive = {part.id for part in plan.deliverables if part.sensitive}
    found = [m for m in plan.measures if sensitive & set(m.deliverables)]
    assert found
    for measure in plan.measures:
        for language in site.languages:
            page = page_of(site, language, measure.id)
            assert bool(page.with_class("has-exit")) == (measure in found), page
    for measure in found:
        page = page_of(site, "en", measure.id)
        assert measure.title not in squeeze(page.tree.xpath("//head/title")[0])


def test_each_part_lists_the_figures_and_findings_that_bear_on_it(site: Built, plan: Plan) -> None:
    checked = 0
    for part in plan.deliverables:
        address = part_address(part.id)
        hrefs = {a.get("href") for a in site.page("en", address).tree.iter("a")}
        ids = {e.get("id") for e in site.page("en", address).tree.iter() if e.get("id")}
        for measure in plan.measures:
            if part.id in measure.deliverables:
                assert f"../../../measures/{measure.id}/" in hrefs, part.id
                checked += 1
        for inspection in plan.inspections:
            for finding in inspection.findings:
                if part.id in finding.deliverables:
                    assert f"f-{finding.id}" in ids, f"{part.id} {finding.id}"
                    checked += 1
    assert checked


def test_each_finding_links_the_parts_it_bears_on(site: Built, plan: Plan) -> None:
    page = site.page("en", "inspections/findings/")
    cards = {e.get("id"): e for e in page.tree.iter("li") if (e.get("id") or "").startswith("f-")}
    asked = [f for i in plan.inspections for f in i.findings if f.kind.asks]
    assert asked
    for finding in asked:
        hrefs = {a.get("href") for a in cards[f"f-{finding.id}"].iter("a")}
        if finding.part_of is None:
            for part in finding.deliverables:
                assert f"../../{part_address(part)}" in hrefs, finding.id


def test_every_grade_stands_in_the_table_with_word_and_ladder(site: Built, plan: Plan) -> None:
    page = site.page("en", "inspections/")
    found = page.with_class("grade")
    given = [g for i in plan.inspections for g in i.grades]
    assert len(found) >= len(
        {(i.year.text, g.question, g.subject, g.grade) for i in plan.inspections for g in i.grades}
    )
    assert given
    for element in found:
        word = squeeze(element)
        ladders = list(element.iter("use"))
        assert len(ladders) == (word != "Not graded"), word
    tables_ = [e for e in page.tree.iter("table") if "grades" in (e.get("class") or "").split()]
    assert len(tables_) == len(plan.rounds) == len(page.with_class("break")) + 1
    for table in tables_:
        assert squeeze(next(table.iter("caption")))
        assert all(cell.get("scope") for cell in table.iter("th"))
