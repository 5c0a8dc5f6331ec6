"""Files of a web archive read in parts over HTTP, as a file system that DuckDB can read Parquet through.

Every request goes through our own client, with its address guard, pace and limits; DuckDB's own HTTP
extension would have to be downloaded and knows none of them.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from fsspec.spec import AbstractBufferedFile, AbstractFileSystem

from kerjasama.capture.client import Client

BLOCK = 1024 * 1024
"""Bytes asked for at once, unless more are needed."""


class RangeFileSystem(AbstractFileSystem):
    """Reads `kerjasama-range://PATH` as parts of `base` + PATH. Read-only, no listing."""

    protocol = "kerjasama-range"
    cachable = False

    def __init__(self, client: Client, base: str, **options: Any):
        super().__init__(**options)
        self._client = client
        self._base = base
        self._sizes: dict[str, int] = {}

    @classmethod
    def _strip_protocol(cls, path: Any) -> Any:
        return str(path).removeprefix(f"{cls.protocol}://").lstrip("/")

    def info(self, path: str, **options: Any) -> dict[str, Any]:
        """Name and size; the size is learned from a one-byte request."""
        name = self._strip_protocol(path)
        if name not in self._sizes:
            self._sizes[name] = self._client.fetch_range(self._base + name, 0, 1)[1]
        return {"name": name, "size": self._sizes[name], "type": "file"}

    def modified(self, path: str) -> datetime:
        """A constant: what a web archive has published does not change."""
        return datetime(2008, 1, 1, tzinfo=UTC)

    def part(self, path: str, start: int, end: int) -> bytes:
        """The bytes [start, end) of a file."""
        return self._client.fetch_range(self._base + self._strip_protocol(path), start, end - start)[0]

    def _open(self, path: str, mode: str = "rb", block_size: int | None = None, **options: Any) -> Any:
        return _RangeFile(self, path, mode, block_size=BLOCK, cache_type="readahead")


class _RangeFile(AbstractBufferedFile):
    def _fetch_range(self, start: int, end: int) -> bytes:
        return self.fs.part(self.path, start, end)
