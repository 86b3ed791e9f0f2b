"""What hooks/ replaces or counts on in other people's code is still what it was."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from hashlib import sha256
from types import SimpleNamespace
from typing import Any, cast

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme
from mkdocs_static_i18n.reconfigure import ExtendedPlugin

import quick_files
import shared_templates


@pytest.mark.parametrize(
    ("function", "known", "compare"),
    [
        (
            ExtendedPlugin.reconfigure_files_alternates,
            "6f85e2de7342bca1",
            "quick_files.leave_alternates leaves it out: does anything but `alternates` change?",
        ),
        (
            ExtendedPlugin.reconfigure_files,
            "bc1fd6d19ebffc26",
            (
                "quick_files.on_files drops what it passed over: does it still pass over "
                "pages of other languages than the build's and the default one?"
            ),
        ),
        (
            Theme.get_env,
            "9c26120fb96f9204",
            "shared_templates makes it once a build: does it depend on the language now?",
        ),
        (
            Files.add_files_from_theme,
            "0169dd2b1c22ca13",
            "shared_templates lists no templates to it: does it find files in another way now?",
        ),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_upstream_is_as_it_was(function: Callable[..., Any], known: str, compare: str) -> None:
    found = sha256(inspect.getsource(function).encode()).hexdigest()[:16]
    assert found == known, f"{function.__qualname__} has changed. {compare} Then type {found} here."


def config_of(current: str) -> MkDocsConfig:
    i18n = SimpleNamespace(
        current_language=current, default_language="en", build_languages=["en", "ur", "pl"]
    )
    return cast("MkDocsConfig", SimpleNamespace(docs_dir="/docs", plugins={"i18n": i18n}))


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        ("en", ["en/index.md", "assets/plan.css", "fr/index.md"]),
        ("ur", ["en/index.md", "ur/index.md", "assets/plan.css", "fr/index.md"]),
    ],
)
def test_a_language_is_built_of_its_own_files_and_those_it_falls_back_to(
    current: str, expected: list[str]
) -> None:
    own = ["en/index.md", "pl/index.md", "ur/index.md", "assets/plan.css", "fr/index.md"]
    files = Files(
        [File(path, "/docs", "/site", use_directory_urls=True) for path in own]
        + [File("assets/theme.js", "/theme", "/site", use_directory_urls=True)]
    )
    kept = quick_files.on_files(files, config_of(current))
    assert [file.src_uri for file in kept] == expected, "static-i18n itself judges what is unknown"


def test_languages_share_one_environment_and_builds_do_not() -> None:
    first, second = (MkDocsConfig("mkdocs.yml") for _ in range(2))
    for config in (first, second):
        config.theme = Theme("material")
    for config in (first, second):
        shared_templates.on_config(config)
    shared = first.theme.get_env()
    shared_templates.on_config(first)  # MkDocs calls it once for each language
    assert first.theme.get_env() is shared
    assert second.theme.get_env() is not shared
    assert shared.list_templates() == []
    assert shared.get_template("main.html").name == "main.html"
