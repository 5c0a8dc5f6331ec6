"""The ledger of known errors beside the archive, as the assets wire it: put right, told, and guarded."""

import dagster as dg
import duckdb
import pytest
import yaml
from given_articles import BRIDGE
from upath import UPath

from pipelines.rebuild import CannotRebuild, rebuild


def ask(made, query):
    return duckdb.sql(query.replace("'data/", f"'{made['folder']}/data/")).fetchall()


@pytest.fixture
def released(deployment, write_lines):
    """A deployment with one release, and the release."""
    deployment.ingest("2026-02-03T06:00:00Z", write_lines("warta.jsonl", BRIDGE))
    return deployment, deployment.release("2026-02-03T07:00:00Z")


def correct(deployment, **told):
    entry = {"id": "2026-01", "table": "figures", "reason": "salah cetak", "source": "surat pembaca", **told}
    ledger = yaml.safe_dump([entry], allow_unicode=True)
    (deployment.home / "corrections.yaml").write_text(ledger, encoding="utf-8")


def test_a_correction_beside_the_archive_makes_a_release_that_tells_it_and_the_history_keeps_both(released):
    deployment, first = released
    ((fact, stage),) = ask(first, "SELECT fact_id, stage FROM 'data/facts.parquet' LIMIT 1")
    assert stage != "suspended"
    correct(deployment, table="facts", row_key=fact, was={"stage": stage}, becomes={"stage": "suspended"})
    second = deployment.release("2026-02-03T08:00:00Z")
    assert second["new"] and second["version"] != first["version"]
    ((now,),) = ask(second, f"SELECT stage FROM 'data/facts.parquet' WHERE fact_id = '{fact}'")
    assert now == "suspended"
    changes = f"{second['folder']}/changes/facts.parquet"
    told = duckdb.sql(f"SELECT fact_id, change, reason, before FROM '{changes}'").fetchall()
    assert told == [(fact, "changed", "ledger_correction", f'{{"stage": "{stage}"}}')]
    history = ask(
        second,
        f"SELECT stage, valid_to IS NULL, ended_because FROM 'data/../history/facts_wide.parquet' "
        f"WHERE fact_id = '{fact}' ORDER BY valid_from, stage = 'suspended'",
    )
    assert history == [(stage, False, "ledger_correction"), ("suspended", True, None)]
    assert not deployment.release("2026-02-03T09:00:00Z")["new"]


def test_a_rebuild_asks_for_the_ledger_that_the_release_was_made_with(released, tmp_path):
    deployment, first = released
    ((fact, stage),) = ask(first, "SELECT fact_id, stage FROM 'data/facts.parquet' LIMIT 1")
    correct(deployment, table="facts", row_key=fact, was={"stage": stage}, becomes={"stage": "suspended"})
    with pytest.raises(CannotRebuild, match=r"corrections\.yaml absent; .* of SHA-256 [0-9a-f]{64}"):
        rebuild(UPath(first["folder"]), tmp_path / "again")
    second = deployment.release("2026-02-03T08:00:00Z")
    (deployment.home / "corrections.yaml").unlink()
    with pytest.raises(CannotRebuild, match=r"of SHA-256 [0-9a-f]{64}; beside the archive lies absent"):
        rebuild(UPath(second["folder"]), tmp_path / "again")


def test_a_row_that_the_ledger_takes_out_lies_in_quarantine_and_the_sums_close(released):
    deployment, first = released
    ((figure, value),) = ask(first, "SELECT figure_id, value FROM 'data/figures.parquet' LIMIT 1")
    correct(deployment, row_key=figure, was={"value": value}, remove=True)
    second = deployment.release("2026-02-03T08:00:00Z")
    held = ask(second, "SELECT \"table\", row_key, rule FROM 'data/quarantine.parquet'")
    assert held == [("figures", figure, "ledger.2026-01")]
    assert ask(second, f"SELECT * FROM 'data/figures.parquet' WHERE figure_id = '{figure}'") == []


def test_a_correction_that_outlived_its_cause_stops_the_run_and_says_which(released):
    deployment, first = released
    ((figure,),) = ask(first, "SELECT figure_id FROM 'data/figures.parquet' LIMIT 1")
    correct(deployment, row_key=figure, was={"value": 7.0}, becomes={"value": 8.0})
    with pytest.raises(dg.Failure, match=r"2026-01.*look whether the error is mended"):
        deployment.release("2026-02-03T08:00:00Z")
