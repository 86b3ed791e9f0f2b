"""What hooks/ replaces or counts on in other people's code is still what it was."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from hashlib import sha256
from types import SimpleNamespace
from typing import Any, cast

import pytest
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs_static_i18n.plugin import I18n
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
            I18n.on_files,
            "c1e8f9905802ed2c",
            "quick_files.on_post_build takes from it the files of a language: does it keep them?",
        ),
        (
            Theme.get_env,
            "9c26120fb96f9204",
            "shared_templates lets environments share what they compile: do they compile alike?",
        ),
        (
            Files.add_files_from_theme,
            "0169dd2b1c22ca13",
            "shared_templates lists no templates to it: does it find files in another way now?",
        ),
        (
            build.build,
            "c476b64474acfaa2",
            "preview.LanguageBuild takes the same steps, one page at a time: has it all of them?",
        ),
        (
            build._build_page,  # noqa: SLF001 - as above
            "adcdbd14b2361126",
            "preview.LanguageBuild calls it: does it take the same, and write the page?",
        ),
        (
            build._populate_page,  # noqa: SLF001 - as above
            "31a70ea4caef1e12",
            "preview.LanguageBuild calls it: does it take the same, and fill `content`?",
        ),
        (
            I18n.on_post_build,
            "e70db1f72973bb70",
            "preview.LanguageBuild sets `building` and `current_language` as it does: is that all?",
        ),
        (
            LiveReloadServer._serve_request,  # noqa: SLF001 - as above
            "3b1515c96f563d17",
            "serve_site.PreviewServer answers in its place, but for /livereload/.",
        ),
        (
            LiveReloadServer._build_loop,  # noqa: SLF001 - as above
            "0bea1402bb4a41bf",
            "serve_site.PreviewServer wakes it by `_want_rebuild` and ends it by `_shutdown`.",
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


def test_the_text_of_a_page_is_let_go_once_its_language_is_built() -> None:
    config = config_of("ur")
    file, other = (File("ur/index.md", "/docs", "/site", use_directory_urls=True) for _ in range(2))
    for kept in (file, other):
        kept.page = Page(None, kept, MkDocsConfig("mkdocs.yml"))
        kept.page.markdown, kept.page.content = "Text", "<p>Text</p>"
    files = cast("Any", config.plugins["i18n"]).i18n_files_per_language = {
        "ur": [file],
        "pl": [other],
    }
    quick_files.on_post_build(config)
    assert list(files) == ["pl"]
    assert file.page is not None
    assert (file.page.markdown, file.page.content) == (None, None)
    assert other.page is not None
    assert other.page.content == "<p>Text</p>"


def test_languages_share_what_is_compiled_and_builds_do_not() -> None:
    first, second = (MkDocsConfig("mkdocs.yml") for _ in range(2))
    for config in (first, second):
        config.theme = Theme("material")
    for config in (first, second):
        shared_templates.on_config(config)
    english = first.theme.get_env()
    shared_templates.on_config(first)  # MkDocs calls it once for each language
    urdu, another = first.theme.get_env(), second.theme.get_env()
    assert urdu is not english, "what it imports speaks one language"
    assert urdu.bytecode_cache is english.bytecode_cache
    assert another.bytecode_cache is not english.bytecode_cache
    assert english.list_templates() == []
    assert english.get_template("main.html").name == "main.html"
