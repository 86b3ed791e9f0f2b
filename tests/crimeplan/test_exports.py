"""Open data and feeds of a small plan: exact, the same each time, safe to open, safe to be seen."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from crimeplan.exports import Press, data_files, feed_files
from crimeplan.exports.encoding import cell_text, csv_bytes, guarded, json_bytes
from crimeplan.exports.plain_text import text_of
from crimeplan.model import Plan
from crimeplan.progress import assess_plan
from crimeplan.render import Renderer
from crimeplan.site import load_locales
from samples import edited, sample_plan

AS_OF = date(2026, 11, 22)
ATOM = "{http://www.w3.org/2005/Atom}"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Exporter:
    """Exports plans; reads the catalogues of the sample's languages once, as that takes longest."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.locales = load_locales(root, sample_plan(folder))
        self.renderer = Renderer(root / "overrides")

    def data(self, plan: Plan) -> Mapping[str, bytes]:
        return data_files(assess_plan(plan, as_of=AS_OF), self.locales, self.renderer, {})

    def feeds(
        self,
        plan: Plan,
        language: str = "en",
        site_url: str = "https://plan.example/",
        as_of: date = AS_OF,
    ) -> Mapping[str, bytes]:
        assessment = assess_plan(plan, as_of=as_of)
        locale = self.locales[language]
        return feed_files(Press(assessment, {}, locale, self.renderer, site_url))


@pytest.fixture(scope="module")
def export(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Exporter:
    return Exporter(root, tmp_path_factory.mktemp("languages"))


def rows(files: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    text = files[f"data/{name}.csv"].decode("utf-8")
    found = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert found, name
    return found


def texts(feed: bytes, tag: str) -> list[str]:
    return [element.text or "" for element in etree.fromstring(feed).iter(f"{ATOM}{tag}")]


@given(st.text())
def test_no_text_can_be_taken_for_a_formula(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(FORMULA)
    assert cell in (text, f"'{text}")
    assert (cell == text) == (not text.startswith((*FORMULA, "\n", "＝", "＋", "－", "＠")))


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_lists_in_one_cell_are_guarded_too(items: list[str]) -> None:
    assert not cell_text(items).startswith(FORMULA)


@given(st.lists(st.tuples(st.text(), st.decimals(allow_nan=False, allow_infinity=False))))
def test_tables_are_read_back_as_they_were_written(table: list[tuple[str, Decimal]]) -> None:
    text = csv_bytes(["text", "value"], table).decode()
    assert text.startswith("text,value\r\n")
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))[1:]
    assert [(words, Decimal(value)) for words, value in read] == [
        (guarded(words), value) for words, value in table
    ]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.decimals(-999, 999))
def test_numbers_keep_every_digit(value: Decimal) -> None:
    """Plain digits without an exponent; never an apostrophe, not even before a minus."""
    written = json_bytes({"value": value}).decode()
    assert json.loads(written, parse_float=Decimal, parse_int=Decimal) == {"value": value}
    assert cell_text(value) == format(value, "f")
    assert Decimal(cell_text(value)) == value


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        json_bytes({"value": 61.2})


def test_figures_print_as_their_source_rounds(export: Exporter, tmp_path: Path) -> None:
    files = export.data(sample_plan(tmp_path))
    assert [row["value"] for row in rows(files, "measures/crime-rates")] == [
        "61.2",
        "63.0",
        "12.2",
        "8.4",
    ]
    text = files["data/plan.json"].decode("utf-8")
    assert '"value": 63.0,' in text
    (measure,) = json.loads(text, parse_float=str)["measures"]
    assert [(row["value"], row["decimals"]) for row in measure["observations"]] == [
        ("61.2", 1),
        ("63.0", 1),
        ("12.2", 1),
        ("8.4", 1),
    ]
    assert measure["headline"] == (
        "The police recorded 61.2 crimes for every 1,000 people. Elsewhere it was 63.0."
    )


def test_a_negative_figure_has_no_apostrophe(export: Exporter, tmp_path: Path) -> None:
    csv_text = edited("measures/crime-rates.csv", "county,61.2", "county,-6.1")
    yml = edited(
        "measures/crime-rates.yml",
        "All crime, unit: per-1000-people",
        "All crime, unit: percent-change",
    )
    plan = sample_plan(
        tmp_path, **{"measures__crime-rates_csv": csv_text, "measures__crime-rates_yml": yml}
    )
    assert rows(export.data(plan), "measures/crime-rates")[0]["value"] == "-6.1"


def test_words_that_look_like_a_formula_are_guarded(export: Exporter, tmp_path: Path) -> None:
    text = edited("evidence/1.yml", "caution: It shows money, not results.", "caution: '=1+1'")
    files = export.data(sample_plan(tmp_path, evidence__1_yml=text))
    entries = {row["id"]: row for row in rows(files, "evidence")}
    assert entries["grant"]["caution"] == "'=1+1"
    told = {entry["id"]: entry for entry in json.loads(files["data/plan.json"])["evidence"]}
    assert told["grant"]["caution"] == "=1+1"


def test_what_is_not_published_is_told_from_what_does_not_apply(
    export: Exporter, tmp_path: Path
) -> None:
    files = export.data(sample_plan(tmp_path))
    lines = {row["id"]: row for row in rows(files, "commitments")}
    assert lines["1.1.a"]["due"] == "not published"
    assert lines["1.2.a"]["due"] == "each year"
    assert (lines["1.2.b"]["due"], lines["1.2.b"]["status"]) == ("", "")
    assert lines["1.2.a"]["not_counted_reason"] == ""
    sources = {row["id"]: row for row in rows(files, "sources")}
    assert {sources["notice"][name] for name in ("date", "date_start", "address")} == {
        "not published"
    }
    assert sources["plan"]["note"] == ""

    plan = json.loads(files["data/plan.json"])
    told = {
        line["id"]: line
        for part in plan["priorities"][0]["deliverables"]
        for line in part["commitments"]
    }
    assert told["1.1.a"]["due"] is None
    assert "due" not in told["1.2.b"]
    assert "status" not in told["1.2.b"]
    assert {entry["id"]: entry for entry in plan["sources"]}["notice"]["date"] is None


def test_nothing_found_is_not_called_not_published(export: Exporter, tmp_path: Path) -> None:
    """It was not found in the pages that were searched, which is all that can be said."""
    lines = {row["id"]: row for row in rows(export.data(sample_plan(tmp_path)), "commitments")}
    assert lines["1.1.a"]["status"] == "no-evidence"
    assert lines["1.1.a"]["last_evidence"] == ""
    assert lines["1.2.a"]["last_evidence"] == "2022-03-04"


def test_comments_are_due_for_reports_of_the_plan_s_time_only(
    export: Exporter, tmp_path: Path
) -> None:
    files = export.data(sample_plan(tmp_path))
    due = {row["inspection_id"]: row["comments_due"] for row in rows(files, "inspections")}
    assert due == {"2016-effectiveness": "", "2021-22-peel": "2022-06-07"}
    told = {item["id"]: item for item in json.loads(files["data/plan.json"])["inspections"]}
    assert told["2021-22-peel"]["comments_due"] == "2022-06-07"
    assert "comments_due" not in told["2016-effectiveness"]


def test_grades_without_named_questions_have_a_row_together(
    export: Exporter, tmp_path: Path
) -> None:
    text = edited(
        "inspections/2021-22-peel.yml",
        "findings:\n",
        "unnamed:\n  - {grade: good, count: 3, note: Not named., source: plan}\nfindings:\n",
    )
    plan = sample_plan(tmp_path, **{"inspections__2021-22-peel_yml": text})
    last = rows(export.data(plan), "inspections")[-1]
    assert (last["grade"], last["count"], last["question"]) == ("good", "3", "not published")


def test_only_what_was_recorded_by_the_day_is_told(export: Exporter, tmp_path: Path) -> None:
    text = edited(
        "evidence/1.yml",
        "- id: grant\n  when: 2022-03-04\n  recorded: 2026-11-22\n",
        "- id: grant\n  when: 2022-03-04\n  recorded: 2026-11-23\n",
    )
    plan = sample_plan(tmp_path, evidence__1_yml=text)
    files = export.data(plan)
    assert [row["id"] for row in rows(files, "evidence")] == ["older"]
    assert [entry["id"] for entry in json.loads(files["data/plan.json"])["evidence"]] == ["older"]
    assert len(texts(export.feeds(plan)["feed.xml"], "entry")) == 1
    later = export.feeds(plan, as_of=date(2026, 11, 23))["feed.xml"]
    assert texts(later, "updated") == [
        "2026-11-23T00:00:00Z",
        "2026-11-23T00:00:00Z",
        "2026-11-22T00:00:00Z",
    ]


def test_the_same_plan_gives_the_same_bytes(export: Exporter, tmp_path: Path) -> None:
    plan, again = sample_plan(tmp_path / "one"), sample_plan(tmp_path / "two")
    first, second = export.data(plan), export.data(again)
    assert len(first) > 20
    assert dict(first) == dict(second)
    assert export.feeds(plan) == export.feeds(again)
    for path, content in first.items():
        assert not content.startswith(b"\xef\xbb\xbf"), path
        assert content.endswith(b"\n"), path


def test_ids_of_feeds_do_not_depend_on_the_site_s_address(export: Exporter, tmp_path: Path) -> None:
    plan = sample_plan(tmp_path)
    here = export.feeds(plan, site_url="https://plan.example/a/")
    there = export.feeds(plan, site_url="https://elsewhere.example/")
    assert here.keys() == there.keys() == {"feed.xml", "priorities/1/feed.xml"}
    for path in here:
        assert texts(here[path], "id") == texts(there[path], "id")
        assert here[path] != there[path]


def test_an_entry_has_one_id_in_a_language_and_others_in_others(
    export: Exporter, tmp_path: Path
) -> None:
    plan = sample_plan(tmp_path)
    english, urdu = export.feeds(plan), export.feeds(plan, "ur")
    assert urdu.keys() == {"ur/feed.xml", "ur/priorities/1/feed.xml"}
    of_plan, of_priority = (texts(feed, "id") for feed in english.values())
    assert of_plan[1:] == of_priority[1:]
    assert len(set(of_plan)) == 3
    assert of_plan[0] != of_priority[0]
    assert not set(of_plan) & set(texts(urdu["ur/feed.xml"], "id"))
    assert all(name.startswith("urn:uuid:") for name in of_plan)


def test_ids_never_change(export: Exporter, tmp_path: Path) -> None:
    """A change of the namespace would show every reader every entry anew."""
    assert texts(export.feeds(sample_plan(tmp_path))["feed.xml"], "id")[1] == (
        "urn:uuid:9a4a7598-f782-508a-85a9-ee407b35b2c1"
    )


def test_sensitive_entries_tell_their_number_only(export: Exporter, tmp_path: Path) -> None:
    text = edited(
        "priorities/1.yml",
        "summary: Neighbours who look out.\n",
        "summary: Neighbours who look out.\n    sensitive: yes\n",
    )
    plan = sample_plan(tmp_path, priorities__1_yml=text)
    for language in ("en", "ur"):
        for path, feed in export.feeds(plan, language).items():
            shown = feed.decode("utf-8")
            assert "Watch schemes" not in shown, path
            assert "schemes" not in shown, path
            assert "#e-" not in shown, path
            assert texts(feed, "summary") == [], path
    titles = texts(export.feeds(plan)["feed.xml"], "title")
    assert titles[1:] == [
        "1.2 – Sampleshire Police and Crime Plan",
        "1.1, 1.2 – Sampleshire Police and Crime Plan",
    ]


def test_what_is_not_translated_is_marked_as_english(export: Exporter, tmp_path: Path) -> None:
    feed = etree.fromstring(export.feeds(sample_plan(tmp_path), "ur")["ur/feed.xml"])
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert feed.get(lang) == "ur"
    summaries = list(feed.iter(f"{ATOM}summary"))
    assert [summary.get(lang) for summary in summaries] == ["en", "en"]
    assert "nearly £497,000" in (summaries[0].text or "")
    assert "Source:" in (summaries[0].text or "")


def test_markup_becomes_text_and_keeps_numbers_apart() -> None:
    html = '<b>x</b> <bdi dir="ltr">3.4</bdi> &amp; <bdi>£1</bdi> <i lang="en" dir="ltr">A\nB</i>'
    assert text_of(html, isolate=False) == "x 3.4 & £1 A B"
    assert text_of(html, isolate=True) == "x \u20663.4\u2069 & \u2068£1\u2069 \u2066A B\u2069"


def test_every_column_has_words_and_the_labels_name_columns_only(
    export: Exporter, tmp_path: Path
) -> None:
    files = export.data(sample_plan(tmp_path))
    metadata = json.loads(files["data/csv-metadata.json"])
    columns = [c for table in metadata["tables"] for c in table["tableSchema"]["columns"]]
    assert len(columns) > 80
    for column in columns:
        assert column["titles"]["und"] == column["name"]
        assert column["titles"]["en"]
    drawn = export.renderer.render_data("columns", export.locales["en"])
    assert {column["name"] for column in columns} == set(drawn)
