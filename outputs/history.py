"""Keeps the facts of all versions in one table, so that one file answers what was known on a day.

What changed and why is decided in `changes.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from outputs.changes import Delta
from outputs.row_differences import common_columns, differing

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

    opened = _opened(facts_wide, version, at)
    if previous is None or facts_wide_before is None:
        return opened
    ended = _ended(facts_wide_before, facts_wide)
    closes = pc.and_(
        pc.is_null(previous.column("valid_to")), pc.is_in(previous.column("fact_id"), value_set=ended)
    )
    kept, closed = previous.filter(pc.invert(closes)), previous.filter(closes)
    reasons = _reasons(delta)
    why = [reasons.get(fact, "merge_or_split") for fact in closed.column("fact_id").to_pylist()]
    for name, values in (
        ("valid_to", _repeated(at, closed.num_rows)),
        ("to_version", _repeated(version, closed.num_rows)),
        ("ended_because", pa.array(why, pa.string())),
    ):
        closed = closed.set_column(closed.column_names.index(name), name, values)
    still = kept.filter(pc.is_null(kept.column("valid_to"))).column("fact_id").combine_chunks()
    fresh = opened.filter(pc.invert(pc.is_in(opened.column("fact_id"), value_set=still)))
    parts = [_conform(part, opened.schema) for part in (kept, closed, fresh)]
    return pa.concat_tables(parts).sort_by([("fact_id", "ascending"), ("valid_from", "ascending")])


def _ended(before: pyarrow.Table, now: pyarrow.Table) -> pyarrow.Array:
    """Facts whose row is no more, or differs in a column that both versions have."""
    import pyarrow as pa

    pairs = differing(before, now, ("fact_id",), common_columns(before, now))
    numbers = sorted(old for old, _ in pairs if old is not None)
    return before.column("fact_id").take(pa.array(numbers, pa.int64())).combine_chunks()


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
    """The facts as this release tells them, from now on."""
    import pyarrow as pa

    rows, moment = facts_wide.num_rows, pa.timestamp("ms", tz="UTC")
    return pa.table(
        {
            "valid_from": _repeated(at, rows),
            "valid_to": pa.nulls(rows, moment),
            "from_version": _repeated(version, rows),
            "to_version": pa.nulls(rows, pa.string()),
            "ended_because": pa.nulls(rows, pa.string()),
            **{name: facts_wide.column(name) for name in facts_wide.column_names},
        }
    )


def _repeated(value: datetime | str, rows: int) -> pyarrow.Array:
    import pyarrow as pa

    kind = pa.string() if isinstance(value, str) else pa.timestamp("ms", tz="UTC")
    return pa.repeat(pa.scalar(value, kind), rows)


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
