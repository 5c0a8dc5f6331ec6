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
