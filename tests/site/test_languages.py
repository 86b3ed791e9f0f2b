"""What a page says of its language, and how it isolates what must not be turned round."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from crimeplan.model import Plan
from sites import SITE_URL, Built, BuiltPage, part_address, squeeze


def test_statuses_and_titles_speak_the_reader_s_language(site: Built, plan: Plan) -> None:
    for language in site.languages[1:]:
        for part in plan.deliverables:
            page = site.page(language, part_address(part.id))
            heading = next(page.tree.iter("h1"))
            assert heading.get("lang") is None, page
            assert squeeze(heading) != part.title, page
            tags = [squeeze(tag) for tag in page.with_class("tag")]
            assert bool(tags) == any(line.counted for line in part.commitments), page
            assert "Some action published" not in tags, page


def test_prose_that_is_not_translated_says_so_and_is_wrapped(site: Built) -> None:
    """On pages without a translation of their own; a page with one says nothing of the kind."""
    docs = site.project / "docs"
    texts = {code: len(list((docs / code).rglob("*.md"))) for code in site.languages}
    seen = 0
    for page in (page for page in site.pages if page.language != "en"):
        stem = page.address.rstrip("/")
        names = (f"{stem}.md", f"{stem}/index.md".lstrip("/"))
        written = any((docs / page.language / name).is_file() for name in names)
        notice = page.with_class("translation")
        assert len(notice) == 1, page
        if written:
            assert len(list(notice[0].iter("p"))) == 1, page
            continue
        seen += 1
        assert len(list(notice[0].iter("p"))) == 2, page
        for body in page.with_class("prose"):
            assert (body.get("lang"), body.get("dir")) == ("en", "ltr"), page
        canonical = page.tree.xpath("//link[@rel='canonical']/@href")
        assert canonical == [f"{SITE_URL}{page.address}"], page
        assert page.tree.xpath("//link[@rel='alternate'][@hreflang]") == [], page
    assert seen == sum(texts["en"] - texts[code] for code in site.languages)


def test_blocks_speak_the_reader_s_language_whatever_the_prose_speaks(site: Built) -> None:
    for language in site.languages[1:]:
        blocks = [
            block for page in site.in_language(language) for block in page.with_class("block")
        ]
        assert blocks
        assert {block.get("lang") for block in blocks} == {language}


def test_translated_pages_name_each_other(site: Built) -> None:
    for language in site.languages:
        page = site.page(language, "")
        prefix = "" if language == "en" else f"{language}/"
        assert page.tree.xpath("//link[@rel='canonical']/@href") == [f"{SITE_URL}{prefix}"]
        alternates = page.tree.xpath("//link[@rel='alternate']/@hreflang")
        assert alternates == [*site.languages, "x-default"]
        if language != "en":
            assert all(e.get("lang") is None for e in page.with_class("prose")), page


def test_machine_translation_is_labelled(site: Built) -> None:
    for page in site.pages:
        assert len(page.with_class("translation")) == (0 if page.language == "en" else 1), page


def unchecked(plan: Plan, site: Built, page: BuiltPage) -> bool:
    """Whether ``page`` is a translation that no person has read, by itself or with its language."""
    stem = page.address.rstrip("/")
    for name in (f"{stem}.md", f"{stem}/index.md".lstrip("/")):
        file = site.project / "docs" / page.language / name
        if file.is_file() and "\nreviewed_by: " in file.read_text(encoding="utf-8"):
            return False
    return page.language != "en" and plan.language_by_code[page.language].reviewer is None


def test_safety_words_stand_in_english_too_until_a_person_has_read_them(
    site: Built, plan: Plan
) -> None:
    sensitive = [page for page in site.pages if page.with_class("has-exit")]
    assert len(sensitive) >= 5 * len(site.languages)
    for page in sensitive:
        notice = next(e for e in page.with_class("help") if "notice" in e.get("class", ""))
        english = [p for p in notice.iter("p") if p.get("lang") == "en"]
        assert len(english) == (1 if unchecked(plan, site, page) else 0), page
        assert {link.get("href") for link in notice.iter("a")} >= {"tel:999", "tel:101"}, page


def worded_sections(page: Path) -> int:
    """How many sections of ``page`` hold words besides their headings and markers."""
    _, _, body = page.read_text(encoding="utf-8").split("---\n", 2)
    texts = re.split(r"^## .*$", re.sub(r"<!--.*?-->", "", body), flags=re.MULTILINE)
    return sum(bool(text.strip()) for text in texts)


def test_the_english_stands_beside_translated_safety_text(site: Built, plan: Plan) -> None:
    """Until a person has checked it: below each section's words, and below each line of help."""
    seen = 0
    for language in site.languages:
        page = site.page(language, "help/")
        there = (site.project / "docs" / language / "help" / "index.md").is_file()
        written = there and unchecked(plan, site, page)
        beside = page.with_class("beside")
        assert bool(beside) == written, page
        if written:
            seen += 1
            assert len(beside) == worded_sections(site.project / "docs/en/help/index.md")
            assert {(e.get("lang"), e.get("dir")) for e in beside} == {("en", "ltr")}
            lines = [e for e in page.with_class("under") if e.get("lang") == "en"]
            said = {squeeze(line) for line in lines}
            for entry in plan.help:
                assert {entry.who, *entry.expect} <= said, f"{page}: {entry.id}"
    assert seen >= 1 or any(language.reviewer for language in plan.languages)
    for part in plan.deliverables:
        assert not site.page(site.languages[1], part_address(part.id)).with_class("beside")


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
                assert wrapped or page.language not in site.spoken.right_to_left, (
                    f"{page}: {squeeze(link)}"
                )
    assert seen > len(site.pages) / 2


def test_no_number_or_latin_name_stands_loose_in_right_to_left_text(site: Built) -> None:
    """Each stands in bdi, time or an element that is left to right itself."""
    loose = re.compile(r"[A-Za-z0-9]")
    seen = 0
    for page in (page for page in site.pages if page.language in site.spoken.right_to_left):
        for element in page.tree.xpath("//body//*"):
            for text, holder in ((element.text, element), (element.tail, element.getparent())):
                if not text or not loose.search(text) or not isinstance(element.tag, str):
                    continue
                assert holder is not None
                seen += 1
                held = [holder, *holder.iterancestors()]
                safe = next(
                    e
                    for e in held
                    if e.tag in ("bdi", "time", "script") or e.get("dir") is not None
                )
                assert safe.tag in ("bdi", "time", "script") or safe.get("dir") == "ltr", (
                    f"{page}: {text}"
                )
    pages = sum(page.language in site.spoken.right_to_left for page in site.pages)
    assert seen > 30 * pages > 0


def test_one_404_in_english_with_links_from_the_top(site: Built) -> None:
    assert [name for name in site.files() if name.endswith("404.html")] == ["404.html"]
    tree = html.parse(site.folder / "404.html").getroot()
    assert tree.get("lang") == "en"
    links = [e.get("href", "") for e in tree.iter("a", "link")]
    assert len(links) > len(site.languages)
    assert all(link.startswith("/police-plan/") for link in links), links
    items = [item for item in tree.iter("li") if item.get("lang")]
    assert [item.get("lang") for item in items] == list(site.languages)
    assert len({squeeze(item) for item in items}) == len(site.languages)


def test_the_sitemap_tells_the_truth(site: Built) -> None:
    text = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>(.*?)</loc>", text)
    written = {
        code: {
            page.address
            for page in site.in_language(code)
            if not any(e.get("lang") == "en" for e in page.with_class("prose"))
        }
        for code in site.languages[1:]
    }
    wanted = {f"{SITE_URL}{page.address}" for page in site.pages if page.language == "en"}
    wanted |= {
        f"{SITE_URL}{code}/{address}"
        for code, addresses in written.items()
        for address in addresses
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == wanted
