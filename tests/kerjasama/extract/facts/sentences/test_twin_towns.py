"""Regions of two countries that stand joined for their governments."""

import pytest
from told_facts import facts, kinds, sides


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Kota Malang dan Wageningen menjajaki ikatan kota kembar.",
            {("Pemerintah Kota Malang", "ID"), ("Pemerintah Kota Wageningen", "NL")},
        ),
        (
            "Kerja sama Banten–Shandong dimulai pada 2015 dan masih berjalan.",
            {("Pemerintah Provinsi Banten", "ID"), ("Pemerintah Provinsi Shandong", "CN")},
        ),
    ],
)
def test_joined_regions_are_their_governments(text: str, parties: set[tuple[str, str]]):
    assert [sides(fact) for fact in facts(text)] == [parties]


def test_a_way_between_two_towns_joins_no_governments():
    text = "Kerja sama maskapai itu menambah penerbangan Surabaya–Osaka."
    assert not any("Pemerintah" in name for fact in facts(text) for name, _ in sides(fact))


def test_what_had_stopped_goes_on():
    text = (
        "Kerja sama Pemerintah Kota Medan dan Jepang sempat terhenti karena pandemi, kini dilanjutkan lagi."
    )
    assert kinds(text) == {("general", "ongoing")}


def test_a_regions_government_is_not_named_twice():
    told = facts("Pemkab Garut dan Kota Malmö meneken nota kesepahaman tentang sampah.")
    assert [sides(fact) for fact in told] == [
        {("Pemerintah Kabupaten Garut", "ID"), ("Pemerintah Kota Malmö", "SE")}
    ]
