"""Writes open data, feeds, and what machines ask for at fixed paths, beside the built pages."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig

from crimeplan.site import EDITIONS, Site
from crimeplan.styles import script_as_sent, style_as_sent
from crimeplan.views.editions import FOLDER


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files of the language that was built; other languages' files stay."""
    site, language = cast("Site", config.extra["plan_site"]), config.theme["language"]
    for path, content in site.exports(language, config.site_url or "").items():
        file = Path(config.site_dir) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if language == site.source:
        for edition in site.editions:
            made = Path(config.config_file_path).parent / EDITIONS / edition.file
            target = Path(config.site_dir) / FOLDER / edition.file
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(made, target)
    assets = Path(config.site_dir) / "assets"  # each language's build copies them anew
    for pattern, as_sent in (("*.css", style_as_sent), ("*.js", script_as_sent)):
        for sent in assets.glob(pattern):
            sent.write_text(as_sent(sent.read_text(encoding="utf-8")), encoding="utf-8")
