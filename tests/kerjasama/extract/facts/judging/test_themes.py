"""Which mere subjects are told: sums of trade and of investment.

All sentences here are written for these tests.
"""

import pytest
from told_facts import kinds

TIE = "Indonesia dan Peru mempererat kerja sama. "


@pytest.mark.parametrize(
    ("sentence", "instrument"),
    [
        ("Data BKPM menunjukkan realisasi investasi Peru di Indonesia mencapai US$ 31 juta.", "investment"),
        ("Sepanjang 2023, realisasi investasi Peru di sektor logam mencapai US$ 31 juta.", "investment"),
        ("Nilai investasi Indonesia di Peru mencapai US$ 12 juta.", "investment"),
        ("Nilai perdagangan antara kedua pihak saat ini mencapai 554 juta dolar AS.", "trade"),
    ],
)
def test_a_sum_shows_what_flows_between_both(sentence: str, instrument: str):
    assert (instrument, "ongoing") in kinds(TIE + sentence)


ANNOUNCED = (
    "Kepala Perwakilan JICA Sachiko Tanabe bertemu Menteri Pendidikan Tinggi Brian Yuliarto, Rabu (8/5). "
    "Sachiko menjelaskan bahwa saat ini tengah dirumuskan proyek lain {whom}."
)


def test_a_project_that_the_other_side_announces_is_for_whom_it_names():
    assert ("programme", "planned") in kinds(ANNOUNCED.format(whom="di lima perguruan tinggi Indonesia"))
    assert ("programme", "planned") not in kinds(ANNOUNCED.format(whom="di Jakarta"))


def test_what_both_talk_over_is_planned():
    text = (
        "Menteri Energi Arifin Tasrif bertemu Menteri Energi Uni Emirat Arab Suhail Al Mazrouei. "
        "Fokus pertemuan dimulai dari investasi kendaraan listrik yang dijalankan kedua negara."
    )
    assert ("investment", "planned") in kinds(text)


@pytest.mark.parametrize("total", ["RM 500 juta", "US$ 500 juta", "A$500 juta"])
def test_a_sum_shows_trade_whatever_its_currency(total: str):
    assert ("trade", "ongoing") in kinds(f"Ekspor kopi Indonesia ke Malaysia {total}.")
    assert ("trade", "ongoing") not in kinds("Ekspor kopi Indonesia ke Malaysia lancar.")
