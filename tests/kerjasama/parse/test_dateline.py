"""The place that a dateline names."""

import pytest

from kerjasama.parse.dateline import read_dateline


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Surabaya (ANTARA) - Pemerintah kota", "Surabaya"),
        ("Jakarta, 21/5 (ANTARA News) - Menteri", "Jakarta"),
        ("Mataram, NTB (ANTARA) - Sebanyak", "Mataram"),
        ("WASHINGTON DC, KOMPAS.com -Badan itu", "Washington DC"),
        ("Jakarta, CNBC Indonesia - Bank", "Jakarta"),
        ("Bisnis.com, JAKARTA – Kementerian", "Jakarta"),
        ("TRIBUNNEWS.COM, BANDA ACEH -- Gubernur", "Banda Aceh"),
        ("REPUBLIKA.CO.ID, TOKYO -- Duta besar", "Tokyo"),
        ("KONTAN.CO.ID - JAKARTA. PT Contoh", "Jakarta"),
        ("JABARTODAY.COM – BANDUNG\nKeberadaan koperasi", "Bandung"),
        ("Liputan6.com, Jakarta Presiden meresmikan", "Jakarta"),
        ("Bandung, 11 Juli 2025 — Program studi", "Bandung"),
        ("AMBON, CT - Nelayan", "Ambon"),
        ("Porosniaga, MAKASSAR — Pabrik", "Makassar"),
        ("JAKARTA - “Kami siap,” kata dia", "Jakarta"),
        ("Jakarta-Kementerian Pendidikan", "Jakarta"),
        ("KOMPAS.com - Presiden", None),
        ("VIVA – Gugus Tugas Penanganan Covid-19", None),
    ],
)
def test_reads_the_place(text, place):
    dateline = read_dateline(text)
    assert dateline is not None
    assert dateline.place == place
    assert place is None or text[dateline.start :].lower().startswith(place.lower())


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia-Jepang sepakat memperluas kerja sama",
        "Indonesia - Jepang sepakat",
        "Menteri Agama - orang yang",
        "Prabowo Subianto - Gibran Rakabuming menang",
        "Harga naik: cabai mahal",
        "",
    ],
)
def test_what_only_looks_like_one_is_none(text):
    assert read_dateline(text) is None
