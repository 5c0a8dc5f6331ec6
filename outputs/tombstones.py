"""Remembers every row that was ever published and is no more, so that a reference to it is never a riddle.

What changed and why is decided in `changes.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kerjasama.schema import TABLES
from outputs.changes import Delta
from outputs.reasons import BOOKKEEPING
from outputs.row_differences import row_names

if TYPE_CHECKING:
    import pyarrow

COLUMNS = ("table", "row_key", "removed_in", "removed_at", "reason")


def tombstones(previous: pyarrow.Table | None, delta: Delta, *, version: str, at: datetime) -> pyarrow.Table:
    """Every row that was ever published and is no more: table, key, the version that dropped it, when and
    why.

    A row that comes back loses its stone.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    schema = pa.schema([(name, pa.string()) for name in COLUMNS])
    standing = schema.empty_table() if previous is None else previous.cast(schema)
    stones = []
    for name, table in delta.tables.items():
        if name in BOOKKEEPING:
            continue
        rows = table.rows.filter(pc.not_equal(table.rows.column("change"), "changed"))
        keys = row_names(rows, TABLES[name].key)
        same_table = pc.equal(standing.column("table"), name)
        moved = pc.and_(same_table, pc.is_in(standing.column("row_key"), value_set=keys))
        standing = standing.filter(pc.invert(moved))
        removed = pc.equal(rows.column("change"), "removed").combine_chunks()
        gone = keys.filter(removed)
        told = {
            "table": pa.repeat(name, len(gone)),
            "row_key": gone,
            "removed_in": pa.repeat(version, len(gone)),
            "removed_at": pa.repeat(at.isoformat(), len(gone)),
            "reason": rows.column("reason").filter(removed),
        }
        stones.append(pa.table(told, schema=schema))
    return pa.concat_tables([standing, *stones]).sort_by([("table", "ascending"), ("row_key", "ascending")])
