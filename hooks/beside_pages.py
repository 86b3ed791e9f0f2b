"""What a built site holds besides its pages and the search."""

from __future__ import annotations

import shutil
from pathlib import Path

from crimeplan.site import EDITIONS, Site
from crimeplan.styles import script_as_sent, style_as_sent
from crimeplan.views.editions import FOLDER


def write_exports(site: Site, language: str, folder: Path, site_url: str) -> None:
    """Write the feeds of ``language`` into the built ``folder``, and what stands once."""
    for path, content in site.exports(language, site_url).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def copy_editions(site: Site, root: Path, folder: Path) -> None:
    """Copy the printed plan, where it was made, from ``root`` into the built ``folder``."""
    for edition in site.editions:
        target = folder / FOLDER / edition.file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / EDITIONS / edition.file, target)


def shorten_assets(folder: Path) -> None:
    """Leave out of the style and script in the built ``folder`` what no reader needs."""
    for pattern, as_sent in (("*.css", style_as_sent), ("*.js", script_as_sent)):
        for sent in (folder / "assets").glob(pattern):
            sent.write_text(as_sent(sent.read_text(encoding="utf-8")), encoding="utf-8")
