"""Ranks, degrees, offices and a country beside a name tell whence a person is."""

import pytest

from kerjasama.extract.actors.actors import candidates
from kerjasama.extract.document import Document
from kerjasama.records import Article


def placed(text: str, name: str) -> tuple[str | None, str]:
    """Country and rule of the person of that name, whether believed or not."""
    actor = next(c.actor for c in candidates(Document(Article(text=text)))[0] if c.actor.name == name)
    return actor.country, next(anchor.rule for anchor in actor.anchors if anchor.slot == "country")


@pytest.mark.parametrize(
    ("text", "name", "country", "rule"),
    [
        (
            "Mereka belajar di Kairo, Mesir. Hj. Rukmini Salsabila mengatakan hal itu di Mesir.",
            "Rukmini Salsabila",
            "ID",
            "country.rank",
        ),
        (
            "Di Kairo, Mesir, Rukmini Salsabila, S.Pd. mengatakan hal itu.",
            "Rukmini Salsabila",
            "ID",
            "country.degree",
        ),
        (
            "Anggota Komisi VI Rukmini Salsabila mengatakan kopi itu laku di Mesir.",
            "Rukmini Salsabila",
            "ID",
            "country.home_office",
        ),
        (
            "Perundingan di Jakarta dibuka ketua delegasi Sri Lanka, Nimal Peiris, kemarin.",
            "Nimal Peiris",
            "LK",
            "country.beside",
        ),
        (
            "Lomba di Malang dimenangkan Abdou Ndiaye, mahasiswa asal Senegal, kemarin.",
            "Abdou Ndiaye",
            "SN",
            "country.apposition",
        ),
    ],
)
def test_country_beside_the_name(text, name, country, rule):
    assert placed(text, name) == (country, rule)


def test_who_only_goes_to_a_country_is_not_of_it():
    text = "Wahyu Santosa, yang mengunjungi Jepang, mengatakan hal itu di Jakarta."
    assert placed(text, "Wahyu Santosa")[1] != "country.beside"
