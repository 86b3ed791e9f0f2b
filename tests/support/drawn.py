"""Everything a site shows, drawn without a build: blocks, the shell, open data and feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from crimeplan.blocks import BLOCKS
from crimeplan.model import Plan
from crimeplan.render import Speaker
from crimeplan.site import Site
from crimeplan.views.shell import Place
from translating import PAGE, write

LED_TO = (
    "a-to-z",
    "about",
    "accessibility",
    "contact",
    "corrections",
    "data/index",
    "glossary",
    "help/index",
    "inspections/2016-effectiveness",
    "inspections/index",
    "languages",
    "measures/index",
    "open-questions",
    "policing",
    "priorities/index",
    "privacy",
    "progress/index",
    "progress/searched",
    "search",
    "whole-plan",
)
"""The pages that the shell leads to, besides those that the data demand."""
SITE_URL = "https://plan.example/"


def write_led_to(folder: Path) -> None:
    """Write the pages that the shell leads to, in English."""
    for name in LED_TO:
        titled = name.startswith("inspections/2")
        text = PAGE if titled else PAGE.replace("---\n", f"---\ntitle: {name}\n", 1)
        write(folder, f"en/{name}.md", text)


def every_marker(plan: Plan) -> Iterator[str]:
    """A marker for each block, and for each of the first three things that it can be asked for."""
    for name, block in BLOCKS.items():
        if not block.arguments:
            yield f"<!-- plan:{name} -->"
        for argument in sorted(block.arguments[0](plan))[:3] if block.arguments else ():
            yield f"<!-- plan:{name} {argument} -->"
    yield "<!-- plan:latest all -->"
    yield "<!-- plan:timeline plan -->"


def every_block(site: Site, locale: str) -> str:
    """The HTML of every block in ``locale``."""
    markers = "\n".join(every_marker(site.assessment.plan))
    return site.fill(markers, path="index.md", locale=locale).html


def every_page(site: Site, locale: str, overrides: Path) -> Iterator[str]:
    """Each page of the site in ``locale`` in its shell, its text left out."""
    environment = Environment(
        loader=FileSystemLoader(overrides), autoescape=True, undefined=StrictUndefined
    )
    Speaker(site.locales[locale]).teach(environment)
    template = environment.get_template("main.html")
    paths = tuple(path for language, path in site.pages if language == site.source)
    for index, path in enumerate(paths):
        page = site.pages.get((locale, path), site.pages[site.source, path])
        place = Place(
            locale=site.locales[locale],
            page=page,
            previous=paths[index - 1] if index else None,
            next=paths[index + 1] if index + 1 < len(paths) else None,
            site_url=SITE_URL,
            edit_url=None,
            preview=False,
        )
        yield template.render(shell=site.shell(place, "<p>Text.</p>"), whole=None)


def every_file(site: Site, locale: str) -> Mapping[str, bytes]:
    """The feeds in ``locale``; with the source language the open data."""
    return site.exports(locale, SITE_URL)
