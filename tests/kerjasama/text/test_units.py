from collections import Counter

import pytest

from kerjasama.codebook import load
from kerjasama.text.units import noun_unit, unit_at


def test_no_word_names_two_units():
    words = load("units")
    forms = Counter(
        form.lower()
        for group in ("measures", "classifiers", "things")
        for forms in words[group].values()
        for form in forms
    )
    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize(
    ("printed", "unit", "length"),
    [
        ("persen dari total", "percent", 6),
        ("persennya disetor", "percent", 9),
        ("tenaga kerja lokal", "person", 12),
        ("dolar as per barel", "USD", 8),
        ("unit mobil listrik", "car", 18),
        ("ekor sapi perah", "cow", 15),
        ("unit dijual", "unit", 4),
    ],
)
def test_reads_the_longest_unit(printed, unit, length):
    match = unit_at(printed, 0)
    assert (match.unit.name, match.end) == (unit, length)


def test_a_word_that_begins_like_a_unit_is_none():
    assert unit_at("persendian", 0) is None


def test_nouns_that_are_counted():
    assert noun_unit("UMKM").name == "business"
    assert noun_unit("kilometer") is None
