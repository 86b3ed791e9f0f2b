"""Whatever content says is text: no element, attribute or address of a page comes from it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from lxml import etree
from pydantic import BaseModel, TypeAdapter, ValidationError

from broken import whole_site
from crimeplan.describe import DESCRIBED
from crimeplan.l10n import Locale
from crimeplan.model import Edition, Entity
from crimeplan.progress import assess_plan
from crimeplan.render import Renderer
from crimeplan.site import Site, check_site, load_locales
from drawn import every_block, every_file, every_page, write_led_to
from hostile import (
    ALL,
    BRACED,
    MARK,
    PLAIN,
    TEXTS,
    WITHOUT_BRACES,
    HostileCatalogue,
    filled,
    is_words,
    shape_of,
    targets_of,
    whole_type,
)

AS_OF = date(2026, 11, 22)
SAFE = ("https://", "http://", "mailto:", "tel:", "sms:", "#", ".", "/", "?")


@pytest.fixture(scope="module")
def good(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = whole_site(tmp_path_factory.mktemp("hostile"))
    write_led_to(folder)
    problems, plan, pages = check_site(folder, AS_OF)
    assert not problems.errors, "\n".join(map(str, problems))
    assert plan is not None
    locales = load_locales(folder, plan)
    assessment = assess_plan(plan, as_of=AS_OF)
    return Site(assessment, pages, locales, Renderer(root / "overrides"))


def saying(good: Site, *, braced: str, unbraced: str) -> Site:
    """The site with the two texts in every field of words: of the data and of the front matter."""
    plan = filled(good.assessment.plan, braced=braced, unbraced=unbraced)
    pages = {
        key: replace(page, meta=filled(page.meta, braced=braced, unbraced=unbraced))
        for key, page in good.pages.items()
    }
    languages = plan.language_by_code
    locales = {
        code: replace(
            locale,
            language=languages[code],
            source=None if locale.source is None else good.locales[good.source],
        )
        for code, locale in good.locales.items()
    }
    return Site(assess_plan(plan, as_of=AS_OF), pages, locales, good.renderer)


def translated(good: Site, text: str) -> Site:
    """The site with ``text`` in every translation."""
    catalogue = HostileCatalogue(text)

    def spoken(locale: Locale) -> Locale:
        return replace(locale, interface=catalogue, plan=catalogue)

    locales = {code: spoken(locale) for code, locale in good.locales.items()}
    return Site(good.assessment, good.pages, locales, good.renderer)


def assert_only_text(hostile: str, benign: str) -> None:
    """Both pages have the same elements with the same attributes, and safe addresses."""
    assert hostile.count(MARK) > 10
    ours, theirs = shape_of(hostile), shape_of(benign)
    more, fewer = ours - theirs, theirs - ours
    assert (more, fewer) == ({}, {})
    unsafe = {a for a in targets_of(hostile) if ":" in a and not a.startswith(SAFE)}
    assert not unsafe


@pytest.mark.parametrize("locale", ["en", "ur"])
def test_words_of_data_and_pages_are_text_everywhere(good: Site, root: Path, locale: str) -> None:
    hostile = saying(good, braced=ALL, unbraced=WITHOUT_BRACES)
    benign = saying(good, braced=PLAIN, unbraced=PLAIN)
    assert_only_text(every_block(hostile, locale), every_block(benign, locale))
    shown = 0
    overrides = root / "overrides"
    pages = zip(
        every_page(hostile, locale, overrides), every_page(benign, locale, overrides), strict=True
    )
    for ours, theirs in pages:
        assert_only_text(ours, theirs)
        shown += 1
    assert shown > 20


def test_translations_are_text_everywhere(good: Site, root: Path) -> None:
    text = " ".join((*TEXTS, BRACED[0].replace("{{", "").replace("}}", "")))
    hostile, benign = translated(good, text), translated(good, PLAIN)
    assert_only_text(every_block(hostile, "ur"), every_block(benign, "ur"))
    overrides = root / "overrides"
    for ours, theirs in zip(
        every_page(hostile, "ur", overrides), every_page(benign, "ur", overrides), strict=True
    ):
        assert_only_text(ours, theirs)


def test_feeds_hold_it_as_text(good: Site) -> None:
    hostile = every_file(saying(good, braced=ALL, unbraced=WITHOUT_BRACES), "en")
    benign = every_file(saying(good, braced=PLAIN, unbraced=PLAIN), "en")
    feeds = [path for path in hostile if path.endswith(".xml")]
    assert feeds
    for path in feeds:
        ours, theirs = etree.fromstring(hostile[path]), etree.fromstring(benign[path])
        assert MARK in hostile[path].decode()
        assert [e.tag for e in ours.iter()] == [e.tag for e in theirs.iter()]
        assert [sorted(e.attrib) for e in ours.iter()] == [sorted(e.attrib) for e in theirs.iter()]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_of_the_open_data_is_a_formula(good: Site, sign: str) -> None:
    """Each text begins with a sign that spreadsheets run: every column of every table is tried."""
    formula = f"{sign}HYPERLINK({MARK})"
    files = every_file(saying(good, braced=formula, unbraced=PLAIN), "en")
    guarded = 0
    for path, content in files.items():
        if path.endswith(".csv"):
            table = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
            cells = [cell for row in table for cell in row]
            assert not [cell for cell in cells if cell.startswith(formula)], path
            guarded += sum(cell.startswith(f"'{formula}") for cell in cells)
    assert guarded > 20


def entities() -> Iterator[type[Entity]]:
    """Every entity that is read from a file, with those inside it."""

    def within(annotation: Any) -> Iterator[type[Entity]]:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            assert issubclass(annotation, Entity)
            yield annotation
            for field in annotation.model_fields.values():
                yield from within(field.annotation)
        for argument in get_args(annotation):
            yield from within(argument)

    for described in DESCRIBED.values():
        yield from within(described.entity)
    yield Edition


FIELDS = sorted({(entity, name) for entity in entities() for name in entity.model_fields}, key=str)
NO_WORDS = {("PageMeta", "made_from")}
"""Hashes of the page's own sections: compared, and shown to nobody."""


@pytest.mark.parametrize(
    ("entity", "name"),
    [pytest.param(*field, id=f"{field[0].__name__}.{field[1]}") for field in FIELDS],
)
def test_every_field_refuses_markup(entity: type[Entity], name: str) -> None:
    """Fields of words refuse what could be a tag; all others refuse all of it."""
    field = entity.model_fields[name]
    if (entity.__name__, name) in NO_WORDS:
        return
    words = is_words(whole_type(entity, name))
    adapter: TypeAdapter[Any] = TypeAdapter(entity)
    for text in (*TEXTS, *BRACED):
        for value in (text, [text], {"x": text}):
            try:
                adapter.validate_python({name: value})
            except ValidationError as error:
                told = any(fault["loc"][:1] == (name,) for fault in error.errors())
            else:
                told = False
            assert told or (words and "<" not in text), (text, field.annotation)
