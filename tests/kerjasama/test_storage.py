"""A file gets to its place whole or not at all, and a home that cannot be written says so."""

import pyarrow as pa
import pytest
from upath import UPath

from kerjasama.schema import to_table
from kerjasama.storage import Home, HomeUnusable, parquet_bytes, read_tables, write_atomically, write_table


def test_a_write_that_breaks_leaves_the_old_content(tmp_path, monkeypatch):
    path = UPath(tmp_path / "folder" / "file")
    write_atomically(path, b"old")
    with pytest.raises(TypeError):
        write_atomically(path, "not bytes")
    assert path.read_bytes() == b"old"


def test_same_rows_same_bytes():
    rows = [{"article_id": "a", "story_id": "x"}]
    assert parquet_bytes(to_table("stories", rows)) == parquet_bytes(to_table("stories", rows))


def test_tables_round_trip_and_empty_is_typed(tmp_path):
    table = to_table("stories", [{"article_id": "a", "story_id": "x"}])
    path = UPath(tmp_path / "t.parquet")
    assert write_table(path, table) == path.stat().st_size
    assert read_tables([path], table.schema).equals(table)
    assert read_tables([], table.schema).equals(table.slice(0, 0))
    assert read_tables([], table.schema).schema.field("article_id").type == pa.string()


def test_unwritable_home_says_where_and_what_to_do(tmp_path):
    blocker = tmp_path / "file"
    blocker.write_text("")
    with pytest.raises(HomeUnusable, match="choose another with --home"):
        Home.at(blocker / "home").prepare()


def test_a_home_in_memory_works_like_a_folder():
    home = Home.at("memory://kerjasama-test")
    home.prepare()
    write_atomically(home.tables / "a.txt", b"x")
    assert (home.tables / "a.txt").read_bytes() == b"x"
