"""Where a home keeps its things, and how a file gets there whole or not at all.

A home is a local folder or any fsspec URL (`s3://bucket/prefix`). What the files mean is not known here.
"""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from upath import UPath

if TYPE_CHECKING:
    import pyarrow


class HomeUnusable(Exception):
    """The home cannot be read or written; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Home:
    """The root under which one dataset lives."""

    root: UPath

    @classmethod
    def at(cls, location: str | os.PathLike[str]) -> Home:
        """The home at a path or URL; a relative path is taken from the working directory.

        HomeUnusable where no store answers to such a URL.
        """
        try:
            path = UPath(location)
        except ValueError as error:
            raise HomeUnusable(
                f"home {location}: {error}; name a folder or an fsspec URL like s3://bucket/prefix"
            ) from error
        return cls(path.absolute() if is_local(path) else path)

    @property
    def archive(self) -> UPath:
        """Raw captures, append-only."""
        return self.root / "archive"

    @property
    def tables(self) -> UPath:
        """What the stages made: `<table>/<partition>.parquet`."""
        return self.root / "tables"

    @property
    def releases(self) -> UPath:
        """What the public gets, and the pointers to it."""
        return self.root / "releases"

    @property
    def dagster(self) -> UPath:
        """Dagster's own storage (always local: `DAGSTER_HOME`)."""
        return self.root / "dagster"

    def prepare(self) -> None:
        """Make the home's root and prove that it can be written; HomeUnusable where it cannot."""
        probe = self.root / ".writable"
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            write_atomically(probe, b"")
            probe.unlink()
        except Exception as error:  # each kind of store fails in its own way
            raise HomeUnusable(
                f"home {self.root}: cannot be written ({error}); "
                "choose another with --home or KERJASAMA_HOME, or change its permissions"
            ) from error


def is_local(path: UPath) -> bool:
    """Whether a path lies on this machine's file system."""
    return getattr(path, "protocol", "") in ("", "file", "local")


def write_atomically(path: UPath, content: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never a part.

    Locally: a temporary file beside it, flushed to disk, then renamed. On an object store a single
    put is atomic already.
    """
    if not is_local(path):
        path.write_bytes(content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def parquet_bytes(table: pyarrow.Table) -> bytes:
    """A table as Parquet: zstd, statistics and page index, the same bytes for the same rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", write_statistics=True, write_page_index=True)
    return sink.getvalue().to_pybytes()


def write_table(path: UPath, table: pyarrow.Table) -> int:
    """Write a table as Parquet, whole or not at all; the number of bytes written."""
    content = parquet_bytes(table)
    write_atomically(path, content)
    return len(content)


def read_tables(paths: Iterable[UPath], schema: pyarrow.Schema) -> pyarrow.Table:
    """The Parquet files one after another, with exactly the given schema (empty where none is given)."""
    import io

    import pyarrow as pa
    import pyarrow.parquet as pq

    parts = [pq.read_table(io.BytesIO(path.read_bytes())).cast(schema) for path in paths]
    return pa.concat_tables(parts) if parts else schema.empty_table()


class NamedTables(Mapping[str, Any]):
    """Tables by name, each read when it is asked for; which there are is told without reading any."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)

    @abstractmethod
    def __getitem__(self, name: str) -> pyarrow.Table:
        """The table; KeyError where it is none of the names."""

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
