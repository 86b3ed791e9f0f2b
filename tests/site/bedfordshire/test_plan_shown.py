"""What only the plan of Bedfordshire says, as somebody counted or typed it a second time."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from pathlib import Path

from crimeplan.l10n import Formats
from crimeplan.model import MeasureUnit, Plan
from shown import tables, unit_of
from sites import Built, squeeze

UNITS = {
    "gbp": "pounds",
    "percent": "percent",
    "percent-change": "change in percent",
    "per-1000-people": "for every 1,000 people",
    "per-1000-households": "for every 1,000 households",
    "per-million-people": "for every million people",
    "per-100-offences": "for every 100 offences",
    "kilograms": "kilograms",
    "days": "days",
}


def test_the_plan_has_103_lines_and_98_promises(site: Built) -> None:
    page = site.page("en", "progress/commitments/")
    rows = page.with_class("promise")
    assert len(rows) == 103
    assert len([row for row in rows if "not-counted" not in row.get("class", "")]) == 98


def test_it_has_seven_priorities_and_38_parts(site: Built) -> None:
    for language in site.languages:
        addresses = [page.address for page in site.in_language(language)]
        assert len([a for a in addresses if re.fullmatch(r"priorities/\d/", a)]) == 7
        assert len([a for a in addresses if re.fullmatch(r"priorities/\d/\d-\d+/", a)]) == 38


def test_the_site_speaks_ten_languages(site: Built) -> None:
    assert site.languages == ("en", "ur", "pa", "bn", "it", "pl", "lt", "zh", "fa", "fr")


def test_english_safety_words_tell_of_55_until_a_person_has_checked(
    root: Path, site: Built, plan: Plan
) -> None:
    for language in site.languages[1:]:
        page = (root / "docs" / language / "help/index.md").read_text(encoding="utf-8")
        checked = plan.language_by_code[language].reviewer or "\nreviewed_by:" in page
        lines = [
            e for e in site.page(language, "help/").with_class("under") if e.get("lang") == "en"
        ]
        shown = any("press 55" in squeeze(line) for line in lines)
        assert shown == (not checked), language


def test_english_pages_say_value_unit_and_period_as_researched(
    root: Path, site: Built, plan: Plan
) -> None:
    """By the second typing of the figures, written here by Python's own formatting."""
    with (root / "tests/content/figures.csv").open(encoding="utf-8") as file:
        typed = list(csv.DictReader(file))
    assert len(typed) > 150
    formats = Formats(plan.language_by_code["en"])
    texts = {
        m.id: [squeeze(t) for t in tables(site.page("en", f"measures/{m.id}/"))]
        for m in plan.measures
    }
    for figure in typed:
        measure = plan.measure_by_id[figure["measure"]]
        row = next(
            r
            for r in plan.observations[measure.id]
            if (r.series, r.period.text, r.area)
            == (figure["series"], figure["period"], figure["area"])
        )
        when = " to ".join(formats.when(row.period).parts)
        said = figure["words"] or english(figure["value"], unit_of(measure, row))
        unit = UNITS.get(unit_of(measure, row).value, "")
        assert any(
            re.search(rf"(?<![\d,.]){re.escape(said)}(?![\d,]|\.\d)", text)
            and when in text
            and unit in text
            for text in texts[measure.id]
        ), figure


def english(value: str, unit: MeasureUnit) -> str:
    number = Decimal(value)
    if unit is MeasureUnit.PERCENT_CHANGE:
        sign = "+" if number > 0 else "\u2212" if number < 0 else ""
        return f"{sign}{abs(number):,}%"
    if unit is MeasureUnit.PERCENT:
        return f"{number:,}%"
    if unit is MeasureUnit.GBP:
        million = number / 1_000_000
        short = number >= 1_000_000 and number % 100_000 == 0
        return f"£{million.normalize():f} million" if short else f"£{number:,}"
    return f"{number:,}"
