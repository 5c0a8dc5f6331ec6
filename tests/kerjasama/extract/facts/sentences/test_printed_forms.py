"""Known organisations are found wherever their name, an alias or their name without legal forms stands."""

from itertools import pairwise

import pytest

from kerjasama.extract.facts.sentences.printed_forms import everywhere, short
from kerjasama.records import Actor


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("PT Maju Jaya (Persero)", "Maju Jaya"),
        ("PT Maju Jaya Tbk", "Maju Jaya"),
        ("Sakura Trading Co., Ltd", "Sakura Trading"),
        ("Bank Sentral Utara", "Bank Sentral Utara"),
    ],
)
def test_legal_forms_are_left_out(name: str, plain: str):
    assert short(name) == plain


def test_short_forms_and_acronyms_are_found_once_each():
    text = "PT Maju Jaya Tbk (MJ) tumbuh. Maju Jaya membuka cabang, kata MJ; majujaya.example dan XMJ bukan."
    actor = Actor("PT Maju Jaya Tbk", "company", "ID", ((0, 16),), aliases=("MJ",))
    found = everywhere(text, [(0, 16, actor)], [actor])
    assert [text[start:end] for start, end, _ in found] == ["PT Maju Jaya Tbk", "MJ", "Maju Jaya", "MJ"]
    spans = [(start, end) for start, end, _ in found]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_people_keep_the_mentions_that_they_have():
    person = Actor("Sri Lestari", "person", "ID", ((0, 11),))
    text = "Sri Lestari datang. Lestari alam."
    assert everywhere(text, [(0, 11, person)], [person]) == [(0, 11, person)]
