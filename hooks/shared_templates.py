"""Lets the environments of all languages share their templates: each is compiled once a build.

Upstream makes a new environment for each language it builds, and lists every file of the theme in
it each time, more than ten thousand icons among them.
"""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig

from crimeplan.render import CompiledOnce

COMPILED = "plan_compiled"
"""Where a preview keeps what is compiled from one build to the next, in ``config.extra``."""


class OwnLoader(FileSystemLoader):
    """Finds templates by their names and tells nobody of others."""

    def list_templates(self) -> list[str]:
        """Nothing: MkDocs would send what is listed, and the site sends no file of the theme."""
        return []


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let the theme make environments that share what they compile; a new build has a new theme."""
    theme = config.theme
    if "get_env" in vars(theme):  # the same build, in its next language
        return config
    make = type(theme).get_env
    compiled = config.extra.get(COMPILED) or CompiledOnce()

    def sharing() -> Environment:
        env = make(theme)
        env.loader, env.bytecode_cache = OwnLoader(theme.dirs), compiled
        return env

    theme.get_env = sharing  # type: ignore[method-assign]  # of this one theme
    return config
