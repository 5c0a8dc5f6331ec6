"""A run in which every source fails is stopped with a report; it never passes for a day without news."""

import json

import dagster as dg
import pytest

from assets.resources import Newsstand

ARTICLE = {
    "url": "https://money.kompas.com/read/2026/02/03/090000026/jembatan-uji",
    "published_at": "2026-02-03T09:00:00+07:00",
    "text": (
        "MALANG, Warta Uji - Pemerintah Indonesia dan Jepang menandatangani perjanjian pinjaman untuk "
        "jembatan Brantas senilai Rp 400 miliar pada Selasa (3/2/2026).\n\n"
        "Pekerjaan dimulai tahun ini dan melibatkan kontraktor kecil dari Malang."
    ),
}
# Nothing listens on the discard port: every address of the outlet is refused at once.
DEAD = {
    "contact": "uji@kerjasama.example",
    "delay": 0,
    "retries": 0,
    "resolve": {"www.kompas.com": "127.0.0.1:9", "money.kompas.com": "127.0.0.1:9"},
}


def test_a_run_in_which_every_source_fails_is_stopped_with_a_report(deployment, write_lines):
    deployment.ingest("2026-02-03T06:00:00Z", write_lines("warta.jsonl", ARTICLE))
    made = deployment.release("2026-02-03T07:00:00Z")
    assert made["new"]
    assert {row["publisher"] for row in deployment.table("coverage")} == {"kompas"}
    assert not deployment.release("2026-02-03T08:00:00Z")["new"]

    deployment.ingest_live(
        "2026-02-04T06:00:00Z", Newsstand(source="live", publishers=["kompas"], client=DEAD)
    )
    assert {row["status"] for row in deployment.table("captures", "2026-02-04")} == {"failed"}
    with pytest.raises(dg.Failure, match="kompas: 2 addresses tried on 2026-02-04, none answered"):
        deployment.release("2026-02-04T07:00:00Z")
    (report,) = (deployment.home / "releases" / "failed").glob("*/report.json")
    (reason,) = json.loads(report.read_text())["reasons"]
    assert reason["rule"] == "coverage.no_source_fell_silent"
    latest = json.loads((deployment.home / "releases" / "latest.json").read_text())
    assert latest["version"] == made["version"]
