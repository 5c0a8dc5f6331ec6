"""Unnamed groups: heads that a list holds, whatever kind a word tells between them and their place.

All sentences here are written for these tests.
"""

import pytest
from told_facts import scenes_of

from kerjasama.records import HOME


def grouped(text: str) -> set[tuple[str, str, str]]:
    return {
        (party.name, party.kind, party.side)
        for scene in scenes_of(text)
        for party in scene.parties
        if party.rule.startswith("party.group")
    }


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Hibah itu diterima petani jagung di Garut.", "petani jagung di Garut", HOME),
        ("Lada itu dipesan pengusaha rempah Maroko.", "pengusaha rempah Maroko", "MA"),
        ("Tenaga ahli dari Austria tiba kemarin.", "Tenaga ahli dari Austria", "AT"),
        ("Sapi itu dijual perusahaan ternak Uruguay.", "perusahaan ternak Uruguay", "UY"),
        (
            "Bibit dibeli produsen minyak mesin di Provinsi Hunan.",
            "produsen minyak mesin di Provinsi Hunan",
            "CN",
        ),
        ("Modal datang dari dana pensiun Kanada.", "dana pensiun Kanada", "CA"),
    ],
)
def test_a_word_that_no_list_holds_may_tell_the_kind(text: str, name: str, side: str):
    assert grouped(text) == {(name, "group", side)}


@pytest.mark.parametrize(
    "text",
    [
        "Dua guru bahasa Jepang tiba kemarin.",
        "Para investor masuk Indonesia sejak Mei.",
        "Para petani berangkat ke Maroko.",
    ],
)
def test_what_tells_a_subject_or_an_act_tells_no_kind(text: str):
    assert grouped(text) == set()


def test_a_list_of_countries_tells_as_many_groups():
    told = "Riset itu digarap kampus Indonesia, Maroko, dan Austria, kata Bupati."
    assert grouped(told) == {
        ("kampus Indonesia", "group", HOME),
        ("kampus Maroko", "group", "MA"),
        ("kampus Austria", "group", "AT"),
    }
    assert grouped("Para petani Maroko dan jalur Kanada-Peru.") == {("petani Maroko", "group", "MA")}


def test_what_is_of_the_military_is_no_army():
    assert grouped("Kerja sama militer Filipina dan tujuan non militer Filipina dibahas Bakamla.") == set()


def test_the_forces_of_a_state_are_no_group_but_an_organ_of_it():
    assert grouped("Bakamla mengajak penjaga pantai Filipina berlatih.") == {
        ("penjaga pantai Filipina", "government", "PH")
    }
