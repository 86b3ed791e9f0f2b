"""Every page of every language: what it must hold, and what it must never hold."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from crimeplan.load import load_content
from crimeplan.model import Plan
from sites import EDIT_URI, LANGUAGES, RIGHT_TO_LEFT, SITE_URL, Built, squeeze

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


@pytest.fixture(scope="module")
def plan(root: Path) -> Plan:
    plan = load_content(root / "content_data").plan
    assert plan is not None
    return plan


def test_every_language_has_every_page(site: Built, root: Path) -> None:
    wanted = len(list((root / "docs" / "en").rglob("*.md")))
    assert wanted > 55
    for language in LANGUAGES:
        addresses = [page.address for page in site.pages if page.language == language]
        assert len(addresses) == wanted, language
        assert len([a for a in addresses if re.fullmatch(r"priorities/\d/", a)]) == 7
        assert len([a for a in addresses if re.fullmatch(r"priorities/\d/\d-\d+/", a)]) == 38


def test_each_page_has_one_title_a_description_and_its_own_name(site: Built) -> None:
    for language in LANGUAGES:
        titles = []
        for page in (page for page in site.pages if page.language == language):
            assert len(list(page.tree.iter("h1"))) == 1, page
            assert squeeze(next(page.tree.iter("h1"))), page
            description = page.tree.xpath("//meta[@name='description']/@content")
            assert len(description) == 1, page
            assert len(description[0]) >= 20, page
            titles += [squeeze(title) for title in page.tree.xpath("//head/title")]
        assert len(titles) == len(set(titles)) > 55, language


def test_each_page_says_its_language_and_direction(site: Built) -> None:
    for page in site.pages:
        assert page.tree.get("lang") == page.language, page
        direction = "rtl" if page.language in RIGHT_TO_LEFT else "ltr"
        assert page.tree.get("dir") == direction, page


def test_each_page_says_near_its_title_that_the_plan_is_over(site: Built, plan: Plan) -> None:
    for page in site.pages:
        lines = page.with_class("ended")
        assert len(lines) == 1, page
        assert lines[0].getparent() is next(page.tree.iter("h1")).getparent(), page
        hrefs = [link.get("href") for link in lines[0].iter("a")]
        assert hrefs == [plan.details.present_plan.address], page
        assert len(page.with_class("draft")) == 1, page


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
    assert checked > 20_000
    assert broken == []


def test_every_page_can_be_reached_from_home_by_links(site: Built) -> None:
    for language in LANGUAGES:
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

    The one script of the site lets readers of sensitive pages leave.
    """
    for page in site.pages:
        policy = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert len(policy) == 1, page
        assert policy[0].startswith("default-src 'none'"), page
        assert "unsafe" not in policy[0], page
        for element in page.tree.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag not in ("style", "iframe", "object", "embed"), page
            if element.tag == "script":
                assert page.with_class("has-exit"), page
                assert (element.get("src") or "").endswith("assets/leave.js"), page
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
    names = list(site.files())
    assert "assets/plan.css" in names
    assert [
        name
        for name in names
        if "javascripts" in name
        or "stylesheets" in name
        or ("search" in name.split("/")[-1] and name.endswith(".json"))
    ] == []
    assert {name.rsplit(".", 1)[-1] for name in names} <= {
        "html",
        "css",
        "js",
        "svg",
        "woff2",
        "txt",
        "xml",
        "gz",
    }


def test_first_visits_are_light(site: Built) -> None:
    """At most 35 KB compressed before fonts, lists of everything 60; script at most 5 KB."""
    style = len(gzip.compress((site.folder / "assets" / "plan.css").read_bytes()))
    script = len(gzip.compress((site.folder / "assets" / "leave.js").read_bytes()))
    assert script <= 5_000
    lists = (
        "progress/commitments/",
        "progress/by-status/",
        "progress/by-area/",
        "progress/evidence/",
        "progress/searched/",
    )
    for page in site.pages:
        size = style + script + len(gzip.compress(page.file.read_bytes()))
        assert size <= (60_000 if page.address in lists else 35_000), f"{page}: {size}"


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


def test_statuses_and_titles_speak_the_reader_s_language(site: Built) -> None:
    for language in LANGUAGES[1:]:
        page = site.page(language, "priorities/3/3-4/")
        heading = next(page.tree.iter("h1"))
        assert heading.get("lang") is None, language
        assert squeeze(heading) != "Domestic Abuse", language
        tags = [squeeze(tag) for tag in page.with_class("tag")]
        assert tags, language
        assert "Some action published" not in tags, language


def test_prose_that_is_not_translated_says_so_and_is_wrapped(site: Built) -> None:
    for language in LANGUAGES[1:]:
        page = site.page(language, "privacy/")
        for body in page.with_class("prose"):
            assert (body.get("lang"), body.get("dir")) == ("en", "ltr"), page
        assert len(page.with_class("translation")) == 1, page
        canonical = page.tree.xpath("//link[@rel='canonical']/@href")
        assert canonical == [f"{SITE_URL}privacy/"], page
        assert page.tree.xpath("//link[@rel='alternate']") == [], page


def test_blocks_inside_english_prose_speak_the_reader_s_language(site: Built) -> None:
    for language in LANGUAGES[1:]:
        blocks = site.page(language, "priorities/3/3-4/").with_class("block")
        assert blocks
        assert {block.get("lang") for block in blocks} == {language}


def test_translated_pages_name_each_other(site: Built) -> None:
    for language in LANGUAGES:
        page = site.page(language, "")
        prefix = "" if language == "en" else f"{language}/"
        assert page.tree.xpath("//link[@rel='canonical']/@href") == [f"{SITE_URL}{prefix}"]
        alternates = page.tree.xpath("//link[@rel='alternate']/@hreflang")
        assert alternates == list(LANGUAGES)
        if language != "en":
            assert all(e.get("lang") is None for e in page.with_class("prose")), page


def test_machine_translation_is_labelled(site: Built) -> None:
    for page in site.pages:
        assert len(page.with_class("translation")) == (0 if page.language == "en" else 1), page


def test_safety_words_stand_in_english_too(site: Built) -> None:
    sensitive = [page for page in site.pages if page.with_class("has-exit")]
    assert len(sensitive) >= 9 * len(LANGUAGES)
    for page in sensitive:
        notice = next(e for e in page.with_class("help") if "notice" in e.get("class", ""))
        english = [p for p in notice.iter("p") if p.get("lang") == "en"]
        assert len(english) == (0 if page.language == "en" else 1), page
        assert {link.get("href") for link in notice.iter("a")} >= {"tel:999", "tel:101"}, page


def test_sensitive_titles_tell_nothing_over_a_shoulder(site: Built) -> None:
    for page in site.pages:
        if page.with_class("has-exit") and page.address.startswith("priorities/"):
            heading = squeeze(next(page.tree.iter("h1")))
            assert heading not in squeeze(page.tree.xpath("//head/title")[0]), page


def test_numbers_to_dial_are_isolated(site: Built) -> None:
    """In right-to-left text a number that is not isolated may be read from the wrong end."""
    seen = 0
    for page in site.pages:
        for link in page.tree.iter("a"):
            if (link.get("href") or "").startswith(("tel:", "mailto:")):
                inner = list(link.iter("bdi"))
                seen += 1
                wrapped = inner or any(
                    e.get("dir") == "ltr" for e in link.iterancestors() if e.tag != "html"
                )
                assert wrapped or page.language not in RIGHT_TO_LEFT, f"{page}: {squeeze(link)}"
    assert seen > 500


def test_no_number_of_a_block_stands_loose_in_right_to_left_text(site: Built) -> None:
    """References, amounts and counts stand in bdi, time or an element with its own direction."""
    loose = re.compile(r"£\d|\d\.\d|\d{2,}[-–/]\d{2,}")
    seen = 0
    for page in (page for page in site.pages if page.language in RIGHT_TO_LEFT):
        for block in page.with_class("block"):
            seen += 1
            for element in block.iter():
                for text, holder in ((element.text, element), (element.tail, element.getparent())):
                    if not text or not loose.search(text) or not isinstance(element.tag, str):
                        continue
                    assert holder is not None
                    held = [holder, *holder.iterancestors()]
                    safe = next(
                        (e for e in held if e.tag in ("bdi", "time") or e.get("dir") is not None),
                        None,
                    )
                    assert safe is not None, f"{page}: {text}"
                    assert safe.tag in ("bdi", "time") or safe.get("dir") == "ltr", (
                        f"{page}: {text}"
                    )
    assert seen > 100


def test_one_404_in_english_with_links_from_the_top(site: Built) -> None:
    assert [name for name in site.files() if name.endswith("404.html")] == ["404.html"]
    tree = html.parse(site.folder / "404.html").getroot()
    assert tree.get("lang") == "en"
    links = [e.get("href", "") for e in tree.iter("a", "link")]
    assert len(links) > 10
    assert all(link.startswith("/police-plan/") for link in links), links
    items = [item for item in tree.iter("li") if item.get("lang")]
    assert [item.get("lang") for item in items] == list(LANGUAGES)
    assert len({squeeze(item) for item in items}) == 10


def test_the_sitemap_tells_the_truth(site: Built) -> None:
    text = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>(.*?)</loc>", text)
    written = {
        page.language: {
            p.address
            for p in site.pages
            if p.language == page.language
            and not any(e.get("lang") == "en" for e in p.with_class("prose"))
        }
        for page in site.pages
        if page.language != "en"
    }
    wanted = {f"{SITE_URL}{page.address}" for page in site.pages if page.language == "en"}
    wanted |= {
        f"{SITE_URL}{code}/{address}"
        for code, addresses in written.items()
        for address in addresses
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == wanted


def test_the_same_commit_builds_the_same_bytes(twice: tuple[Built, Built]) -> None:
    first, second = (built.files() for built in twice)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
