"""The sample newsroom through the whole flow: complete, the same everywhere, and whole after every kill."""

import hashlib
import json
import os
import signal
import subprocess
import sys

import duckdb
import pyarrow.parquet as pq
import pytest
from commandline import SAMPLE_NOW, kerjasama, released_files
from upath import UPath

from kerjasama.capture.archive import Archive
from kerjasama.schema import PUBLISHED, arrow_schema


def test_it_says_sample_wherever_it_could_be_mistaken(sample_release):
    assert sample_release.name.endswith("-sample")
    assert json.loads((sample_release / "release.json").read_text())["sample"] is True
    assert "SAMPLE" in (sample_release / "README.md").read_text()


@pytest.mark.parametrize("table", PUBLISHED)
def test_every_table_is_there_twice_and_typed_as_declared(sample_release, table):
    folder = sample_release if table == "inputs" else sample_release / "data"
    parquet = pq.read_table(folder / f"{table}.parquet")
    declared = arrow_schema(table, public=True)
    assert parquet.schema.names == declared.names
    assert [field.type for field in parquet.schema] == [field.type for field in declared]
    if table != "inputs":
        count = duckdb.sql(f"SELECT count(*) FROM read_csv('{folder / table}.csv', header = true)").fetchall()
        assert count == [(parquet.num_rows,)]


def test_its_descriptions_are_valid_and_lead_to_every_row(sample_release):
    import frictionless
    import mlcroissant

    report = frictionless.Package(str(sample_release / "datapackage.json")).validate()
    assert report.valid, report.flatten(["taskNumber", "fieldName", "type", "message"])[:5]
    dataset = mlcroissant.Dataset(jsonld=sample_release / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    for name in ("facts", "actors", "mappings"):
        rows = pq.read_metadata(sample_release / "data" / f"{name}.parquet").num_rows
        assert len(list(dataset.records(name))) == rows, name


def test_it_holds_what_the_newsroom_tells(sample_release):
    def ask(query):
        return duckdb.sql(query.replace("data/", f"{sample_release}/data/")).fetchall()

    instruments = {row[0] for row in ask("SELECT DISTINCT instrument FROM 'data/facts.parquet'")}
    stages = {row[0] for row in ask("SELECT DISTINCT stage FROM 'data/facts.parquet'")}
    countries = {row[0] for row in ask("SELECT DISTINCT unnest(partner_countries) FROM 'data/facts.parquet'")}
    assert len(instruments) >= 8
    assert {"requested", "planned", "agreed", "signed", "ongoing", "completed", "cancelled"} <= stages
    assert {"JP", "KR", "AU"} <= countries
    assert (
        ask("SELECT max(n) FROM (SELECT count(*) n FROM 'data/articles.parquet' GROUP BY story_id)")[0][0]
        >= 3
    )


def test_counts_close(sample_release):
    """tried = fetched + unchanged + refused + failed; fetched = articles + rejects."""
    rows = pq.read_table(sample_release / "data" / "coverage.parquet").to_pylist()
    for row in rows:
        assert row["tried"] == row["fetched"] + row["unchanged"] + row["refused"] + row["failed"], row
        assert row["fetched"] == row["articles"] + row["rejected"], row
    assert sum(row["refused"] for row in rows) >= 1
    assert sum(row["failed"] for row in rows) >= 1


def test_every_offset_points_at_its_words_in_the_archived_text(sample, sample_release):
    """Texts parsed anew out of the archive hold each quotation at the offsets that the row tells."""
    from kerjasama.parse.batch import parse_captures

    captures = pq.read_table(next((sample / "tables" / "captures").iterdir())).to_pylist()
    articles, _ = parse_captures(captures, UPath(sample / "archive"))
    texts = {row["article_id"]: row["text"] for row in articles}
    for table, column in (("statements", "excerpt"), ("figures", "raw"), ("mentions", "text")):
        rows = pq.read_table(sample_release / "data" / f"{table}.parquet").to_pylist()
        assert rows
        for row in rows:
            assert texts[row["article_id"]][row["start"] : row["end"]].startswith(row[column]), row
    facts = pq.read_table(sample_release / "data" / "facts.parquet").to_pylist()
    for fact in facts:
        start, end = fact["evidence_starts"][0], fact["evidence_ends"][0]
        assert texts[fact["article_id"]][start:end].startswith(fact["evidence_quote"]), fact


def test_no_text_of_an_article_leaves_the_archive(sample, sample_release):
    beginnings = [text[:300] for text in _parsed_texts(sample)]
    for path in sample_release.rglob("*"):
        if path.is_file() and path.suffix in (".csv", ".json", ".html", ".md", ".jsonld"):
            content = path.read_text(encoding="utf-8")
            assert not any(beginning in content for beginning in beginnings), path


def _parsed_texts(home):
    return pq.read_table(next((home / "tables" / "parsed_articles").iterdir()))["text"].to_pylist()


def test_pointers_name_the_release_and_its_sums_hold(sample, sample_release):
    releases = sample / "releases"
    latest = json.loads((releases / "latest.json").read_text())
    assert latest["version"] == sample_release.name
    for line in (sample_release / "SHA256SUMS").read_text().splitlines():
        digest, _, path = line.partition("  ")
        assert hashlib.sha256((sample_release / path).read_bytes()).hexdigest() == digest, path


def test_the_readme_prints_this_release_s_digest(sample_release, root):
    digest = hashlib.sha256((sample_release / "SHA256SUMS").read_bytes()).hexdigest()
    assert f"digest {digest}" in (root / "README.md").read_text(), f"`make release` gives digest {digest}"


def test_a_second_run_makes_no_new_release_and_says_so(sample):
    before = released_files(sample)
    again = kerjasama("release", "--home", sample)
    assert again.returncode == 0, again.stderr
    assert "Nothing new" in again.stdout
    assert released_files(sample) == before


def test_the_archive_can_be_read_without_the_network(sample):
    archive = Archive(UPath(sample / "archive"))
    responses = [entry for entry in archive.records() if entry.kind == "response" and entry.status == 200]
    assert len(responses) >= 30
    assert archive.read(responses[0].record_id).content


STAGES = ("captures:", "read:", "resolve:", "release:")


def test_killed_at_each_stage_it_completes_and_equals_an_undisturbed_run(sample, tmp_path):
    """One home, killed with SIGKILL as soon as each stage has spoken, then run to its end."""
    home = tmp_path / "home"
    for stage in STAGES:
        _run_and_kill(stage, home, tmp_path)
        pointer = home / "releases" / "latest.json"
        if pointer.exists():
            assert (home / "releases" / json.loads(pointer.read_text())["version"] / "release.json").exists()
    finished = kerjasama(
        "release", "--home", home, "--as-of", SAMPLE_NOW, cwd=tmp_path, env={"PYTHONHASHSEED": "7"}
    )
    assert finished.returncode == 0, finished.stderr
    undisturbed, disturbed = released_files(sample), released_files(home)
    assert sorted(disturbed) == sorted(undisturbed)
    assert [path for path in undisturbed if disturbed[path] != undisturbed[path]] == []


def _run_and_kill(stage, home, folder):
    command = [sys.executable, "-m", "pipelines.cli", "release", "--home", str(home), "--as-of", SAMPLE_NOW]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as process:
        for line in process.stderr:
            if line.strip().startswith(stage):
                process.send_signal(signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL, f"{stage} was never told"
