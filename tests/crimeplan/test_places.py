"""Places come from places.yml: what may name them, and what readers call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawing import Draw
from samples import FILES, edited, load_sample, sample_plan
from sites import squeeze


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        (
            "evidence/1.yml",
            "area: [north, south]",
            "area: [nort, south]",
            "'nort' does not name a place of places.yml for evidence. Did you mean 'north'?",
        ),
        (
            "evidence/1.yml",
            "area: [north, south]",
            "area: england-and-wales",
            "'england-and-wales' does not name a place of places.yml for evidence",
        ),
        (
            "measures/crime-rates.yml",
            "compared_with: england-and-wales",
            "compared_with: england-and-wale",
            "'england-and-wale' does not name a place of places.yml for figures",
        ),
        (
            "measures/crime-rates.csv",
            "rate,all,2014-07-01 to 2015-06-30,county,61.2",
            "rate,all,2014-07-01 to 2015-06-30,cuonty,61.2",
            "'cuonty' does not name a place of places.yml for figures",
        ),
        (
            "places.yml",
            "{id: south,",
            "{id: north,",
            "the id 'north' is used twice",
        ),
        (
            "places.yml",
            "{id: county,",
            "{id: all-of-it,",
            "places.yml, county: the place that is all of the plan's area is missing",
        ),
    ],
)
def test_a_place_that_is_not_there(
    tmp_path: Path, name: str, old: str, new: str, says: str
) -> None:
    key = name.replace("/", "__").replace(".yml", "_yml").replace(".csv", "_csv")
    loaded = load_sample(tmp_path, **{key: edited(name, old, new)})
    assert loaded.plan is None
    assert any(says in str(problem) for problem in loaded.problems), list(loaded.problems)


def test_promises_stand_under_every_place_for_evidence_in_order(draw: Draw) -> None:
    block = draw("all-commitments", "area")
    assert [squeeze(heading) for heading in block.iter("h3")] == [
        "The north",
        "The south",
        "All Sampleshire",
    ]


def test_figures_from_outside_alone_do_not_bring_a_measure_into_the_plan_s_time(
    draw: Draw, tmp_path: Path
) -> None:
    """The comparator of a later time says nothing of the area."""
    later = "other,all,2022,england-and-wales,63.0,,,,plan,\n"
    table = FILES["measures/crime-rates.csv"]
    rows = [line for line in table.splitlines(keepends=True) if ",england-and-wales," not in line]
    measure = edited("measures/crime-rates.yml", "compared_with: england-and-wales\n", "")
    changes = {
        "measures__crime-rates_csv": "".join(rows) + later,
        "measures__crime-rates_yml": measure.replace("chart: pairs", "chart: none"),
    }
    plan = sample_plan(tmp_path, **changes)
    assert not list(draw("measures", "during", plan=plan).iter("li"))
    inside = sample_plan(
        tmp_path, **changes, places_yml=FILES["places.yml"].replace(", outside: yes", "")
    )
    assert list(draw("measures", "during", plan=inside).iter("li"))
