"""The one writer of published tables: Parquet for programs, CSV for spreadsheets. Nothing else writes rows.

Files are written a batch of rows at a time, so that none is ever in memory as a whole. It lets out only
declared public columns and no quotation beyond the codebook's limit. Which files a release holds is
`contents.py`'s; what a row means is the schema's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from kerjasama.schema import MAX_QUOTATION, TABLES, arrow_schema

if TYPE_CHECKING:
    import pyarrow

LIST_SEPARATOR = "; "
CSV_BATCH = 65536
"""Rows of a CSV that are text at one time."""

DANGEROUS_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that a spreadsheet may run as a formula (OWASP, CSV injection)."""

MISTAKEN = (
    r"0\d+",  # 0311 → 311
    r"\d+\.\d*0",  # the regency 33.10 → 33.1
    r"\d+(?:\.\d+)?[eE]\d+",  # 12e5 → 1200000
    r"\d{16,}",  # more digits than a spreadsheet's number has
    r"\d{1,2}[/:-]\d{1,2}(?:[/:-]\d{1,4})?",  # 1/2 → a date, 12:30 → a time
    r"[\d.,]+ %",  # 50 % → 50%
)
"""Whole texts that LibreOffice or Excel turn into another number, a date or a time when they open a CSV."""

_TO_DEFUSE = rf"^'*(?:[{re.escape(''.join(DANGEROUS_STARTS))}]|(?:{'|'.join(MISTAKEN)})$)"

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
    chosen = table.select(schema.names).cast(schema).combine_chunks()
    if not _in_order(chosen, TABLES[name].key):
        chosen = chosen.sort_by([(key, "ascending") for key in TABLES[name].key]).combine_chunks()
    _refuse_long_texts(name, chosen)
    return chosen


def write_parquet(table: pyarrow.Table, sink: BinaryIO, sorted_by: tuple[str, ...] = ()) -> None:
    """A table as Parquet: zstd, statistics, page index, its order told; the same bytes for the same rows."""
    import pyarrow.parquet as pq

    order = [(column, "ascending") for column in sorted_by if column in table.column_names]
    pq.write_table(
        table,
        sink,
        compression="zstd",
        write_statistics=True,
        write_page_index=True,
        sorting_columns=pq.SortingColumn.from_ordering(table.schema, order) if order else None,
    )


def write_csv(table: pyarrow.Table, sink: BinaryIO) -> None:
    """A table as CSV: UTF-8, RFC 4180, a header; lists joined, formulas defused (`cell_text` says how)."""
    import pyarrow as pa
    import pyarrow.csv as pacsv

    seconds = {name: _whole_seconds(table.column(name)) for name in table.column_names}
    options = pacsv.WriteOptions(
        include_header=False, eol="\r\n", quoting_style="needed", batch_size=CSV_BATCH
    )
    sink.write((",".join(table.column_names) + "\r\n").encode())
    for batch in table.to_batches(max_chunksize=CSV_BATCH):
        texts = {name: _cells(batch.column(name), seconds[name]) for name in table.column_names}
        pacsv.write_csv(pa.table(texts), sink, options)


def cell_text(value: Any) -> str:
    """One value as it stands in a CSV cell; the same rules as `write_csv`, for single values.

    A list is joined with `; ` after `\\` and `;` in its elements got a backslash. A text that a spreadsheet
    could run as a formula or turn into another number or a date, or that is one after apostrophes, gets an
    apostrophe in front.
    """
    import pyarrow as pa

    column = pa.array([value])
    text = _cells(column, _whole_seconds(column)).to_pylist()[0]
    return "" if text is None else str(text)


def _in_order(table: pyarrow.Table, key: tuple[str, ...]) -> bool:
    """Whether the rows stand in the order of their key already, as they mostly do: sorting copies them."""
    import pyarrow.compute as pc

    if table.num_rows < 2:
        return True
    tied, good = np.ones(table.num_rows - 1, bool), np.ones(table.num_rows - 1, bool)
    for name in key:
        column = table.column(name)
        if column.null_count:
            return False
        first, second = column.slice(0, table.num_rows - 1), column.slice(1)
        good &= ~tied | pc.less_equal(first, second).to_numpy()
        tied &= pc.equal(first, second).to_numpy()
    return bool(good.all())


def _cells(column: pyarrow.Array, whole_seconds: bool) -> pyarrow.Array:
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
        return _moments(column, whole_seconds)
    if pa.types.is_floating(kind):
        return _numbers(column)
    if pa.types.is_string(kind):
        return _defused(_replaced(column, "\x00", "\ufffd"))
    return column.cast(pa.string())


def _joined(column: pyarrow.ListArray) -> pyarrow.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    flat = _replaced(_replaced(column.flatten().cast(pa.string()), "\\", "\\\\"), ";", "\\;")
    lengths = pc.fill_null(pc.list_value_length(column), 0)
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(lengths).cast(pa.int32())])
    return pc.binary_join(pa.ListArray.from_arrays(offsets, flat), LIST_SEPARATOR)


def _replaced(texts: pyarrow.Array, character: str, by: str) -> pyarrow.Array:
    """The texts with an ASCII character replaced; they themselves where their bytes do not hold it."""
    import pyarrow.compute as pc

    offsets, data = texts.buffers()[1:]
    if data is None or not len(texts):
        return texts
    places = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    found = np.frombuffer(data, np.uint8)[places[0] : places[-1]] == ord(character)
    return pc.replace_substring(texts, pattern=character, replacement=by) if found.any() else texts


def _defused(texts: pyarrow.Array) -> pyarrow.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    starts = pa.array([start.encode() for start in ("'", *DANGEROUS_STARTS, *"0123456789")], pa.binary())
    if not pc.any(pc.is_in(pc.binary_slice(texts.cast(pa.binary()), 0, 1), value_set=starts)).as_py():
        return texts
    dangerous = pc.match_substring_regex(texts, _TO_DEFUSE)
    return pc.if_else(dangerous, pc.binary_join_element_wise("'", texts, ""), texts)


def _whole_seconds(column: Any) -> bool:
    """Whether all times of a column are whole seconds; True where it holds no times."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_timestamp(column.type):
        return True
    seconds = column.cast(pa.timestamp("s", tz="UTC"), safe=False)
    return pc.all(pc.equal(seconds.cast(column.type), column)).as_py() is not False


def _moments(column: pyarrow.Array, whole_seconds: bool) -> pyarrow.Array:
    """Times as ISO 8601 in UTC, with milliseconds only in columns that have any.

    Formatted once for each time that occurs: articles are captured many at a time.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    told = (
        column.cast(pa.timestamp("s", tz="UTC"), safe=False) if whole_seconds else column
    ).dictionary_encode()
    return pc.strftime(told.dictionary, format="%Y-%m-%dT%H:%M:%SZ").take(told.indices)


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
