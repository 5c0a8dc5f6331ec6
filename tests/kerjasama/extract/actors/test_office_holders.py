"""Who is meant by an office that stands without a name.

All sentences here are written for these tests.
"""

import pytest

from kerjasama.extract.actors.actors import actors
from kerjasama.extract.document import Document
from kerjasama.records import Article


def officials(text: str) -> set[tuple[str, str | None]]:
    """Name and country of the people of a text."""
    index = actors(Document(Article(text=text)))
    return {(actor.name, actor.country) for actor in index.actors if actor.kind == "person"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Presiden melakukan pertemuan bilateral dengan Raja Norwegia di Oslo, Senin.",
            {("Presiden", "ID"), ("Raja Norwegia", "NO")},
        ),
        ("Menteri Keuangan Chile diterima Wakil Presiden.", {("Wakil Presiden", "ID")}),
        ("Pekan depan Bupati Alor akan menerima delegasi Australia.", {("Bupati Alor", "ID")}),
        # He is named elsewhere, though his office is printed short here.
        (
            "Wakil Presiden Harun Sasmito tiba di Wina. Wapres bertemu Kanselir Austria.",
            {("Harun Sasmito", "ID"), ("Kanselir Austria", "AT")},
        ),
        # His post stands between his office and his name.
        (
            "Wali Kota Ambon menerima kunjungan Konsul Jenderal Jepang di Denpasar, Sato Hiroshi.",
            {("Wali Kota Ambon", "ID"), ("Sato Hiroshi", "JP")},
        ),
        # Nobody meets: the office stands for its organisation.
        ("Presiden Prancis menilai perdagangan kedua negara kuat.", set()),
        # A firm's president is another one.
        (
            "Presiden Direktur PT Samudra Raya Budi Santosa mengatakan Presiden menerima Duta Besar Kenya.",
            {("Budi Santosa", "ID"), ("Presiden", "ID"), ("Duta Besar Kenya", "KE")},
        ),
    ],
)
def test_who_meets_by_his_office_alone_is_a_person(text, expected):
    assert officials(text) == expected
