"""Several runs a day and across days: they add to each other, and the newest reading of an article counts."""

from collections import Counter

import duckdb
import pytest
from given_articles import BRIDGE

SCHOOL = {
    "url": "https://warta-uji.example/2026/02/03/kelas-bahasa",
    "publisher": "warta-uji",
    "published_at": "2026-02-03T11:00:00+07:00",
    "text": (
        "BATU, Warta Uji - Universitas Negeri Malang dan Universitas Kyoto bekerja sama membuka kelas bahasa "
        "Jepang bagi pelaku usaha kecil, kata rektor, Selasa (3/2/2026).\n\n"
        "Kelas itu diikuti 60 peserta."
    ),
}
CORRECTED = {
    **BRIDGE,
    "text": BRIDGE["text"].replace("menandatangani perjanjian pinjaman", "membatalkan perjanjian pinjaman"),
}


def statuses(rows):
    return Counter(row["status"] for row in rows)


def test_a_second_run_of_a_day_adds_to_it(deployment, write_lines):
    deployment.ingest("2026-02-03T06:00:00Z", write_lines("pagi.jsonl", BRIDGE))
    deployment.ingest("2026-02-03T12:00:00Z", write_lines("siang.jsonl", SCHOOL))
    assert statuses(deployment.table("captures", "2026-02-03")) == {"fetched": 2}
    assert {row["url"] for row in deployment.table("parsed_articles")} == {BRIDGE["url"], SCHOOL["url"]}
    assert len({row["article_id"] for row in deployment.table("fact_mentions", "2026-02-03")}) == 2


def test_the_same_file_again_is_unchanged_and_changes_nothing(deployment, write_lines):
    lines = write_lines("pagi.jsonl", BRIDGE, SCHOOL)
    deployment.ingest("2026-02-03T06:00:00Z", lines)
    before = deployment.table("parsed_articles"), deployment.table("fact_mentions")
    deployment.ingest("2026-02-03T12:00:00Z", lines)
    deployment.ingest("2026-02-04T06:00:00Z", lines)
    assert statuses(deployment.table("captures", "2026-02-03")) == {"fetched": 2, "unchanged": 2}
    assert statuses(deployment.table("captures", "2026-02-04")) == {"unchanged": 2}
    assert (deployment.table("parsed_articles"), deployment.table("fact_mentions")) == before


def test_the_same_run_again_gives_the_same_rows(deployment, write_lines):
    lines = write_lines("pagi.jsonl", BRIDGE, SCHOOL)
    tables = ("captures", "parsed_articles", "rejects", "fact_mentions", "statement_mentions")
    deployment.ingest("2026-02-03T06:00:00Z", lines)
    before = {name: deployment.table(name) for name in tables}
    deployment.ingest("2026-02-03T06:00:00Z", lines)
    assert {name: deployment.table(name) for name in tables} == before


def test_a_past_day_is_made_again_without_its_sources(deployment, write_lines):
    """A backfill parses and reads from the archive: the file may be gone, the rows stay."""
    lines = write_lines("pagi.jsonl", BRIDGE, SCHOOL)
    deployment.ingest("2026-02-03T06:00:00Z", lines)
    before = deployment.table("captures"), deployment.table("fact_mentions")
    lines.unlink()
    (deployment.home / "tables" / "fact_mentions" / "2026-02-03.parquet").unlink()
    deployment.ingest("2026-02-09T06:00:00Z", lines, day="2026-02-03")
    assert (deployment.table("captures"), deployment.table("fact_mentions")) == before


def test_a_text_that_changed_takes_the_place_of_the_earlier_one_and_the_sums_close(deployment, write_lines):
    """The release judges itself: had the sums not closed, it would have been refused."""
    deployment.ingest("2026-02-03T06:00:00Z", write_lines("warta.jsonl", BRIDGE, SCHOOL))
    deployment.ingest("2026-02-04T06:00:00Z", write_lines("warta.jsonl", CORRECTED, SCHOOL))
    assert statuses(deployment.table("captures")) == {"fetched": 3, "unchanged": 1}
    made = deployment.release("2026-02-04T07:00:00Z")
    assert made["new"]

    def ask(query):
        return duckdb.sql(query.replace("data/", f"{made['folder']}/data/")).fetchall()

    captured = dict(ask("SELECT url, strftime(captured_at, '%Y-%m-%d') FROM 'data/articles.parquet'"))
    assert captured == {BRIDGE["url"]: "2026-02-04", SCHOOL["url"]: "2026-02-03"}
    quotes = ask(
        "SELECT evidence_quote FROM 'data/facts.parquet' JOIN 'data/articles.parquet' USING (article_id)"
    )
    assert any("membatalkan perjanjian" in quote for (quote,) in quotes)
    assert not any("menandatangani perjanjian" in quote for (quote,) in quotes)
    for row in deployment.table("coverage"):
        assert row["tried"] == row["fetched"] + row["unchanged"] + row["refused"] + row["failed"]
        assert row["fetched"] == row["articles"] + row["rejected"]
    extracted = len(deployment.current("fact_mentions"))
    held = sum(row["table"] == "facts" for row in deployment.table("quarantine"))
    assert extracted == made["rows"]["facts"] + held
    assert extracted < len(deployment.table("fact_mentions"))


@pytest.mark.parametrize(
    "later", ["2026-01-12T05:00:00Z", "2026-01-13T01:00:00Z"], ids=["same day", "next day"]
)
def test_pages_of_a_killed_run_are_told_by_the_next_one(deployment, later):
    """Killed between archive and table: the pages lie in the archive, and no row tells of them.

    The next run, at a later time, is answered `304 Not Modified` and must tell them as fetched all the same;
    the run after it must not tell them a second time.
    """
    deployment.ingest("2026-01-12T01:00:00Z", source="sample")
    undisturbed = statuses(deployment.table("captures"))["fetched"], articles_of(deployment)
    for name in ("captures", "parsed_articles", "rejects"):
        (deployment.home / "tables" / name / "2026-01-12.parquet").unlink()
    deployment.ingest(later, source="sample")
    assert (statuses(deployment.table("captures"))["fetched"], articles_of(deployment)) == undisturbed
    deployment.ingest(later[:11] + "09:00:00Z", source="sample")
    counts = statuses(deployment.table("captures"))
    assert (counts["fetched"], counts["unchanged"]) == (undisturbed[0], undisturbed[0])


def articles_of(deployment):
    return sorted((row["article_id"], row["text_sha256"]) for row in deployment.table("parsed_articles"))
