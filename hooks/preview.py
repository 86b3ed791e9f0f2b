"""The site while it is being edited: each file of it made when it is asked for.

A build makes every page of every language, and an editor looks at one. So a preview reads and
checks everything again after each edit, as a build does, but then makes only what is asked for, by
the same steps of MkDocs and the same hooks: what it serves is equal to the byte to a cold build.
What was made is not kept from one reading to the next, but for compiled templates, by their text.
"""

from __future__ import annotations

import logging
import shutil
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

import beside_pages
import pagefind_index
from crimeplan.localised import LocalisedFile
from crimeplan.problems import ContentError
from crimeplan.render import CompiledOnce, Renderer
from crimeplan.site import Site
from judged_day import UnknownDayError
from judged_site import judged_site
from shared_templates import COMPILED

_SETTINGS = "mkdocs.yml"
_OWN = ("overrides", "hooks")
_LOG = logging.getLogger("mkdocs")

Making = Callable[[], None]


class NotMadeError(Exception):
    """A file cannot be made; the text says why."""


@dataclass(frozen=True)
class Workplace:
    """Where a preview reads, writes and is served."""

    root: Path
    """The top of the repository."""
    folder: Path
    """For made files; its content is the preview's alone."""
    address: str
    """Where the site is served, with a slash at its end."""


class LanguageBuild:
    """One language of the site, ready to make any of its pages."""

    def __init__(self, config: MkDocsConfig, language: str) -> None:
        plugins, i18n = config.plugins, cast("Any", config.plugins["i18n"])
        i18n.current_language = language
        i18n.building = True  # static-i18n is not to build the other languages after this one
        self.config = plugins.on_config(config)
        plugins.on_pre_build(config=config)
        env = config.theme.get_env()
        found = get_files(config)
        found.add_files_from_theme(env, config)
        self._files = plugins.on_files(found, config=config)
        set_exclusions(self._files, config)
        nav = get_navigation(self._files, config)
        self._nav = plugins.on_nav(nav, config=config, files=self._files)
        self.env = plugins.on_env(env, config=config, files=self._files)
        self._documents = self._files.documentation_pages()
        self._read: set[str] = set()

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Its pages by their paths below the built site."""
        return {
            file.dest_uri: file.page or Page(None, file, self.config) for file in self._documents
        }

    def make_page(self, page: Page, *, gathers: bool) -> None:
        """Write ``page``; with ``gathers`` it shows the texts of all others."""
        self._populate(page)
        if gathers:
            for other in self._nav.pages:
                self._populate(other)
        _build_page(page, self.config, self._documents, self._nav, self.env)
        for target in page.links_to_anchors or ():
            if target.page is not None:
                self._populate(target.page)
        level = self.config.validation.links.anchors
        page.validate_anchor_links(files=self._files, log_level=level)

    def copy_files(self) -> None:
        """Write the files that are sent as they stand in docs, style and script shortened."""
        self._files.copy_static_files()
        beside_pages.shorten_assets(Path(self.config.site_dir))

    def make_templates(self) -> None:
        """Write 404.html and sitemap.xml, where this is the language that does."""
        for name in self.config.theme.static_templates:
            _build_theme_template(name, self.env, self._files, self.config, self._nav)

    def _populate(self, page: Page) -> None:
        if page.file.src_uri not in self._read:
            _populate_page(page, self.config, self._files)
            self._read.add(page.file.src_uri)


class Reading:
    """The site as it stood when it was read; each file is made once, when it is first asked for."""

    def __init__(self, place: Workplace, folder: Path, site: Site, compiled: CompiledOnce) -> None:
        self.site = site
        self.folder = folder
        self.is_over = False
        """Whether there is a newer one, so that what takes long is not to be made any more."""
        self._place = place
        self._compiled = compiled
        self._builds: dict[str, LanguageBuild] = {}
        self._made: dict[str, tuple[str, ...]] = {}
        """What was made, and what MkDocs warned of meanwhile."""
        self._lock = threading.RLock()

    def file(self, path: str) -> Path | None:
        """The file that stands at ``path`` in the built site; None where there is none.

        Raises NotMadeError.
        """
        if path.startswith("pagefind/"):
            self.everything()
        else:
            self._make(path)
        file = self.folder / path
        return file if file.is_file() else None

    def has_made(self, path: str) -> bool:
        """Whether the page at ``path`` is made already."""
        return path in self._made

    def warnings_of(self, path: str) -> tuple[str, ...]:
        """What MkDocs warned of while it made ``path``: each warning stops a strict build."""
        return (*self._made.get(_start_of(self._language_of(path)), ()), *self._made.get(path, ()))

    def everything(self) -> Path:
        """The folder of the built site, whole. Raises NotMadeError."""
        for language in self.site.locales:
            build = self._build(language)
            for path in build.pages:
                if self.is_over:
                    raise NotMadeError("Something was edited meanwhile.")
                self._make(path)
            for name, make in self._beside(language, build):
                self._once(name, make)
        self._once("search", lambda: pagefind_index.write_search(self.site, self.folder))
        return self.folder

    def _make(self, path: str) -> None:
        language = self._language_of(path)
        build = self._build(language)
        if path in build.pages:
            self._once(path, lambda: self._make_page(build, build.pages[path]))
            return
        for name, make in self._beside(language, build):
            if not (self.folder / path).is_file():
                self._once(name, make)

    def _language_of(self, path: str) -> str:
        first, _, rest = path.partition("/")
        return first if rest and first in self.site.locales else self.site.source

    def _beside(self, language: str, build: LanguageBuild) -> Iterator[tuple[str, Making]]:
        """What stands beside the pages of ``language``, the quickest to make first."""
        yield f"files of {language}", build.copy_files
        yield f"templates of {language}", build.make_templates
        yield f"exports of {language}", lambda: self._export(language)

    def _make_page(self, build: LanguageBuild, page: Page) -> None:
        path = cast("LocalisedFile", page.file).norm_src_uri
        build.make_page(page, gathers=self.site.gathers(path))

    def _export(self, language: str) -> None:
        beside_pages.write_exports(self.site, language, self.folder, self._place.address)
        if language == self.site.source:
            beside_pages.copy_editions(self.site, self._place.root, self.folder)

    def _once(self, name: str, make: Making) -> None:
        with self._lock, _told() as told:
            if name in self._made:
                return
            try:
                make()
            except Exception as error:  # a template may raise anything, and the preview goes on
                raise NotMadeError("\n".join((*told, self._fault(error)))) from error
            self._made[name] = tuple(told)

    def _fault(self, error: Exception) -> str:
        """What happened, and the line of the template or module of ours that it happened in."""
        what = f"{type(error).__name__}: {error}"
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            for folder in _OWN:
                if Path(frame.filename).is_relative_to(self._place.root / folder):
                    file = Path(frame.filename).relative_to(self._place.root).as_posix()
                    return f"{file}, line {frame.lineno}: {what}"
        return what

    def _build(self, language: str) -> LanguageBuild:
        self._once(_start_of(language), lambda: self._start(language))
        return self._builds[language]

    def _start(self, language: str) -> None:
        config = load_config(str(self._place.root / _SETTINGS), site_dir=str(self.folder))
        config.site_url = self._place.address
        config.extra["plan_site"] = self.site
        config.extra[COMPILED] = self._compiled
        self._builds[language] = LanguageBuild(config, language)


class Preview:
    """What is served: the last reading that held together, and what is wrong since."""

    def __init__(self, place: Workplace) -> None:
        self.problems: tuple[str, ...] = ()
        """Why the files as they stand now cannot be a site; empty where they can."""
        self.reading: Reading | None = None
        """None where they never could."""
        self._place = place
        self._count = 0
        self._blocks, self._shells = CompiledOnce(), CompiledOnce()

    def read(self) -> None:
        """Read everything again; problems are kept, not raised."""
        try:
            site = judged_site(self._place.root)
        except ContentError as error:
            self.problems = tuple(map(str, error.problems))
            return
        except UnknownDayError as error:
            self.problems = (str(error),)
            return
        if self.reading is not None:
            self.reading.is_over = True
        self._count += 1
        folder = self._place.folder / str(self._count)
        folder.mkdir(parents=True)
        site = replace(site, renderer=Renderer(self._place.root / "overrides", self._blocks))
        self.reading, self.problems = Reading(self._place, folder, site, self._shells), ()
        # Not the last one: somebody may be reading from it.
        shutil.rmtree(self._place.folder / str(self._count - 2), ignore_errors=True)


def _start_of(language: str) -> str:
    return f"start of {language}"


@contextmanager
def _told() -> Iterator[list[str]]:
    """What MkDocs warns of in this thread meanwhile."""
    told: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.thread == threading.get_ident():
                told.append(record.getMessage())

    handler = Keep(logging.WARNING)
    _LOG.addHandler(handler)
    try:
        yield told
    finally:
        _LOG.removeHandler(handler)
