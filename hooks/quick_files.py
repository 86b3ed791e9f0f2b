"""Gives each language's build only the files it can show, and keeps none of them after it.

Upstream looks at every file of every language, and at every file of the theme, once for each
language it builds, and again for each language of each page that is not its own. It keeps the text
of every page of every language to the end. So time and memory would grow faster than the pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


class _I18n(Protocol):
    """What is used of the plugin static-i18n."""

    current_language: str
    default_language: str
    build_languages: list[str]
    i18n_files_per_language: dict[str, Sequence[File]]


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


def on_post_build(config: MkDocsConfig) -> None:
    """Let go of the text of the pages that were written: only their own build shows them.

    The files themselves stay, because the build of the default language holds them while it waits
    for all others.
    """
    i18n = _i18n(config)
    for file in i18n.i18n_files_per_language.pop(i18n.current_language):
        if file.page is not None:
            file.page.markdown = file.page.content = None


def leave_alternates(*_: object) -> None:
    """In the place of ``ExtendedPlugin.reconfigure_files_alternates`` of static-i18n.

    That one completes ``alternates`` of each file: the same page in every language. Only the
    theme's language menu and the plugin's own sitemap read it; this site's are made from the plan.
    """


def _i18n(config: MkDocsConfig) -> _I18n:
    return cast("_I18n", config.plugins["i18n"])
