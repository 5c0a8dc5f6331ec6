"""Keeps the facts of all versions in one table, so that one file answers what was known on a day.

What changed and why is decided in `changes.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from outputs.changes import Delta

if TYPE_CHECKING:
    import pyarrow

COLUMNS = {
    "valid_from": "time of the release that first told it so, UTC",
    "valid_to": "time of the release that told it otherwise or no more, UTC; empty while it stands",
    "from_version": "that first release",
    "to_version": "that later release",
    "ended_because": "why it ended: one of the reasons of the changes",
}
"""What the history adds to a row of `facts_wide`. On a day: valid_from <= day, and valid_to empty or later.
"""


def history(
    previous: pyarrow.Table | None,
    facts_wide_before: pyarrow.Table | None,
    facts_wide: pyarrow.Table,
    delta: Delta,
    *,
    version: str,
    at: datetime,
) -> pyarrow.Table:
    """The history after this release: `previous` with what ended closed, and what is new opened.

    A fact has one row for each way in which it was ever told; two rows of one fact never overlap in time.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if previous is None or facts_wide_before is None:
        return _ordered(_opened(facts_wide, version, at))
    ended = _ended(facts_wide_before, facts_wide)
    reasons = _reasons(delta)
    standing = pc.is_null(previous.column("valid_to"))
    closes = pc.and_(
        standing, pc.is_in(previous.column("fact_id"), value_set=pa.array(sorted(ended), pa.string()))
    )
    closed = previous.filter(closes)
    closed = _replaced(closed, "valid_to", pa.array([at] * closed.num_rows, pa.timestamp("ms", tz="UTC")))
    closed = _replaced(closed, "to_version", pa.array([version] * closed.num_rows, pa.string()))
    why = [reasons.get(fact, "merge_or_split") for fact in closed.column("fact_id").to_pylist()]
    closed = _replaced(closed, "ended_because", pa.array(why, pa.string()))
    kept = previous.filter(pc.invert(closes))
    still = set(kept.filter(pc.is_null(kept.column("valid_to"))).column("fact_id").to_pylist())
    fresh = facts_wide.filter(
        pa.array([fact not in still for fact in facts_wide.column("fact_id").to_pylist()], pa.bool_())
    )
    schema = _opened(facts_wide, version, at).schema
    parts = [_conform(part, schema) for part in (kept, closed, _opened(fresh, version, at))]
    return _ordered(pa.concat_tables(parts))


def _ended(before: pyarrow.Table, now: pyarrow.Table) -> set[str]:
    """Facts whose row is no more, or differs in a column that both versions have."""
    common = [name for name in now.column_names if name in before.column_names]
    rows_now = {row["fact_id"]: row for row in now.select(common).to_pylist()}
    return {
        row["fact_id"] for row in before.select(common).to_pylist() if rows_now.get(row["fact_id"]) != row
    }


def _reasons(delta: Delta) -> dict[str, str]:
    """The reason of each fact that changed: its own row's, or else that of what is joined to it."""
    found: dict[str, str] = {}
    for name in ("participants", "facts"):
        if name in delta.tables:
            rows = delta.tables[name].rows
            found.update(
                zip(rows.column("fact_id").to_pylist(), rows.column("reason").to_pylist(), strict=True)
            )
    return found


def _opened(facts_wide: pyarrow.Table, version: str, at: datetime) -> pyarrow.Table:
    import pyarrow as pa

    rows, moment = facts_wide.num_rows, pa.timestamp("ms", tz="UTC")
    columns: list[tuple[str, Any]] = [
        ("valid_from", pa.array([at] * rows, moment)),
        ("valid_to", pa.nulls(rows, moment)),
        ("from_version", pa.array([version] * rows, pa.string())),
        ("to_version", pa.nulls(rows, pa.string())),
        ("ended_because", pa.nulls(rows, pa.string())),
    ]
    for name in facts_wide.column_names:
        columns.append((name, facts_wide.column(name)))
    return pa.table(dict(columns))


def _replaced(table: pyarrow.Table, name: str, values: pyarrow.Array) -> pyarrow.Table:
    return table.set_column(table.column_names.index(name), name, values)


def _conform(table: pyarrow.Table, schema: pyarrow.Schema) -> pyarrow.Table:
    """The table with exactly these columns: what it lacks is empty, what is no longer declared is left
    out."""
    import pyarrow as pa

    columns = [
        table.column(field.name).cast(field.type)
        if field.name in table.column_names
        else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)


def _ordered(table: pyarrow.Table) -> pyarrow.Table:
    return table.sort_by([("fact_id", "ascending"), ("valid_from", "ascending")]).combine_chunks()
