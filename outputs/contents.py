"""Lists every file of a release and has each made: the layout of design section 4 in one place.

How a file is made is each module's; when, and where it goes, is `release.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kerjasama.schema import TABLES
from outputs import citation, descriptors, readme
from outputs.accuracy import accuracy_file
from outputs.changes import Delta, as_plain
from outputs.explorer import explorer
from outputs.manifest import Manifest, as_json, sha256
from outputs.reading import table_path
from outputs.standalone import script
from outputs.table_files import csv_bytes, parquet_bytes

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a release is made of, before it is files. `tables` are the declared ones, public columns
    only."""

    manifest: Manifest
    tables: Mapping[str, pyarrow.Table]
    facts_wide: pyarrow.Table
    history: pyarrow.Table
    tombstones: pyarrow.Table
    delta: Delta
    validation: Mapping[str, bytes]
    accuracy: Mapping[str, Any] | None

    @property
    def all_tables(self) -> dict[str, pyarrow.Table]:
        """The declared tables and those that are made of them: facts_wide, history, tombstones."""
        made = {"facts_wide": self.facts_wide, "history": self.history, "tombstones": self.tombstones}
        return {**self.tables, **made}


SORTED_BY = {
    "facts_wide": ("fact_id",),
    "history": ("fact_id", "valid_from"),
    "tombstones": ("table", "row_key"),
}


def release_files(contents: Contents) -> Iterator[tuple[str, bytes, int | None]]:
    """(path, content, rows) of every file but the manifest and the sums; `rows` only of tables."""
    data: dict[str, descriptors.DataFile] = {}
    for path, content, rows in _table_files(contents):
        data[path] = descriptors.DataFile(path, sha256(content), len(content))
        yield path, content, rows
    yield from _change_files(contents)
    for path, content in contents.validation.items():
        yield f"validation/{path}", content, None
    yield "accuracy.json", as_json(accuracy_file(contents.accuracy)), None
    yield (
        "explorer/index.html",
        explorer(contents.manifest, contents.tables, contents.facts_wide).encode(),
        None,
    )
    yield from _descriptors(contents, data)


def _table_files(contents: Contents) -> Iterator[tuple[str, bytes, int | None]]:
    for name, table in contents.all_tables.items():
        key = SORTED_BY[name] if name in SORTED_BY else TABLES[name].key
        yield table_path(name), parquet_bytes(table, key), table.num_rows
        if name != "inputs":
            yield f"data/{name}.csv", csv_bytes(table), table.num_rows


def _change_files(contents: Contents) -> Iterator[tuple[str, bytes, int | None]]:
    for name, delta in contents.delta.tables.items():
        yield f"changes/{name}.parquet", parquet_bytes(delta.rows), delta.rows.num_rows
        yield f"changes/{name}.csv", csv_bytes(delta.rows), delta.rows.num_rows
    yield "changes.json", as_json(as_plain(contents.delta)), None


def _descriptors(
    contents: Contents, data: Mapping[str, descriptors.DataFile]
) -> Iterator[tuple[str, bytes, int | None]]:
    manifest = contents.manifest
    resources = descriptors.resources(contents.all_tables, data)
    yield "datapackage.json", as_json(descriptors.datapackage(manifest, resources)), None
    yield "croissant.json", as_json(descriptors.croissant(manifest, resources)), None
    yield "dataset.jsonld", as_json(descriptors.jsonld(manifest, resources)), None
    yield "CITATION.cff", citation.citation(manifest).encode(), None
    yield "LICENSE.txt", citation.license_text().encode(), None
    for path, text in readme.readmes(contents.manifest, resources, contents.accuracy).items():
        yield path, text.encode(), None
    yield "verify.py", script().encode(), None
