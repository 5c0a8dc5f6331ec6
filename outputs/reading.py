"""Reads a release that is already there: its manifest and its tables. Nothing is judged here; that is
`verify.py`'s."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from upath import UPath

from kerjasama.schema import PUBLISHED
from outputs.manifest import MANIFEST, Manifest

if TYPE_CHECKING:
    import pyarrow


class NoRelease(Exception):
    """What was named is no release; the message says where and what is missing."""


def table_path(name: str) -> str:
    """Where a table lies within a release, as Parquet."""
    return "inputs.parquet" if name == "inputs" else f"data/{name}.parquet"


def read_manifest(release: UPath) -> Manifest:
    """The manifest of a release; NoRelease where there is none or it cannot be read."""
    path = release / MANIFEST
    try:
        return Manifest.from_json(path.read_bytes())
    except FileNotFoundError as error:
        raise NoRelease(f"{release}: no {MANIFEST} there; name a folder like releases/2024.05.20") from error
    except (ValueError, KeyError) as error:
        raise NoRelease(f"{path}: not a manifest of this dataset ({error!r})") from error


def read_table(release: UPath, name: str) -> pyarrow.Table | None:
    """A table of a release by its name; None where the release has no such table."""
    import pyarrow.parquet as pq

    path = release / table_path(name)
    return pq.read_table(io.BytesIO(path.read_bytes())) if path.exists() else None


def read_tables(release: UPath) -> dict[str, pyarrow.Table]:
    """All declared tables that the release holds."""
    found = {name: read_table(release, name) for name in PUBLISHED}
    return {name: table for name, table in found.items() if table is not None}
