"""Completes translated pages, and puts the plan's progress where a marker asks for it."""

from __future__ import annotations

from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from crimeplan.localised import LocalisedFile
from crimeplan.site import Site


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """The page's Markdown as it was read and judged, without its front matter.

    A translated page is in the order of the English, with English where a section is missing.
    """
    site = cast("Site", config.extra["plan_site"])
    file = cast("LocalisedFile", page.file)
    # MkDocs takes a first line such as "Note: …" for front matter, but not below an empty one.
    return "\n" + site.markdown(file.norm_src_uri, file.locale)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the markers in the language of the build, and tell MkDocs of the new anchors."""
    site = cast("Site", config.extra["plan_site"])
    file = cast("LocalisedFile", page.file)
    filled = site.fill(html, path=file.norm_src_uri, locale=file.locale_alternate_of)
    if page.present_anchor_ids is not None:
        page.present_anchor_ids.update(filled.anchors)
    return filled.html
