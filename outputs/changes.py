"""What changed between two releases, row by row, and why; and what that does to the data's semantic
version.

Why is `reasons.py`'s; reading a release is `reading.py`'s, showing a difference `diff.py`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from kerjasama.schema import TABLES
from outputs.manifest import Manifest, Versions
from outputs.reasons import BOOKKEEPING, REASONS, Reasons
from outputs.row_differences import Differences, column_or_nothing, common_columns, differences

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True, slots=True)
class TableDelta:
    """The differences of one table: rows with `change`, `reason`, `changed_columns`, `before` and the row
    itself."""

    table: str
    rows: pyarrow.Table
    columns_added: tuple[str, ...] = ()
    columns_removed: tuple[str, ...] = ()
    columns_retyped: tuple[str, ...] = ()
    table_is_new: bool = False

    def count(self, change: str) -> int:
        """How many rows were `added`, `removed` or `changed`."""
        import pyarrow.compute as pc

        return int(pc.sum(pc.equal(self.rows.column("change"), change)).as_py() or 0)

    def reasons(self) -> dict[str, int]:
        """How many rows differ for each reason."""
        counts = self.rows.column("reason").value_counts().to_pylist()
        return dict(sorted((row["values"], row["counts"]) for row in counts))


@dataclass(frozen=True, slots=True)
class Delta:
    """All differences from one release to the next; `first` where there was none before.

    `reasons` tells why further rows differ, of tables that are made of these.
    """

    tables: Mapping[str, TableDelta]
    tables_removed: tuple[str, ...] = ()
    first: bool = False
    since: str | None = None
    reasons: Reasons | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not self.tables_removed and all(
            not delta.rows.num_rows
            and not delta.columns_added
            and not delta.columns_removed
            and not delta.columns_retyped
            and not delta.table_is_new
            for delta in self.tables.values()
        )

    def summary(self) -> str:
        """One sentence for the changelog, the feed and the README."""
        if self.first:
            return "First version: every row is new."
        parts = []
        for change in ("added", "changed", "removed"):
            told = [
                f"{delta.count(change):,} {name}"
                for name, delta in self.tables.items()
                if name not in BOOKKEEPING and delta.count(change)
            ]
            if told:
                parts.append(f"{change}: {', '.join(told)}")
        return f"Since {self.since}: {'; '.join(parts) if parts else 'no row differs'}."


def compare(
    before: Mapping[str, pyarrow.Table],
    now: Mapping[str, pyarrow.Table],
    manifest_before: Manifest | None,
    versions_now: Versions,
    ledger: Iterable[tuple[str, str]] = (),
) -> Delta:
    """The differences of the tables `now` from those `before` (none of either is changed).

    `before` is asked for one table at a time, so it may read them when asked. `ledger` holds (table, row key)
    of rows that corrections.yaml touches. With no manifest there was no release before.
    """
    if manifest_before is None:
        return Delta({name: TableDelta(name, no_rows(table)) for name, table in now.items()}, first=True)
    reasons = Reasons(before, now, manifest_before.versions, versions_now, ledger)
    return Delta(
        {
            name: _table_delta(name, before[name], table, reasons)
            if name in before
            else TableDelta(name, no_rows(table), table_is_new=True)
            for name, table in now.items()
        },
        tables_removed=tuple(sorted(set(before) - set(now))),
        since=manifest_before.version,
        reasons=reasons,
    )


def data_version(previous: str | None, delta: Delta) -> str:
    """The data's semantic version: a column removed, renamed or retyped is major, one added minor, rows
    only patch."""
    if previous is None:
        return "1.0.0"
    major, minor, patch = (int(part) for part in previous.split("."))
    tables = delta.tables.values()
    if delta.tables_removed or any(d.columns_removed or d.columns_retyped for d in tables):
        return f"{major + 1}.0.0"
    if any(d.columns_added or d.table_is_new for d in tables):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def as_plain(delta: Delta) -> dict[str, Any]:
    """The numbers of a delta for `changes.json` and the manifest."""
    return {
        "since": delta.since,
        "first": delta.first,
        "summary": delta.summary(),
        "tables_removed": list(delta.tables_removed),
        "tables": {
            name: {
                **{change: table.count(change) for change in ("added", "removed", "changed")},
                "reasons": table.reasons(),
                "columns_added": list(table.columns_added),
                "columns_removed": list(table.columns_removed),
                "columns_retyped": list(table.columns_retyped),
            }
            for name, table in delta.tables.items()
        },
        "reasons": dict(REASONS),
    }


def _table_delta(name: str, before: pyarrow.Table, now: pyarrow.Table, reasons: Reasons) -> TableDelta:
    types_before = {field.name: str(field.type) for field in before.schema}
    types_now = {field.name: str(field.type) for field in now.schema}
    rows = different_rows(before, now, TABLES[name].key)
    return TableDelta(
        name,
        rows.set_column(1, rows.schema.field("reason"), reasons.of(name, rows)),
        columns_added=tuple(sorted(set(types_now) - set(types_before))),
        columns_removed=tuple(sorted(set(types_before) - set(types_now))),
        columns_retyped=tuple(
            sorted(c for c in types_now if c in types_before and types_before[c] != types_now[c])
        ),
    )


def different_rows(before: pyarrow.Table, now: pyarrow.Table, key: Sequence[str]) -> pyarrow.Table:
    """Rows that were added, removed or changed, in the order of the key, in the columns of `no_rows`.

    A changed row is told as it is now, a removed one as it was. The reason is still empty.
    """
    import pyarrow as pa

    found = differences(before, now, key, common_columns(before, now))
    schema = no_rows(now).schema
    parts = [
        _told("added", now.take(pa.array(found.added)), schema),
        _told("removed", before.take(pa.array(found.removed)), schema),
        _told("changed", now.take(pa.array(found.new)), schema, *_columns_and_old_values(before, found)),
    ]
    return pa.concat_tables(parts).sort_by([(part, "ascending") for part in key]).combine_chunks()


def no_rows(like: pyarrow.Table) -> pyarrow.Table:
    """The empty table of the differences of a table: what they are told in, then its own columns."""
    import pyarrow as pa

    schema = pa.schema(
        [
            pa.field("change", pa.string(), False, {"description": "added, removed or changed"}),
            pa.field("reason", pa.string(), False, {"description": "why: " + ", ".join(REASONS)}),
            pa.field("changed_columns", pa.list_(pa.string()), False, {"description": "columns that differ"}),
            pa.field("before", pa.string(), True, {"description": "their old values, JSON"}),
            *(field.with_nullable(True) for field in like.schema),
        ]
    )
    return schema.empty_table()


def _told(
    change: str, rows: pyarrow.Table, schema: pyarrow.Schema, columns: Any = None, before: Any = None
) -> pyarrow.Table:
    """Rows as differences; a column that they do not have in the type of today is empty."""
    import pyarrow as pa

    count = rows.num_rows
    told = {
        "change": pa.repeat(change, count),
        "reason": pa.repeat("", count),
        "changed_columns": pa.array([[]] * count, pa.list_(pa.string())) if columns is None else columns,
        "before": pa.nulls(count, pa.string()) if before is None else before,
    }
    return pa.table(
        [told[field.name] if field.name in told else column_or_nothing(rows, field) for field in schema],
        schema=schema,
    )


def _columns_and_old_values(before: pyarrow.Table, found: Differences) -> tuple[Any, Any]:
    """For each changed row the columns in which it differs, in the table's order, and their old values as
    JSON."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not len(found.old):
        return None, None
    flags = np.stack([found.columns[name] for name in found.columns], axis=1)
    names = pa.array(list(found.columns)).take(pa.array(np.nonzero(flags)[1]))
    offsets = np.concatenate([[0], np.cumsum(flags.sum(axis=1))])
    parts = [_members(name, before.column(name), found) for name in sorted(found.columns)]
    joined = pc.binary_join_element_wise(*parts, ", ", null_handling="skip")
    return (
        pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), names),
        pc.binary_join_element_wise("{", joined, "}", ""),
    )


def _members(name: str, column: Any, found: Differences) -> Any:
    """`"name": old value` as JSON for each changed row; null where the row does not differ in the column.

    A value that occurs often is written once.
    """
    import pyarrow as pa

    flags = found.columns[name]
    values = column.take(pa.array(found.old[flags])).combine_chunks()
    if pa.types.is_list(values.type):
        written, places = values, np.arange(len(values))
    else:
        encoded = values.dictionary_encode(null_encoding="encode")
        written, places = encoded.dictionary, encoded.indices.to_numpy()
    texts = pa.array([f"{json.dumps(name)}: {_json(value)}" for value in written.to_pylist()], pa.string())
    where = np.zeros(len(flags), np.int64)
    where[flags] = places
    return texts.take(pa.array(where, mask=~flags))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=lambda moment: moment.isoformat())
