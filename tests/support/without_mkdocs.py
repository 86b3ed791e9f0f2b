"""Draws every block of a project's pages where MkDocs and its theme cannot be imported.

``python without_mkdocs.py PROJECT DAY LANGUAGE...`` writes the blocks of each page, in the order of
the page, as JSON: by language, then by address. It is what a successor of MkDocs would have to do.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

FRAMEWORK = ("mkdocs", "material", "mkdocs_static_i18n", "mkdocs_get_deps", "materialx")
"""What is not there: MkDocs, the theme and the plugin for languages."""


class Refuse:
    """Finds nothing of the framework, as where it is not installed."""

    def find_spec(self, name: str, *_: object) -> None:
        """Raise ImportError for the framework; leave the rest to others."""
        if name.split(".")[0] in FRAMEWORK:
            raise ImportError(f"{name} is not installed here")


def draw(project: Path, as_of: date, languages: Sequence[str]) -> dict[str, dict[str, str]]:
    """The blocks of every page of ``project`` in ``languages``, by the package alone."""
    from crimeplan.l10n.bidi import isolate_runs
    from crimeplan.markers import MARKER
    from crimeplan.site import load_site

    site = load_site(project, as_of=as_of)
    drawn: dict[str, dict[str, str]] = {code: {} for code in languages}
    for code in languages:
        for source, path in site.pages:
            if source != site.source:
                continue
            spoken = code if (code, path) in site.pages else site.source
            written = (project / "docs" / spoken / path).read_text(encoding="utf-8")
            text = site.markdown(path, spoken) or written
            markers = "\n".join(match[0] for match in MARKER.finditer(text))
            filled = site.fill(markers, path=path, locale=code).html
            right_to_left = site.locales[code].dir == "rtl"
            address = site.pages[source, path].address
            drawn[code][address] = isolate_runs(filled) if right_to_left else filled
    return drawn


if __name__ == "__main__":
    sys.meta_path.insert(0, Refuse())
    folder, day, *codes = sys.argv[1:]
    json.dump(draw(Path(folder), date.fromisoformat(day), codes), sys.stdout)
    assert not [name for name in sys.modules if name.split(".")[0] in FRAMEWORK]
