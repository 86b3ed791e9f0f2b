"""Prints the whole plan as PDF files, from a finished site, by the machine's own Chromium.

Run as ``python -m print_editions FOLDER`` with the built site in FOLDER; the files and their
manifest are written to pdf/. Chromium prints no page numbers into a table of contents, so each
edition is printed, its numbers are read from the PDF, and it is printed again.
"""

from __future__ import annotations

import json
import mimetypes
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import deflate
import pikepdf
from lxml import html
from playwright.sync_api import BrowserContext, Page, Route, sync_playwright

import chinese_face
from crimeplan.load.editions import MANIFEST
from crimeplan.model import Edition
from crimeplan.problems import ContentError
from crimeplan.site import EDITIONS, load_site
from judged_day import find_day
from machine_browser import BrowserMissingError, find_browser
from npm_package import FetchError

_PRINTED_AT_MOST = 4
FAMILIES = ("Noto Sans", "Noto Serif", "Noto Nastaliq Urdu")
"""What the style of an edition names besides the site's own fonts and the Chinese face."""
_FACES = "/edition-fonts/"
"""Where the style of an edition finds the Chinese face; no site is asked for it."""
_CHINESE = "zh"
_FLAGS = ("--no-sandbox", "--disable-gpu", "--font-render-hinting=none")
_NUMBER_CONTENTS = """numbers => {
    let changed = 0;
    for (const link of document.querySelectorAll('.contents .body a')) {
        let last = link.querySelector('.number');
        if (!last) {
            const leader = document.createElement('span');
            leader.className = 'leader';
            last = document.createElement('span');
            last.className = 'number';
            link.append(leader, last);
        }
        const number = String(numbers[link.hash.slice(1)] ?? '');
        if (last.textContent !== number) changed += 1;
        last.textContent = number;
    }
    return changed;
}"""
_MOVE = re.compile(rb"(-?[\d.]+) (-?[\d.]+)(?= Td\b)")
"""How far the next letter stands from the last one, in pixels."""
_STEPS = {False: (0.1, 0.1), True: (1.0, 0.5)}
"""What moves along and across the line are rounded to, in pixels, by whether print is large. The
rest is noise, and in Nastaliq a third of the file."""
_PACKED = 12  # the most that libdeflate can do


class PrintError(Exception):
    """An edition cannot be printed; the text says what to do."""


@dataclass(frozen=True)
class Order:
    """What to print, and where to."""

    site: Path
    site_url: str
    """Where the site will be published: links in the file lead there."""
    language: str
    address: str
    """Of the page, below ``site_url``."""
    style: str
    large_print: bool
    as_of: date
    target: Path
    faces: Path | None = None
    """The folder with the Chinese face, for an edition in Chinese."""


def main(folder: Path, root: Path) -> int:
    """Print every edition of the site in ``folder``; 1 and a sentence where that cannot be done."""
    try:
        editions = print_all(folder, root)
    except (ContentError, BrowserMissingError, FetchError, PrintError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    for edition in editions:
        print(f"{EDITIONS}/{edition.file}: {edition.pages} pages, {edition.bytes / 1e6:.1f} MB")
    return 0


def print_all(folder: Path, root: Path, languages: tuple[str, ...] = ()) -> list[Edition]:
    """The editions of the site in ``folder``, written to pdf/ below ``root`` with their manifest.

    Raises BrowserMissingError, FetchError and PrintError.
    """
    find_browser()
    _check_fonts()
    orders = list(orders_for(folder, root, languages))
    target = root / EDITIONS
    target.mkdir(exist_ok=True)
    for old in (*target.glob("*.pdf"), *target.glob(MANIFEST)):
        old.unlink()
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        editions = list(pool.map(print_one, orders))
    told = [
        {**edition.model_dump(mode="json"), "large_print": "yes" if edition.large_print else "no"}
        for edition in editions
    ]
    (target / MANIFEST).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return editions


def orders_for(folder: Path, root: Path, languages: tuple[str, ...] = ()) -> Iterator[Order]:
    """What there is to print from the site in ``folder``; the large print comes second.

    Raises FetchError where the Chinese face cannot be had.
    """
    as_of = find_day(root)
    site = load_site(root, as_of=as_of)
    home = html.parse(str(folder / "index.html")).getroot().find('.//link[@rel="canonical"]')
    if home is None:
        raise PrintError(f"{folder} holds no built site.")
    for code in languages or tuple(site.locales):
        prefix = "" if code == site.source else f"{code}/"
        faces = chinese_face.fetch(root / ".cache") if code == _CHINESE else None
        for large_print in (False, True):
            kind = ".large-print" if large_print else ""
            yield Order(
                folder,
                home.get("href") or "",
                code,
                f"{prefix}whole-plan/",
                site.edition_style(code, large_print=large_print),
                large_print,
                as_of,
                root / EDITIONS / f"whole-plan.{code}{kind}.pdf",
                faces,
            )


def print_one(order: Order) -> Edition:
    """One edition, printed until its contents name the right pages. Raises PrintError."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(_FLAGS))
        # The style of an edition is put in from outside, which the site's own policy forbids.
        context = browser.new_context(bypass_csp=True)
        _serve(context, order)
        page = context.new_page()
        page.goto(order.site_url + order.address)
        page.emulate_media(media="print")
        page.add_style_tag(content=order.style)
        page.evaluate("() => document.fonts.ready")
        count = _print_numbered(page, order.target)
        title = page.title()
        browser.close()
    _finish(order, title)
    return Edition(
        language=order.language,
        large_print=order.large_print,
        file=order.target.name,
        bytes=order.target.stat().st_size,
        pages=count,
        as_of=order.as_of,
    )


def _serve(context: BrowserContext, order: Order) -> None:
    """Answer for the published site from its folder; scripts are for screens."""
    top = urlsplit(order.site_url).path

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if order.faces is not None and path.startswith(_FACES):
            route.fulfill(path=order.faces / path.removeprefix(_FACES))
            return
        path = path.removeprefix(top)
        file = order.site / (f"{path}index.html" if path.endswith("/") or not path else path)
        if not route.request.url.startswith(order.site_url) or file.suffix == ".js":
            route.abort()
        else:
            route.fulfill(path=file, content_type=mimetypes.guess_type(file.name)[0])

    context.route("**/*", answer)


def _print_numbered(page: Page, target: Path) -> int:
    """Print ``page`` until its contents are right; the number of pages."""
    numbers: Mapping[str, int] = {}
    page.evaluate(_NUMBER_CONTENTS, {})
    for _ in range(_PRINTED_AT_MOST):
        page.pdf(
            path=target,
            tagged=True,
            outline=True,
            prefer_css_page_size=True,
            print_background=True,
        )
        with pikepdf.open(target) as pdf:
            count, numbers = len(pdf.pages), dict(pages_of_anchors(pdf))
        if not page.evaluate(_NUMBER_CONTENTS, numbers):
            return count
    raise PrintError(f"{target.name}: its table of contents does not come to rest.")


def pages_of_anchors(pdf: pikepdf.Pdf) -> Iterator[tuple[str, int]]:
    """The page, from 1, that each anchor of the file stands on."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    destinations: Any = pdf.Root.get("/Dests", {})
    for name, place in destinations.items():
        yield name.removeprefix("/"), pages[place[0].objgen]


def _finish(order: Order, title: str) -> None:
    """Give the file its title and its day, the same bytes each time, and no more than it needs."""
    pikepdf.settings.set_flate_compression_level(9)
    steps = _STEPS[order.large_print]
    day = f"D:{order.as_of:%Y%m%d}000000Z"
    with pikepdf.open(order.target, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
            written = _shortened(page.Contents.read_bytes(), steps)
            packed = bytes(deflate.zlib_compress(written, _PACKED))
            page.Contents.write(packed, filter=pikepdf.Name.FlateDecode)
        _name_by_order(pdf)
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]
        pdf.docinfo["/Title"] = title
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = day
        pdf.Root.Lang = order.language
        pdf.Root.PageMode = pikepdf.Name.UseOutlines
        pdf.save(
            order.target,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )


def _name_by_order(pdf: pikepdf.Pdf) -> None:
    """Name the heads of tables by their order; Chromium counts all that it ever drew."""
    tree: Any = pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)
    names = {name: f"node{number:08}" for number, name in enumerate(sorted(tree), 1)}
    for held in pdf.objects:
        _rename(held, names)


def _rename(holder: Any, names: Mapping[str, str]) -> None:
    """Put new names for old into ``holder`` and what it holds directly."""
    if isinstance(holder, pikepdf.Dictionary):
        entries: list[tuple[Any, Any]] = list(holder.items())
    elif isinstance(holder, pikepdf.Array):
        entries = list(enumerate(holder))
    else:
        return
    for key, value in entries:
        if isinstance(value, pikepdf.String) and str(value) in names:
            holder[key] = pikepdf.String(names[str(value)])
        elif isinstance(value, pikepdf.Object) and not value.is_indirect:
            _rename(value, names)


def _shortened(written: bytes, steps: tuple[float, float]) -> bytes:
    def rounded(move: re.Match[bytes]) -> bytes:
        ways = (
            round(float(way) / step) * step + 0.0  # no minus zero
            for way, step in zip(move.groups(), steps, strict=True)
        )
        return b" ".join(f"{way:.1f}".removesuffix(".0").encode() for way in ways)

    return _MOVE.sub(rounded, written)


def _check_fonts() -> None:
    """Refuse to print where a font is missing: the file would hold other letters, or boxes."""
    listed = subprocess.run(
        ["fc-list", "--format", "%{family}\n"], capture_output=True, text=True, check=False
    ).stdout
    there = {family for line in listed.splitlines() for family in line.split(",")}
    if missing := [family for family in FAMILIES if family not in there]:
        raise PrintError(
            f"These fonts are missing: {', '.join(missing)}. On Debian: apt-get install "
            "fonts-noto-core fontconfig."
        )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path.cwd()))
