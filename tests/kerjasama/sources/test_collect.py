"""From declared sources to rows: discovery over real HTTP, WARC files, a replica of Common Crawl."""

from __future__ import annotations

import gzip
import io
import re
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kerjasama.capture import warc
from kerjasama.capture.archive import Archive
from kerjasama.capture.client import Client
from kerjasama.capture.reasons import FetchFailed
from kerjasama.capture.response import Exchange
from kerjasama.capture.settings import ClientSettings
from kerjasama.schema import to_table
from kerjasama.sources.collect import collect
from kerjasama.sources.config import Source, SourceError, source
from kerjasama.sources.gate import country_words, keyword_gate

NOW = datetime(2026, 1, 31, 6, 0, tzinfo=UTC)
HOST = "kabar.example"
PAGE = "<html><body><p>Semarang - Jepang menambah hibah peralatan medis, nomor {}.</p></body></html>"


@pytest.fixture
def run(web, tmp_path):
    """Collect from sources into the test's archive; the rows."""

    def go(*sources, now=NOW, gate=None, **settings):
        hosts = [HOST, "lain.example", "data.cc.example", "berita.kabar.example"]
        quick = {"delay": 0, "file_delay": 0, "backoff": 0, "retries": 1, "resolve": web.resolve(*hosts)}
        archive = Archive(tmp_path / "archive", fsync=False)
        rows = list(collect(sources, Client(ClientSettings(**(quick | settings))), archive, now, gate))
        archive.close()
        to_table("captures", rows)
        return rows

    return go


def feed(*entries):
    items = "".join(
        f"<item><title>{t}</title><link>{u}</link><pubDate>{d}</pubDate></item>" for t, u, d in entries
    )
    return f"<rss version='2.0'><channel>{items}</channel></rss>"


FRESH, OLD = "Fri, 30 Jan 2026 08:00:00 +0700", "Fri, 30 Jan 2015 08:00:00 +0700"


def test_a_feed_is_read_gated_and_its_articles_fetched(web, run):
    told = [
        ("Jepang hibahkan kapal", "/berita/1?utm_source=rss", FRESH),
        ("Hasil liga", "/bola/2", FRESH),
        ("Jepang dulu", "/berita/3", OLD),
        ("Jepang hibahkan kapal", "/amp/berita/1", FRESH),
    ]
    web.page("/rss", feed(*told), headers={"Content-Type": "application/rss+xml"})
    web.page("/berita/1", PAGE.format(1))
    config = {"kind": "feed", "publisher": "kabar", "url": f"http://{HOST}/rss", "window_days": 7}
    rows = run(config, gate=keyword_gate(country_words(["JP"])))
    assert [(r["url"], r["status"], r["reason"]) for r in rows] == [
        (f"http://{HOST}/berita/1", "fetched", None),
        (f"http://{HOST}/bola/2", "skipped", "no_keyword"),
        (f"http://{HOST}/amp/berita/1", "skipped", "duplicate"),
    ]
    assert (
        rows[0]["found_via"] == f"feed:http://{HOST}/rss" and rows[0]["title_hint"] == "Jepang hibahkan kapal"
    )
    asked = len(web.requests)
    assert run(config, gate=keyword_gate(country_words(["JP"]))) == rows
    assert len(web.requests) == asked, "the feed too comes from the archive when the run is repeated"


def test_sources_of_several_sites_are_asked_at_once(web, run):
    going, most = [0], [0]

    def answer(handler):
        going[0] += 1
        most[0] = max(most[0], going[0])
        time.sleep(0.1)
        going[0] -= 1
        web.reply(handler, feed(("Jepang", "/1", FRESH)))

    web.on("/rss", answer)
    web.page("/1", PAGE.format(1))
    hosts = (HOST, "lain.example", "berita.kabar.example")
    rows = run(*({"kind": "feed", "url": f"http://{host}/rss"} for host in hosts))
    assert most[0] >= 2 and [r["status"] for r in rows] == ["fetched"] * 3
    assert web.asked("/rss") == 3


def test_sources_that_fail_are_rows_and_the_others_go_on(web, run):
    web.page("/rss", feed(("Jepang", "/1", FRESH)))
    web.page("/1", PAGE.format(1))
    web.page("/kosong", feed())
    web.page("/rusak", "<h1>Segera hadir</h1>")
    web.page("/500", "", 500)
    web.page(
        "/bom",
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
    )
    kinds = [
        ("/bom", "sitemap"),
        ("/500", "feed"),
        ("/kosong", "feed"),
        ("/rusak", "sitemap"),
        ("/hilang", "sitemap"),
        ("/rss", "feed"),
    ]
    rows = run(*({"kind": kind, "url": f"http://{HOST}{path}"} for path, kind in kinds))
    told = {(r["url"].removeprefix(f"http://{HOST}"), r["status"], r["reason"]) for r in rows}
    assert told == {
        ("/500", "failed", "server_error"),
        ("/bom", "failed", "feed_unreadable"),
        ("/kosong", "failed", "source_empty"),
        ("/rusak", "failed", "feed_unreadable"),
        ("/hilang", "failed", "not_found"),
        ("/1", "fetched", None),
    }


def test_twenty_disguises_of_an_article_are_one_request(web, run):
    path = "kabar.example/ekonomi/2026/01/31/pelabuhan"
    first, *others = [
        f"http://{path}",
        *(
            f"http://{path}{end}"
            for end in ("/", "/?", "#komentar", "?utm_source=rss", "?fbclid=1", "?page=all")
        ),
        *(
            f"http://{path}{end}"
            for end in ("?page=1", "?single=1", "?amp=1", "/amp/", "/amp", "/index.html", "?ref=a")
        ),
        *(f"http://{host}.{path}" for host in ("www", "m", "amp", "mobile", "wap", "www.m")),
        f"https://{path}",
        f"http://{path.replace('/ekonomi', '/amp/ekonomi')}",
        f"http://{path.replace('/ekonomi', '//ekonomi').upper().replace('HTTP', 'http')}".lower(),
    ]
    assert len({first, *others}) > 20
    web.page("/ekonomi/2026/01/31/pelabuhan", PAGE.format(1))
    web.page("/rss", feed(*(("Jepang", url.replace("&", "&amp;"), FRESH) for url in (first, *others))))
    rows = run({"kind": "feed", "url": f"http://{HOST}/rss"})
    assert (rows[0]["status"], rows[0]["reason"]) == ("fetched", None)
    assert {(r["status"], r["reason"]) for r in rows[1:]} == {("skipped", "duplicate")}
    assert sum("pelabuhan" in asked for _, asked, _ in web.requests) == 1


def test_a_feed_with_bad_dates_gives_its_articles(web, run):
    dates = ["Sabtu, 31 Januari 2026", "31/01/2026 25:99", "", FRESH]
    web.page("/rss", feed(*((f"Jepang {n}", f"/{n}", date) for n, date in enumerate(dates))))
    for n in range(4):
        web.page(f"/{n}", PAGE.format(n))
    rows = run({"kind": "feed", "url": f"http://{HOST}/rss", "window_days": 7})
    assert [r["status"] for r in rows] == ["fetched"] * 4
    assert [r["published_hint"] for r in rows] == [dates[0], dates[1], None, "2026-01-30T01:00:00Z"]


def test_secrets_of_a_source_are_told_nowhere(web, run, tmp_path):
    rows = run({"kind": "feed", "url": f"http://ani:RAHASIA@{HOST}/rss?token=RAHASIA"})
    assert [(r["status"], r["reason"]) for r in rows] == [("refused", "credentials_in_url")]
    assert "RAHASIA" not in repr(rows) and not web.requests
    file = tmp_path / "a.warc.gz"
    file.write_bytes(record("https://lain.example/a?token=RAHASIA") + record("https://lain.example/b"))
    rows = run({"kind": "warc", "paths": [str(file)]})
    assert [(r["status"], r["reason"]) for r in rows] == [
        ("refused", "credentials_in_url"),
        ("fetched", None),
    ]
    assert "RAHASIA" not in repr(rows)


def test_a_sitemap_index_with_gzip_and_a_loop_and_a_listing(web, run):
    site = f"http://{HOST}"
    web.page(
        "/i.xml",
        f"<sitemapindex><sitemap><loc>{site}/s.xml.gz</loc></sitemap>"
        f"<sitemap><loc>{site}/i.xml</loc></sitemap></sitemapindex>",
    )
    urls = (
        "".join(f"<url><loc>{site}/berita/{n}</loc></url>" for n in range(3))
        + f"<url><loc>{site}/tag/a</loc></url>"
    )
    web.page(
        "/s.xml.gz",
        gzip.compress(f"<urlset>{urls}</urlset>".encode()),
        headers={"Content-Type": "application/gzip"},
    )
    web.page(
        "/tag/jepang/1", '<a href="/berita/2">Dua</a><a href="/berita/7">Tujuh</a><a href="/tentang">x</a>'
    )
    web.page("/tag/jepang/2", '<a href="/berita/8">Delapan</a>')
    for n in range(9):
        web.page(f"/berita/{n}", PAGE.format(n))
    rows = run(
        {"kind": "sitemap", "url": f"{site}/i.xml", "link_pattern": "/berita/"},
        {"kind": "listing", "url": f"{site}/tag/jepang/{{page}}", "pages": 2, "link_pattern": r"/berita/\d+"},
    )
    assert sorted(r["url"].rpartition("/")[2] for r in rows) == ["0", "1", "2", "7", "8"]
    assert {r["status"] for r in rows} == {"fetched"}


def test_the_gate_sees_title_summary_and_address():
    from kerjasama.capture.candidate import Candidate

    gate = keyword_gate(country_words(["JP"]))

    def passes(url="https://kabar.example/x", **told):
        return gate(Candidate(url, None, "uji", **told)) is None

    assert passes(title="RI-Jepang sepakat") and passes(title="JEPANG tambah kuota")
    assert passes(summary="bersama JICA di Jakarta") and passes(
        url="https://kabar.example/a/investasi-jepang-naik"
    )
    assert passes(title="Kunjungan ke Negeri Sakura") and passes(
        url="https://k.example/negeri-sakura-menunggu"
    )
    assert not passes(title="Rapat di Semarang") and not passes(title="Jepangan, makanan baru")
    assert keyword_gate([])(Candidate("https://k.example/", None, "uji")) is None
    with pytest.raises(KeyError):
        country_words(["ZZZ"])


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"kind": "feed"}, "url"),
        ({"kind": "koran"}, "kind"),
        ({"kind": "feed", "url": "x", "warna": "biru"}, "warna"),
        ({"kind": "listing", "url": "x"}, "link_pattern"),
        ({"kind": "listing", "url": "x", "link_pattern": "("}, "link_pattern"),
        ({"kind": "commoncrawl", "crawl": "CC-MAIN-2026-05"}, "hosts"),
    ],
)
def test_a_wrongly_declared_source_says_what_is_wrong(wrong, says):
    with pytest.raises(SourceError, match=says):
        source(wrong)


# WARC files

AT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def record(url, n=1, *, status=200, kind="text/html", gz=False, at=AT):
    body = PAGE.format(n).encode()
    exchange = Exchange(url, (), status, "OK", (("Content-Type", kind),), body)
    made = warc.response(exchange, at)
    if gz:
        packed = gzip.compress(body, mtime=0)
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Encoding: gzip\r\n\r\n"
        made = replace(made, block=head.encode() + packed)
    return warc.member(made)


def test_a_warc_file_brings_its_pages_with_their_own_times(tmp_path, run):
    file = tmp_path / "lain.warc.gz"
    file.write_bytes(
        warc.member(warc.warcinfo("lain.warc.gz", AT))
        + record("https://www.antaranews.com/berita/1/a")
        + record("https://www.antaranews.com/logo.png", kind="image/png")
        + record("https://www.antaranews.com/berita/404", status=404)
        + record("https://lain.example/b", gz=True)
    )
    rows = run({"kind": "warc", "paths": [str(file)]})
    assert [(r["url"], r["status"], r["publisher"], r["captured_at"]) for r in rows] == [
        ("https://www.antaranews.com/berita/1/a", "fetched", "antaranews", AT),
        ("https://lain.example/b", "fetched", None, AT),
    ]
    archive = Archive(tmp_path / "archive")
    assert {archive.read(r["archive_record"]).content for r in rows} == {PAGE.format(1).encode()}
    assert run({"kind": "warc", "paths": [str(file)]}) == rows
    later = run({"kind": "warc", "paths": [str(file)]}, now=NOW + timedelta(days=1))
    assert [r["archive_record"] for r in later] == [r["archive_record"] for r in rows]
    narrowed = run({"kind": "warc", "paths": [str(file)], "hosts": ["antaranews.com"]})
    assert [r["url"] for r in narrowed] == ["https://www.antaranews.com/berita/1/a"]


def test_a_torn_warc_file_gives_what_it_has_and_says_so(tmp_path, run):
    good = record("https://lain.example/1") + record("https://lain.example/2")
    (tmp_path / "torn.warc.gz").write_bytes(good + record("https://lain.example/3")[:-60])
    (tmp_path / "none.warc.gz").write_bytes(b"bukan warc")
    paths = [str(tmp_path / name) for name in ("torn.warc.gz", "none.warc.gz", "tiada.warc.gz")]
    rows = run({"kind": "warc", "paths": paths})
    told = [(r["url"].rpartition("/")[2], r["status"], r["reason"]) for r in rows]
    assert told[:2] == [("1", "fetched", None), ("2", "fetched", None)]
    assert [t[1] for t in told[2:]] == ["failed"] * (len(told) - 2)
    assert {t[2] for t in told[2:]} >= {"missing_path"} and len(told) >= 4


# Common Crawl


class Replica:
    """A small Common Crawl behind the loopback server: one index part, one WARC file, CC-NEWS of a month."""

    crawl = "CC-MAIN-2026-05"

    def __init__(self, web, pages):
        import duckdb

        self.web = web
        name, data, rows = "crawl-data/CC-MAIN-2026-05/segments/1/warc/a.warc.gz", b"", []
        for url, surt, host, languages, at in pages:
            packed = record(url, at=at.replace(tzinfo=UTC))
            rows.append((surt, url, host, at, 200, "text/html", languages, name, len(data), len(packed)))
            data += packed
        self.serve("/" + name, data)
        part = f"cc-index/table/cc-main/warc/crawl={self.crawl}/subset=warc/part-0.parquet"
        database = duckdb.connect()
        database.execute(
            "CREATE TABLE t (url_surtkey VARCHAR, url VARCHAR, url_host_name VARCHAR, fetch_time TIMESTAMP, "
            "fetch_status SMALLINT, content_mime_detected VARCHAR, content_languages VARCHAR, "
            "warc_filename VARCHAR, warc_record_offset INTEGER, warc_record_length INTEGER)"
        )
        database.executemany(f"INSERT INTO t VALUES ({','.join('?' * 10)})", rows)
        file = Path(self.folder) / "part.parquet"
        database.execute(f"COPY (SELECT * FROM t ORDER BY url_surtkey) TO '{file}' (FORMAT parquet)")
        self.serve("/" + part, file.read_bytes())
        listed = f"{part}\n{part.replace('subset=warc', 'subset=robotstxt')}\n"
        self.serve(f"/crawl-data/{self.crawl}/cc-index-table.paths.gz", gzip.compress(listed.encode()))

    folder: Path

    def serve(self, path, data):
        """Serve a file, whole or by parts."""

        def answer(handler):
            wanted = re.fullmatch(r"bytes=(\d+)-(\d+)", handler.headers.get("Range") or "")
            if not wanted:
                return self.web.reply(handler, data, headers={"Content-Type": "application/octet-stream"})
            start, end = int(wanted[1]), min(int(wanted[2]) + 1, len(data))
            told = {
                "Content-Range": f"bytes {start}-{end - 1}/{len(data)}",
                "Content-Type": "application/octet-stream",
            }
            return self.web.reply(handler, data[start:end], 206, told)

        self.web.on(path, answer)


@pytest.fixture
def replica(web, tmp_path):
    Replica.folder = tmp_path
    at = datetime(2026, 1, 20, 3, 4, 5)
    return Replica(
        web,
        [
            (
                "https://www.antaranews.com/berita/1/a",
                "com,antaranews)/berita/1/a",
                "www.antaranews.com",
                "ind",
                at,
            ),
            (
                "https://jatim.antaranews.com/berita/2/b",
                "com,antaranews,jatim)/berita/2/b",
                "jatim.antaranews.com",
                "ind,eng",
                at,
            ),
            ("https://en.antaranews.com/news/3", "com,antaranews,en)/news/3", "en.antaranews.com", "eng", at),
            (
                "https://www.antaranews.com/berita/0/lama",
                "com,antaranews)/berita/0/lama",
                "www.antaranews.com",
                "ind",
                datetime(2025, 1, 1),
            ),
            ("https://antaranewsx.com/a", "com,antaranewsx)/a", "antaranewsx.com", "ind", at),
            ("https://lain.example/b", "example,lain)/b", "lain.example", "ind", at),
        ],
    )


CC = {
    "kind": "commoncrawl",
    "crawl": Replica.crawl,
    "hosts": ["antaranews.com"],
    "since": "2026-01-01",
    "until": "2026-01-31",
    "data_url": "http://data.cc.example/",
}


def test_common_crawl_by_host_language_and_time(web, run, replica, tmp_path):
    rows = run(CC)
    assert [(r["url"], r["status"], r["publisher"]) for r in rows] == [
        ("https://jatim.antaranews.com/berita/2/b", "fetched", "antaranews"),
        ("https://www.antaranews.com/berita/1/a", "fetched", "antaranews"),
    ]
    assert Archive(tmp_path / "archive").read(rows[0]["archive_record"]).content == PAGE.format(1).encode()
    parts = [h for _, p, h in web.requests if p.endswith("a.warc.gz")]
    assert len(parts) == 2 and all("Range" in h for h in parts)
    assert run(CC) == rows
    assert len([1 for _, p, _ in web.requests if p.endswith("a.warc.gz")]) == 2, (
        "held pages are not fetched again"
    )


def test_common_crawl_tells_what_is_wrong(web, run, replica):
    (row,) = run({**CC, "hosts": ["tiada.example"]})
    assert row["reason"] == "source_empty"
    (row,) = run({**CC, "crawl": "CC-MAIN-1999-01"})
    assert (row["status"], row["reason"]) == ("failed", "not_found")
    web.page("/crawl-data/CC-MAIN-2000-01/cc-index-table.paths.gz", gzip.compress(b"a/subset=warc/b.parquet"))
    replica.serve("/a/subset=warc/b.parquet", b"bukan parquet")
    (row,) = run({**CC, "crawl": "CC-MAIN-2000-01"})
    assert row["reason"] == "index_unreadable"
    replica.serve("/crawl-data/CC-MAIN-2026-05/segments/1/warc/a.warc.gz", b"\0" * 5000)
    assert {r["reason"] for r in run(CC)} == {"warc_unreadable"}


def test_cc_news_is_scanned_by_host_and_day(web, run, replica):
    names = [
        f"crawl-data/CC-NEWS/2026/01/CC-NEWS-202601{day:02}000000-0000{day}.warc.gz" for day in (2, 5, 9)
    ]
    replica.serve("/crawl-data/CC-NEWS/2026/01/warc.paths.gz", gzip.compress("\n".join(names).encode()))
    for n, name in enumerate(names):
        replica.serve(
            "/" + name,
            record(f"https://www.antaranews.com/berita/{n}/x", n) + record("https://lain.example/z"),
        )
    news = {
        "kind": "ccnews",
        "hosts": ["antaranews.com"],
        "since": "2026-01-04",
        "until": "2026-01-31",
        "data_url": CC["data_url"],
    }
    rows = run(news)
    assert [(r["url"][-3:], r["status"]) for r in rows] == [("1/x", "fetched"), ("2/x", "fetched")]
    assert web.asked("/" + names[0]) == 0
    assert run(news) == rows and web.asked("/" + names[1]) == 1, "a file read to its end is not read again"
    web.page("/" + names[1], "", 503)
    news["until"] = "2026-01-06"
    assert run(news, now=NOW + timedelta(days=1))[0]["reason"] == "server_error"


def test_parts_that_a_server_does_not_give(web):
    web.page("/file", b"0123456789")
    client = Client(ClientSettings(resolve=web.resolve("data.cc.example"), delay=0, file_delay=0))
    with pytest.raises(FetchFailed) as failure:
        client.fetch_range("http://data.cc.example/file", 2, 3)
    assert failure.value.reason == "no_ranges"
    with client.stream("http://data.cc.example/file") as stream:
        assert io.BytesIO(stream.read()).getvalue() == b"0123456789"


def test_every_declared_source_of_the_outlets_is_sound():
    from kerjasama.sources.publishers import live_sources, publishers

    outlets = [o for o in publishers().values() if o.kind != "sample"]
    assert len(outlets) >= 25
    assert all(isinstance(one, Source) and one.url.startswith("https://") for one in live_sources())
    assert all(outlet.robots and (outlet.known or outlet.unverified) for outlet in outlets)
    with pytest.raises(SourceError, match="koranku"):
        live_sources(["koranku"])
