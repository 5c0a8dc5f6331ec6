"""What changed between two releases, row by row, and why; and what that does to the data's semantic
version.

Deciding is done here on tables and manifests; reading a release is `reading.py`'s, showing a difference
`diff.py`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kerjasama.schema import TABLES
from outputs.manifest import Manifest, Versions

if TYPE_CHECKING:
    import pyarrow

REASONS: Mapping[str, str] = {
    "new_source": "an article that was not there before, or what it adds to a row across articles",
    "publisher_correction": "the publisher changed the article's text",
    "extractor_change": "another version of the program read or parsed the article",
    "codebook_change": "another version of the codebook",
    "merge_or_split": "actors or initiatives were merged or split as more became known",
    "retraction": "the article is no longer there",
    "ledger_correction": "a known error, put right in corrections.yaml",
}
"""Why a row changed: the closed list of design section 4, with what each means."""

OF_ACTORS = ("actors", "mentions", "participants", "statements")
BOOKKEEPING = ("coverage", "inputs")


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


@dataclass(frozen=True, slots=True)
class Known:
    """What the reasons are decided from: articles before and now with the hashes of their texts, versions,
    ledger."""

    before: Mapping[str, str]
    now: Mapping[str, str]
    versions_before: Versions
    versions_now: Versions
    ledger: frozenset[tuple[str, str]] = frozenset()

    def of_article(self, article: str) -> str | None:
        """The reason that an article itself gives, or None where it is the same article."""
        if article not in self.before:
            return "new_source"
        if article not in self.now:
            return (
                "retraction"
                if self.versions_before.parser == self.versions_now.parser
                else "extractor_change"
            )
        return "publisher_correction" if self.before[article] != self.now[article] else None

    def of_versions(self) -> str | None:
        """The reason that the versions of what made the releases give."""
        before, now = self.versions_before, self.versions_now
        if before.codebook != now.codebook:
            return "codebook_change"
        if (before.extractor, before.parser, before.code) != (now.extractor, now.parser, now.code):
            return "extractor_change"
        return None


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
    known = Known(_hashes(before), _hashes(now), manifest_before.versions, versions_now, frozenset(ledger))
    articles_of = _Articles(before, now)
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


def _hashes(tables: Mapping[str, pyarrow.Table]) -> dict[str, str]:
    articles = tables["articles"]
    return dict(
        zip(
            articles.column("article_id").to_pylist(), articles.column("text_sha256").to_pylist(), strict=True
        )
    )


class _Articles:
    """Which articles a row hangs on, for tables that do not name one themselves."""

    def __init__(self, before: Mapping[str, pyarrow.Table], now: Mapping[str, pyarrow.Table]) -> None:
        self._of: dict[str, dict[str, set[str]]] = {}
        self._both = (before, now)

    def of(self, table: str, row: Mapping[str, Any]) -> set[str]:
        """The articles of a row: named by it, by its fact, or by all facts or mentions linked to it."""
        if row.get("article_id"):
            return {row["article_id"]}
        for column, link in (("fact_id", "facts"), ("initiative_id", "facts"), ("actor_id", "mentions")):
            if row.get(column):
                return self._links(link, column).get(row[column], set())
        return set()

    def _links(self, table: str, column: str) -> dict[str, set[str]]:
        if column not in self._of:
            links: dict[str, set[str]] = {}
            for tables in self._both:
                if table in tables and column in tables[table].column_names:
                    pairs = zip(
                        tables[table].column(column).to_pylist(),
                        tables[table].column("article_id").to_pylist(),
                        strict=True,
                    )
                    for key, article in pairs:
                        links.setdefault(key, set()).add(article)
            self._of[column] = links
        return self._of[column]


def _table_delta(
    name: str, before: pyarrow.Table | None, now: pyarrow.Table, known: Known, articles_of: _Articles
) -> TableDelta:
    if before is None:
        return TableDelta(name, _nothing(name, now).rows, table_is_new=True)
    types_before = {field.name: str(field.type) for field in before.schema}
    types_now = {field.name: str(field.type) for field in now.schema}
    common = [column for column in types_now if types_before.get(column) == types_now[column]]
    different = _different_rows(name, before, now, common)
    rows = [
        {
            "change": row["change"],
            "reason": _reason(name, row, known, articles_of),
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


def _different_rows(
    name: str, before: pyarrow.Table, now: pyarrow.Table, common: Sequence[str]
) -> list[dict[str, Any]]:
    """Rows that were added, removed or changed, in the order of the key; DuckDB joins the two by key."""
    import duckdb

    key = TABLES[name].key
    others = [column for column in common if column not in key]
    on = " AND ".join(f'p."{part}" = n."{part}"' for part in key)
    differs = " OR ".join(f'p."{column}" IS DISTINCT FROM n."{column}"' for column in others) or "false"
    lone = f'p."{key[0]}" IS NULL OR n."{key[0]}" IS NULL'
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.register("p_rows", before.append_column("_row", _numbers(before)))
        connection.register("n_rows", now.append_column("_row", _numbers(now)))
        pairs = connection.sql(
            f"SELECT p._row, n._row FROM p_rows p FULL JOIN n_rows n ON {on} WHERE {lone} OR {differs}"
        ).fetchall()
    old = _picked(before, [pair[0] for pair in pairs])
    new = _picked(now, [pair[1] for pair in pairs])
    found = [_difference(old_row, new_row, others) for old_row, new_row in zip(old, new, strict=True)]
    return sorted(found, key=lambda row: [str(row["row"][part]) for part in key])


def _numbers(table: pyarrow.Table) -> pyarrow.Array:
    import pyarrow as pa

    return pa.array(range(table.num_rows), pa.int64())


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


def _reason(name: str, row: Mapping[str, Any], known: Known, articles_of: _Articles) -> str:
    """Why a row differs: the ledger, then its articles, then the versions, then what is decided across
    articles."""
    key = "|".join(str(row["row"][part]) for part in TABLES[name].key)
    if (name, key) in known.ledger:
        return "ledger_correction"
    if name == "mappings":
        return "codebook_change"
    if name in BOOKKEEPING:
        return known.of_article(row["row"].get("article_id") or "") or known.of_versions() or "new_source"
    told = {known.of_article(article) for article in articles_of.of(name, row["row"])}
    for reason in ("publisher_correction", "retraction") if row["change"] == "removed" else ():
        if reason in told:
            return reason
    own = bool(row["row"].get("article_id") or row["row"].get("fact_id"))
    if own and told - {None}:
        return next(reason for reason in REASONS if reason in told)
    if by_version := known.of_versions():
        return by_version
    if row["change"] != "removed" and told - {None}:
        return next(reason for reason in REASONS if reason in told)
    if told - {None} and None not in told:
        return next(reason for reason in REASONS if reason in told)
    return "merge_or_split"


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
