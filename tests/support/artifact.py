"""What must hold of a built site before it is published, wherever it will stand.

``python -m artifact FOLDER SITE_URL`` prints every fault, and the exit status is 1 where there is
one. It reads the very files that go out, needs nothing but them, and takes seconds: GitHub's build
runs it between the build and the deployment, and tests run it on what they have built.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

LICENCES = "assets/licences.txt"
NEEDED = (
    "index.html",
    "404.html",
    "robots.txt",
    "sitemap.xml",
    ".nojekyll",
    ".well-known/security.txt",
    "assets/plan.css",
    LICENCES,
    "data/plan.json",
    "data/SHA256SUMS",
    "pagefind/pagefind.js",
)
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"
LONGEST = timedelta(days=366)
"""RFC 9116, section 2.5.5: less than a year is recommended."""
SUM = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass(frozen=True)
class Artifact:
    """A built site in a folder, to stand at ``site_url``."""

    folder: Path
    site_url: str
    """Its full address; it ends in a slash."""

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, by its path."""
        return frozenset(
            file.relative_to(self.folder).as_posix()
            for file in self.folder.rglob("*")
            if file.is_file()
        )

    @cached_property
    def plan(self) -> dict[str, Any]:
        """The open data of the site, all in one."""
        data: dict[str, Any] = json.loads(self.text("data/plan.json"))
        return data

    @property
    def as_of(self) -> date:
        """The day the site was judged by."""
        return date.fromisoformat(self.plan["as_of"])

    def text(self, path: str) -> str:
        """What stands in the file at ``path``."""
        return (self.folder / path).read_text(encoding="utf-8")

    def holds(self, address: str) -> bool:
        """Whether the full ``address`` leads to a file of the site."""
        if not address.startswith(self.site_url):
            return False
        path = urlsplit(address.removeprefix(self.site_url)).path
        return (f"{path}index.html" if path.endswith("/") or not path else path) in self.files


def faults(folder: Path, site_url: str) -> list[str]:
    """Everything that keeps the site in ``folder`` from being published at ``site_url``."""
    site = Artifact(folder, site_url.rstrip("/") + "/")
    missing = [f"{path}: is missing" for path in NEEDED if path not in site.files]
    if missing:
        return missing
    checks = (
        *(of_folder, of_languages, of_robots, of_security, of_404, of_sitemap, of_pages),
        *(of_licences, of_sums),
    )
    return [fault for check in checks for fault in check(site)]


def of_folder(site: Artifact) -> Iterator[str]:
    """GitHub Pages takes no links in the file system."""
    for file in sorted(site.folder.rglob("*")):
        if file.is_symlink():
            yield f"{file.relative_to(site.folder)}: is a symbolic link"


def of_languages(site: Artifact) -> Iterator[str]:
    """Every language of the data has its home page."""
    for language in site.plan["languages"][1:]:
        if f"{language['code']}/index.html" not in site.files:
            yield f"{language['code']}/index.html: is missing"


def of_robots(site: Artifact) -> Iterator[str]:
    """Crawlers are let in, and told of the sitemap."""
    lines = site.text("robots.txt").splitlines()
    if f"Sitemap: {site.site_url}sitemap.xml" not in lines:
        yield f"robots.txt: does not name {site.site_url}sitemap.xml"
    if any(line.startswith("Disallow: /") for line in lines):
        yield "robots.txt: keeps crawlers away"


def of_security(site: Artifact) -> Iterator[str]:
    """The fields that RFC 9116 asks for, and a day that is neither past nor far."""
    path = ".well-known/security.txt"
    fields = dict(line.split(": ", 1) for line in site.text(path).splitlines() if ": " in line)
    if not fields.get("Contact", "").startswith(("mailto:", "https://")):
        yield f"{path}: has no contact"
    if fields.get("Canonical") != site.site_url + path:
        yield f"{path}: says it stands at {fields.get('Canonical')}"
    expires = fields.get("Expires", "")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", expires):
        yield f"{path}: does not say when it expires"
    elif not site.as_of < date.fromisoformat(expires[:10]) <= site.as_of + LONGEST:
        yield f"{path}: expires on {expires[:10]}, and the site was judged as at {site.as_of}"


def of_404(site: Artifact) -> Iterator[str]:
    """It is served at any depth, so each of its addresses starts at the top of the site."""
    top = urlsplit(site.site_url).path
    tree = html.fromstring(site.text("404.html").encode())
    addresses = [value for _, name, value, _ in tree.iterlinks() if name in ("href", "src")]
    if not addresses:
        yield "404.html: leads nowhere"
    for address in addresses:
        if not address.startswith(top) or not site.holds(urljoin(site.site_url, address)):
            yield f"404.html: {address} leads out of the site, or nowhere"


def of_sitemap(site: Artifact) -> Iterator[str]:
    """Its pages are there, each with a day, and translations name each other."""
    entries: dict[str, dict[str, str]] = {}
    for entry in etree.fromstring(site.text("sitemap.xml").encode()):
        address = entry.findtext(f"{SITEMAP}loc") or ""
        entries[address] = {
            link.get("hreflang", ""): link.get("href", "") for link in entry.iter(ALTERNATE)
        }
        changed = entry.findtext(f"{SITEMAP}lastmod") or ""
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", changed):
            yield f"sitemap.xml: {address} does not say when it changed"
        if not site.holds(address):
            yield f"sitemap.xml: {address} is not there"
    if site.site_url not in entries:
        yield f"sitemap.xml: does not hold {site.site_url}"
    for address, alternates in entries.items():
        if alternates and not {address, alternates.get("x-default")} <= set(alternates.values()):
            yield f"sitemap.xml: {address} leaves itself or x-default out of its translations"
        for other in alternates.values():
            if entries.get(other) != alternates:
                yield f"sitemap.xml: {address} names {other}, which does not name it back"


def of_pages(site: Artifact) -> Iterator[str]:
    """Full addresses lead into the site; printed files and the links to them agree."""
    offered: set[str] = set()
    for path in sorted(name for name in site.files if name.endswith("index.html")):
        here = site.site_url + path.removesuffix("index.html")
        tree = html.fromstring((site.folder / path).read_bytes())
        canonical = tree.xpath("//link[@rel='canonical']/@href")
        if len(canonical) != 1:
            yield f"{path}: has {len(canonical)} canonical addresses"
        for address in (*canonical, *tree.xpath("//link[@rel='alternate'][@hreflang]/@href")):
            if not site.holds(address):
                yield f"{path}: {address} leads out of the site, or nowhere"
        offered.update(urljoin(here, link) for link in tree.xpath("//a/@href") if ".pdf" in link)
    printed = {name for name in site.files if name.endswith(".pdf")}
    inside = {
        link.removeprefix(site.site_url) for link in offered if link.startswith(site.site_url)
    }
    yield from (f"{path}: is linked and missing" for path in sorted(inside - printed))
    yield from (f"{path}: no page links it" for path in sorted(printed - inside))


def of_licences(site: Artifact) -> Iterator[str]:
    """Each file has a licence in assets/licences.txt, and each licence its words there."""
    fields = [_fields(text) for text in site.text(LICENCES).split("\n\n")]
    words = {
        field["License"].split()[0]
        for field in fields
        if "Files" not in field and "License" in field
    }
    named = [field for field in fields if "Files" in field]
    for field in named:
        if field["License"] not in words or not field.get("Copyright"):
            yield f"{LICENCES}: {field['Files']} has no copyright, or its licence no words"
    patterns = [pattern for field in named for pattern in field["Files"].split()]
    for path in sorted(site.files):
        if not any(fnmatch(path, pattern) for pattern in patterns):
            yield f"{path}: stands under no licence; add it to docs/{LICENCES}"


def _fields(paragraph: str) -> dict[str, str]:
    """The fields of a paragraph, by Debian's copyright format 1.0."""
    unfolded = paragraph.replace("\n ", " ").splitlines()
    return dict(line.split(": ", 1) for line in unfolded if ": " in line)


def of_sums(site: Artifact) -> Iterator[str]:
    """The sums of the data, and of the whole site where it has them, are those of the files."""
    for path in ("data/SHA256SUMS", "SHA256SUMS"):
        if path not in site.files:
            continue
        below = path.removesuffix("SHA256SUMS")
        lines = [SUM.fullmatch(line) for line in site.text(path).splitlines()]
        told = {f"{below}{line[2]}": line[1] for line in lines if line}
        there = {name for name in site.files if name.startswith(below)} - {path}
        if below:  # the page about the data stands among them, and is not of them
            there -= {name for name in there if name.endswith(".html")}
        yield from (f"{path}: does not agree about {name}" for name in sorted(there ^ set(told)))
        for name in sorted(there & set(told)):
            if hashlib.sha256((site.folder / name).read_bytes()).hexdigest() != told[name]:
                yield f"{name}: is not what {path} says"


if __name__ == "__main__":
    found = faults(Path(sys.argv[1]), sys.argv[2])
    print("\n".join(found) or "The site may be published.")
    sys.exit(1 if found else 0)
