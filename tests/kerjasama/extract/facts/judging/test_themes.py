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
