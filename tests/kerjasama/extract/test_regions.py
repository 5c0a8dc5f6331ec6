"""Regions by all their names: short forms, governments, who heads which level."""

import pytest

from kerjasama.extract.regions import (
    full_name,
    headed_level,
    in_full,
    is_governed,
    level_in,
    level_of,
    province_of,
    region_abroad,
    region_governed,
    written_out,
)


def test_a_short_form_names_its_province_and_a_regency_none():
    assert province_of("Jatim") == province_of("jawa timur") == "Jawa Timur"
    assert province_of("Malang") is None
    assert province_of("Jawa Timur dan Bali") is None


def test_short_forms_are_written_out_in_names_as_printed_and_in_keys():
    assert full_name("Pemprov Jatim") == "Pemerintah Provinsi Jawa Timur"
    assert full_name("Pemkot Surabaya") == "Pemerintah Kota Surabaya"
    assert written_out("Ditjen Pajak RI") == "direktorat jenderal pajak"


def test_a_provinces_government_has_one_key_however_it_is_printed():
    keys = {
        region_governed(name) for name in ("Pemprov Jatim", "Jawa Timur", "Pemerintah Provinsi Jawa Timur")
    }
    assert keys == {"jawa timur"}
    assert region_governed("Pemkot Malang") != region_governed("Pemkab Malang")


@pytest.mark.parametrize(
    ("office", "level"),
    [("Wagub", "Provinsi"), ("Pj Bupati", "Kabupaten"), ("Wakil Wali Kota", "Kota"), ("Direktur", None)],
)
def test_an_office_tells_the_level_of_the_region_that_it_heads(office, level):
    assert headed_level(office) == level


@pytest.mark.parametrize(
    ("code", "level"), [("ID-JI", "Provinsi"), ("35.07", "Kabupaten"), ("35.73", "Kota")]
)
def test_a_regions_code_tells_its_level(code, level):
    assert level_of(code) == level


def test_a_foreign_place_is_a_region_only_where_no_city_bears_its_name():
    assert region_abroad("CN:Shandong") == "Provinsi"
    assert region_abroad("MY:Sarawak") == "Negeri"
    assert region_abroad("JP:Osaka") is None
    assert region_abroad("AU:Shandong") is None


def test_a_foreign_place_is_a_region_by_its_names_ending_too():
    assert region_abroad("KR:Jeollanam-do") == "Provinsi"


def test_what_a_governor_heads_in_japan_is_a_prefecture():
    assert level_in("JP", "Provinsi") == "Prefektur"
    assert level_in("CN", "Provinsi") == level_in(None, "Provinsi") == "Provinsi"
    assert level_in("JP", "Kota") == "Kota"


@pytest.mark.parametrize(("name", "governed"), [("Madura", False), ("Sumatera", False), ("Garut", True)])
def test_islands_have_no_government(name, governed):
    assert is_governed(name) == governed


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Pemerintah Provinsi NTT", "Pemerintah Provinsi Nusa Tenggara Timur"),
        ("DPRD NTB", "DPRD Nusa Tenggara Barat"),
        ("Pemerintah Kota Ambon", "Pemerintah Kota Ambon"),
    ],
)
def test_a_province_in_capitals_is_written_out(name, whole):
    assert in_full(name) == whole
