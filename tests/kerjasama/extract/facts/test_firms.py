"""Firms that buy, build, raise money and leave: investment in the words of the business press.

All sentences here are written for these tests.
"""

import pytest
from told_facts import kinds, told


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Firma Norwegia Veltrup Corp berencana hengkang dari proyek nikel di Konawe.", "cancelled"),
        ("Firma Norwegia Veltrup Corp membatalkan pembangunan pabrik di Kendal.", "cancelled"),
        (
            "PT Lada Jaya Tbk memperoleh tambahan modal dari Veltrup Corp asal Norwegia tahun ini.",
            "completed",
        ),
    ],
)
def test_who_leaves_gives_up_and_who_got_money_has_it(sentence: str, stage: str):
    assert ("investment", stage) in kinds(sentence)


def test_a_list_that_ends_with_one_whom_nobody_knows_is_taken_whole():
    text = "PT Lada Jaya Tbk meraih modal segar dari Mitsubishi, Toyota, dan Zq awal tahun ini."
    assert ("investment", "completed", {"PT Lada Jaya Tbk", "Mitsubishi", "Toyota"}) in told(text)


def test_behind_a_preposition_both_firms_are_no_subject():
    text = (
        "PT Lada Jaya dan Veltrup Corp asal Norwegia bertemu. Konsorsium Jepang, yang dimiliki oleh kedua "
        "perusahaan itu, akan menjalin kerja sama dengan PT Arta Sari Tbk."
    )
    assert any({"PT Arta Sari Tbk", "Konsorsium Jepang"} == names for _, _, names in told(text))
