"""The Markdown pages: what their front matter says, what they are about, what is wrong in them."""

from .load import load_pages
from .page import Page, PageMeta, Pages, page_address
from .subject import touches_danger

__all__ = ["Page", "PageMeta", "Pages", "load_pages", "page_address", "touches_danger"]
