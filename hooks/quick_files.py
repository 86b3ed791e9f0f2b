"""Gives each language's build only the files it can show, so that time grows with the pages.

Upstream looks at every file of every language, and at every file of the theme, once for each
language it builds, and again for each language of each page that is not its own.
"""

from __future__ import annotations

from typing import Any, Protocol, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


class _I18n(Protocol):
    """What is used of the plugin static-i18n."""

    current_language: str
    default_language: str
    build_languages: list[str]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Spare static-i18n the search for each page's other languages."""
    # Only for this build: the plugin is made anew with the configuration.
    cast("Any", _i18n(config)).reconfigure_files_alternates = leave_alternates
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Drop what this language's build has no use for.

    That is every page of a language other than its own and the default one, which it falls back
    to, and every file of the theme: the site's own style and words stand in docs and overrides.
    """
    i18n = _i18n(config)
    others = {*i18n.build_languages} - {i18n.current_language, i18n.default_language}
    for file in list(files):
        of_theme = file.abs_src_path and not file.abs_src_path.startswith(config.docs_dir)
        if of_theme or file.src_uri.partition("/")[0] in others:
            files.remove(file)
    return files


def leave_alternates(*_: object) -> None:
    """In the place of ``ExtendedPlugin.reconfigure_files_alternates`` of static-i18n.

    That one completes ``alternates`` of each file: the same page in every language. Only the
    theme's language menu and the plugin's own sitemap read it; this site's are made from the plan.
    """


def _i18n(config: MkDocsConfig) -> _I18n:
    return cast("_I18n", config.plugins["i18n"])
