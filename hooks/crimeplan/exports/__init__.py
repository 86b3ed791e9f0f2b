"""Open data and feeds: from the assessed plan to files, by their paths below the site's top.

This stands above render: words come from templates. It reads nothing and writes nothing; the
same plan, day and address give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ..describe import DESCRIBED, schema_of
from ..l10n import Locale
from ..progress import Assessment
from ..render import Renderer
from ..translation.progress import TranslationProgress
from .csvw import metadata
from .derived import Context
from .document import document
from .encoding import json_bytes
from .feeds import Press, feed_files
from .package import package
from .schema import document_schema
from .site_files import site_files
from .tables import all_tables
from .translations import translations_document
from .wording import word

__all__ = ["FOLDER", "Press", "data_files", "feed_files", "site_files"]

FOLDER = "data/"
"""Where the open data stand, once for all languages."""


def data_files(
    assessment: Assessment,
    locales: Mapping[str, Locale],
    renderer: Renderer,
    translations: Mapping[str, TranslationProgress],
) -> Mapping[str, bytes]:
    """Every file of the open data, by its path below the site's top; the sums come last."""
    wording = word(assessment, locales, renderer)
    tables = all_tables(assessment, wording)
    files = {table.path: table.content() for table in tables}
    files["datapackage.json"] = json_bytes(package(assessment, tables, files, wording))
    files["csv-metadata.json"] = json_bytes(metadata(tables, wording))
    files["plan.json"] = json_bytes(document(Context(assessment, wording)))
    files["translations.json"] = json_bytes(translations_document(translations))
    files["schemas/plan.json"] = json_bytes(document_schema(assessment.plan.place_by_id))
    for name, described in DESCRIBED.items():
        files[f"schemas/content/{name}.json"] = schema_of(described).encode()
    files["SHA256SUMS"] = _sums(files)
    return {FOLDER + path: content for path, content in files.items()}


def _sums(files: Mapping[str, bytes]) -> bytes:
    """As ``sha256sum --check`` reads it, in the folder of the data."""
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode()
