"""Completes translated pages, and puts the plan's progress where a marker asks for it."""

from __future__ import annotations

from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from crimeplan.localised import LocalisedFile
from crimeplan.site import Site


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A translated page in the order of the English, with English where a section is missing."""
    site = cast("Site", config.extra["plan_site"])
    file = cast("LocalisedFile", page.file)
    return site.markdown(file.norm_src_uri, file.locale) or markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the markers in the language of the build, and tell MkDocs of the new anchors."""
    site = cast("Site", config.extra["plan_site"])
    file = cast("LocalisedFile", page.file)
    filled = site.fill(html, path=file.norm_src_uri, locale=file.locale_alternate_of)
    if page.present_anchor_ids is not None:
        page.present_anchor_ids.update(filled.anchors)
    return filled.html
