"""The rules: each one by example, and what must hold whatever an editor adds."""

from __future__ import annotations

import dataclasses
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimeplan.model import Evidence, Plan, Shows
from crimeplan.progress import Exclusion, Status, assess_plan, exclusion, next_status
from samples import sample_plan

AS_OF = date(2026, 11, 22)
LINES = ("1.1.a", "1.1.b", "1.2.a")
BASE: dict[str, Any] = {
    "when": "2022-03-04",
    "recorded": "2026-11-22",
    "what": "It happened.",
    "area": "county",
    "deliverables": ["1.1"],
    "commitments": ["1.1.a"],
    "timing": "in-plan",
    "fit": "direct",
    "source": "notice",
}


def entry(name: str = "e", **changes: Any) -> Evidence:
    """An entry that supports 1.1.a, changed; a change to None takes the key out."""
    data = {"id": name, **BASE, **changes}
    return Evidence.model_validate({key: value for key, value in data.items() if value is not None})


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The sample without evidence."""
    folder: Path = tmp_path_factory.mktemp("plan")
    return dataclasses.replace(sample_plan(folder), evidence=())


def status(plan: Plan, *evidence: Evidence, line: str = "1.1.a", as_of: date = AS_OF) -> Status:
    with_evidence = dataclasses.replace(plan, evidence=evidence)
    return assess_plan(with_evidence, as_of=as_of).standings[line].status


def test_nothing_published_is_no_evidence(plan: Plan) -> None:
    assert status(plan) is Status.NO_EVIDENCE


@pytest.mark.parametrize(
    ("shows", "expected"),
    [
        ("action", Status.ACTION_PUBLISHED),
        ("completed", Status.COMPLETED),
        ("changed", Status.CHANGED),
        ("stopped", Status.STOPPED),
    ],
)
def test_evidence_that_counts_gives_a_status(plan: Plan, shows: str, expected: Status) -> None:
    assert status(plan, entry(shows=shows)) is expected


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"timing": "before", "when": "2021-05-01"}, Exclusion.BEFORE),
        ({"timing": "at-launch"}, Exclusion.AT_LAUNCH),
        ({"timing": "after", "when": "2024-06-01"}, Exclusion.AFTER),
        ({"timing": "undated", "when": None}, Exclusion.UNDATED),
        ({"timing": "inferred", "when": "2023"}, Exclusion.INFERRED),
        ({"timing": "in-plan", "when": "2024-05-09"}, Exclusion.UNDATED),
        ({"fit": "adjacent"}, Exclusion.ADJACENT),
        ({"source": "leaflet"}, Exclusion.POLITICAL),
        ({"commitments": []}, Exclusion.NO_COMMITMENT),
    ],
)
def test_background_supports_no_status(
    plan: Plan, changes: dict[str, Any], reason: Exclusion
) -> None:
    background = entry(**changes)
    assert exclusion(background, plan) is reason
    assert status(plan, background) is Status.NO_EVIDENCE


@pytest.mark.parametrize("when", ["2021-08-20", "2024-05-06", "2021-08-20 to 2024-05-06"])
def test_the_first_and_the_last_day_of_the_plan_count(plan: Plan, when: str) -> None:
    assert status(plan, entry(when=when)) is Status.ACTION_PUBLISHED


@pytest.mark.parametrize(
    ("before", "shows", "after"),
    [
        (Status.NO_EVIDENCE, Shows.ACTION, Status.ACTION_PUBLISHED),
        (Status.ACTION_PUBLISHED, Shows.COMPLETED, Status.COMPLETED),
        (Status.COMPLETED, Shows.ACTION, Status.COMPLETED),
        (Status.CHANGED, Shows.ACTION, Status.CHANGED),
        (Status.STOPPED, Shows.ACTION, Status.ACTION_PUBLISHED),
        (Status.COMPLETED, Shows.STOPPED, Status.STOPPED),
        (Status.CHANGED, Shows.COMPLETED, Status.COMPLETED),
    ],
)
def test_one_step(before: Status, shows: Shows, after: Status) -> None:
    assert next_status(before, shows) is after


def test_the_history_tells_each_change_and_its_evidence(plan: Plan) -> None:
    entries = (
        entry("b", when="2023-01-01", shows="stopped"),
        entry("a"),
        entry("c", when="2023-06"),
        entry("d", when="2023-07"),
    )
    standing = assess_plan(dataclasses.replace(plan, evidence=entries), as_of=AS_OF).standings[
        "1.1.a"
    ]
    assert [(change.evidence.id, change.before, change.after) for change in standing.history] == [
        ("a", Status.NO_EVIDENCE, Status.ACTION_PUBLISHED),
        ("b", Status.ACTION_PUBLISHED, Status.STOPPED),
        ("c", Status.STOPPED, Status.ACTION_PUBLISHED),
    ]
    assert standing.last_evidence is not None
    assert standing.last_evidence.text == "2023-07"


def test_what_is_recorded_later_is_not_known_yet(plan: Plan) -> None:
    assert status(plan, entry(), as_of=date(2026, 11, 21)) is Status.NO_EVIDENCE
    assert status(plan, entry(), as_of=AS_OF) is Status.ACTION_PUBLISHED


def test_a_line_that_promises_nothing_has_no_status(plan: Plan) -> None:
    assessment = assess_plan(plan, as_of=AS_OF)
    assert "1.2.b" not in assessment.standings
    assert assessment.all_counts.total == 3


def test_counts_keep_zeros(plan: Plan) -> None:
    counts = assess_plan(dataclasses.replace(plan, evidence=(entry(),)), as_of=AS_OF).all_counts
    assert {status.value: counts[status] for status in Status} == {
        "completed": 0,
        "action-published": 1,
        "changed": 0,
        "stopped": 0,
        "no-evidence": 2,
    }


# What must hold whatever an editor adds.

IN_PLAN = st.dates(min_value=date(2021, 8, 18), max_value=date(2024, 5, 8))
EXCLUDING: list[dict[str, Any]] = [
    {"timing": "before", "when": "2021-05-01"},
    {"timing": "at-launch"},
    {"timing": "after", "when": "2024-06"},
    {"timing": "undated", "when": None},
    {"timing": "inferred", "when": "2023"},
    {"fit": "adjacent"},
    {"source": "leaflet"},
]


@st.composite
def counting(draw: st.DrawFn) -> Evidence:
    """Evidence that counts for one or more promises."""
    lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=3, unique=True))
    return entry(
        f"c{draw(st.integers(0, 10**9))}",
        when=draw(IN_PLAN).isoformat(),
        commitments=lines,
        deliverables=sorted({line[:3] for line in lines}),
        shows=draw(st.sampled_from([shows.value for shows in Shows])),
        source=draw(st.sampled_from(["notice", "paper"])),
    )


@st.composite
def background(draw: st.DrawFn) -> Evidence:
    """Evidence that the rules exclude, whatever it says."""
    return entry(
        f"b{draw(st.integers(0, 10**9))}",
        shows=draw(st.sampled_from([s.value for s in Shows])),
        commitments=[draw(st.sampled_from(LINES))],
        **draw(st.sampled_from(EXCLUDING)),
    )


def statuses(plan: Plan, evidence: list[Evidence]) -> dict[str, Status]:
    assessment = assess_plan(dataclasses.replace(plan, evidence=tuple(evidence)), as_of=AS_OF)
    return {line: standing.status for line, standing in assessment.standings.items()}


@given(st.lists(counting(), max_size=6), st.lists(background(), min_size=1, max_size=4))
def test_background_never_changes_a_status(
    plan: Plan, evidence: list[Evidence], more: list[Evidence]
) -> None:
    assert statuses(plan, evidence + more) == statuses(plan, evidence)


@given(st.lists(counting() | background(), max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(
    plan: Plan, evidence: list[Evidence], shuffler: random.Random
) -> None:
    unique = list({item.id: item for item in evidence}.values())
    shuffled = unique.copy()
    shuffler.shuffle(shuffled)
    assert statuses(plan, shuffled) == statuses(plan, unique)


@given(st.lists(counting() | background(), max_size=8))
def test_counts_sum_to_the_promises(plan: Plan, evidence: list[Evidence]) -> None:
    assessment = assess_plan(dataclasses.replace(plan, evidence=tuple(evidence)), as_of=AS_OF)
    assert assessment.all_counts.total == 3
    by_part = [assessment.counts(part.commitments).total for part in plan.deliverables]
    assert sum(by_part) == 3


@given(st.lists(counting() | background(), max_size=8))
def test_a_status_never_rests_on_what_the_rules_exclude(
    plan: Plan, evidence: list[Evidence]
) -> None:
    assessment = assess_plan(dataclasses.replace(plan, evidence=tuple(evidence)), as_of=AS_OF)
    for standing in assessment.standings.values():
        assert all(exclusion(item, plan) is None for item in standing.supporting)
        assert all(exclusion(change.evidence, plan) is None for change in standing.history)
        assert (standing.status is Status.NO_EVIDENCE) == (not standing.supporting)
