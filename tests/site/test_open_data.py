"""The open data and the feeds of the built site, read by other people's programs."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
from csvw import CSVW, TableGroup
from frictionless import validate
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree
from pydantic import TypeAdapter

from crimeplan.describe import DESCRIBED
from crimeplan.load.csv_file import parse_csv
from crimeplan.load.yaml_file import parse_yaml
from crimeplan.model import Plan
from crimeplan.problems import Problems
from sites import SITE_URL, Built, part_address

ISOLATES = re.compile("[\u2066\u2068][^\u2066-\u2069]*\u2069")


@pytest.fixture(scope="module")
def data(site: Built) -> Path:
    return site.folder / "data"


@pytest.fixture(scope="module")
def document(data: Path) -> dict[str, Any]:
    """plan.json, with numbers as the text that stands there."""
    read: dict[str, Any] = json.loads(
        (data / "plan.json").read_bytes(), parse_float=str, parse_int=str
    )
    return read


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, strict=True))
    assert found, path
    return found


def test_every_table_holds_every_row(data: Path, plan: Plan) -> None:
    lines = table(data / "commitments.csv")
    assert [row["id"] for row in lines] == [line.id for line in plan.commitments]
    promises = [line.id for line in plan.commitments if line.counted]
    assert [row["id"] for row in lines if row["status"]] == promises
    assert {row["id"] for row in table(data / "evidence.csv")} == {e.id for e in plan.evidence}
    assert {row["id"] for row in table(data / "sources.csv")} == {s.id for s in plan.sources}
    grades = sum(len(item.grades) + len(item.unnamed) for item in plan.inspections)
    assert len(table(data / "inspections.csv")) == grades > 0
    assert [row["id"] for row in table(data / "findings.csv")] == [
        finding.id for item in plan.inspections for finding in item.findings
    ]
    assert {path.stem for path in (data / "measures").iterdir()} == set(plan.measure_by_id)


def test_frictionless_finds_the_package_valid(data: Path) -> None:
    report = validate(str(data / "datapackage.json"))
    assert report.flatten(["name", "type", "message"]) == []
    assert report.valid
    described = json.loads((data / "datapackage.json").read_bytes())
    assert len(described["resources"]) == len(list(data.rglob("*.csv"))) == len(report.tasks)
    assert described["licenses"]
    assert described["sources"]


def test_the_package_would_not_be_valid_with_a_wrong_cell(data: Path, tmp_path: Path) -> None:
    """The check above can fail: types, codes, hashes and keys are all declared."""
    described = json.loads((data / "datapackage.json").read_bytes())
    for resource in described["resources"]:
        file = tmp_path / resource["path"]
        file.parent.mkdir(exist_ok=True)
        file.write_bytes((data / resource["path"]).read_bytes())
    evidence = tmp_path / "evidence.csv"
    evidence.write_bytes(evidence.read_bytes().replace(b",adjacent,", b",next to it,", 1))
    (tmp_path / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    report = validate(str(tmp_path / "datapackage.json"))
    assert {kind for (kind,) in report.flatten(["type"])} >= {"constraint-error", "hash-count"}


def test_the_w3c_s_metadata_describes_every_table(data: Path) -> None:
    path = str(data / "csv-metadata.json")
    read = CSVW(path, validate=True)
    assert read.is_valid
    assert read.warnings == []
    group = TableGroup.from_file(path)
    assert {str(item.url) for item in group.tables} == {
        file.relative_to(data).as_posix() for file in data.rglob("*.csv")
    }
    for item in group.tables:
        assert len(list(item.iterdicts())) == len(table(data / str(item.url))), item.url
        if item.tableSchema.primaryKey:
            item.check_primary_key()
    assert group.check_referential_integrity()


def test_every_column_has_a_title_in_the_language(data: Path, language: str) -> None:
    described = json.loads((data / "csv-metadata.json").read_bytes())
    columns = [c for item in described["tables"] for c in item["tableSchema"]["columns"]]
    assert len(columns) > 100
    assert [c["name"] for c in columns if not c["titles"].get(language)] == []


def test_the_schema_holds_plan_json(data: Path) -> None:
    schema = json.loads((data / "schemas" / "plan.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    told = json.loads((data / "plan.json").read_bytes())
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    assert [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(told)] == []
    assert told["priorities"]
    told["priorities"][0]["deliverables"][0]["commitments"][0]["status"] = "kept"
    assert list(validator.iter_errors(told))


def content_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file of content_data that a schema describes, with the schema's name."""
    for name, described in DESCRIBED.items():
        pattern = re.sub(r"<\w+>", "*", described.file)
        if not pattern.startswith("docs/"):
            found = sorted((root / "content_data").glob(pattern))
            assert found, described.file
            yield from ((name, path) for path in found)


def as_people_type(value: Any) -> Any:
    """``value`` with yes and no for its flags: to YAML 1.2, which editors' tools read, words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return {key: as_people_type(held) for key, held in value.items()}
    return [as_people_type(held) for held in value] if isinstance(value, list) else value


def test_the_schemas_hold_every_file_of_the_content(site: Built, data: Path) -> None:
    """Scalars are read as text and typed by the model; the schemas tell of the typed values."""
    seen = 0
    for name, path in content_files(site.project):
        described = DESCRIBED[name]
        problems = Problems()
        text = path.read_text(encoding="utf-8")
        parse = parse_csv if path.suffix == ".csv" else parse_yaml
        read = parse(text, file=path.name, problems=problems)
        assert read is not None, path
        assert list(problems) == [], path
        kind: Any = list[described.entity] if described.is_list else described.entity  # type: ignore[name-defined]  # a type made at run time
        adapter: TypeAdapter[Any] = TypeAdapter(kind)
        typed = adapter.dump_python(
            adapter.validate_python(read.data), mode="json", exclude_unset=True
        )
        schema = json.loads((data / "schemas" / "content" / f"{name}.json").read_bytes())
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        assert [e.message for e in validator.iter_errors(as_people_type(typed))] == [], path
        seen += 1
    assert seen > 20


def test_the_checksums_agree(data: Path) -> None:
    lines = (data / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {path: digest for digest, path in (line.split("  ") for line in lines)}
    files = {
        file.relative_to(data).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in data.rglob("*")
        if file.is_file() and file.name not in ("SHA256SUMS", "index.html")
    }
    assert len(files) > 20
    assert listed == files


def test_figures_are_those_of_the_content_to_the_last_digit(
    site: Built, plan: Plan, data: Path, document: dict[str, Any]
) -> None:
    seen = 0
    for measure in document["measures"]:
        name = f"measures/{measure['id']}.csv"
        typed = [row["value"] for row in table(site.project / "content_data" / name)]
        shown = [row["value"] for row in table(data / name)]
        told = [row["value"] for row in measure["observations"]]
        assert [value or "not published" for value in typed] == shown, name
        assert [value or None for value in typed] == told, name
        seen += len(typed)
    assert seen == sum(map(len, plan.observations.values()))


def test_text_cells_run_no_formula(data: Path) -> None:
    numbers = {"value", "count", "later_steps", "priority_number"}
    seen = 0
    for file in data.rglob("*.csv"):
        content = file.read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n"), file
        for row in csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")):
            for name, cell in row.items():
                assert name in numbers or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
                seen += 1
    assert seen > 500


def test_feeds_can_be_read(site: Built, plan: Plan, language: str) -> None:
    prefix = "" if language == "en" else f"{language}/"
    numbers = [None, *plan.priority_by_number]
    for number in numbers:
        path = f"{prefix}feed.xml" if number is None else f"{prefix}priorities/{number}/feed.xml"
        feed = feedparser.parse((site.folder / path).read_bytes())
        assert feed.bozo == 0, path
        assert feed.version == "atom10", path
        parts = {p.id for p in plan.priority_by_number[number].deliverables} if number else None
        about = [e for e in plan.evidence if parts is None or parts.intersection(e.deliverables)]
        assert len(feed.entries) == min(len(about), 50), path
        assert feed.feed.language == language, path
        links = {link.rel: link.href for link in feed.feed.links}
        assert links["self"] == f"{SITE_URL}{path}"
        updated = [entry.updated for entry in feed.entries]
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", day) for day in updated)
        if updated:
            assert feed.feed.updated == max(updated), path
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids)), path
        assert all(entry.title for entry in feed.entries), path


def test_links_of_feeds_lead_to_the_entry(site: Built) -> None:
    """Each opens a page that holds the entry; that of a sensitive one opens at the top."""
    checked = 0
    for path, content in site.files().items():
        if not path.endswith("feed.xml"):
            continue
        for link in etree.fromstring(content).iter("{http://www.w3.org/2005/Atom}link"):
            address = link.get("href") or ""
            assert address.startswith(SITE_URL), path
            page, _, anchor = address.removeprefix(SITE_URL).partition("#")
            file = page if page.endswith(".xml") else f"{page}index.html"
            assert (site.folder / file).is_file(), address
            assert not anchor or anchor in site.ids[file], address
            checked += 1
    assert checked > 50


def test_sensitive_updates_tell_nothing_over_a_shoulder(site: Built, plan: Plan) -> None:
    """Neither the title of a sensitive part nor what happened stands in any English feed."""
    hidden = [part for part in plan.deliverables if part.sensitive]
    assert hidden
    ids = {part.id for part in hidden}
    feeds = [
        p for p in site.files() if p.endswith("feed.xml") and p.split("/")[0] not in site.languages
    ]
    assert len(feeds) == 1 + len(plan.priorities)
    neutral = 0
    for path in feeds:
        for entry in feedparser.parse((site.folder / path).read_bytes()).entries:
            for part in hidden:
                assert part.title not in entry.title, path
            numbers = re.match(r"[\d., ]+", entry.title)
            if numbers and ids & set(numbers[0].replace(",", " ").split()):
                assert "summary" not in entry, path
                assert entry.title.endswith(f" – {plan.details.names.site}"), path
                neutral += 1
    assert neutral


def test_numbers_in_right_to_left_feeds_are_isolated(site: Built) -> None:
    loose = re.compile(r"£\d|\d\.\d")
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    seen = 0
    for language in site.spoken.right_to_left:
        for file in (site.folder / language).rglob("feed.xml"):
            for element in etree.parse(file).iter("{*}title", "{*}summary"):
                if element.get(lang) == "en":
                    continue
                text = element.text or ""
                assert not loose.search(ISOLATES.sub("", text)), f"{file}: {text}"
                seen += bool(ISOLATES.search(text))
    assert seen > 2


def test_pages_name_their_feed(site: Built) -> None:
    for language in site.languages:
        for address, file in (
            ("", "feed.xml"),
            ("progress/", "feed.xml"),
            ("priorities/3/", "priorities/3/feed.xml"),
            (part_address("3.1"), "priorities/3/feed.xml"),
        ):
            page = site.page(language, address)
            links = page.tree.xpath("//head/link[@type='application/atom+xml']")
            assert len(links) == 1, page
            target = os.path.normpath(page.file.parent / links[0].get("href"))
            prefix = "" if language == "en" else f"{language}/"
            assert target == str(site.folder / f"{prefix}{file}"), page
        others = site.page(language, "privacy/").tree.xpath("//link[@rel!='preload']/@type")
        assert others == ["image/svg+xml"]
    sensitive = [p for p in site.pages if p.with_class("has-exit")]
    assert sensitive
    for page in sensitive:
        for title in page.tree.xpath("//link[@type='application/atom+xml']/@title"):
            if page.address.startswith("priorities/"):
                assert len(title.split("–")[0].split()) <= 4, f"{page}: {title}"


def test_search_engines_are_told_of_data_and_office(site: Built, plan: Plan) -> None:
    def told(address: str) -> dict[str, Any]:
        blocks = site.page("en", address).tree.xpath("//script[@type='application/ld+json']")
        assert len(blocks) == 1, address
        assert "<" not in blocks[0].text
        read: dict[str, Any] = json.loads(blocks[0].text)
        return read

    dataset = told("data/")
    assert dataset["@type"] == "Dataset"
    urls = [item["contentUrl"] for item in dataset["distribution"]]
    assert len(urls) > 8
    for url in urls:
        assert (site.folder / url.removeprefix(SITE_URL)).is_file(), url
    for address in ("", "contact/"):
        office = told(address)
        assert office["@type"] == "GovernmentOrganization"
        assert office["name"] == plan.details.office.name


def test_the_page_links_every_table(site: Built) -> None:
    for language in site.languages:
        page = site.page(language, "data/")
        linked = {site.target(page, link.get("href") or "")[0] for link in page.tree.iter("a")}
        tables = {
            f"data/{file.relative_to(site.folder / 'data').as_posix()}"
            for file in (site.folder / "data").rglob("*.csv")
        }
        assert len(tables) > 5
        assert tables <= linked, page
