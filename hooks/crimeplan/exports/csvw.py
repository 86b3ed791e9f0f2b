"""data/csv-metadata.json: the tables as CSV on the Web, with column titles in every language.

https://www.w3.org/TR/tabular-metadata/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .columns import Column, Kind, Table
from .encoding import SEPARATOR, Json
from .package import MISSING
from .wording import Wording

_TYPES: Mapping[Kind, str] = {
    Kind.TEXT: "string",
    Kind.CODE: "string",
    Kind.LIST: "string",
    Kind.NUMBER: "decimal",
    Kind.COUNT: "integer",
    Kind.DAY: "date",
    Kind.FLAG: "boolean",
}


def metadata(tables: Sequence[Table], wording: Wording) -> Json:
    """The group of all tables."""
    words = wording.package
    language = next(iter(wording.locales))
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language}],
        "dc:title": words["title"],
        "dc:description": words["description"],
        "dc:license": {"@id": words["licence"]["path"]},
        "tables": [
            {
                "url": table.path,
                "dc:title": table.title,
                "dc:description": table.description,
                "tableSchema": _schema(table, wording),
            }
            for table in tables
        ],
    }


def _schema(table: Table, wording: Wording) -> Json:
    schema: Json = {"columns": [_column(column, wording) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if foreign := [column for column in table.columns if column.refers_to]:
        schema["foreignKeys"] = [
            {
                "columnReference": [column.name],
                "reference": {"resource": f"{column.refers_to}.csv", "columnReference": ["id"]},
            }
            for column in foreign
        ]
    return schema


def _column(column: Column, wording: Wording) -> Json:
    """``und`` is the name in the file's own first row, which a validator compares."""
    described: Json = {
        "name": column.name,
        "titles": {"und": column.name, **wording.titles(column.name)},
        "datatype": _TYPES[column.kind],
        "required": column.required,
        "null": list(MISSING),
    }
    if column.meaning:
        described["dc:description"] = column.meaning
    if column.kind is Kind.LIST:
        described["separator"] = SEPARATOR
    return described
