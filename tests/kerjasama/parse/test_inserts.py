"""Teasers, lists of links and captions between paragraphs are told by their shape; the article's own words stay."""
# ruff: noqa: E501 (sources of pages are not wrapped)

import pytest
from lxml.html import document_fromstring

from kerjasama.parse.body import paragraphs_of
from kerjasama.parse.inserts import inserts

FIRST = "Wali Kota Batu menerima petani apel dari Prefektur Aomori, Kamis pagi."
LAST = "Mereka akan tinggal selama dua pekan di rumah warga."


def left(between: str) -> list[str]:
    tree = document_fromstring(f"<body><div id='isi'><p>{FIRST}</p>{between}<p>{LAST}</p></div></body>")
    top = tree.get_element_by_id("isi")
    return paragraphs_of(top, inserts(top)).split("\n")


@pytest.mark.parametrize(
    "between",
    [
        "<div><div><h4><a href='/1'>Harga Apel Naik</a></h4><p>Harga apel naik dua kali lipat sejak awal tahun, kata pedagang.</p></div></div>",
        "<a href='/1'><h3>Harga Apel Naik</h3><p>Harga apel naik sejak awal tahun.</p></a>",
        "<div><span>Baca Lainnya</span><a href='/1'>Harga Apel Naik Dua Kali Lipat Sejak Awal Tahun Ini</a></div>",
        "<table><tr><td><img src='x'></td></tr><tr><td>Petani apel di kebun (kiri)</td></tr></table>",
        "<div><a href='x'><img src='x'></a><span>Petani apel di kebun, Kamis (3/4).</span></div>",
        "<p><img src='x'><br><em>Petani apel di kebun.</em></p>",
        "<p><img src='x'></p><p style='text-align:center'><em>Petani apel di kebun</em></p>",
    ],
)
def test_what_is_inserted_falls_away(between):
    assert left(between) == [FIRST, LAST]


@pytest.mark.parametrize(
    ("between", "own"),
    [
        ("<h3>Rumah <a href='/1'>warga</a> di lereng gunung</h3>", "Rumah warga di lereng gunung"),
        ("<p><img src='x'>Kebun apel itu terletak di lereng gunung.</p>", "Kebun apel itu terletak di lereng gunung."),
        ("<p><em>Kebun apel itu terletak di lereng gunung.</em></p>", "Kebun apel itu terletak di lereng gunung."),
        ("<div>Menurut <a href='/1'>laporan dinas</a>, kebun apel itu terletak di lereng gunung.</div>", "Menurut laporan dinas, kebun apel itu terletak di lereng gunung."),
    ],
)  # fmt: skip
def test_the_articles_own_words_stay(between, own):
    assert left(between) == [FIRST, own, LAST]
