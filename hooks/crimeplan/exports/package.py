"""data/datapackage.json: the tables as a Frictionless tabular data package, version 1.

https://specs.frictionlessdata.io/tabular-data-package/
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from ..model import Source
from ..progress import Assessment
from .absence import NOT_PUBLISHED
from .columns import Column, Kind, Table
from .encoding import SEPARATOR, Json
from .wording import Wording

MISSING = ("", NOT_PUBLISHED.value)
"""An empty cell does not apply; the words say that the source gives no value."""
_TYPES: Mapping[Kind, str] = {
    Kind.TEXT: "string",
    Kind.CODE: "string",
    Kind.LIST: "string",
    Kind.NUMBER: "number",
    Kind.COUNT: "integer",
    Kind.DAY: "date",
    Kind.FLAG: "boolean",
}
_DIALECT: Json = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}


def package(
    assessment: Assessment, tables: Sequence[Table], files: Mapping[str, bytes], wording: Wording
) -> Json:
    """The package; ``files`` holds each table's bytes by path, for its size and hash."""
    words = wording.package
    licence = [{key: words["licence"][key] for key in ("name", "title", "path")}]
    sources = assessment.plan.source_by_id
    return {
        "profile": "tabular-data-package",
        "name": "police-and-crime-plan",
        "title": words["title"],
        "description": words["description"],
        "version": assessment.as_of.isoformat(),
        "licenses": licence,
        "sources": [_source(source) for source in sources.values()],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.resource,
                "path": table.path,
                "title": table.title,
                "description": table.description,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(files[table.path]),
                "hash": f"sha256:{hashlib.sha256(files[table.path]).hexdigest()}",
                "dialect": _DIALECT,
                "licenses": licence,
                "sources": [_source(sources[name]) for name in sources_of(table)],
                "schema": _schema(table, wording),
            }
            for table in tables
        ],
    }


def sources_of(table: Table) -> tuple[str, ...]:
    """The ids of the sources that the rows of ``table`` rest on, each once, in their order."""
    columns = [column for column in table.columns if column.refers_to == "sources"]
    return tuple(dict.fromkeys(str(c.cell(row)) for row in table.rows for c in columns))


def code_pattern(column: Column) -> str:
    """What a list of codes looks like, where ``column`` holds one."""
    one = f"({'|'.join(map(re.escape, column.codes))})"
    return f"{one}({SEPARATOR}{one})*"


def _schema(table: Table, wording: Wording) -> Json:
    schema: Json = {
        "fields": [_field(column, wording) for column in table.columns],
        "missingValues": list(MISSING),
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if foreign := [column for column in table.columns if column.refers_to]:
        schema["foreignKeys"] = [
            {
                "fields": [column.name],
                "reference": {"resource": column.refers_to, "fields": ["id"]},
            }
            for column in foreign
        ]
    return schema


def _field(column: Column, wording: Wording) -> Json:
    constraints: Json = {}
    if column.required:
        constraints["required"] = True
    if column.codes and column.kind is Kind.CODE:
        constraints["enum"] = list(column.codes)
    if column.codes and column.kind is Kind.LIST:
        constraints["pattern"] = code_pattern(column)
    field: Json = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "title": wording.labels[column.name],
    }
    if column.meaning:
        field["description"] = column.meaning
    if constraints:
        field["constraints"] = constraints
    return field


def _source(source: Source) -> Json:
    told: Json = {"title": f"{source.publisher}: {source.title}"}
    if source.address:
        told["path"] = source.address
    return told
