"""Puts the plan's progress into each page where a marker asks for it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the markers in the language of the build, and tell MkDocs of the new anchors."""
    site = config.extra["plan_site"]
    filled = site.fill(html, path=page.file.norm_src_uri, locale=page.file.locale_alternate_of)
    if page.present_anchor_ids is not None:
        page.present_anchor_ids.update(filled.anchors)
    return str(filled.html)
