"""Every page of every language: what it must hold, and what it must never hold."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

from crimeplan.load import load_plan
from crimeplan.model import Plan, Publication
from sites import EDIT_URI, OWN_FACES, Built, squeeze

SERVED = ("href", "src", "srcset", "action", "poster", "data")
RESOURCES = {
    "link",
    "script",
    "img",
    "source",
    "iframe",
    "object",
    "embed",
    "form",
    "video",
    "audio",
    "use",
    "image",
}


def test_every_language_has_every_page(site: Built, plan: Plan) -> None:
    wanted = len(list((site.project / "docs" / "en").rglob("*.md")))
    assert wanted > 30
    for language in site.languages:
        addresses = [page.address for page in site.pages if page.language == language]
        assert len(addresses) == wanted, language
        assert len([a for a in addresses if re.fullmatch(r"priorities/\d/", a)]) == len(
            plan.priorities
        )
        parts = [a for a in addresses if re.fullmatch(r"priorities/\d/\d-\d+/", a)]
        assert len(parts) == len(plan.deliverable_by_id)


def test_each_page_has_one_title_a_description_and_its_own_name(site: Built) -> None:
    for language in site.languages:
        titles = []
        for page in (page for page in site.pages if page.language == language):
            assert len(list(page.tree.iter("h1"))) == 1, page
            assert squeeze(next(page.tree.iter("h1"))), page
            description = page.tree.xpath("//meta[@name='description']/@content")
            assert len(description) == 1, page
            assert len(description[0]) >= 20, page
            titles += [squeeze(title) for title in page.tree.xpath("//head/title")]
        assert len(titles) == len(set(titles)) > 30, language


def test_each_page_says_its_language_and_direction(site: Built) -> None:
    for page in site.pages:
        assert page.tree.get("lang") == page.language, page
        direction = "rtl" if page.language in site.spoken.right_to_left else "ltr"
        assert page.tree.get("dir") == direction, page


def test_each_page_says_near_its_title_that_the_plan_is_over(site: Built, plan: Plan) -> None:
    for page in site.pages:
        lines = page.with_class("ended")
        assert len(lines) == 1, page
        assert lines[0].getparent() is next(page.tree.iter("h1")).getparent(), page
        hrefs = [link.get("href") for link in lines[0].iter("a")]
        assert hrefs == [plan.details.present_plan.address], page
        draft = plan.details.publication is Publication.DRAFT
        assert len(page.with_class("draft")) == int(draft), page


def test_each_page_has_breadcrumbs_a_date_an_edit_link_and_a_way_out(
    site: Built, plan: Plan
) -> None:
    for page in site.pages:
        crumbs = page.with_class("crumbs")
        assert len(crumbs) == (0 if page.address == "" else 1), page
        meta = page.with_class("meta")
        assert len(meta) == 1, page
        assert len(list(meta[0].iter("time"))) == 1, page
        edits = [link.get("href", "") for link in meta[0].iter("a")]
        assert len(edits) == 1, page
        assert edits[0].startswith(EDIT_URI), page
        leave = page.with_class("leave")
        assert [link.get("href") for link in leave] == [plan.details.leave_to], page


def test_each_link_leads_somewhere(site: Built) -> None:
    """Pages, files and anchors: markdown's links and those that blocks and shell put in."""
    files = set(site.files())
    checked = 0
    broken = []
    for page in site.pages:
        for link in page.tree.iter("a", "link"):
            href = link.get("href") or ""
            if urlsplit(href).scheme:
                continue
            file, anchor = site.target(page, href)
            checked += 1
            if file not in files or (anchor and anchor not in site.ids[file]):
                broken.append(f"{page}: {href}")
    assert checked > 20 * len(site.pages)
    assert broken == []


def test_every_page_can_be_reached_from_home_by_links(site: Built) -> None:
    for language in site.languages:
        pages = {
            page.file.relative_to(site.folder).as_posix(): page
            for page in site.pages
            if page.language == language
        }
        home = site.page(language, "").file.relative_to(site.folder).as_posix()
        reached, todo = {home}, [home]
        while todo:
            page = pages[todo.pop()]
            for link in page.tree.iter("a"):
                href = link.get("href") or ""
                if urlsplit(href).scheme:
                    continue
                file, _ = site.target(page, href)
                if file in pages and file not in reached:
                    reached.add(file)
                    todo.append(file)
        assert reached == set(pages), language


def test_ids_are_never_doubled(site: Built) -> None:
    for page in site.pages:
        ids = [name for e in page.tree.iter() if (name := e.get("id"))]
        assert len(ids) == len(set(ids)), f"{page}: {sorted(i for i in ids if ids.count(i) > 1)}"


def test_nothing_runs_and_nothing_comes_from_elsewhere(site: Built) -> None:
    """No inline script or style, no handler, no request to anyone; the policy says so too.

    One script keeps the section when the language changes; on sensitive pages another lets readers
    leave. A block of linked data has the tag of a script and a type that browsers do not run; it
    must hold JSON and nothing else.
    """
    for page in site.pages:
        policy = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert len(policy) == 1, page
        assert policy[0].startswith("default-src 'none'"), page
        assert "unsafe" not in policy[0].replace("'wasm-unsafe-eval'", ""), page
        assert ("wasm" in policy[0]) == (page.address == "search/"), page
        for element in page.tree.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag not in ("style", "iframe", "object", "embed"), page
            if element.tag == "script" and element.get("type") == "application/ld+json":
                assert dict(element.attrib) == {"type": "application/ld+json"}, page
                assert json.loads(element.text or ""), page
            elif element.tag == "script":
                name = (element.get("src") or "").rpartition("assets/")[2]
                assert (
                    name == "page.js"
                    or (name == "leave.js" and page.with_class("has-exit"))
                    or (name == "search.js" and page.address == "search/")
                ), page
                assert not element.text, page
            for name, value in element.attrib.items():
                assert not name.startswith("on"), f"{page}: {name}"
                assert name != "style", f"{page}: {value}"
                if (
                    element.tag in RESOURCES
                    and name in SERVED
                    and element.get("rel") not in ("canonical", "alternate")
                ):
                    assert not urlsplit(value).netloc, f"{page}: {value}"


def test_links_that_leave_say_nothing_of_where_they_come_from(site: Built) -> None:
    for page in site.pages:
        assert page.tree.xpath("//meta[@name='referrer']/@content") == ["no-referrer"], page
        for link in page.tree.iter("a"):
            assert link.get("target") is None, page


def test_the_theme_s_own_files_are_not_sent(site: Built) -> None:
    every = list(site.files())
    assert "assets/plan.css" in every
    # The search is Pagefind's: its program for the browser and one index a language, no styles.
    found = [name for name in every if name.startswith("pagefind/")]
    assert {Path(name).suffix for name in found} == {
        ".js",
        ".json",
        ".pagefind",
        ".pf_fragment",
        ".pf_index",
        ".pf_meta",
    }
    names = [name for name in every if name not in found]
    assert [
        name
        for name in names
        if "javascripts" in name or "stylesheets" in name or name.endswith("search_index.json")
    ] == []
    # The open data bring CSV, JSON and their sums; each stands below data/ and nowhere else.
    data = [name for name in names if name.endswith((".csv", ".json", "SHA256SUMS"))]
    assert len(data) > 20
    assert [name for name in data if not name.startswith("data/")] == []
    assert {name.rsplit(".", 1)[-1] for name in names if name not in data} <= {
        "html",
        "css",
        "js",
        "svg",
        "woff2",
        "txt",
        "xml",
        "gz",
        "nojekyll",
    }


def test_each_page_is_sent_the_marks_it_draws_and_no_others(site: Built) -> None:
    drawing = 0
    for page in site.pages:
        sent = set(page.tree.xpath("//symbol/@id"))
        drawn = {href[1:] for href in page.tree.xpath("//use/@href")}
        assert sent == drawn, str(page)
        drawing += bool(drawn)
    assert drawing > 10


def test_each_page_asks_at_once_for_the_letters_of_its_script_alone(site: Built) -> None:
    """Files that come late are not shown (font-display), so that no line moves."""
    asked: dict[str, set[str]] = {}
    for page in site.pages:
        links = page.tree.xpath("//link[@rel='preload']/@href")
        files = [(page.file.parent / link).resolve() for link in links]
        assert [file for file in files if not file.is_file()] == [], str(page)
        names = {file.stem.split("-")[0] for file in files}
        assert asked.setdefault(page.language, names) == names, str(page)
    assert asked == {code: {OWN_FACES[code]} if code in OWN_FACES else set() for code in asked}
    assert set(asked) & set(OWN_FACES)
    style = (site.folder / "assets" / "plan.css").read_text(encoding="utf-8")
    faces = style.count("@font-face")
    assert faces == style.count("font-display:optional") > 5


EVIDENCE_WEIGHED = 108
"""Entries of evidence when the budgets were set."""
AN_ENTRY, A_NOTICE = 600, 400
"""Compressed bytes, in the script that takes most."""


def test_first_visits_are_light(site: Built) -> None:
    """At most 35 KB compressed before fonts, lists of everything 60, the whole plan 120."""
    style = len(gzip.compress((site.folder / "assets" / "plan.css").read_bytes()))
    script = sum(
        len(gzip.compress((site.folder / "assets" / name).read_bytes()))
        for name in ("leave.js", "page.js")
    )
    assert script <= 5_000
    lists = (
        "progress/commitments/",
        "progress/by-status/",
        "progress/by-area/",
        "progress/evidence/",
        "progress/searched/",
    )
    # What editors have added since may weigh something too: no budget may forbid a valid entry.
    plan = load_plan(site.project / "content_data")
    added = max(len(plan.evidence) - EVIDENCE_WEIGHED, 0)
    grown = A_NOTICE * len(plan.notices) + AN_ENTRY * added
    for page in site.pages:
        size = style + script + len(gzip.compress(page.file.read_bytes()))
        most = grown + (
            120_000
            if page.address == "whole-plan/"
            else 60_000
            if page.address in lists
            else 35_000
        )
        assert size <= most, f"{page}: {size}"


def test_the_html_of_a_priority_and_the_letters_of_a_script_are_light(site: Built) -> None:
    """At most 12 KB compressed, and 130 KB for all the fonts of one script."""
    plan = load_plan(site.project / "content_data")
    grown = AN_ENTRY * max(len(plan.evidence) - EVIDENCE_WEIGHED, 0)
    found = [page for page in site.pages if re.fullmatch(r"priorities/\d+/", page.address)]
    assert len(found) >= 3 * len(site.languages)
    for page in found:
        size = len(gzip.compress(page.file.read_bytes()))
        assert size <= 12_000 + grown, f"{page}: {size}"
    scripts: dict[str, int] = {}
    for font in (site.folder / "assets" / "fonts").glob("*.woff2"):
        script = font.name.partition("-")[0]
        scripts[script] = scripts.get(script, 0) + font.stat().st_size
    assert len(scripts) >= 4
    assert [name for name, size in scripts.items() if size > 130_000] == []


def test_the_style_sheet_is_sent_whole_but_for_its_comments(root: Path, site: Built) -> None:
    written = (root / "docs" / "assets" / "plan.css").read_text(encoding="utf-8")
    sent = (site.folder / "assets" / "plan.css").read_text(encoding="utf-8")
    assert "/*" not in sent
    assert len(sent) > 30_000
    rules = re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)
    assert "".join(sent.split()) == "".join(rules.split())


def test_sensitive_titles_tell_nothing_over_a_shoulder(site: Built) -> None:
    for page in site.pages:
        if page.with_class("has-exit") and page.address.startswith("priorities/"):
            heading = squeeze(next(page.tree.iter("h1")))
            assert heading not in squeeze(page.tree.xpath("//head/title")[0]), page


def test_the_same_commit_builds_the_same_bytes(twice: tuple[Built, Built]) -> None:
    """In another folder, time zone and locale, and with other hashes, too."""
    first, second = (built.files() for built in twice)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
