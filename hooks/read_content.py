"""Reads the plan once a build and hands it to the other hooks in ``config.extra``."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from crimeplan.aligned_tables import AlignedTables
from crimeplan.problems import ContentError
from judged_day import UnknownDayError
from judged_site import judged_site


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read content, pages and words; every problem stops the build before it writes a file."""
    extensions: list[object] = config.markdown_extensions  # type: ignore[assignment]  # names or instances
    if not any(isinstance(extension, AlignedTables) for extension in extensions):
        extensions.append(AlignedTables())
    if "plan_site" in config.extra:  # the same build in its next language, or a preview
        return config
    try:
        config.extra["plan_site"] = judged_site(Path(config.config_file_path).parent)
    except (ContentError, UnknownDayError) as error:
        raise PluginError(str(error)) from None
    return config
