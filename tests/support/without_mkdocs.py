"""Draws a project's blocks and files where MkDocs and its theme cannot be imported.

``python without_mkdocs.py PROJECT DAY SITE_URL LANGUAGE...`` writes JSON: the blocks of each page,
in the order of the page, by language and then by address; and the hash of each file of open data
and feed, by path. It is what a successor of MkDocs would ask of the package.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crimeplan.site import Site

FRAMEWORK = ("mkdocs", "material", "mkdocs_static_i18n", "mkdocs_get_deps", "materialx")
"""What is not there: MkDocs, the theme and the plugin for languages."""


class Refuse:
    """Finds nothing of the framework, as where it is not installed."""

    def find_spec(self, name: str, *_: object) -> None:
        """Raise ImportError for the framework; leave the rest to others."""
        if name.split(".")[0] in FRAMEWORK:
            raise ImportError(f"{name} is not installed here")


def hashes(site: Site, site_url: str, languages: Sequence[str]) -> dict[str, str]:
    """The SHA-256 of each file that the package writes beside the pages, by path."""
    return {
        path: sha256(content).hexdigest()
        for code in languages
        for path, content in site.exports(code, site_url).items()
    }


def draw(site: Site, languages: Sequence[str]) -> dict[str, dict[str, str]]:
    """The blocks of every page of ``site`` in ``languages``."""
    from crimeplan.l10n.bidi import isolate_runs
    from crimeplan.markers import MARKER

    drawn: dict[str, dict[str, str]] = {code: {} for code in languages}
    for code in languages:
        for source, path in site.pages:
            if source != site.source:
                continue
            spoken = code if (code, path) in site.pages else site.source
            text = site.markdown(path, spoken)
            markers = "\n".join(match[0] for match in MARKER.finditer(text))
            filled = site.fill(markers, path=path, locale=code).html
            right_to_left = site.locales[code].dir == "rtl"
            address = site.pages[source, path].address
            drawn[code][address] = isolate_runs(filled) if right_to_left else filled
    return drawn


if __name__ == "__main__":
    sys.meta_path.insert(0, Refuse())
    from crimeplan.site import load_site

    folder, day, address, *codes = sys.argv[1:]
    loaded = load_site(Path(folder), as_of=date.fromisoformat(day))
    blocks, files = draw(loaded, codes), hashes(loaded, address, codes)
    json.dump({"blocks": blocks, "files": files}, sys.stdout)
    assert not [name for name in sys.modules if name.split(".")[0] in FRAMEWORK]
