"""The built site may be published as it stands, and the check that says so sees what may not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from fnmatch import fnmatch
from pathlib import Path

import pytest

import artifact
from artifact import LICENCES, Artifact, faults
from crimeplan.load import load_plan
from sites import AS_OF, SITE_URL, Built

PUBLISHED_ONLY = ("pdf/*", "SHA256SUMS", "bill-of-materials.cdx.json")
"""Files that are made for publishing, after the pages."""
Check = Callable[[Artifact], Iterable[str]]
Change = Callable[[Path], object]


def test_it_may_be_published_at_a_project_address(site: Built) -> None:
    assert faults(site.folder, SITE_URL) == []


def test_each_line_of_the_licences_is_about_a_file(site: Built) -> None:
    built = Artifact(site.folder, SITE_URL)
    lines = built.text(LICENCES).replace("\n ", " ").splitlines()
    patterns = [name for line in lines if line.startswith("Files: ") for name in line.split()[1:]]
    assert len(patterns) > 10
    unused = [p for p in patterns if not any(fnmatch(path, p) for path in built.files)]
    assert sorted(unused) == sorted(PUBLISHED_ONLY)


def test_it_is_told_what_is_told_once(site: Built) -> None:
    """What no other test reads: the very words that crawlers and finders of a weakness get."""
    text = Artifact(site.folder, SITE_URL).text
    security = load_plan(site.project / "content_data").details.security
    assert security is not None
    expires = date.fromisoformat(AS_OF) + timedelta(days=security.valid_days)
    assert text(".nojekyll") == ""
    assert text("robots.txt").splitlines()[:2] == ["User-agent: *", "Allow: /"]
    assert text(".well-known/security.txt").splitlines() == [
        f"Contact: mailto:{security.email}",
        f"Expires: {expires}T00:00:00Z",
        "Preferred-Languages: en",
        f"Canonical: {SITE_URL}.well-known/security.txt",
    ]


def replaced(path: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / path).read_text(encoding="utf-8")
        assert old in text, path
        (folder / path).unlink()  # it is the site's own file, by another name
        (folder / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


def added(path: str) -> Change:
    def change(folder: Path) -> None:
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).touch()

    return change


BROKEN: dict[str, tuple[Check, Change, str]] = {
    "a dotfile lost on the way": (
        lambda site: artifact.faults(site.folder, SITE_URL),
        lambda folder: (folder / ".nojekyll").unlink(),
        ".nojekyll: is missing",
    ),
    "a language lost": (
        artifact.of_languages,
        lambda folder: (folder / "fa/index.html").unlink(),
        "fa/index.html: is missing",
    ),
    "another address": (
        artifact.of_robots,
        replaced("robots.txt", SITE_URL, "https://plan.example/"),
        f"robots.txt: does not name {SITE_URL}sitemap.xml",
    ),
    "crawlers kept away": (
        artifact.of_robots,
        replaced("robots.txt", "Allow: /", "Disallow: /"),
        "robots.txt: keeps crawlers away",
    ),
    "no contact": (
        artifact.of_security,
        replaced(".well-known/security.txt", "mailto:", ""),
        ".well-known/security.txt: has no contact",
    ),
    "an old security.txt": (
        artifact.of_security,
        replaced(".well-known/security.txt", "Expires: ", "Expires: 2026-11-22T00:00:00Z\nWas: "),
        ".well-known/security.txt: expires on 2026-11-22, and the site was judged as at 2026-11-22",
    ),
    "a relative 404": (
        artifact.of_404,
        replaced("404.html", 'href="/police-plan/fa/"', 'href="fa/"'),
        "404.html: fa/ leads out of the site, or nowhere",
    ),
    "a translation that is not there": (
        artifact.of_sitemap,
        replaced("sitemap.xml", f'hreflang="x-default" href="{SITE_URL}search/"', 'hreflang="xx"'),
        f"sitemap.xml: {SITE_URL}search/ leaves itself or x-default out of its translations",
    ),
    "a canonical address elsewhere": (
        artifact.of_pages,
        replaced("search/index.html", f'href="{SITE_URL}search/"', 'href="https://plan.example/"'),
        "search/index.html: https://plan.example/ leads out of the site, or nowhere",
    ),
    "a printed plan that no page links": (
        artifact.of_pages,
        added("pdf/whole-plan.en.pdf"),
        "pdf/whole-plan.en.pdf: no page links it",
    ),
    "a link to a printed plan that is not there": (
        artifact.of_pages,
        replaced("search/index.html", "</main>", '<a href="../pdf/x.pdf">x</a></main>'),
        "pdf/x.pdf: is linked and missing",
    ),
    "a file without a licence": (
        artifact.of_licences,
        added("assets/other.woff2"),
        f"assets/other.woff2: stands under no licence; add it to docs/{LICENCES}",
    ),
    "data that changed afterwards": (
        artifact.of_sums,
        replaced("data/plan.json", '"as_of"', ' "as_of"'),
        "data/plan.json: is not what data/SHA256SUMS says",
    ),
    "a symbolic link": (
        artifact.of_folder,
        lambda folder: (folder / "assets/link.svg").symlink_to("favicon.svg"),
        "assets/link.svg: is a symbolic link",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_seen(site: Built, tmp_path: Path, name: str) -> None:
    check, change, told = BROKEN[name]
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder, copy_function=os.link)
    assert told not in list(check(Artifact(folder, SITE_URL)))
    change(folder)
    assert told in list(check(Artifact(folder, SITE_URL)))
