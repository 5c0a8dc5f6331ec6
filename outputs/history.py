"""Keeps the rows of all versions of a table in one table, so that one file answers what was known on a day.

What changed and why is decided in `changes.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kerjasama.schema import PUBLISHED, TABLES
from outputs.changes import Delta, different_rows
from outputs.reasons import BOOKKEEPING
from outputs.row_differences import column_or_nothing, row_names

if TYPE_CHECKING:
    import pyarrow

COLUMNS = {
    "valid_from": "time of the release that first told it so, UTC",
    "valid_to": "time of the release that told it otherwise or no more, UTC; empty while it stands",
    "from_version": "that first release",
    "to_version": "that later release",
    "ended_because": "why it ended: one of the reasons of the changes",
}
"""What a history adds to the columns of its table. On a day: valid_from <= day, and valid_to empty or later.
"""

WIDE = "facts_wide"
FOLLOWED = (*(name for name in PUBLISHED if name not in BOOKKEEPING), WIDE)
"""Tables that have a history. Rows of `coverage` and `inputs` tell of one day of capture themselves."""


def key_of(name: str) -> tuple[str, ...]:
    """The columns that name a row of a followed table."""
    return ("fact_id",) if name == WIDE else TABLES[name].key


def history(
    previous: pyarrow.Table | None,
    table: pyarrow.Table,
    name: str,
    delta: Delta,
    *,
    version: str,
    at: datetime,
) -> pyarrow.Table:
    """The history of a table after this release: `previous` with what ended closed, what is new opened.

    A row has as many lines as it was ever told in different ways; no two of them overlap in time. Its
    columns are those of `table`: what an earlier version did not tell is empty, what is no longer declared
    left out. Lines stand in the order in which they were told, so that none is moved.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    opened = _opened(table, version, at)
    if previous is None or delta.first:
        return opened
    key, known = key_of(name), _conform(previous, opened.schema)
    rows = _wide_changes(known, table, delta) if name == WIDE else delta.tables[name].rows
    if not rows.num_rows:
        return known
    ended = rows.filter(pc.not_equal(rows.column("change"), "added"))
    fresh = rows.filter(pc.not_equal(rows.column("change"), "removed"))
    closed = _closed(known, ended, key, version, at)
    added = opened.filter(pc.is_in(row_names(table, key), value_set=row_names(fresh, key)))
    return pa.concat_tables([closed, added])


def no_lines(like: pyarrow.Table) -> pyarrow.Table:
    """The empty history of a table."""
    return _opened(like.schema.empty_table(), "", datetime.min.replace(tzinfo=UTC))


def _closed(
    known: pyarrow.Table, ended: pyarrow.Table, key: Sequence[str], version: str, at: datetime
) -> pyarrow.Table:
    """The history with the standing lines of those rows ended by this version, for the rows' reasons."""
    import pyarrow.compute as pc

    places = pc.index_in(row_names(known, key), value_set=row_names(ended, key))
    places = pc.if_else(known.column("valid_to").is_null().combine_chunks(), places, None)
    reasons = ended.column("reason").combine_chunks().take(places)
    told: tuple[tuple[str, Any], ...] = (
        ("valid_to", at),
        ("to_version", version),
        ("ended_because", reasons),
    )
    for name, value in told:
        number, column = known.column_names.index(name), known.column(name).combine_chunks()
        new = pc.if_else(places.is_valid(), _scalar(value), column)
        known = known.set_column(number, known.schema.field(number), new)
    return known


def _wide_changes(known: pyarrow.Table, wide: pyarrow.Table, delta: Delta) -> pyarrow.Table:
    """How `facts_wide` differs from what its history says stands, with reasons.

    A row of it joins several tables: it differs for the reason of its fact, else of one of its parties, else
    for what became of its article.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    assert delta.reasons is not None
    stands = known.column("valid_to").is_null()
    standing = known.select(wide.column_names)
    if not pc.all(stands).as_py():
        standing = standing.filter(stands)
    rows = different_rows(standing, wide, ("fact_id",))
    found = delta.reasons.of(WIDE, rows)
    for name in ("participants", "facts"):
        told = delta.tables[name].rows
        places = pc.index_in(rows.column("fact_id"), value_set=told.column("fact_id").combine_chunks())
        own = told.column("reason").combine_chunks().take(places.combine_chunks())
        found = pc.coalesce(own, found)
    return rows.set_column(1, "reason", pa.chunked_array([found]))


def _opened(table: pyarrow.Table, version: str, at: datetime) -> pyarrow.Table:
    """The rows as this release tells them, from now on."""
    import pyarrow as pa

    rows, moment = table.num_rows, pa.timestamp("ms", tz="UTC")
    told = {
        "valid_from": pa.repeat(_scalar(at), rows),
        "valid_to": pa.nulls(rows, moment),
        "from_version": pa.repeat(_scalar(version), rows),
        "to_version": pa.nulls(rows, pa.string()),
        "ended_because": pa.nulls(rows, pa.string()),
    }
    fields = [
        pa.field(
            name, values.type, name not in ("valid_from", "from_version"), {"description": COLUMNS[name]}
        )
        for name, values in told.items()
    ]
    # A line of the past may lack what today's rows must have.
    fields += [field.with_nullable(True) for field in table.schema]
    return pa.table([*told.values(), *table.columns], schema=pa.schema(fields))


def _scalar(value: Any) -> Any:
    """A moment as the tables hold it; anything else as it is."""
    import pyarrow as pa

    return pa.scalar(value, pa.timestamp("ms", tz="UTC")) if isinstance(value, datetime) else value


def _conform(table: pyarrow.Table, schema: pyarrow.Schema) -> pyarrow.Table:
    """The table with exactly these columns: what it lacks, or had in another type, is empty."""
    import pyarrow as pa

    return pa.table([column_or_nothing(table, field) for field in schema], schema=schema)
