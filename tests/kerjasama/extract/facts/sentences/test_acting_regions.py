"""Regions named with their level, or alone as a subject, that act as their governments."""

import pytest
from told_facts import facts, sides


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Kota Tegal, Jawa Tengah menjajaki kerja sama dengan Kota Darwin, Australia.",
            {("Pemerintah Kota Tegal", "ID"), ("Pemerintah Kota Darwin", "AU")},
        ),
        (
            "Kabupaten Sikka menerima hibah Rp3 miliar dari JICA.",
            {("Pemerintah Kabupaten Sikka", "ID"), ("JICA", "JP")},
        ),
        (
            "Sulsel menjalin kerja sama vokasi dengan Jerman.",
            {("Pemerintah Provinsi Sulawesi Selatan", "ID"), ("Jerman", "DE")},
        ),
        (
            "Pemerintah Okayama memberikan hibah 20 juta yen kepada Pemkot Tegal.",
            {("Pemerintah Kota Tegal", "ID"), ("Pemerintah Okayama", "JP")},
        ),
        (
            "Pemkot Tegal akan bekerja sama dengan negara bagian Victoria, Australia.",
            {("Pemerintah Kota Tegal", "ID"), ("Pemerintah Negara Bagian Victoria", "AU")},
        ),
        (
            "Pemkot Tegal menjalin kerja sama dengan Kerajaan Negeri Sarawak.",
            {("Pemerintah Kota Tegal", "ID"), ("Pemerintah Negeri Sarawak", "MY")},
        ),
    ],
)
def test_a_region_that_acts_is_its_government(text: str, parties: set[tuple[str, str]]):
    assert [sides(fact) for fact in facts(text)] == [parties]


@pytest.mark.parametrize(
    "text",
    [
        "Pabrik Korea di Bekasi dan Purwakarta mau menerima siswa magang dari sekolah Indonesia.",
        "Kereta Jakarta-Bandung memperoleh pinjaman dari China Development Bank.",
    ],
)
def test_a_place_is_no_government(text: str):
    assert not any("Pemerintah" in name for fact in facts(text) for name, _ in sides(fact))


def test_the_heads_of_two_regions_stand_for_both():
    text = "MoU itu diteken Wali Kota Cimahi dan Wali Kota Okazaki. Kota Okazaki, Jepang, siap menerima tamu."
    parties = {("Pemerintah Kota Cimahi", "ID"), ("Pemerintah Kota Okazaki", "JP")}
    assert parties in [sides(fact) for fact in facts(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pemkot Solo menjalin kerja sama dengan Kota Gimhae Korea Selatan.", "Pemerintah Kota Surakarta"),
        (
            "Pemerintah Kota (Pemkot) Salatiga memperbarui kerja sama dengan Kota Gumi, Korea Selatan.",
            "Pemerintah Kota Salatiga",
        ),
    ],
)
def test_a_government_has_its_level_once(text: str, name: str):
    assert (name, "ID") in sides(facts(text)[0])
