"""Gives each template its view."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from crimeplan.l10n.bidi import isolate_runs
from crimeplan.localised import LocalisedFile
from crimeplan.marks import keep_drawn_marks
from crimeplan.render import Speaker
from crimeplan.site import Site
from crimeplan.views.shell import Place

_PREVIEW_HOSTS = ("127.0.0.1", "localhost")


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escape everything that templates show, refuse unknown names, send no idle white space.

    What stands once for all languages, 404.html and sitemap.xml, the source language's build makes.
    """
    site, language = _site(config), config.theme["language"]
    if language != site.source:
        config.theme.static_templates = set()
    Speaker(site.locales[language]).teach(env)
    env.autoescape = True
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """The shell of the page in the language of the build."""
    site = _site(config)
    file = cast("LocalisedFile", page.file)
    locale = site.locales[file.locale_alternate_of]
    place = Place(
        locale=locale,
        page=site.pages[file.locale, file.norm_src_uri],
        previous=_path(page.previous_page) if page.previous_page else None,
        next=_path(page.next_page) if page.next_page else None,
        site_url=config.site_url or "",
        edit_url=page.edit_url or None,
        preview=urlsplit(config.site_url or "").hostname in _PREVIEW_HOSTS,
    )
    return {
        **context,
        "shell": site.shell(place, page.content or ""),
        "whole": site.whole_plan(place, lambda: {_path(p): p.content or "" for p in nav.pages}),
    }


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out marks that are not drawn; keep numbers and Latin names whole from right to left."""
    locale = _site(config).locales[cast("LocalisedFile", page.file).locale_alternate_of]
    output = keep_drawn_marks(output)
    return isolate_runs(output) if locale.dir == "rtl" else output


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """What 404.html and sitemap.xml need.

    404.html is served at any depth, so its links start at the site's path.
    """
    site = _site(config)
    top = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
    views = {"not_found": site.not_found(top), "sitemap": site.sitemap(config.site_url or "")}
    return {**context, **views}


def _path(page: Page) -> str:
    return cast("LocalisedFile", page.file).norm_src_uri


def _site(config: MkDocsConfig) -> Site:
    return cast("Site", config.extra["plan_site"])
