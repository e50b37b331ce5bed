"""What was made in data/ -> datapackage.json: the files, their sizes and their columns, as Frictionless Data has it.

Data Package 1.0 (specs.frictionlessdata.io). There is no date in it: the output knows no clock. No licence is stated:
the texts are their publishers', and the about page says how the archive treats them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dateline import addresses
from dateline.site.tables.schema import WHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.site.shown.parts import Parts
    from dateline.site.tables.made import Made
    from dateline.site.tables.schema import Column, Table


def package(parts: Parts, made: Sequence[Made]) -> bytes:
    """The description of all files that are there already."""
    tables = {f"{file.resource}-{form}": file.table for file in made if file.table for form in ("json", "jsonl")}
    found: dict[str, Any] = {
        "profile": "data-package",
        "name": addresses.slugify(parts.config.title) or "archive",
        "title": parts.config.title,
        "description": parts.config.description,
        "homepage": parts.config.base_url,
        "resources": [_resource(file, file.table or tables.get(file.resource)) for file in made],
    }
    return (
        json.dumps({name: value for name, value in found.items() if value}, ensure_ascii=False, indent=1) + "\n"
    ).encode()


def _resource(file: Made, table: Table | None) -> dict[str, Any]:
    """`table`: the one that the file holds; records of reference managers are none."""
    resource: dict[str, Any] = {
        "profile": "tabular-data-resource" if file.form == "csv" else "data-resource",
        "name": file.resource,
        "path": file.name,
        "description": file.about,
        "format": file.form,
        "mediatype": file.media_type,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    if file.form != "db":
        resource["encoding"] = "utf-8"
    if file.form == "csv":
        resource["rows"] = file.rows
    if file.compressed:
        resource["compression"] = "gz"
    if table:
        resource["schema"] = _schema(table, lists=file.form != "csv")
    return resource


def _schema(table: Table, *, lists: bool) -> dict[str, Any]:
    """Without one, a program guesses what stands in a column of JSON too, and takes `2021-05` for a fault.

    lists: the format has them.
    """
    schema: dict[str, Any] = {"fields": [_field(column, lists=lists) for column in table.columns]}
    if keys := [column.name for column in table.columns if column.key]:
        schema["primaryKey"] = keys
    references = [
        {"fields": column.name, "reference": {"resource": column.refers_to[0], "fields": column.refers_to[1]}}
        for column in table.columns
        if column.refers_to
    ]
    if references:
        schema["foreignKeys"] = references
    return schema


def _field(column: Column, *, lists: bool) -> dict[str, Any]:
    kind = {"list": "array" if lists else "string", "when": "string"}.get(column.type, column.type)
    about = column.about if lists else column.in_cell
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": about}
    constraints: dict[str, Any] = {}
    if column.required or column.key:
        constraints["required"] = True
    if column.type == "when":
        constraints["pattern"] = WHEN
    return field | ({"constraints": constraints} if constraints else {})
