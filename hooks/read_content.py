"""Reads the plan once a build and hands it to the other hooks in ``config.extra``."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from crimeplan.aligned_tables import AlignedTables
from crimeplan.problems import ContentError
from crimeplan.site import load_site
from judged_day import find_day


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read content, pages and words; every problem stops the build before it writes a file."""
    if getattr(config.plugins["i18n"], "building", False):  # the same build, in its next language
        return config
    root = Path(config.config_file_path).parent
    try:
        as_of = find_day(root)
    except ValueError as error:
        raise PluginError(str(error)) from None
    # MkDocs stamps sitemap.xml.gz with the time of the build unless it is given one.
    os.environ["SOURCE_DATE_EPOCH"] = str((as_of - date(1970, 1, 1)).days * 86400)
    try:
        config.extra["plan_site"] = load_site(root, as_of=as_of)
    except ContentError as error:
        raise PluginError(str(error)) from None
    config.markdown_extensions.append(AlignedTables())  # type: ignore[arg-type]  # names or instances
    return config
