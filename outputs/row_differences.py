"""Finds the rows in which two tables of one key differ. What a difference means is not decided here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow


def common_columns(before: pyarrow.Table, now: pyarrow.Table) -> list[str]:
    """The columns that both tables have in one type, in the order of the later one."""
    types = {field.name: field.type for field in before.schema}
    return [field.name for field in now.schema if types.get(field.name) == field.type]


def differing(
    before: pyarrow.Table, now: pyarrow.Table, key: Sequence[str], columns: Sequence[str]
) -> list[tuple[int | None, int | None]]:
    """(row number before, row number now) of every row that is new, gone, or differs in one of the columns.

    A new row has no number before, one that is gone none now. DuckDB joins the two by their key.
    """
    import duckdb

    on = " AND ".join(f'p."{part}" = n."{part}"' for part in key)
    others = [column for column in columns if column not in key]
    differs = " OR ".join(f'p."{column}" IS DISTINCT FROM n."{column}"' for column in others) or "false"
    lone = f'p."{key[0]}" IS NULL OR n."{key[0]}" IS NULL'
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.register("p_rows", before.append_column("_row", _numbers(before)))
        connection.register("n_rows", now.append_column("_row", _numbers(now)))
        return connection.sql(
            f"SELECT p._row, n._row FROM p_rows p FULL JOIN n_rows n ON {on} WHERE {lone} OR {differs}"
        ).fetchall()


def _numbers(table: pyarrow.Table) -> pyarrow.Array:
    import numpy as np
    import pyarrow as pa

    return pa.array(np.arange(table.num_rows))
