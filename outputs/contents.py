"""Lists every file of a release and has each made: the layout of design section 4 in one place.

How a file is made is each module's; when, and where it goes, is `release.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from outputs import citation, descriptors, readme
from outputs.accuracy import accuracy_file
from outputs.changes import Delta, as_plain
from outputs.explorer import explorer
from outputs.history import FOLLOWED, key_of, no_lines
from outputs.manifest import FileEntry, Manifest, as_json
from outputs.reading import HISTORY_OF, table_path
from outputs.staging import Content
from outputs.standalone import script
from outputs.table_files import write_csv, write_parquet

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a release is made of, before it is files. `tables` are the declared ones, public columns
    only.

    `history` makes the history of a table by its name, when it is written: none is kept beside the others.
    """

    manifest: Manifest
    tables: Mapping[str, pyarrow.Table]
    facts_wide: pyarrow.Table
    tombstones: pyarrow.Table
    history: Callable[[str], pyarrow.Table]
    delta: Delta
    validation: Mapping[str, bytes]
    accuracy: Mapping[str, Any] | None

    @property
    def all_tables(self) -> dict[str, pyarrow.Table]:
        """The declared tables and those that are made of them, without the histories."""
        return {**self.tables, "facts_wide": self.facts_wide, "tombstones": self.tombstones}


class Put(Protocol):
    """Takes a file of the release and tells what it became; `rows` only of tables."""

    def __call__(self, path: str, content: Content, rows: int | None = None) -> FileEntry:
        """Put the file there."""
        ...


@dataclass(frozen=True, slots=True)
class Described:
    """The descriptions of a release by their path, and the columns of every table that they must tell."""

    files: Mapping[str, bytes]
    columns: Mapping[str, Sequence[str]]


def put_release(contents: Contents, put: Put) -> Described:
    """Put every file but the manifest and the sums; the descriptions, for their checker."""
    every = contents.all_tables
    tables = {**every, **{HISTORY_OF + name: no_lines(every[name]) for name in FOLLOWED}}
    data = {entry.path: entry for entry in (*_put_tables(contents, put), *_put_histories(contents, put))}
    _put_changes(contents, put)
    for path, content in contents.validation.items():
        put(f"validation/{path}", content)
    put("accuracy.json", as_json(accuracy_file(contents.accuracy)))
    put("explorer/index.html", explorer(contents.manifest, contents.tables, contents.facts_wide).encode())
    resources = descriptors.resources(tables, data)
    _put_texts(contents, resources, put)
    described = {
        "datapackage.json": as_json(descriptors.datapackage(contents.manifest, resources)),
        "croissant.json": as_json(descriptors.croissant(contents.manifest, resources)),
        "dataset.jsonld": as_json(descriptors.jsonld(contents.manifest, resources)),
    }
    for path, content in described.items():
        put(path, content)
    return Described(described, {name: table.column_names for name, table in tables.items()})


def _put_tables(contents: Contents, put: Put) -> Iterator[FileEntry]:
    for name, table in contents.all_tables.items():
        key = ("table", "row_key") if name == "tombstones" else key_of(name)
        yield put(table_path(name), partial(write_parquet, table, sorted_by=key), table.num_rows)
        if name != "inputs":
            yield put(f"data/{name}.csv", partial(write_csv, table), table.num_rows)


def _put_histories(contents: Contents, put: Put) -> Iterator[FileEntry]:
    """Parquet alone: what stood on a day is asked with a query, and the rows are those of the tables."""
    for name in FOLLOWED:
        path, table = table_path(HISTORY_OF + name), contents.history(name)
        yield put(path, partial(write_parquet, table), table.num_rows)


def _put_changes(contents: Contents, put: Put) -> None:
    for name, delta in contents.delta.tables.items():
        put(f"changes/{name}.parquet", partial(write_parquet, delta.rows), delta.rows.num_rows)
        put(f"changes/{name}.csv", partial(write_csv, delta.rows), delta.rows.num_rows)
    put("changes.json", as_json(as_plain(contents.delta)))


def _put_texts(contents: Contents, resources: list[descriptors.Resource], put: Put) -> None:
    put("CITATION.cff", citation.citation(contents.manifest).encode())
    put("LICENSE.txt", citation.license_text().encode())
    for path, text in readme.readmes(contents.manifest, resources, contents.accuracy).items():
        put(path, text.encode())
    put("verify.py", script().encode())
