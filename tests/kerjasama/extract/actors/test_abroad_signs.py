"""Patronymics, honorifics and strange names show which of the article's countries somebody is of."""

import pytest

from kerjasama.extract.actors.actors import candidates
from kerjasama.extract.document import Document
from kerjasama.records import Article


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Rapat di Kuala Lumpur dihadiri Khairuddin bin Osman dan tamu dari Bandung.",
            "Khairuddin bin Osman",
            "MY",
        ),
        (
            "Ia menemui Datuk Seri Azlan Halim. Keduanya membahas Malaysia.",
            "Azlan Halim",
            "MY",
        ),
        ("Di Padang, Datuk Azlan Halim bertemu tamu dari Jepang.", "Azlan Halim", "ID"),
        ("Kata Direktur PT Samudra Biru Lee Do-hyun, pabriknya siap.", "Lee Do-hyun", "KR"),
        (
            "BRIN bertemu Telkom University. Korea Selatan senang, kata BRIN tentang Korea Selatan.",
            "Telkom University",
            "ID",
        ),
        (
            "BRIN bertemu Hanbit University. Korea Selatan senang, kata BRIN tentang Korea Selatan.",
            "Hanbit University",
            "KR",
        ),
        (
            "Direktur Ditjen Amerika dan Eropa Kementerian Luar Negeri Hendri Salim hadir di Jakarta.",
            "Hendri Salim",
            "ID",
        ),
    ],
)
def test_country(text: str, name: str, country: str):
    found = {one.actor.name: one.actor.country for one in candidates(Document(Article(text=text)))[0]}
    assert found.get(name) == country
