"""What looks like an act and is none: papers, talks with reporters, less trade, praise, meetings of one side.

All sentences here are written for these tests.
"""

import pytest
from told_facts import kinds

PARTNERS = "Universitas Hasanuddin bekerja sama dengan Universitas Kagoshima di bidang perikanan. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Duta Besar Jepang Masafumi Ishii menandatangani buku tamu di Universitas Hasanuddin.",
        "Rektor Universitas Hasanuddin diangkat lewat surat keputusan yang ditandatangani saat di Jepang.",
        "Di Jepang, Menteri Perindustrian Agus Gumiwang menandatangani prasasti bersama JICA.",
    ],
)
def test_papers_that_bind_no_two_sides_are_no_agreement(sentence: str):
    assert "agreement" not in {instrument for instrument, _ in kinds(PARTNERS + sentence)}


def test_who_talks_to_reporters_meets_nobody():
    text = "Kuota itu ditambah, kata Tauhid Hamdi saat berbincang dengan detikcom di Selangor, Malaysia."
    assert "dialogue" not in {instrument for instrument, _ in kinds(PARTNERS + text)}


def test_less_imports_are_no_trade_but_lower_duties_are():
    assert "trade" not in {row[0] for row in kinds("Indonesia ingin mengurangi impor gula dari Thailand.")}
    assert ("trade", "requested") in kinds("Indonesia meminta Jepang menurunkan bea masuk tuna dari Bitung.")


def test_a_tie_that_something_shows_or_that_is_called_important_is_no_act():
    text = "Menurut Airlangga, kunjungan itu menunjukkan kuatnya kerja sama dengan Singapura."
    assert ("general", "ongoing") not in kinds("Indonesia mengimpor gas dari Singapura. " + text)
    assert not kinds("Kemitraan Indonesia-Rusia menjadi momentum penting bagi kawasan.")


def test_who_meets_his_own_side_about_the_other_has_not_met_the_other():
    text = (
        "Menteri Perindustrian Agus Gumiwang berkoordinasi dengan Menteri Perdagangan Budi Santoso mengenai "
        "kesepakatan dengan Amerika Serikat."
    )
    assert "dialogue" not in {row[0] for row in kinds(text)}


def test_what_a_firm_builds_at_home_is_no_act_of_the_partner_named_before():
    rows = kinds(
        "PT Kilang Nusantara bekerja sama dengan Rosneft. PT Kilang Nusantara akan membangun kilang baru di "
        "Tuban."
    )
    assert "investment" not in {instrument for instrument, _ in rows}


def test_two_foreign_sides_need_no_third_one():
    rows = kinds(PARTNERS + "Brussels sudah menyepakati perjanjian dagang dengan Vietnam dan Singapura.")
    assert "agreement" not in {instrument for instrument, _ in rows}
