"""Canonical addresses: twenty disguises of one article, outlets' own rules, what must stay apart."""

from __future__ import annotations

import pytest
from courlan import clean_url
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.sources.canonical import _CLEAN, canonical_url, request_url, twin_key

PLAIN = "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan"
DISGUISES = [
    "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan/",
    "http://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan",
    "HTTPS://CONTOH.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan",
    "https://www.contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan",
    "https://m.contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan",
    "https://amp.contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan",
    "https://contoh.co.id:443/ekonomi/2026/01/31/jepang-bangun-pelabuhan",
    "https://contoh.co.id/amp/ekonomi/2026/01/31/jepang-bangun-pelabuhan",
    "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan/amp/",
    "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan?amp=1",
    "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan?page=all",
    "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan?page=1",
    "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan?single=1",
    "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan?utm_source=rss&utm_medium=feed",
    "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan?fbclid=IwAR0abc",
    "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan#komentar",
    "https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan/index.html",
    "https://contoh.co.id//ekonomi/2026/01//31/jepang-bangun-pelabuhan",
    "https://www.m.contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan/?page=all&gclid=x#atas",
    " https://contoh.co.id/ekonomi/2026/01/31/jepang-bangun-pelabuhan?ref=beranda ",
    "https://contoh.co.id./ekonomi/2026/01/31/jepang-bangun-pelabuhan?",
]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_twenty_disguises_of_one_article(disguise):
    assert canonical_url(disguise) == PLAIN


def test_there_are_twenty():
    assert len(set(DISGUISES)) >= 20 and PLAIN not in DISGUISES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://contoh.co.id/a?page=2", "https://contoh.co.id/a"),
        ("https://contoh.co.id/a?id=1", "https://contoh.co.id/a?id=2"),
        ("https://contoh.co.id/a", "https://contoh.co.id/b"),
        ("https://jatim.antaranews.com/berita/1/x", "https://jabar.antaranews.com/berita/1/x"),
        ("https://contoh.co.id/ampas-tebu", "https://contoh.co.id/as-tebu"),
        (
            "https://contoh.co.id/index.php?mod=berita&view=5",
            "https://contoh.co.id/index.php?mod=berita&view=6",
        ),
    ],
)
def test_what_is_not_the_same_stays_apart(one, other):
    assert twin_key(one) != twin_key(other)


@pytest.mark.parametrize(
    ("disguise", "plain"),
    [
        ("https://m.antaranews.com/amp/berita/77/judul-lama", "https://antaranews.com/berita/77/judul-lama"),
        (
            "https://www.antaranews.com/berita/77/a?utm_source=x&page=2",
            "https://antaranews.com/berita/77/a?page=2",
        ),
        (
            "https://ekonomi.bisnis.com/read/20260131/9/88/judul?page=all",
            "https://ekonomi.bisnis.com/read/20260131/9/88/judul",
        ),
        (
            "https://nasional.kompas.com/read/2026/01/31/09/judul?page=all#x",
            "https://nasional.kompas.com/read/2026/01/31/09/judul",
        ),
        (
            "https://finance.detik.com/bisnis/d-99/judul?single=1",
            "https://finance.detik.com/bisnis/d-99/judul",
        ),
        (
            "https://nasional.sindonews.com/read/5/12/judul-1?showpage=all",
            "https://nasional.sindonews.com/read/5/12/judul-1",
        ),
        ("http://jica.go.jp/indonesia/a.html", "https://www.jica.go.jp/indonesia/a.html"),
    ],
)
def test_outlets_add_rules_of_their_own(disguise, plain):
    assert canonical_url(disguise) == plain


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "https://www.antaranews.com/berita/77/menteri-ke-tokyo",
            "https://m.antaranews.com/amp/berita/77/menteri-tiba-di-tokyo",
        ),
        (
            "https://ekonomi.bisnis.com/read/20260131/9/88/a",
            "https://ekonomi.bisnis.com/read/20260131/9/88/b?page=all",
        ),
        ("https://news.detik.com/berita/d-99/a", "https://news.detik.com/berita/d-99/b"),
        ("https://ekon.go.id/publikasi/detail/7120/a", "https://www.ekon.go.id/publikasi/detail/7120/b"),
    ],
)
def test_twins_are_known_although_the_headline_was_changed(before, after):
    assert twin_key(before) == twin_key(after)
    assert canonical_url(before) != canonical_url(after)


def test_the_address_asked_for_is_clean_and_whole():
    told = "https://money.kompas.com/read/2026/01/31/09/judul?utm_source=ABC&utm_medium=rss#atas"
    assert request_url(told) == "https://money.kompas.com/read/2026/01/31/09/judul?page=all"
    assert request_url("http://m.contoh.co.id/a/?id=3&fbclid=9") == "http://m.contoh.co.id/a/?id=3"
    assert request_url("https://finance.detik.com/b/d-99/x") == "https://finance.detik.com/b/d-99/x?single=1"


@pytest.mark.parametrize("odd", ["", "berita", "mailto:a@b.id", "http://[::1", "file:///a.txt#line=3"])
def test_what_is_no_web_address_is_left_as_it_is(odd):
    assert canonical_url(odd) == odd == request_url(odd)


@given(
    host=st.from_regex(r"[a-z]{3,9}\.(com|co\.id|go\.id)", fullmatch=True),
    path=st.lists(st.from_regex(r"[a-z0-9-]{1,9}", fullmatch=True), max_size=4),
    query=st.dictionaries(
        st.from_regex(r"[a-z_]{1,8}", fullmatch=True),
        st.from_regex(r"[a-z0-9]{0,5}", fullmatch=True),
        max_size=3,
    ),
)
def test_canonical_of_canonical_is_itself(host, path, query):
    url = f"http://www.{host}/{'/'.join(path)}?{'&'.join(f'{k}={v}' for k, v in query.items())}"
    once = canonical_url(url)
    assert canonical_url(once) == once and once.startswith("https://")


@given(
    st.sampled_from(["http", "https"]),
    st.from_regex(r"[a-z\d-]{1,8}(\.[a-z\d-]{1,8}){1,3}", fullmatch=True),
    st.from_regex(r"(/[A-Za-z\d._-]{0,9}){0,5}/?", fullmatch=True),
)
def test_what_is_taken_for_clean_is_given_back_by_the_library(scheme, host, path):
    address = f"{scheme}://{host}{path}"
    if _CLEAN.fullmatch(address):
        assert clean_url(address) == address
