"""CSV and Parquet: nothing private, nothing long, nothing that a spreadsheet runs, nothing lost."""

import csv
import io
import re
from datetime import UTC, datetime

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_world import changed, world

from kerjasama.codebook.mappings import mapping_rows
from kerjasama.schema import PUBLISHED, TABLES, arrow_schema
from outputs.table_files import (
    DANGEROUS_STARTS,
    MISTAKEN,
    Unpublishable,
    cell_text,
    public_table,
    write_csv,
    write_parquet,
)

TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=30)
HOSTILE = st.sampled_from(
    [
        "=1+1",
        "+62811",
        "-",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "'=x",
        "a;b",
        "\\",
        '"',
        "\r\n",
        "\u202eabc",
        "<script>",
        "0311",
        "33.10",
        "12e5",
        "1234567890123456",
        "1/2",
        "12:30",
        "50 %",
        "'33.10",
    ]
)
TO_DEFUSE = re.compile(rf"[{re.escape(''.join(DANGEROUS_STARTS))}]|(?:{'|'.join(MISTAKEN)})\Z", re.ASCII)


def csv_bytes(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    write_csv(table, sink)
    return sink.getvalue()


def parquet_bytes(table: pa.Table, key: tuple[str, ...]) -> bytes:
    sink = io.BytesIO()
    write_parquet(table, sink, key)
    return sink.getvalue()


def undefused(text: str) -> str:
    """What a reader does to have the original text back."""
    return text[1:] if text.startswith("'") and TO_DEFUSE.match(text.lstrip("'")) else text


def split(text: str) -> list[str]:
    """A list cell as its elements again."""
    items, current, at = [], "", 0
    while at < len(text):
        if text[at] == "\\":
            current, at = current + text[at + 1], at + 2
        elif text.startswith("; ", at):
            items.append(current)
            current, at = "", at + 2
        else:
            current, at = current + text[at], at + 1
    return [*items, current]


@given(st.lists(st.one_of(TEXT, HOSTILE), min_size=1, max_size=8))
def test_every_text_comes_back_and_none_starts_a_formula(texts: list[str]) -> None:
    written = csv_bytes(pa.table({"text": texts})).decode()
    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert rows[0] == ["text"]
    cells = [row[0] if row else "" for row in rows[1:]]
    assert [undefused(cell) for cell in cells] == texts
    assert not any(TO_DEFUSE.match(cell) for cell in cells)


@given(st.lists(st.one_of(TEXT, HOSTILE), min_size=1, max_size=5))
def test_lists_are_joined_so_that_they_can_be_split(items: list[str]) -> None:
    cell = cell_text(items)
    assert split(undefused(cell)) == items
    assert not TO_DEFUSE.match(cell)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (520000000000000.0, "520000000000000"),
        (18.5, "18.5"),
        (-3, "-3"),
        (True, "true"),
        ([], ""),
        (datetime(2024, 5, 20, 3, tzinfo=UTC), "2024-05-20T03:00:00Z"),
        ("'Abd Allah", "'Abd Allah"),
        (["33.10"], "'33.10"),
        (["33.10", "ID-JB"], "33.10; ID-JB"),
        ("33.28", "33.28"),
        ("2016-07", "2016-07"),
        ("2024-05-20", "2024-05-20"),
        ("CAMEO:057", "CAMEO:057"),
        (33.10, "33.1"),
    ],
)
def test_cells_are_plain(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_csv_is_as_rfc_4180_says_and_pandas_reads_it_whole() -> None:
    title = '=HYPERLINK("http://x.example")\nbaris dua, "kutip"; \u202ekanan'
    table = public_table("articles", changed(world(), "articles", 0, title=title)["articles"])
    written = csv_bytes(table)
    assert written.startswith(b"article_id,url,") and written.endswith(b"\r\n") and b"\x00" not in written
    read = pd.read_csv(io.BytesIO(written))
    assert list(read.columns) == table.column_names and len(read) == table.num_rows
    assert "'" + title in set(read["title"])


def test_the_codes_of_other_schemes_are_no_numbers_to_a_spreadsheet() -> None:
    values = [row["value"] for row in mapping_rows()]
    assert "CAMEO:057" in values
    assert [cell_text(value) for value in values] == values


def test_null_bytes_do_not_reach_a_csv() -> None:
    assert cell_text("a\x00b") == "a\ufffdb"


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_tables_have_the_public_columns_in_the_order_of_their_key(name: str) -> None:
    tables = world()
    shuffled = tables.get(name, arrow_schema(name).empty_table())
    shuffled = shuffled.take(pa.array(reversed(range(shuffled.num_rows)), pa.int64()))
    table = public_table(name, shuffled)
    assert table.schema.equals(arrow_schema(name, public=True), check_metadata=True)
    keys = list(zip(*(table.column(key).to_pylist() for key in TABLES[name].key), strict=True))
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("table", "column", "length"), [("statements", "excerpt", 281), ("articles", "title", 2001)]
)
def test_a_text_that_is_too_long_is_refused_with_its_place(table: str, column: str, length: int) -> None:
    tables = changed(world(), table, 0, **{column: "x" * length})
    with pytest.raises(
        Unpublishable, match=rf"table {table}, column {column}: a text of {length} characters"
    ):
        public_table(table, tables[table])


def test_a_csv_of_many_batches_is_the_csv_of_one(monkeypatch) -> None:
    moments = [datetime(2024, 5, 20, 3, tzinfo=UTC), datetime(2024, 5, 20, 3, 0, 0, 5000, tzinfo=UTC)]
    texts = ["a", "=b", None, "c\x00d", "'e"]
    table = pa.table(
        {
            "text": [texts[n % 5] for n in range(23)],
            "list": [["x;y", "\\"] if n % 7 == 0 else [] for n in range(23)],
            "time": pa.array([moments[n == 20] for n in range(23)], pa.timestamp("ms", tz="UTC")),
        }
    )
    whole = csv_bytes(table)
    monkeypatch.setattr("outputs.table_files.CSV_BATCH", 4)
    assert csv_bytes(table) == whole == csv_bytes(pa.concat_tables([table.slice(0, 9), table.slice(9)]))
    rows = list(csv.reader(io.StringIO(whole.decode(), newline="")))[1:]
    assert [row[0] for row in rows[:5]] == ["a", "'=b", "", "c\ufffdd", "'e"]
    assert rows[0][1] == "x\\;y; \\\\"
    assert {row[2] for row in rows} == {"2024-05-20T03:00:00.000Z", "2024-05-20T03:00:00.005Z"}


def test_parquet_is_compressed_sorted_described_and_indexed() -> None:
    table = public_table("facts", world()["facts"])
    content = parquet_bytes(table, TABLES["facts"].key)
    file = pq.ParquetFile(io.BytesIO(content))
    group = file.metadata.row_group(0)
    column = group.column(0)
    assert column.compression == "ZSTD" and column.is_stats_set
    assert column.has_column_index and column.has_offset_index
    assert [order.column_index for order in group.sorting_columns] == [0]
    field = file.schema_arrow.field("evidence_starts")
    assert field.metadata[b"unit"] == b"character" and field.metadata[b"description_id"]
    assert content == parquet_bytes(table, TABLES["facts"].key)
