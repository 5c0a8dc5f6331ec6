"""The crawl: order, twins, gates, resuming at the same clock, SIGKILL at any moment."""

from __future__ import annotations

import json
import multiprocessing
import random
import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kerjasama.capture.archive import Archive
from kerjasama.capture.candidate import Candidate, Problem
from kerjasama.capture.client import Client
from kerjasama.capture.crawl import capture
from kerjasama.capture.settings import ClientSettings
from kerjasama.schema import to_table

HOST = "kabar.example"


def body(n: int) -> bytes:
    return (
        f"<html><body><p>Berita {n}: Indonesia dan Jepang bertemu lagi di Osaka.</p></body></html>".encode()
        * 20
    )


def archive_files(root: Path) -> dict[str, bytes]:
    kept = (p for part in ("warc", "index") for p in sorted((root / part).rglob("*")) if p.is_file())
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in kept}


def test_rows_fit_the_table_and_come_in_the_order_of_the_candidates(run, web, now):
    hosts = [f"h{n}.example" for n in range(5)]
    for n in range(40):
        web.on(f"/{n}", lambda handler, n=n: (time.sleep(0.002 * (n % 7)), web.reply(handler, body(n))))
    urls = [f"http://{hosts[n % 5]}/{n}" for n in range(40)]
    rows = run(*urls, hosts=hosts)
    assert [row["url"] for row in rows] == urls
    table = to_table("captures", rows)
    assert table.num_rows == 40 and table.schema.field("captured_at").type.tz == "UTC"
    assert rows[3] == rows[3] | {
        "day": "2026-01-31",
        "publisher": "kabar",
        "found_via": "test",
        "status": "fetched",
        "http_status": 200,
        "bytes": len(body(3)),
        "captured_at": now,
        "attempts": 1,
    }


def test_sites_are_asked_at_once_but_each_one_by_one(run, web):
    going: dict[str, int] = {}
    most = {"site": 0, "all": 0}

    def answer(handler):
        host = handler.headers["Host"]
        going[host] = going.get(host, 0) + 1
        most["site"] = max(most["site"], going[host])
        most["all"] = max(most["all"], sum(going.values()))
        time.sleep(0.02)
        going[host] -= 1
        web.reply(handler, body(1))

    hosts = [f"h{n}.example" for n in range(4)]
    for n in range(16):
        web.on(f"/{n}", answer)
    run(*(f"http://{hosts[n % 4]}/{n}" for n in range(16)), hosts=hosts)
    assert most == {"site": 1, "all": 4}


def test_a_page_that_heals_is_told_with_its_attempts(run, web):
    answers = iter([500, 200])
    web.on("/a", lambda handler: web.reply(handler, body(1), next(answers)))
    (row,) = run("/a")
    assert (row["status"], row["attempts"]) == ("fetched", 2)


def test_the_same_clock_asks_for_nothing_again_and_gives_the_same_rows(run, web):
    web.page("/a", body(1))
    web.page("/b", status=301, headers={"Location": "/a"})
    web.page("/403", status=403)
    web.page("/500", status=500)
    addresses = ["/a", "/b", "/hilang", "/500", "/403", "/a2", "ftp://x.example/"]
    first = run(*addresses)
    asked = len(web.requests)
    assert run(*addresses) == first
    assert len(web.requests) == asked
    assert [r["reason"] for r in first] == [
        None,
        None,
        "not_found",
        "server_error",
        "forbidden",
        "host_stopped",
        "forbidden_scheme",
    ]


def test_a_redirect_is_told_under_the_address_tried_and_read_under_the_one_that_answered(run, web, tmp_path):
    web.page("/baru", body(1))
    web.page("/lama", status=301, headers={"Location": "/baru"})
    (row,) = run("/lama")
    assert row["url"] == f"http://{HOST}/lama"
    assert Archive(tmp_path / "archive").read(row["archive_record"]).url == f"http://{HOST}/baru"


def test_gate_twins_repeats_and_source_problems(web, make_client, tmp_path, now):
    web.page("/a", body(1))

    def candidate(path, **told):
        return Candidate(f"http://{HOST}{path}", "kabar", "uji", **told)

    candidates = [
        candidate("/a", key="satu"),
        candidate("/a", key="satu"),  # the very same address: no row
        candidate("/a#komentar", key="satu"),  # neither
        candidate("/a?utm_source=x", key="satu"),  # a twin: a row
        candidate("/olahraga", title="Skor akhir"),
        candidate("/rss", problem=Problem("feed_unreadable", "/rss: neither RSS nor Atom")),
    ]
    archive = Archive(tmp_path, fsync=False)
    gate = lambda c: "no_keyword" if c.title == "Skor akhir" else None  # noqa: E731
    rows = list(capture(candidates, make_client(), archive, now, gate))
    assert [(r["status"], r["reason"]) for r in rows] == [
        ("fetched", None),
        ("skipped", "duplicate"),
        ("skipped", "no_keyword"),
        ("failed", "feed_unreadable"),
    ]
    assert web.asked("/a") == 1 and web.asked("/olahraga") == 0


def test_a_row_is_told_only_when_its_capture_can_be_read(web, make_client, tmp_path, now):
    for n in range(5):
        web.page(f"/{n}", body(n))
    candidates = [Candidate(f"http://{HOST}/{n}", "kabar", "uji") for n in range(5)]
    for row in capture(candidates, make_client(), Archive(tmp_path / "a"), now):
        another = Archive(tmp_path / "a", cache=tmp_path / "another")
        assert another.read(row["archive_record"]).digest == row["content_digest"]
        another.close()


def test_stopping_in_the_middle_leaves_a_good_archive(web, make_client, tmp_path, now):
    for n in range(9):
        web.page(f"/{n}", body(n))
    candidates = [Candidate(f"http://{HOST}/{n}", "kabar", "uji") for n in range(9)]
    rows = capture(candidates, make_client(), Archive(tmp_path / "a"), now)
    first = [next(rows) for _ in range(4)]
    rows.close()
    again = list(capture(candidates, make_client(), Archive(tmp_path / "a"), now))
    assert again[:4] == first and len(again) == 9


def start(port: int, home: Path, pages: int) -> Any:
    """A crawl in a forked process that has begun."""
    home.mkdir(parents=True, exist_ok=True)
    context = multiprocessing.get_context("fork")
    begun = context.Event()
    process = context.Process(target=crawl_in_process, args=(port, home, pages, begun))
    process.start()
    assert begun.wait(30)
    return process


def finish(process: Any) -> None:
    process.join(60)
    assert process.exitcode == 0


def crawl_in_process(port: int, home: Path, pages: int, begun: Any) -> None:
    hosts = [f"h{n}.example" for n in range(4)]
    settings = ClientSettings(resolve=dict.fromkeys(hosts, f"127.0.0.1:{port}"), delay=0, backoff=0)
    candidates = (Candidate(f"http://{hosts[n % 4]}/{n}", "h", "uji") for n in range(pages))
    archive = Archive(home, segment_bytes=60_000)
    begun.set()
    rows = capture(candidates, Client(settings), archive, datetime(2026, 1, 31, tzinfo=UTC))
    with (home / "rows.jsonl").open("w") as out:
        for row in rows:
            out.write(json.dumps(row, default=str) + "\n")


def kill_and_resume(web, tmp_path: Path, pages: int, moments: int) -> None:
    """Kill a crawl at random moments, each in a home of its own, and compare with an undisturbed one.

    A moment is a number of requests that the server has seen, and a few milliseconds: what was going on
    then (waiting, compressing, fsync, index) differs each time, however busy the machine is.
    """
    for n in range(pages):
        web.page(f"/{n}", body(n))
    finish(start(web.port, tmp_path / "whole", pages))
    expected, rows = archive_files(tmp_path / "whole"), (tmp_path / "whole/rows.jsonl").read_text()
    assert len(rows.splitlines()) == pages
    dice = random.Random(11)
    for moment in range(moments):
        home = tmp_path / f"killed{moment}"
        web.requests.clear()
        target = dice.randrange(1, pages - 5)
        process = start(web.port, home, pages)
        while len(web.requests) < target and process.is_alive():
            time.sleep(0.0002)
        time.sleep(dice.random() * 0.01)
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        finish(start(web.port, home, pages))
        assert archive_files(home) == expected
        assert (home / "rows.jsonl").read_text() == rows
        responses = [e.url for e in Archive(home).records() if e.kind == "response" and "robots" not in e.url]
        assert len(responses) == len(set(responses)) == pages


def test_killed_at_a_few_moments_every_page_is_there_once(web, tmp_path):
    kill_and_resume(web, tmp_path, pages=100, moments=3)


@pytest.mark.slow
def test_killed_at_fifty_moments_of_five_hundred_pages(web, tmp_path):
    kill_and_resume(web, tmp_path, pages=500, moments=50)


def test_backfill_of_other_days_leaves_the_first_alone(run, web):
    web.page("/a", body(1))
    run("/a")
    later = datetime(2026, 2, 5, tzinfo=UTC)
    web.page("/b", body(2))
    rows = run("/a", "/b", now=later)
    assert [r["status"] for r in rows] == ["unchanged", "fetched"]
    assert [r["status"] for r in run("/a", now=later - timedelta(days=99))] == ["unchanged"]
