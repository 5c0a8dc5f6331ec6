"""The descriptions are true: frictionless and mlcroissant accept them, and read the tables back through
them."""

import json
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
import yaml
from fastparquet import ParquetFile
from making import make
from small_world import changed, world

from kerjasama.schema import PUBLISHED, TABLES
from outputs.dictionary import LANGUAGES, describe, translations
from outputs.history import FOLLOWED
from outputs.reading import HISTORY_OF, table_path

MADE = ("facts_wide", "tombstones")
HISTORIES = tuple(HISTORY_OF + name for name in FOLLOWED)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A release with hostile cells in it."""
    from kerjasama.storage import Home

    hostile = changed(world(), "articles", 0, title='=HYPERLINK("x")\n;"', authors=["a;b", "\\c"])
    return Path(str(make(Home.at(tmp_path_factory.mktemp("home")), hostile).path))


def test_frictionless_finds_the_package_valid(folder) -> None:
    """Hashes, bytes, header, types, constraints, keys and references of every CSV."""
    import frictionless

    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["taskNumber", "fieldName", "type", "message"])[:5]
    assert len(report.tasks) == len(PUBLISHED) - 1 + len(MADE)


def test_frictionless_notices_what_the_package_forbids(folder, tmp_path) -> None:
    """The check above can fail: a broken reference, and a code outside its vocabulary."""
    import shutil

    import frictionless

    broken = Path(shutil.copytree(folder, tmp_path / "broken"))
    text = (broken / "data/participants.csv").read_text()
    fact = pq.read_table(folder / "data/facts.parquet").column("fact_id").to_pylist()[0]
    (broken / "data/participants.csv").write_text(text.replace(fact, "nowhere").replace("party", "guest"))
    found = frictionless.Package(str(broken / "datapackage.json")).validate().flatten(["type"])
    assert {"hash-count", "foreign-key", "constraint-error"} <= {kind for (kind,) in found}


def test_tables_read_through_the_package_have_the_rows_of_the_parquet_files(folder) -> None:
    import frictionless

    package = frictionless.Package(str(folder / "datapackage.json"))
    for resource in package.resources:
        table = pq.read_table(folder / Path(resource.path).with_suffix(".parquet"))
        rows = resource.read_rows()
        assert len(rows) == table.num_rows and resource.schema.field_names == table.column_names


def test_what_a_spreadsheet_saves_in_capitals_reads_back_as_it_was(folder, tmp_path) -> None:
    """LibreOffice writes true as TRUE."""
    import shutil

    import frictionless

    saved = Path(shutil.copytree(folder, tmp_path / "saved"))
    text = (saved / "data/articles.csv").read_text()
    assert ',"true",' in text
    (saved / "data/articles.csv").write_text(text.replace('"true"', "TRUE").replace('"false"', "FALSE"))
    rows = frictionless.Package(str(saved / "datapackage.json")).get_resource("articles").read_rows()
    told = pq.read_table(folder / "data/articles.parquet").column("is_cooperation").to_pylist()
    assert [row["is_cooperation"] for row in rows] == told


def test_mlcroissant_accepts_the_description_and_reads_every_table_through_it(folder) -> None:
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=folder / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    for record_set in dataset.metadata.record_sets:
        rows = list(dataset.records(record_set.id))
        assert len(rows) == pq.read_metadata(folder / table_path(record_set.id)).num_rows, record_set.id
    facts = {row["facts/fact_id"].decode() for row in dataset.records("facts")}
    assert facts == set(pq.read_table(folder / "data/facts.parquet").column("fact_id").to_pylist())


def test_croissant_tells_the_hash_of_every_parquet_file(folder) -> None:
    import hashlib

    told = json.loads((folder / "croissant.json").read_bytes())
    assert told["conformsTo"].endswith("/1.1")
    for file in told["distribution"]:
        assert hashlib.sha256((folder / file["contentUrl"]).read_bytes()).hexdigest() == file["sha256"]


def test_jsonld_and_citation_tell_the_version(folder) -> None:
    told = json.loads((folder / "dataset.jsonld").read_bytes())
    assert told["@type"] == ["Dataset", "dcat:Dataset"] and told["version"] == "2024.05.20-sample"
    assert all((folder / file["contentUrl"]).exists() for file in told["distribution"])
    citation = yaml.safe_load((folder / "CITATION.cff").read_text())
    assert citation["version"] == "2024.05.20-sample" and citation["license"] == "CC-BY-4.0"
    assert citation["cff-version"] == "1.2.0" and citation["authors"]


@pytest.mark.parametrize("name", [*(n for n in PUBLISHED if n != "inputs"), *MADE])
def test_pandas_duckdb_and_polars_read_the_same(folder, name: str) -> None:
    path = str(folder / "data" / f"{name}.parquet")
    table = pq.read_table(path)
    assert list(pd.read_parquet(path).columns) == table.column_names
    assert (
        pl.read_parquet(path).rows() == [tuple(row.values()) for row in table.to_pylist()]
        or table.num_rows == 0
    )
    with duckdb.connect() as connection:
        assert connection.sql(f"SELECT count(*) FROM '{path}'").fetchall() == [(table.num_rows,)]
        header = connection.sql(
            f"SELECT * FROM read_csv('{path[:-8]}.csv', all_varchar=true, header=true)"
        ).columns
    assert list(header) == table.column_names


def plain(value: object) -> object:
    """A cell as fastparquet gives it, as Arrow would: lists for lists, None for no value, times in UTC."""
    if isinstance(value, list | np.ndarray):
        return [plain(inner) for inner in value]
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and np.isnan(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return (value if value.tzinfo else value.tz_localize("UTC")).to_pydatetime()
    return value.item() if isinstance(value, np.generic) else value


@pytest.mark.parametrize("name", [*PUBLISHED, *MADE, *HISTORIES])
def test_a_reader_with_no_line_of_arrow_in_it_reads_every_cell(folder, name: str) -> None:
    """fastparquet has a Parquet implementation of its own; pandas reads through Arrow."""
    path = folder / table_path(name)
    table = pq.read_table(path)
    read = ParquetFile(str(path)).to_pandas()
    assert list(read.columns) == table.column_names
    for column in table.column_names:
        assert [plain(value) for value in read[column]] == table.column(column).to_pylist(), column


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_table_and_column_is_described_in_three_languages(name: str) -> None:
    words = translations()
    assert words["tables"][name]["ja"]
    for column in TABLES[name].public_columns:
        assert words["columns"].get(f"{name}.{column.name}") or words["columns"].get(column.name), column.name
        assert column.en and column.id


def test_what_is_made_only_for_releases_is_described_too(folder) -> None:
    for name in (*MADE, *HISTORIES):
        entry = describe(name, pq.read_table(folder / table_path(name)))
        for column in entry.columns:
            assert all(column.meaning[language] for language in LANGUAGES), column.name
            assert column.meaning["ja"] != column.meaning["en"], column.name


@pytest.mark.parametrize(
    ("file", "word"),
    [("README.md", "Data dictionary"), ("README.id.md", "Kamus data"), ("README.ja.md", "データ辞書")],
)
def test_the_readme_describes_every_column(folder, file: str, word: str) -> None:
    text = (folder / file).read_text()
    assert word in text and "SAMPLE" in text
    for name in PUBLISHED:
        assert f"### {name} (" in text
        assert all(f"| `{column.name}` |" in text for column in TABLES[name].public_columns)


def test_the_readme_tells_scores_when_there_are_any(tmp_path) -> None:
    from kerjasama.storage import Home

    def row(f1, low=None, high=None):
        return {"f1": f1, "low": low, "high": high}

    outlet = {
        "facts_soft": row(0.5),
        "figures": row(0.8, 0.7, 0.9),
        "statements": row(1.0),
        "actors": row(0.6),
    }
    held = {
        "articles": 29,
        "gold_fingerprint": "f" * 64,
        "measures": {"facts_soft": row(0.71, 0.64, 0.78), "direct": row(None)},
        "by_field": {"facts": {"event_date": row(0.65, 0.5, 0.8)}},
        "by_outlet": {"kecil": {"articles": 1, "few_articles": True, "measures": outlet}},
    }
    bins = [{"from": 0.6, "to": 0.8, "facts": 40, "mean_confidence": 0.7, "share_right": 0.68}]
    accuracy = {"measured": True, "sets": {"held": held}, "reliability": {"bins": bins}}
    made = make(Home.at(tmp_path), accuracy=accuracy)
    text = (made.path / "README.md").read_text()
    assert "| facts_soft | 0.71 | 0.64 to 0.78 |" in text and "| direct | – | – to – |" in text
    assert "on 29 articles" in text and "| 0.6 to 0.8 | 40 | 68 percent |" in text
    assert "| facts: event_date | 0.65 | 0.50 to 0.80 |" in text
    assert "| kecil | 1* | 0.50 (– to –) | 0.80 (0.70 to 0.90) | 1.00 (– to –) | 0.60 (– to –) |" in text
    assert f"fingerprint\n`{'f' * 12}`" in text
    for name in ("README.id.md", "README.ja.md"):
        assert "| facts_soft | 0.71 | 0.64 – 0.78 |" in (made.path / name).read_text()
    assert json.loads((made.path / "accuracy.json").read_bytes()) == accuracy
