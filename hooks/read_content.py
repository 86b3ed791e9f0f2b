"""Reads the plan once a build and hands it to the other hooks in ``config.extra``."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from crimeplan.aligned_tables import AlignedTables
from crimeplan.problems import ContentError
from crimeplan.site import load_site


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read content, pages and words; every problem stops the build before it writes a file."""
    if getattr(config.plugins["i18n"], "building", False):  # the same build, in its next language
        return config
    root = Path(config.config_file_path).parent
    as_of = _as_of(root)
    # MkDocs stamps sitemap.xml.gz with the time of the build unless it is given one.
    os.environ["SOURCE_DATE_EPOCH"] = str((as_of - date(1970, 1, 1)).days * 86400)
    try:
        config.extra["plan_site"] = load_site(root, as_of=as_of)
    except ContentError as error:
        raise PluginError(str(error)) from None
    config.markdown_extensions.append(AlignedTables())  # type: ignore[arg-type]  # names or instances
    return config


def _as_of(root: Path) -> date:
    """The day to judge by: AS_OF where it is set, otherwise the day of the latest commit."""
    typed = os.environ.get("AS_OF", "")
    if not typed:
        command = ["git", "-C", str(root), "log", "-1", "--format=%cs"]
        typed = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise PluginError(
            f"The day to judge by is not known: {typed!r} is not a date. Build in a clone with at "
            "least one commit, or set AS_OF to a day such as 2026-11-22."
        ) from None
