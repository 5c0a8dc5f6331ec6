"""Every table is declared once and whole: keys, references, vocabularies, both languages."""

import pyarrow as pa
import pytest

from kerjasama.codebook import load
from kerjasama.schema import MAX_QUOTATION, PUBLISHED, TABLES, arrow_schema, to_table


@pytest.mark.parametrize("name", TABLES)
def test_declaration_is_whole(name):
    table = TABLES[name]
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert set(table.key) <= set(names)
    assert not any(table.column(key).nullable for key in table.key)
    assert all(column.en and column.id for column in table.columns)


@pytest.mark.parametrize("name", TABLES)
def test_references_and_vocabularies_exist(name):
    vocabularies = load("vocabularies")
    for column in TABLES[name].columns:
        if column.references:
            table, _, target = column.references.partition(".")
            assert TABLES[table].column(target)
        if column.vocabulary:
            assert vocabularies[column.vocabulary]


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_tables_refer_only_to_published_ones(name):
    for column in TABLES[name].public_columns:
        assert column.references is None or column.references.partition(".")[0] in PUBLISHED


def test_no_column_prints_more_than_a_short_quotation():
    lengths = {column.max_length for table in TABLES.values() for column in table.columns}
    assert lengths == {None, MAX_QUOTATION}


def test_the_text_of_an_article_is_never_public():
    assert "text" in arrow_schema("parsed_articles").names
    assert "text" not in arrow_schema("parsed_articles", public=True).names
    assert "text" not in arrow_schema("articles").names


def test_rows_are_sorted_by_key_and_typed():
    table = to_table("stories", [{"article_id": "b", "story_id": "x"}, {"article_id": "a", "story_id": "x"}])
    assert table["article_id"].to_pylist() == ["a", "b"]
    assert table.schema.equals(arrow_schema("stories"))


def test_unknown_column_and_wrong_type_are_told_with_the_table():
    with pytest.raises(ValueError, match="table stories has no column colour"):
        to_table("stories", [{"article_id": "a", "colour": "red"}])
    with pytest.raises(ValueError, match="table stories"):
        to_table("stories", [{"article_id": 5, "story_id": "x"}])


def test_field_metadata_carries_description_and_unit():
    field = arrow_schema("figures").field("start")
    assert field.metadata[b"unit"] == b"character"
    assert field.type == pa.int64()
