"""Draws single blocks of a small plan, for tests to look at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxml import html

from crimeplan.blocks import BLOCKS
from crimeplan.model import Edition, Plan
from crimeplan.progress import assess_plan
from crimeplan.render import Renderer
from crimeplan.site import load_locales
from crimeplan.views.scope import Links, Scope
from samples import sample_plan

AS_OF = date(2026, 11, 22)
WRITTEN = frozenset({"inspections/2016-effectiveness/"})


def edition_of(language: str) -> tuple[Edition, ...]:
    """One file of the whole plan."""
    file = f"whole-plan.{language}.pdf"
    return (
        Edition(
            language=language, large_print=False, file=file, bytes=1_240_000, pages=157, as_of=AS_OF
        ),
    )


class Draw:
    """Draws blocks with the templates of ``root``; changed samples are written to ``folder``."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder = root, folder

    def __call__(
        self,
        name: str,
        *arguments: str,
        language: str = "en",
        plan: Plan | None = None,
        changes: dict[str, str] | None = None,
    ) -> html.HtmlElement:
        """The block ``name`` of the sample plan, of a changed one, or of ``plan``."""
        content = plan or sample_plan(self.folder, **(changes or {}))
        locale = load_locales(self.root, content)[language]
        assessment = assess_plan(content, as_of=AS_OF)
        scope = Scope(
            assessment, locale, Links("../", "../"), WRITTEN, editions=edition_of(language)
        )
        view = BLOCKS[name].view(scope, *arguments)
        rendered = Renderer(self.root / "overrides").render_block(name, view, locale)
        return html.fromstring(rendered.html)
