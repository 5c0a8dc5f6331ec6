"""Where names of programmes, agreements and forums stand, and what they are in full."""

import pytest

from kerjasama.extract.facts.slots.programme_names import programme_names


def told(text):
    return [(one.name, one.kind) for one in programme_names(text)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Keduanya meneken Mutual Logistics Agreement (MLA) di Lima.",
            "Mutual Logistics Agreement (MLA)",
            "treaty",
        ),
        ("Mereka mengumumkan Agreement on Coastal Fisheries.", "Agreement on Coastal Fisheries", "treaty"),
        (
            "DPR mengesahkan Perjanjian Ekstradisi Indonesia-Peru.",
            "Perjanjian Ekstradisi Indonesia-Peru",
            "treaty",
        ),
        ("Perundingan Indonesia-Peru CEPA dimulai lagi.", "Indonesia-Peru CEPA", "treaty"),
        ("Bank sentral memakai skema local currency transaction.", "local currency transaction", "treaty"),
        ("Ia hadir di Andean Trade Forum 2024 kemarin.", "Andean Trade Forum 2024", "event"),
        ("Presiden tiba untuk menghadiri KTT APEC di Lima.", "KTT APEC", "event"),
        (
            "Ia berpidato dalam Konferensi Tingkat Tinggi (KTT) ke-9 Bangsa Pasifik.",
            "KTT Bangsa Pasifik",
            "event",
        ),
        ("Kedua kota meluncurkan program Sawah Cerah.", "Sawah Cerah", "programme"),
        ("Dana mengalir ke program riset bersama Sawah Cerah.", "Sawah Cerah", "programme"),
        ('Latihan bersama itu bersandi "Badai Utara".', "Badai Utara", "programme"),
        ("Platform itu bernama Kopi Kita dan gratis.", "Kopi Kita", "programme"),
        ("Sawah Cerah, program tiga tahun dari Lima, ditutup.", "Sawah Cerah", "programme"),
        ("Kredit itu untuk Pembangkit Listrik Tenaga Air (PLTA) Batu Hijau.", "PLTA Batu Hijau", "programme"),
        ("Mereka membentuk Blue Reef Fund bulan lalu.", "Blue Reef Fund", "programme"),
    ],
)
def test_a_head_a_tail_a_noun_or_known_letters_make_a_name(text, name, kind):
    assert told(text) == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Kedua firma meneken Power Purchase Agreement (PPA) di Lima.",
        "Dekan Program Studi Sastra Jepang hadir.",
        "Mereka memakai skema B2B.",
        "Namun, program pelatihan ditunda.",
        "Ia bekerja di perusahaan bernama Kopi Kita.",
        "Pada acara Budi Santoso berpidato.",
    ],
)
def test_common_papers_and_bare_capitals_are_no_names(text):
    assert told(text) == []


def test_letters_stand_for_the_name_that_they_were_put_behind():
    text = "Lewat proyek Green Coast Pilot (GCP), Lima membantu. Dana GCP cair. Program GCP lanjut."
    assert [name for name, _ in told(text)] == ["Green Coast Pilot (GCP)"] * 3


def test_bare_letters_of_a_treaty_are_the_one_named_before():
    text = "Perundingan Indonesia-Peru FTA rampung. Nilai dagang naik berkat FTA."
    assert [name for name, _ in told(text)] == ["Indonesia-Peru FTA"] * 2


def test_a_name_is_told_in_english_where_the_brackets_have_it():
    text = "Kedua pihak meneken Persetujuan Perikanan Pantai (Coastal Fisheries Agreement/CFA) di Lima."
    assert told(text) == [("Coastal Fisheries Agreement (CFA)", "treaty")]


def test_two_treaties_joined_are_two_names():
    text = "Target tahun ini Indonesia-Peru CEPA dan Indonesia-Fiji PTA."
    assert [name for name, _ in told(text)] == ["Indonesia-Peru CEPA", "Indonesia-Fiji PTA"]
