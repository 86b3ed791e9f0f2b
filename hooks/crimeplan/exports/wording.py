"""The words of the open data, as the templates in overrides/partials/data say them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..l10n import Locale, Untranslated
from ..progress import Assessment
from ..render import Renderer
from ..views.counted import headline_view
from ..views.evidence import entry_view
from ..views.scope import Links, Scope
from .plain_text import text_of


@dataclass(frozen=True)
class Wording:
    """Words of the source language, and the means to say labels in every other one."""

    labels: Mapping[str, str]
    """What readers call each column, by its name."""
    tables: Mapping[str, Mapping[str, str]]
    """Title and description of each table, by its name."""
    package: Mapping[str, Any]
    """Title, description, licence and how to read what is missing."""
    sentences: Mapping[str, str]
    """What each entry of evidence says, with its figures, by id."""
    headlines: Mapping[str, str]
    """What each measure says, with its figures, by id."""
    locales: Mapping[str, Locale]

    def titles(self, column: str) -> dict[str, str]:
        """The label of ``column`` in every language that has one.

        What a catalogue lacks is left out: English words under another language's tag would lie.
        """
        label = self.labels[column]
        said = {code: locale.interface.text(label) for code, locale in self.locales.items()}
        return {
            code: str(text)
            for code, text in said.items()
            if self.locales[code].source is None or not isinstance(text, Untranslated)
        }


def word(assessment: Assessment, locales: Mapping[str, Locale], renderer: Renderer) -> Wording:
    """The words of all files, from the templates below ``renderer``'s folder."""
    source = next(iter(locales.values()))
    scope = Scope(assessment, source, Links(""))
    plan = assessment.plan

    def said(name: str, view: object = None) -> Any:
        return renderer.render_data(name, source, view)

    def sentences(views: Mapping[str, object]) -> dict[str, str]:
        drawn = said("sentences", views)
        return {key: text_of(html, isolate=False) for key, html in drawn.items()}

    return Wording(
        labels=said("columns"),
        tables=said("tables"),
        package=said("package", {"title": plan.details.title}),
        sentences=sentences({entry.id: entry_view(scope, entry) for entry in assessment.evidence}),
        headlines=sentences(
            {measure.id: headline_view(scope, measure) for measure in plan.measures}
        ),
        locales=locales,
    )
