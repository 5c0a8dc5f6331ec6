"""Governments of regions told by their level alone. All sentences here are written for these tests."""

import pytest

from kerjasama.extract.actors.actors import actors
from kerjasama.extract.document import Document
from kerjasama.records import Article


def governments(text: str) -> set[tuple[str, str | None]]:
    found = actors(Document(Article(text=text))).actors
    return {(actor.name, actor.country) for actor in found if actor.kind == "local_government"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bupati Alor menjamu tamu dari Osaka. Pemkab menyiapkan 40 bibit.", "Pemerintah Kabupaten Alor"),
        ("Tamu tiba di Kabupaten Malang. Kata dia, Pemkab ikut serta.", "Pemerintah Kabupaten Malang"),
        (
            "Wali Kota Bogor hadir di Depok. Pemkot menjanjikan bantuan, Pemkab Sleman tidak.",
            "Pemerintah Kota Bogor",
        ),
        ("Pemerintah Kota Ambon setuju. Menurut dia, Pemkot siap.", "Pemerintah Kota Ambon"),
    ],
)
def test_a_level_alone_is_the_government_of_the_region_whose_head_or_name_came_before(text, name):
    assert (name, "ID") in governments(text)


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab menyiapkan bibit itu kemarin.",
        "Kapal itu dari Lombok. Pemkab menyiapkan bibit itu.",
        "Bupati Alor hadir. Pemkot menyiapkan bibit itu.",
    ],
)
def test_without_a_region_of_that_level_it_is_nobody(text):
    assert not governments(text)


def test_all_mentions_are_one_government():
    text = "Bupati Alor hadir. Pemkab setuju. Kata dia, Pemkab siap."
    (found,) = (a for a in actors(Document(Article(text=text))).actors if a.kind == "local_government")
    assert [text[start:end] for start, end in found.mentions] == ["Pemkab", "Pemkab"]
    assert "Pemkab" in found.aliases
