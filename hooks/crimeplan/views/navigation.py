"""Where a reader can go from a page: menu, foot, the way up, the pages before and after."""

from __future__ import annotations

from dataclasses import dataclass

from ..l10n import Text
from ..pages import Page, Pages, page_address
from .scope import Scope

MENU = (
    "priorities/index.md",
    "progress/index.md",
    "measures/index.md",
    "inspections/index.md",
    "help/index.md",
    "policing.md",
    "about.md",
    "a-to-z.md",
)
"""The pages of the main menu; its words are in the templates."""


FOOT = (
    "about.md",
    "whole-plan.md",
    "progress/searched.md",
    "open-questions.md",
    "corrections.md",
    "glossary.md",
    "languages.md",
    "accessibility.md",
    "privacy.md",
    "contact.md",
    "data/index.md",
)


@dataclass(frozen=True)
class PageLink:
    """A page to go to. ``key`` names its words in the templates; ``title`` is used without one."""

    url: str
    key: str = ""
    title: Text | None = None
    ref: str = ""
    current: bool = False
    """Whether the reader is on this page or below it."""
    exact: bool = False
    """Whether the reader is on this very page."""


class Titles:
    """The titles of pages in one language, or in English and marked as such."""

    def __init__(self, scope: Scope, pages: Pages) -> None:
        self._scope, self._pages = scope, pages
        self._source = scope.assessment.plan.languages[0].code

    def of(self, path: str) -> Text:
        """The title of the page at ``path``."""
        locale = self._scope.locale
        page = self._pages.get((locale.code, path)) or self._pages[self._source, path]
        for kind, subject in (
            ("deliverable", page.part),
            ("priority", page.priority),
            ("measure", page.measure),
            ("inspection", page.inspection),
        ):
            if subject is not None:
                return locale.data(f"{kind}.title", subject.title)
        title = page.meta.title or page.path
        if page.language != locale.code:
            return locale.data("page.title", title)
        return Text(title)

    def printed(self, path: str) -> str:
        """The title as the plan printed it, in English."""
        page = self._pages[self._source, path]
        if page.part:
            return page.part.title
        return page.priority.title if page.priority else page.meta.title or ""

    def ref(self, path: str) -> str:
        """The number of a priority or part; nothing for other pages."""
        page = self._pages[self._source, path]
        if page.part:
            return page.part.id
        return str(page.priority.number) if page.priority else ""

    def has(self, path: str) -> bool:
        """Whether there is such a page."""
        return (self._source, path) in self._pages

    def url(self, path: str) -> str:
        """The way to the page at ``path``."""
        return self._scope.links.page(page_address(path)) or "./"

    def link(self, path: str) -> PageLink:
        """The page at ``path``, with its title and number."""
        return PageLink(self.url(path), title=self.of(path), ref=self.ref(path))


def crumbs(titles: Titles, page: Page) -> tuple[PageLink, ...]:
    """From home to the page's parent: the index pages of the folders above it."""
    if page.path == "index.md":
        return ()
    folders = page.path.split("/")[:-1]
    paths = ["/".join([*folders[:depth], "index.md"]) for depth in range(1, len(folders) + 1)]
    return tuple(titles.link(path) for path in ("index.md", *paths) if path != page.path)


def menu_links(titles: Titles, page: Page) -> tuple[PageLink, ...]:
    """The main menu; a page below one of its folders marks that folder.

    Pages that do not exist are left out.
    """
    return tuple(
        PageLink(
            titles.url(path),
            key=path,
            current=page.path == path or _is_below(page.path, path),
            exact=page.path == path,
        )
        for path in MENU
        if titles.has(path)
    )


def _is_below(path: str, index: str) -> bool:
    return index.endswith("/index.md") and path.startswith(index.removesuffix("index.md"))


def foot_links(titles: Titles, page: Page) -> tuple[PageLink, ...]:
    """The links at the foot; pages that do not exist are left out."""
    return tuple(
        PageLink(titles.url(path), title=titles.of(path), current=page.path == path)
        for path in FOOT
        if titles.has(path)
    )
