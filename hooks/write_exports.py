"""Writes the open data once, and the feeds of each language, beside the built pages."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig

from crimeplan.site import Site
from crimeplan.styles import without_comments


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files of the language that was built; other languages' files stay."""
    site, language = cast("Site", config.extra["plan_site"]), config.theme["language"]
    for path, content in site.exports(language, config.site_url or "").items():
        file = Path(config.site_dir) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    sheet = Path(config.site_dir) / "assets" / "plan.css"  # each language's build copies it anew
    sheet.write_text(without_comments(sheet.read_text(encoding="utf-8")), encoding="utf-8")
