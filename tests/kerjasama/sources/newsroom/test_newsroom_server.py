"""The sample newsroom answers over real HTTP: pages, conditional requests, feeds, robots, errors."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

import feedparser
import pytest
import requests
from protego import Protego

from kerjasama.capture.client import Client
from kerjasama.capture.settings import ClientSettings
from kerjasama.sources.config import source
from kerjasama.sources.newsroom import Newsroom, articles, serve
from kerjasama.sources.newsroom.content import oddities, outlets
from kerjasama.sources.publishers import publishers

NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with serve() as running:
        yield running


def get(newsroom: Newsroom, url: str, **headers: str) -> requests.Response:
    host, path = url.removeprefix("http://").split("/", 1)
    address = f"http://{newsroom.resolve[host]}/{path}"
    return requests.get(address, headers={"Host": host, **headers}, timeout=10)


def odd(kind: str) -> str:
    oddity = next(oddity for oddity in oddities() if oddity.kind == kind)
    return next(outlet for outlet in outlets() if outlet.id == oddity.outlet).address(oddity.path)


def addresses(newsroom: Newsroom, config: dict[str, str]) -> list[str]:
    content = get(newsroom, config["url"]).content
    if config["kind"] == "sitemap":
        return [found.text or "" for found in ElementTree.fromstring(content).iter(f"{SITEMAP}loc")]
    return [entry.link for entry in feedparser.parse(content).entries]


def test_every_article_is_served_at_its_address(newsroom: Newsroom) -> None:
    late = odd("heals")
    for article in articles():
        if article.url != late:
            answer = get(newsroom, article.url)
            assert answer.status_code == 200
            assert answer.headers["Content-Type"].startswith("text/html; charset=")


def test_an_unchanged_page_is_answered_by_304_without_a_body(newsroom: Newsroom) -> None:
    url = articles()[0].url
    first = get(newsroom, url)
    by_tag = get(newsroom, url, **{"If-None-Match": first.headers["ETag"]})
    by_date = get(newsroom, url, **{"If-Modified-Since": first.headers["Last-Modified"]})
    assert (by_tag.status_code, by_tag.content) == (304, b"")
    assert (by_date.status_code, by_date.content) == (304, b"")
    assert by_tag.headers["ETag"] == first.headers["ETag"]
    assert get(newsroom, url, **{"If-None-Match": '"another"'}).status_code == 200
    earlier = "Mon, 01 Jan 2018 00:00:00 GMT"
    assert get(newsroom, url, **{"If-Modified-Since": earlier}).status_code == 200
    assert get(newsroom, url, **{"If-Modified-Since": "kemarin"}).status_code == 200


def test_one_address_fails_once_for_each_start_and_then_heals(newsroom: Newsroom) -> None:
    url = odd("heals")
    assert [get(newsroom, url).status_code for _ in range(3)] == [500, 200, 200]
    with serve() as second:
        assert get(second, url).status_code == 500


def test_missing_empty_and_hollow_addresses(newsroom: Newsroom) -> None:
    empty, hollow = get(newsroom, odd("empty")), get(newsroom, odd("hollow"))
    assert get(newsroom, odd("missing")).status_code == 404
    assert (empty.status_code, empty.content) == (200, b"")
    assert hollow.status_code == 200
    assert '<div class="entry-content"></div>' in hollow.text


def test_an_unknown_host_is_not_answered(newsroom: Newsroom) -> None:
    answer = requests.get(f"http://127.0.0.1:{newsroom.port}/", headers={"Host": "lain.example"}, timeout=10)
    assert answer.status_code == 404


def test_head_tells_the_length_and_sends_nothing(newsroom: Newsroom) -> None:
    article = articles()[0]
    host, path = article.url.removeprefix("http://").split("/", 1)
    answer = requests.head(f"http://{newsroom.resolve[host]}/{path}", headers={"Host": host}, timeout=10)
    assert answer.content == b""
    assert int(answer.headers["Content-Length"]) == len(get(newsroom, article.url).content)


def test_robots_forbid_one_folder_with_an_article_that_the_feed_links(newsroom: Newsroom) -> None:
    rules = Protego.parse(get(newsroom, "http://wartanusa.example/robots.txt").text)
    linked = addresses(newsroom, newsroom.sources[0])
    assert [url for url in linked if not rules.can_fetch(url, "kerjasama")] == [
        article.url for article in articles() if article.path.startswith("/premium/")
    ]


def test_feeds_and_sitemap_list_every_article_and_the_odd_addresses(newsroom: Newsroom) -> None:
    for config in newsroom.sources:
        listed = addresses(newsroom, config)
        assert len(listed) == len(set(listed))
        outlet = next(outlet for outlet in outlets() if outlet.id == config["publisher"])
        expected = {
            article.url.replace(outlet.host, outlet.amp_host or "", 1)
            if article.listed == "amp"
            else article.url
            for article in articles()
            if article.outlet == outlet.id
        }
        expected |= {outlet.address(o.path) for o in oddities() if o.outlet == outlet.id}
        assert set(listed) == expected


def test_feeds_are_valid_and_newest_first(newsroom: Newsroom) -> None:
    for config in newsroom.sources:
        content = get(newsroom, config["url"]).content
        if config["kind"] == "sitemap":
            days = [found.text for found in ElementTree.fromstring(content).iter(f"{NEWS}publication_date")]
        else:
            feed = feedparser.parse(content)
            assert not feed.bozo
            days = [parsedate_to_datetime(entry.published).isoformat() for entry in feed.entries]
        assert days == sorted(days, reverse=True)


def test_the_sources_are_declared_as_the_sources_package_reads_them(newsroom: Newsroom) -> None:
    for config in newsroom.sources:
        assert source(config).publisher == config["publisher"]
        outlet = publishers()[config["publisher"]]
        assert (outlet.kind, outlet.active) == ("sample", False)


def test_answers_tell_the_samples_clock_and_nothing_of_the_machine(newsroom: Newsroom) -> None:
    answer = get(newsroom, articles()[0].url)
    assert parsedate_to_datetime(answer.headers["Date"]) == newsroom.now
    assert answer.headers["Server"] == "newsroom"
    with serve() as second:
        other = get(second, articles()[0].url)
    assert (other.content, dict(other.headers)) == (answer.content, dict(answer.headers))


def test_the_projects_client_reaches_the_invented_hosts_and_heals(newsroom: Newsroom) -> None:
    client = Client(ClientSettings(resolve=newsroom.resolve, delay=0, backoff=0))
    try:
        answer = client.get(odd("heals"))
    finally:
        client.close()
    assert answer.status == 200
    assert b"Nelayan Ambon" in answer.content
