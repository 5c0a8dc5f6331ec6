"""A rank ends the body before it and opens its holder's name."""

import pytest

from kerjasama.extract.document import Document
from kerjasama.extract.names.personal_spans import personal_spans
from kerjasama.extract.ranks import bears_rank
from kerjasama.records import Article


def people(text: str) -> set[str]:
    """The personal names of a text."""
    document = Document(Article(text=text))
    words = document.tokens
    return {text[words[a].start : words[b - 1].end] for a, b in personal_spans(document).items()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ia menemui Panglima Angkatan Darat Lt. Gen. Arun Perera di markasnya.", "Arun Perera"),
        ("Ia diterima Komandan Armada Angkatan Laut Peru Rear Admiral Nuwan Silvera.", "Nuwan Silvera"),
        ("Kepala Badan Logistik Kementerian Pertahanan Marsda TNI Rendra Wijaya hadir.", "Rendra Wijaya"),
        ("Komandan kapal Letkol Laut (P) Adi Sasmita menyambutnya.", "Adi Sasmita"),
    ],
)
def test_a_rank_opens_a_name(text, name):
    assert name in people(text)
    assert bears_rank(text, text.index(name))


def test_a_school_named_after_an_admiral_holds_no_rank():
    assert not Document(Article(text="Rektor Universitas Laksamana Malahayati hadir.")).ranks


def test_a_consul_is_told_by_the_city_where_he_is_posted():
    assert "Faisal Wijaya" in people("Konsul Jenderal RI di Jeddah Faisal Wijaya menuturkan hal itu.")
