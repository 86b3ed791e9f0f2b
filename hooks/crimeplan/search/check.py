"""Everyday words that lead to a page name one that is there."""

from __future__ import annotations

from ..model import Findable, Plan
from ..pages import Pages
from ..problems import Problem, Problems, suggest


def check_pages_found(plan: Plan, pages: Pages, problems: Problems) -> None:
    """Add a problem for each row of content_data/search.csv that names no page of the site."""
    known = {path.removesuffix(".md") for _, path in pages}
    for row in plan.search_words:
        if row.kind is Findable.PAGE and row.name not in known:
            problems.add(
                Problem(
                    file="content_data/search.csv",
                    item=row.words[0],
                    what=f"there is no page {row.name!r}",
                    remedy=suggest(
                        row.name, known, otherwise="Type the path of a page that is there"
                    ),
                )
            )
