"""The one writer of published tables: Parquet for programs, CSV for spreadsheets. Nothing else writes rows.

It lets out only declared public columns and no quotation beyond the codebook's limit. Which files a release
holds is `release.py`'s; what a row means is the schema's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kerjasama.schema import MAX_QUOTATION, TABLES, arrow_schema

if TYPE_CHECKING:
    import pyarrow

LIST_SEPARATOR = "; "
DANGEROUS_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that a spreadsheet may run as a formula (OWASP, CSV injection)."""

LONGEST_TEXT = 2000
"""Characters of any published cell: long enough for an address or a headline, far too short for an article.
"""


class Unpublishable(Exception):
    """A table holds what must not leave the archive; the message says where and what."""


def public_table(name: str, table: pyarrow.Table) -> pyarrow.Table:
    """The public columns of a declared table, in the declared types, sorted by its key.

    Raises Unpublishable where a text is longer than any quotation may be.
    """
    schema = arrow_schema(name, public=True)
    chosen = table.select(schema.names).cast(schema)
    ordered = chosen.sort_by([(key, "ascending") for key in TABLES[name].key]).combine_chunks()
    _refuse_long_texts(name, ordered)
    return ordered


def parquet_bytes(table: pyarrow.Table, sorted_by: tuple[str, ...] = ()) -> bytes:
    """A table as Parquet: zstd, statistics, page index, its order told; the same bytes for the same rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    order = [(column, "ascending") for column in sorted_by if column in table.column_names]
    sink = pa.BufferOutputStream()
    pq.write_table(
        table,
        sink,
        compression="zstd",
        write_statistics=True,
        write_page_index=True,
        sorting_columns=pq.SortingColumn.from_ordering(table.schema, order) if order else None,
    )
    return sink.getvalue().to_pybytes()


def csv_bytes(table: pyarrow.Table) -> bytes:
    """A table as CSV: UTF-8, RFC 4180, a header; lists joined, formulas defused (`cell_text` says how)."""
    import pyarrow as pa
    import pyarrow.csv as pacsv

    texts = pa.table({name: _cells(table.column(name).combine_chunks()) for name in table.column_names})
    sink = pa.BufferOutputStream()
    sink.write((",".join(table.column_names) + "\r\n").encode())
    options = pacsv.WriteOptions(include_header=False, eol="\r\n", quoting_style="needed", batch_size=65536)
    pacsv.write_csv(texts, sink, options)
    return sink.getvalue().to_pybytes()


def cell_text(value: Any) -> str:
    """One value as it stands in a CSV cell; the same rules as `csv_bytes`, for single values.

    A list is joined with `; ` after `\\` and `;` in its elements got a backslash. A text that a spreadsheet
    could run as a formula, or that begins with an apostrophe before such a character, gets an apostrophe in
    front.
    """
    import pyarrow as pa

    text = _cells(pa.array([value])).to_pylist()[0]
    return "" if text is None else str(text)


def _cells(column: pyarrow.Array) -> pyarrow.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = column.type
    if pa.types.is_list(kind):
        return _defused(_joined(column))
    if pa.types.is_boolean(kind):
        return pc.if_else(column, "true", "false")
    if pa.types.is_integer(kind):
        return column
    if pa.types.is_timestamp(kind):
        return _moments(column)
    if pa.types.is_floating(kind):
        return _numbers(column)
    if pa.types.is_string(kind):
        return _defused(pc.replace_substring(column, pattern="\x00", replacement="\ufffd"))
    return column.cast(pa.string())


def _joined(column: pyarrow.ListArray) -> pyarrow.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    flat = column.flatten().cast(pa.string())
    flat = pc.replace_substring(flat, pattern="\\", replacement="\\\\")
    flat = pc.replace_substring(flat, pattern=";", replacement="\\;")
    lengths = pc.fill_null(pc.list_value_length(column), 0)
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(lengths).cast(pa.int32())])
    return pc.binary_join(pa.ListArray.from_arrays(offsets, flat), LIST_SEPARATOR)


def _defused(texts: pyarrow.Array) -> pyarrow.Array:
    import pyarrow.compute as pc

    dangerous = pc.match_substring_regex(texts, r"^'*[=+\-@\t\r]")
    return pc.if_else(dangerous, pc.binary_join_element_wise("'", texts, ""), texts)


def _moments(column: pyarrow.Array) -> pyarrow.Array:
    """Times as ISO 8601 in UTC, with milliseconds only where there are any."""
    import pyarrow as pa
    import pyarrow.compute as pc

    seconds = column.cast(pa.timestamp("s", tz="UTC"), safe=False)
    whole = pc.all(pc.equal(seconds.cast(column.type), column)).as_py() is not False
    return pc.strftime(seconds if whole else column, format="%Y-%m-%dT%H:%M:%SZ")


def _numbers(column: pyarrow.Array) -> pyarrow.Array:
    """Numbers without exponent or trailing `.0`, so that a spreadsheet shows Rp520 trillion in full."""
    import pyarrow as pa
    import pyarrow.compute as pc

    whole = pc.and_(pc.equal(pc.floor(column), column), pc.less(pc.abs(column), 1e18))
    integers = pc.if_else(whole, column, 0.0).cast(pa.int64()).cast(pa.string())
    return pc.if_else(whole, integers, column.cast(pa.string()))


def _refuse_long_texts(name: str, table: pyarrow.Table) -> None:
    import pyarrow.compute as pc

    for column in TABLES[name].public_columns:
        if column.type != "string" or name == "quarantine":
            continue
        limit = min(column.max_length or LONGEST_TEXT, MAX_QUOTATION if column.max_length else LONGEST_TEXT)
        longest = pc.max(pc.utf8_length(table.column(column.name))).as_py() or 0
        if longest > limit:
            raise Unpublishable(
                f"table {name}, column {column.name}: a text of {longest} characters, at most {limit} may "
                f"be published; "
                "quotations are cut where rows are made (codebook section 9)"
            )
