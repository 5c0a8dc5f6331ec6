"""Manners: robots.txt, pace, identity, conditional requests, what is never sent or kept."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from kerjasama.capture.archive import Archive
from kerjasama.capture.client import Client
from kerjasama.capture.reasons import FAILED, REFUSED, SKIPPED, FetchFailed
from kerjasama.capture.settings import ClientSettings

HOST = "kabar.example"
PAGE = b"<html><body><p>Bandung - Dua universitas menjajaki kerja sama riset.</p></body></html>"


def robots(web, text, **options):
    web.page("/robots.txt", text, headers={"Content-Type": "text/plain"}, **options)


def statuses(rows):
    return [(row["status"], row["reason"]) for row in rows]


def test_robots_rules_hold_with_wildcards_and_for_our_name(run, web):
    robots(
        web, "User-agent: *\nDisallow: /\n\nUser-agent: kerjasama\nDisallow: /*.pdf$\nDisallow: /khusus/\n"
    )
    web.page("/a", PAGE)
    rows = run("/a", "/khusus/b", "/c.pdf")
    assert statuses(rows) == [("fetched", None)] + [("refused", "robots_disallowed")] * 2
    assert web.asked("/robots.txt") == 1 and web.asked("/khusus/b") == 0


@pytest.mark.parametrize("status", [500, 503, 401, 403, 429])
def test_robots_closed_or_broken_closes_the_origin(run, web, status):
    web.page("/robots.txt", "", status)
    web.page("/a", PAGE)
    rows = run("/a", "/b")
    assert statuses(rows) == [("refused", "robots_unreachable")] * 2
    assert run("/a", "/b") == rows
    assert web.asked("/a") == 0


def test_robots_that_never_answers_closes_the_origin(run, web):
    import time

    web.on("/robots.txt", lambda handler: time.sleep(0.4))
    web.page("/a", PAGE)
    assert statuses(run("/a", read_timeout=0.1, retries=0)) == [("refused", "robots_unreachable")]


@pytest.mark.parametrize("status", [404, 410, 400])
def test_no_robots_allows_all(run, web, status):
    web.page("/robots.txt", "", status)
    web.page("/a", PAGE)
    assert statuses(run("/a")) == [("fetched", None)]
    assert statuses(run("/a", "/b")) == [("fetched", None), ("failed", "not_found")]  # going on after a kill


def test_robots_that_is_html_forbids_nothing_and_is_told(run, web, caplog):
    web.page("/robots.txt", "<!doctype html><p>User-agent: *\nDisallow: /</p>")
    web.page("/a", PAGE)
    with caplog.at_level(logging.WARNING):
        assert statuses(run("/a")) == [("fetched", None)]
    assert "HTML" in caplog.text


def test_robots_of_a_redirect_target_holds_too(run, web):
    robots(web, "User-agent: *\nDisallow: /tutup/", host="lain.example")
    web.page("/pindah", status=301, headers={"Location": "http://lain.example/tutup/a"})
    web.page("/tutup/a", PAGE)
    assert statuses(run("/pindah", hosts=["lain.example"])) == [("refused", "robots_disallowed")]
    assert web.asked("/tutup/a") == 0


def test_robots_is_kept_a_day_across_runs(run, web, now):
    robots(web, "User-agent: *\nDisallow: /khusus/")
    web.page("/a", PAGE)
    run("/a")
    run("/a", now=now + timedelta(hours=20))
    assert web.asked("/robots.txt") == 1
    run("/a", now=now + timedelta(hours=25))
    assert web.asked("/robots.txt") == 2


@pytest.mark.parametrize(
    ("rule", "pause"), [("Crawl-delay: 7", 7.0), ("Request-rate: 1/12", 12.0), ("Request-rate: 10/5", 0.5)]
)
def test_crawl_delay_and_request_rate_are_obeyed(run, web, world, rule, pause):
    robots(web, f"User-agent: *\n{rule}\n")
    for n in range(3):
        web.page(f"/{n}", PAGE)
    run("/0", "/1", "/2")
    assert world.sleeps == pytest.approx([pause, pause])


def test_a_crawl_delay_beyond_the_limit_is_no_licence(run, web):
    robots(web, "User-agent: *\nCrawl-delay: 3600")
    web.page("/a", PAGE)
    assert statuses(run("/a")) == [("refused", "robots_crawl_delay")]


def test_pace_is_per_site_with_seeded_jitter_that_only_stretches(run, web, world, make_client):
    for n in range(6):
        web.page(f"/{n}", PAGE)
    web.page("/robots.txt", "", 404)
    run(*(f"/{n}" for n in range(6)), delay=2.0, jitter=0.5, seed=4)
    first = list(world.sleeps)
    assert len(first) == 6 and all(2.0 <= pause <= 3.0 for pause in first) and len(set(first)) == 6
    world.sleeps.clear()
    client = make_client(delay=2.0, jitter=0.5, seed=4)
    for n in range(6):
        client.get(f"http://{HOST}/{n}")
    assert world.sleeps == pytest.approx(first)


def test_subdomains_share_the_pace_of_their_site():
    from kerjasama.capture.addresses import site_of

    assert site_of("ekonomi.bisnis.com") == site_of("www.bisnis.com") == "bisnis.com"
    assert site_of("satu.kemlu.go.id") == "kemlu.go.id" and site_of("dua.go.id") != site_of("tiga.go.id")
    assert site_of("127.0.0.1") == "127.0.0.1"


def test_back_off_doubles_up_to_its_cap(run, web, world):
    web.page("/a", status=500)
    run("/a", backoff=1.0, backoff_max=5.0, retries=5)
    assert world.sleeps == pytest.approx([0, 2, 4, 5, 5])


def test_the_request_tells_who_asks(run, web):
    web.page("/a", PAGE)
    run("/a", contact="redaksi@contoh.example")
    sent = next(headers for _, path, headers in web.requests if path == "/a")
    assert sent["User-Agent"].startswith("kerjasama/") and "redaksi@contoh.example" in sent["User-Agent"]
    assert not {"Cookie", "Authorization", "Referer"} & set(sent)


def test_the_public_internet_is_not_asked_without_a_contact():
    def never_connects(host, port):
        return ["93.184.215.14"]

    client = Client(ClientSettings(), resolver=never_connects)
    with pytest.raises(FetchFailed) as failure:
        client.get("http://contoh.example/")
    assert failure.value.reason == "no_contact" and failure.value.status == "refused"


def test_unchanged_pages_cost_no_body_and_point_to_the_first_capture(run, web, now, tmp_path):
    def answer(handler):
        if handler.headers.get("If-None-Match") == '"v1"' or handler.headers.get("If-Modified-Since"):
            handler.send_response(304)
            handler.end_headers()
        else:
            web.reply(handler, PAGE, headers={"ETag": '"v1"'})

    web.on("/etag", answer)
    web.page("/polos", PAGE)
    first = run("/etag", "/polos")
    second = run("/etag", "/polos", now=now + timedelta(days=3))
    third = run("/etag", "/polos", now=now + timedelta(days=6))
    assert [r["status"] for r in first] == ["fetched"] * 2
    for later in (second, third):
        assert [(r["status"], r["http_status"]) for r in later] == [("unchanged", 304), ("unchanged", 200)]
        assert [r["archive_record"] for r in later] == [r["archive_record"] for r in first]
        assert [r["content_digest"] for r in later] == [r["content_digest"] for r in first]
    kinds = [e.kind for e in Archive(tmp_path / "archive").records() if e.url.endswith(("/etag", "/polos"))]
    assert kinds.count("response") == 2 and kinds.count("revisit") == 4


def test_a_changed_page_is_fetched_again(run, web, now):
    web.page("/a", PAGE, headers={"ETag": '"1"'})
    (first,) = run("/a")
    web.page("/a", PAGE + b"<p>Ralat.</p>", headers={"ETag": '"2"'})
    (second,) = run("/a", now=now + timedelta(days=1))
    assert second["status"] == "fetched" and second["archive_record"] != first["archive_record"]


def test_no_credentials_in_rows_logs_or_archive(run, web, caplog, tmp_path):
    web.page("/a", PAGE, headers={"Set-Cookie": "sesi=RAHASIA1; Path=/"})
    web.page("/b", PAGE, status=302, headers={"Location": f"http://ani:RAHASIA2@{HOST}/a"})
    with caplog.at_level(logging.DEBUG, logger="kerjasama"):
        rows = run("/a", "/b", f"http://budi:RAHASIA3@{HOST}/c", "/a?access_token=RAHASIA4", "/a")
    assert statuses(rows)[1:] == [("refused", "credentials_in_url")] * 3
    import gzip

    stored = b"".join(
        gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes()
        for p in (tmp_path / "archive").rglob("*")
        if p.is_file()
    )
    assert b"RAHASIA" not in stored and "RAHASIA" not in caplog.text and "RAHASIA" not in repr(rows)
    assert all("Cookie" not in headers for _, _, headers in web.requests)


def test_only_http_addresses_and_hosts_are_asked(run):
    rows = run(
        "file:///etc/passwd", "javascript:alert(1)", "http://", "http://a b.example/", "mailto:a@b.example"
    )
    assert {r["status"] for r in rows} == {"refused"}
    assert {r["reason"] for r in rows} <= {"forbidden_scheme", "bad_url"}


def test_reasons_are_one_closed_vocabulary():
    assert not set(REFUSED) & set(FAILED) and not set(SKIPPED) & set(FAILED | REFUSED)
