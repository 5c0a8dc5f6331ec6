"""Remembers every row that was ever published and is no more, so that a reference to it is never a riddle.

What changed and why is decided in `changes.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kerjasama.schema import TABLES
from outputs.changes import Delta
from outputs.reasons import BOOKKEEPING

if TYPE_CHECKING:
    import pyarrow


def tombstones(previous: pyarrow.Table | None, delta: Delta, *, version: str, at: datetime) -> pyarrow.Table:
    """Every row that was ever published and is no more: table, key, the version that dropped it, when and
    why.

    A row that comes back loses its stone.
    """
    import pyarrow as pa

    schema = pa.schema(
        [(name, pa.string()) for name in ("table", "row_key", "removed_in", "removed_at", "reason")]
    )
    stones = {
        (row["table"], row["row_key"]): row for row in (previous.to_pylist() if previous is not None else [])
    }
    for name, table in delta.tables.items():
        if name in BOOKKEEPING:
            continue
        for row in table.rows.filter(_is_change(table.rows, "removed", "added")).to_pylist():
            key = "|".join(str(row[part]) for part in TABLES[name].key)
            if row["change"] == "added":
                stones.pop((name, key), None)
            else:
                stones[name, key] = {
                    "table": name,
                    "row_key": key,
                    "removed_in": version,
                    "removed_at": at.isoformat(),
                    "reason": row["reason"],
                }
    return pa.Table.from_pylist([stones[key] for key in sorted(stones)], schema=schema)


def _is_change(rows: pyarrow.Table, *kinds: str) -> pyarrow.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.is_in(rows.column("change"), value_set=pa.array(kinds, pa.string()))
