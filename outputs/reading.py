"""Reads a release that is already there: its manifest and its tables. Nothing is judged here; that is
`verify.py`'s."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from upath import UPath

from kerjasama.schema import PUBLISHED
from kerjasama.storage import NamedTables
from outputs.manifest import MANIFEST, Manifest

if TYPE_CHECKING:
    import pyarrow


HISTORY_OF = "history_"
"""With the name of a table: the name of its history among the tables of a release."""


class NoRelease(Exception):
    """What was named is no release; the message says where and what is missing."""


def table_path(name: str) -> str:
    """Where a table lies within a release, as Parquet."""
    if name == "inputs":
        return "inputs.parquet"
    followed = name.removeprefix(HISTORY_OF)
    return f"data/{name}.parquet" if followed == name else f"history/{followed}.parquet"


def read_manifest(release: UPath) -> Manifest:
    """The manifest of a release; NoRelease where there is none or it cannot be read."""
    path = release / MANIFEST
    try:
        return Manifest.from_json(path.read_bytes())
    except FileNotFoundError as error:
        raise NoRelease(f"{release}: no {MANIFEST} there; name a folder like releases/2024.05.20") from error
    except (ValueError, KeyError) as error:
        raise NoRelease(f"{path}: not a manifest of this dataset ({error!r})") from error


def read_table(release: UPath, name: str, columns: Sequence[str] | None = None) -> pyarrow.Table | None:
    """A table of a release by its name, or some columns of it; None where the release has no such table."""
    import pyarrow.parquet as pq

    path = release / table_path(name)
    if not path.exists():
        return None
    return pq.read_table(io.BytesIO(path.read_bytes()), columns=None if columns is None else list(columns))


class StoredTables(NamedTables):
    """The declared tables that a release holds, each read anew whenever it is asked for: none stays in
    memory."""

    def __init__(self, release: UPath) -> None:
        super().__init__(name for name in PUBLISHED if (release / table_path(name)).exists())
        self._release = release

    def __getitem__(self, name: str) -> pyarrow.Table:
        return self.part(name)

    def part(self, name: str, columns: Sequence[str] | None = None) -> pyarrow.Table:
        """A table, or some columns of it; KeyError where the release has no such table."""
        table = read_table(self._release, name, columns) if name in self._names else None
        if table is None:
            raise KeyError(name)
        return table


def part(tables: Mapping[str, pyarrow.Table], name: str, columns: Sequence[str]) -> pyarrow.Table:
    """Some columns of one of the tables; where these lie in a release, no other is read."""
    return tables.part(name, columns) if isinstance(tables, StoredTables) else tables[name].select(columns)


def read_tables(release: UPath) -> dict[str, pyarrow.Table]:
    """All declared tables that the release holds."""
    return dict(StoredTables(release))
