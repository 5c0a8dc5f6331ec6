"""Feeds, sitemaps and listings as sites really write them, and as attackers do."""

from __future__ import annotations

import gzip
import time
import tracemalloc
from datetime import UTC, datetime

import pytest

from kerjasama.capture.reasons import FetchFailed
from kerjasama.sources.feeds import read_feed
from kerjasama.sources.listings import page_addresses, read_listing
from kerjasama.sources.sitemaps import Child, read_sitemap, walk_sitemaps
from kerjasama.sources.xml import Unreadable

NOW = datetime(2026, 1, 31, 6, 0, tzinfo=UTC)
BASE = "https://kabar.example/rss"


def rss(*items: str) -> bytes:
    inside = f"<title>K</title>{''.join(items)}"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{inside}</channel></rss>'.encode()


def test_a_feed_tells_address_title_time_and_summary():
    (item,) = read_feed(
        rss(
            "<item><title>Jepang &amp; RI teken MoU</title><link>/a</link>"
            "<pubDate>Sat, 31 Jan 2026 08:00:00 +0700</pubDate>"
            "<description><![CDATA[<img src='x'/><p>Di Tokyo,  Jumat.</p>]]></description></item>"
        ),
        BASE,
    )
    assert (item.url, item.title) == ("https://kabar.example/a", "Jepang & RI teken MoU")
    assert (item.published, item.summary) == ("2026-01-31T01:00:00Z", "Di Tokyo, Jumat.")


def test_bad_dates_are_kept_as_printed_and_harm_no_other_entry():
    told = [
        "Sabtu, 31 Januari 2026",
        "31/01/2026 25:99",
        "0000-00-00 00:00:00",
        "",
        "Sat, 31 Jan 2026 08:00:00 WIB",
    ]
    items = list(
        read_feed(
            rss(*(f"<item><link>/{n}</link><pubDate>{d}</pubDate></item>" for n, d in enumerate(told))), BASE
        )
    )
    assert len(items) == 5
    assert items[0].published == "Sabtu, 31 Januari 2026" and items[3].published is None
    assert all(item.published is None or isinstance(item.published, str) for item in items)


def test_atom_and_guid_links_and_entries_without_any():
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><link href="https://kabar.example/a"/>'
        b"<updated>2026-01-31T08:00:00+07:00</updated></entry></feed>"
    )
    assert [i.url for i in read_feed(atom, BASE)] == ["https://kabar.example/a"]
    odd = rss("<item><guid>https://kabar.example/g</guid></item>", "<item><title>tanpa tautan</title></item>")
    assert [i.url for i in read_feed(odd, BASE)] == ["https://kabar.example/g"]


@pytest.mark.parametrize("junk", [b"", b"<html><h1>Segera hadir</h1></html>", b'{"a": 1}', b"\x00\x01"])
def test_what_is_no_feed_or_sitemap_says_so(junk):
    with pytest.raises(Unreadable):
        list(read_feed(junk, BASE))
    with pytest.raises(Unreadable):
        list(read_sitemap(junk, BASE))


def test_an_entity_bomb_is_not_expanded():
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    used = "<urlset><url><loc>&{};</loc></url></urlset>"
    bomb = f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "ha">{levels}]>' + used.format("l9")
    outside = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + used.format("x")
    for text in (bomb, outside):
        for encoding in ("utf-8", "utf-16"):
            for read in (read_feed, read_sitemap):
                with pytest.raises(Unreadable, match="entities"):
                    list(read(text.encode(encoding), BASE))


def test_a_news_sitemap_tells_title_and_time_of_the_article_not_of_its_picture():
    news = b"""<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
      xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url>
      <image:image><image:loc>https://kabar.example/a.jpg</image:loc><image:title>Foto</image:title></image:image>
      <loc>https://kabar.example/a</loc><lastmod>2026-01-31</lastmod>
      <news:news><news:publication><news:name>Kabar</news:name></news:publication>
      <news:publication_date>2026-01-30T09:00:00+07:00</news:publication_date>
      <news:title>Jepang tambah investasi</news:title>
      </news:news></url></urlset>"""
    (item,) = read_sitemap(news, BASE)
    assert (item.url, item.title) == ("https://kabar.example/a", "Jepang tambah investasi")
    assert item.published == "2026-01-30T09:00:00+07:00"


def test_a_text_sitemap_and_a_gzip_one_and_a_gzip_bomb():
    text = b"https://kabar.example/a\nhttps://kabar.example/b\n"
    assert [i.url for i in read_sitemap(text, BASE)] == ["https://kabar.example/a", "https://kabar.example/b"]
    assert len(list(read_sitemap(gzip.compress(text), BASE))) == 2
    with pytest.raises(FetchFailed) as failure:
        list(read_sitemap(gzip.compress(b"\0" * (65 * 2**20), 1), BASE))
    assert failure.value.reason == "inflated_too_large"


def urlset(*addresses: str) -> bytes:
    return ("<urlset>" + "".join(f"<url><loc>{a}</loc></url>" for a in addresses) + "</urlset>").encode()


def index(*children: tuple[str, str]) -> bytes:
    rows = "".join(f"<sitemap><loc>{url}</loc><lastmod>{day}</lastmod></sitemap>" for url, day in children)
    return f"<sitemapindex>{rows}</sitemapindex>".encode()


def test_fifty_thousand_addresses_in_little_time_and_memory():
    content = urlset(
        *(f"https://kabar.example/berita/{n}/judul-yang-cukup-panjang-sekali" for n in range(50_000))
    )
    tracemalloc.start()
    before = time.monotonic()
    count = sum(1 for _ in read_sitemap(content, BASE))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 50_000 and time.monotonic() - before < 60
    assert peak < 40 * 2**20


def test_a_sitemap_loop_ends_and_old_children_are_left_out():
    pages = {
        "/i": index(
            ("/a", "2026-01-31"), ("/i", "2026-01-31"), ("/lama", "2019-05-01"), ("/hilang", "2026-01-31")
        ),
        "/a": index(("/i", "2026-01-31"), ("/b", "2026-01-31")),
        "/b": urlset("https://kabar.example/1", "https://kabar.example/2"),
    }
    asked = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        if url not in pages:
            raise FetchFailed("not_found", url)
        return pages[url]

    found = list(walk_sitemaps("/i", fetch, lambda told: told is None or told >= "2026"))
    assert asked == ["/i", "/a", "/hilang", "/b"]
    assert [f if isinstance(f, tuple) else f.url for f in found][1:] == [
        "https://kabar.example/1",
        "https://kabar.example/2",
    ]
    assert found[0][0] == "/hilang" and found[0][1].reason == "not_found"


def test_an_index_without_end_ends():
    def fetch(url: str) -> bytes:
        return index(*((f"{url}{n}", "2026-01-31") for n in range(9)))

    assert list(walk_sitemaps("/", fetch, lambda told: True)) == []


def test_children_of_an_index_are_told_with_their_dates():
    assert list(read_sitemap(index(("https://kabar.example/s1.xml", "2026-01-31")), BASE)) == [
        Child("https://kabar.example/s1.xml", "2026-01-31")
    ]


def test_a_listing_gives_the_links_that_match_with_their_longest_title():
    page = """<html><base href="https://kabar.example/tag/"><body><a href="/tentang">Tentang kami</a>
      <a href="/berita/1/jepang"><img alt=x></a><a href="../berita/1/jepang"> Jepang  bangun
      pelabuhan </a><a href="https://lain.example/berita/2">Lain</a><a href="http://[rusak">x</a></body></html>"""
    items = list(
        read_listing(page.encode(), "https://kabar.example/tag/jepang", r"kabar\.example/berita/\d+")
    )
    assert [(i.url, i.title) for i in items] == [
        ("https://kabar.example/berita/1/jepang", "Jepang bangun pelabuhan")
    ]
    assert page_addresses("https://x/{page}", 3) == ["https://x/1", "https://x/2", "https://x/3"]
    assert page_addresses("https://x/", 3) == ["https://x/"]
