"""Definite nouns that point back at a body or a country told before."""

import pytest

from kerjasama.extract.reader import read
from kerjasama.records import Article


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Koperasi Rimba Lestari panen vanili. Tonnesen Agro, pembeli asal Denmark, datang ke kebun. "
            "Perusahaan itu menandatangani kontrak pembelian dengan koperasi tersebut.",
            {("Koperasi Rimba Lestari", "ID"), ("Tonnesen Agro", "DK")},
        ),
        (
            "PT Graha Sentosa Tbk merugi tahun lalu. Kini perseroan bermitra dengan Kivi Oy, "
            "produsen pompa asal Finlandia.",
            {("PT Graha Sentosa Tbk", "ID"), ("Kivi Oy", "FI")},
        ),
        (
            "Koperasi Rimba Lestari panen vanili. Tonnesen Agro, pembeli asal Denmark, datang ke kebun. "
            "Mulai Maret, koperasi akan mengekspor 2 ton vanili ke Denmark.",
            {("Koperasi Rimba Lestari", "ID"), ("Denmark", "DK")},
        ),
        (
            "Bank Dunia menggelar pertemuan di Bali. Kementerian Pekerjaan Umum meminta lembaga itu memberi "
            "pinjaman 120 juta dolar AS.",
            {("Kementerian Pekerjaan Umum", "ID"), ("Bank Dunia", "INT")},
        ),
    ],
)
def test_a_definite_noun_stands_for_the_body_named_before(text, party):
    facts = read(Article(text=text, published_at="2024-05-09")).facts
    assert any({(p.name, p.side) for p in fact.participants} == party for fact in facts)


def test_several_are_not_one():
    text = "Kivi Oy, produsen pompa asal Finlandia, hadir. Ketiga perusahaan itu bermitra dengan PT Graha."
    facts = read(Article(text=text, published_at="2024-05-09")).facts
    anchors = [anchor.rule for fact in facts for anchor in fact.anchors]
    assert not any("party.pointed_at" in rule for rule in anchors)


def test_a_country_may_be_told_again_by_its_part_of_the_world():
    text = "Kemenperin meneken kontrak dengan Qatar. Menteri Sutrisno Hadi kini mengunjungi negara Teluk itu."
    facts = read(Article(text=text, published_at="2024-05-09")).facts
    assert {p.name for fact in facts for p in fact.participants if p.side != "ID"} == {"Qatar"}
