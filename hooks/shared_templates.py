"""Lets all languages share one set of templates, so that each is found and compiled once a build.

Upstream makes a new environment for each language it builds, and lists every file of the theme in
it each time, more than ten thousand icons among them.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig


class OwnLoader(FileSystemLoader):
    """Finds templates by their names and tells nobody of others."""

    def list_templates(self) -> list[str]:
        """Nothing: MkDocs would send what is listed, and the site sends no file of the theme."""
        return []


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let the theme make its environment once; a new build has a new theme."""
    theme = config.theme
    if "get_env" in vars(theme):  # the same build, in its next language
        return config
    make = type(theme).get_env

    @cache
    def shared() -> Environment:
        env = make(theme)
        env.loader = OwnLoader(theme.dirs)
        return env

    theme.get_env = shared  # type: ignore[method-assign]  # of this one theme
    return config
