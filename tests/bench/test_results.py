"""The arithmetic of the benchmark: medians, ratios, and the table from the data."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from benchmark.__main__ import main
from benchmark.contenders import Command, Contender, built_pages, this_project
from benchmark.keeping import keep
from benchmark.measuring import BuildFailedError, Sample, measure, run
from benchmark.results import medians, ratio, table, with_sizes_of

ENV = {"PATH": ""}


def sample(contender: str, number: int, cpu: float, *, size: int = 70) -> Sample:
    return Sample(
        size=size, contender=contender, round=number, user=cpu - 1, system=1, wall=2 * cpu,
        peak=round(cpu * 2**20), pages=size * 10, load=0.5 + number,
    )  # fmt: skip


SAMPLES = [
    *(sample("ours", n, cpu) for n, cpu in enumerate((30, 10, 20))),
    *(sample("plain", n, cpu) for n, cpu in enumerate((40, 80, 42))),
    *(sample("typed", n, cpu) for n, cpu in enumerate((80, 90, 70))),
    sample("plain", 0, 1_000, size=210),
]


def results(**changes: Any) -> dict[str, Any]:
    """As results.json holds them once it was written and read again."""
    found = {
        "machine": {"processor": "A processor", "cores": 2, "memory": 7.6},
        "versions": {"Python": "3.11.7", "this project": "abc1234"},
        "rounds": 3,
        "sizes": [70],
        "languages": 10,
        "contenders": ["ours", "plain", "typed", "hugo"],
        "samples": [asdict(s) for s in SAMPLES],
        **changes,
    }
    read: dict[str, Any] = json.loads(json.dumps(found))
    return read


def rows(text: str) -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]


def test_medians_are_of_one_contender_at_one_size() -> None:
    found = medians(SAMPLES, "ours", 70)
    assert found is not None
    assert (found.cpu, found.wall, found.peak) == (20, 40, 20 * 2**20)
    plain = medians(SAMPLES, "plain", 210)
    assert plain is not None
    assert plain.cpu == 1_000


def test_what_was_not_measured_has_no_medians() -> None:
    assert medians(SAMPLES, "hugo", 70) is None
    assert medians(SAMPLES, "ours", 210) is None


@pytest.mark.parametrize(
    ("value", "plain", "told"), [(20, 42, "0.48"), (42, 42, "1.00"), (84.3, 42, "2.01")]
)
def test_a_ratio_is_against_the_plain_stack(value: float, plain: float, told: str) -> None:
    assert ratio(value, plain) == told
    assert ratio(value, None) == ""


def test_the_table_is_made_from_the_data_alone() -> None:
    head, _, *body = rows(table(results(), "plain", "typed"))
    assert head[:2] == ["pages", "built by"]
    assert body == [
        ["70 x 10", "ours", "20.0", "0.48", "0.25", "40.0", "0.48", "20"],
        ["70 x 10", "plain", "42.0", "1.00", "0.53", "84.0", "1.00", "42"],
        ["70 x 10", "typed", "80.0", "1.90", "1.00", "160.0", "1.90", "80"],
        ["70 x 10", "hugo", "not measured"],
    ]


def test_the_table_says_on_what_it_was_measured() -> None:
    text = table(results(), "plain", "typed")
    for told in ("Rounds: 3", "A processor, 2 cores, 7.6 GiB", "0.5 to 2.5", "abc1234", "largest"):
        assert told in text


def test_each_size_has_its_rows() -> None:
    body = rows(table(results(sizes=[70, 210]), "plain", "typed"))[2:]
    assert [row[0] for row in body] == ["70 x 10"] * 4 + ["210 x 10"] * 4
    assert body[4][2] == "not measured"
    assert body[5][2:7] == ["1000.0", "1.00", "", "2000.0", "1.00"]


def test_another_size_is_added_to_what_was_measured_before() -> None:
    later = results(
        sizes=[210], contenders=["ours", "new"], samples=[asdict(sample("ours", 1, 60, size=210))]
    )
    both = with_sizes_of(results(), later)
    assert both["sizes"] == [70, 210]
    assert both["contenders"] == ["ours", "plain", "typed", "hugo", "new"]
    body = rows(table(both, "plain", "typed"))[2:]
    assert body[0] == ["70 x 10", "ours", "20.0", "0.48", "0.25", "40.0", "0.48", "20"]
    assert body[5][:3] == ["210 x 10", "ours", "60.0"]
    assert [row[2] for row in body[6:]] == ["not measured"] * 4


@pytest.mark.parametrize("key", ["machine", "versions", "rounds"])
def test_what_was_measured_otherwise_is_not_added_to(key: str) -> None:
    with pytest.raises(ValueError, match=f"^{key}: "):
        with_sizes_of(results(), results(**{key: "another"}))


@pytest.mark.parametrize(
    ("options", "told"),
    [(("--only", "Jekyll"), "Nobody is called Jekyll."), (("--add",), "nothing to add to: ")],
)
def test_what_cannot_be_measured_is_said_at_once(
    tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    done = CliRunner().invoke(main, [*options, "--output", str(tmp_path)])
    assert done.exit_code == 1
    assert told in done.output


def test_results_of_another_run_are_refused_before_a_new_one(tmp_path: Path) -> None:
    keep("results", results(), "", tmp_path)
    done = CliRunner().invoke(main, ["--add", "--output", str(tmp_path)])
    assert done.exit_code == 1
    assert "Not to be added to: machine: " in done.output


def test_what_is_not_on_the_path_is_not_installed() -> None:
    assert not Contender("none", lambda _, __: [], program="no-such-program").is_installed
    assert Contender("ours", lambda _, __: []).is_installed


def test_what_commands_use_is_added_up(tmp_path: Path) -> None:
    work: Command = (sys.executable, "-c", "sum(range(2_000_000))")
    large: Command = (sys.executable, "-c", "len(bytearray(90_000_000))")
    used = run([work, large], tmp_path, ENV)
    assert used.user > 0
    assert used.wall > 0
    assert used.peak > 90_000_000


def test_a_build_that_fails_says_why(tmp_path: Path) -> None:
    command: Command = (sys.executable, "-c", "raise SystemExit('the reason')")
    with pytest.raises(BuildFailedError, match="the reason"):
        run([command], tmp_path, ENV)


@pytest.mark.parametrize(("least", "fails"), [(1, False), (2, True)])
def test_a_build_that_writes_too_little_is_no_sample(
    tmp_path: Path, least: int, *, fails: bool
) -> None:
    script = "import pathlib; f = pathlib.Path('site'); f.mkdir(); (f / 'index.html').touch()"
    one = Contender("one", lambda _, __: [(sys.executable, "-c", script)])
    if fails:
        with pytest.raises(BuildFailedError, match="one wrote 1 pages of at least 2"):
            measure(one, tmp_path, tmp_path / "new", size=1, number=1, least=least)
    else:
        found = measure(one, tmp_path, tmp_path / "new", size=1, number=4, least=least)
        assert (found.contender, found.round, found.pages) == ("one", 4, 1)


def test_each_build_starts_in_an_empty_folder(tmp_path: Path) -> None:
    def make_ready(_: Path, folder: Path) -> list[Command]:
        assert list(folder.iterdir()) == []
        return []

    one, place = Contender("one", make_ready), tmp_path / "place"
    measure(one, tmp_path, place, size=0, number=1, least=0)
    with pytest.raises(FileExistsError):
        measure(one, tmp_path, place, size=0, number=2, least=0)


def test_another_commit_builds_the_plan_with_its_own_settings(tmp_path: Path) -> None:
    past, plan, target = tmp_path / "past", tmp_path / "plan", tmp_path / "target"
    for folder in ("hooks", "overrides", "docs/assets"):
        (past / folder).mkdir(parents=True)
    (plan / "docs" / "en").mkdir(parents=True)
    (past / "mkdocs.yml").write_text("strict: true\nnav:\n  - of-the-past.md\n")
    (plan / "mkdocs.yml").write_text("strict: false\nnav:\n  - index.md\n")
    target.mkdir()
    this_project("past", past).make_ready(plan, target)
    assert (target / "mkdocs.yml").read_text() == "strict: true\nnav:\n  - index.md\n"
    assert (target / "docs" / "en").is_dir()
    assert (target / "docs" / "assets").is_dir()
    assert built_pages(target) == 0
