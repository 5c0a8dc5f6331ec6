"""The seeds through the whole flow: a release that the standards' own programs find valid and read whole."""

from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq


def test_the_seeds_release_is_valid_and_read_alike_by_every_reader(deployment, shared):
    import frictionless
    import mlcroissant

    deployment.ingest("2026-01-06T06:00:00Z", shared / "seeds" / "articles.jsonl")
    folder = Path(deployment.release("2026-01-06T07:00:00Z")["folder"])
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["taskNumber", "fieldName", "type", "message"])[:5]
    dataset = mlcroissant.Dataset(jsonld=folder / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    for name in ("facts", "participants", "figures", "statements", "history_facts_wide"):
        path = folder / {"history_facts_wide": "history/facts_wide.parquet"}.get(name, f"data/{name}.parquet")
        rows = pq.read_metadata(path).num_rows
        assert rows and len(list(dataset.records(name))) == rows, name
        assert len(pd.read_parquet(path)) == pl.read_parquet(path).height == rows
        assert duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall() == [(rows,)]
