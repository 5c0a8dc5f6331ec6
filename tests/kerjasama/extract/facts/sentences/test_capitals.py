"""Capitals that stand for their governments, and those that are only places.

All sentences here are written for these tests.
"""

import pytest

from kerjasama.codebook.lexicon import cooperation_lexicon
from kerjasama.extract.facts.sentences.capitals import governments


def told(text: str) -> list[str]:
    hits = [hit for hit in cooperation_lexicon().hits(text) if hit.kind == "capital"]
    return [party.side for party in governments(text, 0, len(text), hits)]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Canberra sudah menyanggupi hibah bagi nelayan.", ["AU"]),
        ("Hanoi meminta Jakarta mengirim penyuluh.", ["VN", "ID"]),
        ("Proyek itu dibiayai Oslo sejak tahun lalu.", ["NO"]),
        ("Ia berharap Ankara membuka pasar.", ["TR"]),
        ("Pertemuan di Berlin membahas listrik.", []),
        ("Warga Jakarta menggelar pawai.", []),
        ("Jakarta menjadi kota terpadat.", []),
        ("Universitas Wellington menerima mahasiswa.", []),
    ],
)
def test_a_capital_is_a_government_where_it_acts_or_is_asked(text, sides):
    assert told(text) == sides
