"""Indexes the finished site for the search, once the last language is built."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

import pagefind_index
from crimeplan.site import Site

_LOG = logging.getLogger("crimeplan.search")  # not below mkdocs: a site without search still builds


def on_post_build(config: MkDocsConfig) -> None:
    """Write pagefind/ beside the pages, or say what keeps it from being written."""
    site = cast("Site", config.extra["plan_site"])
    if config.theme["language"] != list(site.locales)[-1]:
        return
    try:
        pagefind_index.write_search(site, Path(config.site_dir))
    except pagefind_index.PagefindMissingError as error:
        _LOG.warning("%s", error)
    except pagefind_index.PagefindFailedError as error:
        raise PluginError(str(error)) from None
