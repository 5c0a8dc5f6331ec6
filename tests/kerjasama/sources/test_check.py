"""`sources check`: what it reports of sources that work, are empty, foreign, forbidden or gone."""

from __future__ import annotations

from datetime import UTC, datetime

from kerjasama.capture.client import Client
from kerjasama.capture.settings import ClientSettings
from kerjasama.sources.check import check
from kerjasama.sources.publishers import Publisher

NOW = datetime(2026, 1, 31, 6, 0, tzinfo=UTC)
SITE = "http://www.wartanusa.example"


def feed(*links):
    items = "".join(
        f"<item><title>t</title><link>{link}</link><pubDate>Tue, 27 Jan 2026 08:00:00 +0700</pubDate></item>"
        for link in links
    )
    return f"<rss version='2.0'><channel>{items}</channel></rss>"


def test_each_source_is_visited_and_told(web):
    web.page(
        "/robots.txt",
        f"User-agent: *\nDisallow: /tutup/\nCrawl-delay: 0.5\nSitemap: {SITE}/peta.xml\n",
        headers={"Content-Type": "text/plain"},
    )
    web.page("/rss", feed(f"{SITE}/1", f"{SITE}/2", "http://lain.example/3"))
    web.page("/1", "<p>Isi</p>")
    web.page("/kosong", feed())
    web.page("/asing", feed("http://lain.example/3"))
    web.page("/3", "<p>Isi</p>", host="lain.example")
    outlet = Publisher(
        id="wartanusa",
        name="Warta Nusa",
        hosts=("wartanusa.example",),
        sources=tuple(
            {"kind": "feed", "url": SITE + p, "window_days": 1}
            for p in ("/rss", "/kosong", "/asing", "/tutup/x", "/410")
        ),
    )
    hosts = web.resolve("www.wartanusa.example", "lain.example")
    slept = []
    client = Client(ClientSettings(resolve=hosts, delay=0, jitter=0), sleep=slept.append)
    report = check(outlet, client, NOW, reader=lambda page: f"{page.status} {page.url}")
    good, empty, foreign, closed, gone = report.sources
    assert report.works and good.works
    assert (good.addresses, good.dated, good.at_home) == (3, 3, 2)
    assert good.newest == "2026-01-27T01:00:00+00:00" and good.sample == f"{SITE}/1"
    assert good.reading == f"200 {SITE}/1" and closed.reading is None
    assert not empty.works and empty.reason == "source_empty"
    assert not foreign.works and foreign.reason is None and foreign.at_home == 0
    assert closed.reason == "robots_disallowed" and gone.reason == "not_found"
    assert report.robots == "rules" and report.crawl_delay == 0.5
    assert report.sitemaps == report.undeclared == (f"{SITE}/peta.xml",)
    assert slept, "the crawl-delay is kept"


def test_an_outlet_that_cannot_be_reached(closed_port):
    outlet = Publisher(
        id="x", name="X", hosts=("wartanusa.example",), sources=({"kind": "feed", "url": SITE + "/rss"},)
    )
    settings = ClientSettings(
        resolve={"www.wartanusa.example": f"127.0.0.1:{closed_port}"}, delay=0, backoff=0
    )
    report = check(outlet, Client(settings, sleep=lambda seconds: None), NOW)
    assert not report.works and report.sources[0].reason == "connection_refused"
    assert "nothing listens" in report.robots
