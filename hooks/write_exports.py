"""Writes open data, feeds, and what machines ask for at fixed paths, beside the built pages."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig

import beside_pages
from crimeplan.site import Site


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files of the language that was built; other languages' files stay."""
    site, language = cast("Site", config.extra["plan_site"]), config.theme["language"]
    folder = Path(config.site_dir)
    beside_pages.write_exports(site, language, folder, config.site_url or "")
    if language == site.source:
        beside_pages.copy_editions(site, Path(config.config_file_path).parent, folder)
    beside_pages.shorten_assets(folder)  # each language's build copies them anew
