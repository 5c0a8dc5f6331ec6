"""What changed between two releases, row by row, and why; and what that does to the data's semantic
version.

Why is `reasons.py`'s; reading a release is `reading.py`'s, showing a difference `diff.py`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kerjasama.schema import TABLES
from outputs.manifest import Manifest, Versions
from outputs.reasons import BOOKKEEPING, REASONS, Articles, Known, reason_of
from outputs.row_differences import common_columns, differing

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
        counts: dict[str, int] = {}
        for reason in self.rows.column("reason").to_pylist():
            counts[reason] = counts.get(reason, 0) + 1
        return dict(sorted(counts.items()))


@dataclass(frozen=True, slots=True)
class Delta:
    """All differences from one release to the next; `first` where there was none before."""

    tables: Mapping[str, TableDelta]
    tables_removed: tuple[str, ...] = ()
    first: bool = False
    since: str | None = None
    notes: Mapping[str, Any] = field(default_factory=dict)

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

    `ledger` holds (table, row key) of rows that corrections.yaml touches. With no manifest there was no
    release before.
    """
    if manifest_before is None:
        return Delta({name: _nothing(name, table) for name, table in now.items()}, first=True)
    known = Known.of_tables(before, now, manifest_before.versions, versions_now, ledger)
    articles_of = Articles(before, now)
    return Delta(
        {
            name: _table_delta(name, before.get(name), table, known, articles_of)
            for name, table in now.items()
        },
        tables_removed=tuple(sorted(set(before) - set(now))),
        since=manifest_before.version,
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


def _table_delta(
    name: str, before: pyarrow.Table | None, now: pyarrow.Table, known: Known, articles_of: Articles
) -> TableDelta:
    if before is None:
        return TableDelta(name, _nothing(name, now).rows, table_is_new=True)
    types_before = {field.name: str(field.type) for field in before.schema}
    types_now = {field.name: str(field.type) for field in now.schema}
    different = _different_rows(name, before, now)
    rows = [
        {
            "change": row["change"],
            "reason": reason_of(name, row, known, articles_of),
            "changed_columns": row["changed"],
            "before": _before_text(row),
            **row["row"],
        }
        for row in different
    ]
    return TableDelta(
        name,
        _delta_table(name, now, rows),
        columns_added=tuple(sorted(set(types_now) - set(types_before))),
        columns_removed=tuple(sorted(set(types_before) - set(types_now))),
        columns_retyped=tuple(
            sorted(c for c in types_now if c in types_before and types_before[c] != types_now[c])
        ),
    )


def _different_rows(name: str, before: pyarrow.Table, now: pyarrow.Table) -> list[dict[str, Any]]:
    """Rows that were added, removed or changed, in the order of the key."""
    key = TABLES[name].key
    columns = [column for column in common_columns(before, now) if column not in key]
    pairs = differing(before, now, key, columns)
    old = _picked(before, [pair[0] for pair in pairs])
    new = _picked(now, [pair[1] for pair in pairs])
    found = [_difference(old_row, new_row, columns) for old_row, new_row in zip(old, new, strict=True)]
    return sorted(found, key=lambda row: [str(row["row"][part]) for part in key])


def _picked(table: pyarrow.Table, numbers: Sequence[int | None]) -> list[dict[str, Any] | None]:
    import pyarrow as pa

    there = pa.array([number for number in numbers if number is not None], pa.int64())
    rows = iter(table.take(there).to_pylist())
    return [None if number is None else next(rows) for number in numbers]


def _difference(
    old: dict[str, Any] | None, new: dict[str, Any] | None, others: Sequence[str]
) -> dict[str, Any]:
    if old is None or new is None:
        return {
            "change": "added" if old is None else "removed",
            "changed": [],
            "old": old,
            "row": new or old or {},
        }
    changed = [column for column in others if old[column] != new[column]]
    return {"change": "changed", "changed": changed, "old": old, "row": new}


def _before_text(row: Mapping[str, Any]) -> str | None:
    """The old values of the changed columns as JSON."""
    if row["change"] != "changed":
        return None
    old = {column: row["old"][column] for column in row["changed"]}
    return json.dumps(old, ensure_ascii=False, sort_keys=True, default=lambda value: value.isoformat())


def _nothing(name: str, table: pyarrow.Table) -> TableDelta:
    return TableDelta(name, _delta_table(name, table, []))


def _delta_table(name: str, like: pyarrow.Table, rows: Sequence[Mapping[str, Any]]) -> pyarrow.Table:
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
    return pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
