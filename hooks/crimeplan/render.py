"""Views to HTML, by the templates in overrides/partials/plan. Nothing else makes HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from .l10n import Catalogue, Locale, Text, Untranslated

_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True)
class Rendered:
    """A block's HTML, and the ids that links may point to."""

    html: str
    anchors: tuple[str, ...]


class Speaker:
    """The functions by which a template speaks one language.

    What a catalogue lacks comes out in English, marked with its own lang and dir. Translations
    are text: they are escaped like everything else.
    """

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._source = locale.source or locale

    def teach(self, environment: Environment) -> None:
        """Let every template of ``environment`` speak this language, those it imports too.

        Jinja runs an imported template once for all that import it, so its language is that of its
        environment: each language has one of its own.
        """
        environment.globals |= {
            "_": self.text,
            "ngettext": self.plural,
            "plain": self.plain,
            "words": self.words,
            "words_in": self.text_in,
            "num": self.number,
            "lang": self._locale.code,
            "dir": self._locale.dir,
        }

    def text(self, message: str, **values: object) -> Markup:
        """``message`` in this language; values are escaped and put in by name."""
        return (
            self._marked(self._locale.interface.text(message), values)
            if values
            else self._said(message)
        )

    @cached_property
    def _said(self) -> Callable[[str], Markup]:
        """The same words stand on many pages: each is looked up once."""
        return cache(lambda message: self._marked(self._locale.interface.text(message), {}))

    def plural(self, singular: str, plural: str, count: int, **values: object) -> Markup:
        """The form for ``count``, which stands in the text as %(n)s."""
        return (
            self._form(singular, plural, count, **values)
            if values
            else self._counted(singular, plural, count)
        )

    @cached_property
    def _counted(self) -> Callable[[str, str, int], Markup]:
        """As for words: the same few counts stand on many pages."""
        return cache(self._form)

    def _form(self, singular: str, plural: str, count: int, **values: object) -> Markup:
        text = self._locale.interface.plural(singular, plural, count)
        return self._marked(text, {"n": self.number(count), **values})

    def plain(self, message: str, **values: object) -> str:
        """``message`` without markup, for attributes and titles."""
        text = self._locale.interface.text(message)
        return text % {key: str(value) for key, value in values.items()} if values else text

    def words(self, text: Text) -> Markup:
        """Words from the data, marked where they are in English because this language has none."""
        return (
            escape(text.value) if text.lang is None else _foreign(text.lang, text.dir, text.value)
        )

    def text_in(self, code: str, message: str, **values: object) -> Markup:
        """``message`` in the language ``code``: this one, or the source language."""
        catalogue: Catalogue = (
            self._locale if code == self._locale.code else self._source
        ).interface
        return _format(catalogue.text(message), values)

    def number(self, value: int | Decimal) -> Markup:
        """A count, isolated so that no direction turns it round."""
        return Markup("<bdi>{}</bdi>").format(self._locale.formats.number(value))

    def _marked(self, text: str, values: Mapping[str, object]) -> Markup:
        formatted = _format(text, values)
        if isinstance(text, Untranslated) and self._locale.source is not None:
            return _foreign(self._source.code, self._source.dir, formatted)
        return formatted


def _foreign(lang: str, direction: str | None, words: str) -> Markup:
    return Markup('<span lang="{}" dir="{}">{}</span>').format(lang, direction, words)


def _format(text: str, values: Mapping[str, object]) -> Markup:
    safe = escape(text)
    return safe % values if values else safe


class CompiledOnce(BytecodeCache):
    """Lets environments that compile alike share what they compile."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give ``bucket`` the code of its very source, if that was compiled before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of ``bucket``."""
        self._code[bucket.key, bucket.checksum] = bucket.code


class _OneLanguage(Environment):
    """Gives all its templates the same globals, as they are: none has any of its own.

    Jinja lays an empty mapping over them, and looks through both, key by key, whenever a template
    is drawn or imported.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of this environment; ``d`` is what Jinja's own loaders never give."""
        return {**self.globals, **d} if d else self.globals


class Renderer:
    """Draws blocks from the templates below ``overrides``; an unknown name is an error."""

    def __init__(self, overrides: Path, compiled: CompiledOnce | None = None) -> None:
        """Templates that ``compiled`` holds are not compiled again."""
        self._environment = _OneLanguage(
            loader=FileSystemLoader(overrides),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # what is edited in the middle of a build waits for the next
            bytecode_cache=compiled or CompiledOnce(),
        )
        self._speaking: dict[Locale, Environment] = {}

    def render_block(self, name: str, view: object, locale: Locale) -> Rendered:
        """The block ``name`` showing ``view`` in ``locale``."""
        html = self.render_file(f"partials/plan/{name}.html", locale, view)
        return Rendered(html, tuple(_ID.findall(html)))

    def render_data(self, name: str, locale: Locale, view: object = None) -> Any:
        """Words for files of data: the JSON that the template partials/data/``name`` draws."""
        return json.loads(self.render_file(f"partials/data/{name}.html", locale, view))

    def render_file(self, path: str, locale: Locale, view: object) -> str:
        """What the template at ``path`` draws of ``view`` in ``locale``."""
        return self._environment_of(locale).get_template(path).render(view=view).strip()

    def _environment_of(self, locale: Locale) -> Environment:
        if locale not in self._speaking:
            speaking = self._environment.overlay()
            speaking.globals = {}  # Jinja copies them for each file it draws, and none is used
            Speaker(locale).teach(speaking)
            self._speaking[locale] = speaking
        return self._speaking[locale]
