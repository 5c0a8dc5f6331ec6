import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.patterns import any_of, lowered, one_of


def test_the_longest_word_wins():
    assert re.match(one_of(["kerja", "kerja sama", "kerap"]), "kerja sama erat")[0] == "kerja sama"


@given(st.sets(st.text(alphabet="abc.", min_size=1, max_size=4), min_size=1))
def test_matches_its_words_and_nothing_else(words):
    pattern = re.compile(one_of(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert not pattern.fullmatch("d")


@given(st.text())
def test_lowering_keeps_every_offset(text):
    assert len(lowered(text)) == len(text)


def test_lowering_letters_with_longer_small_forms():
    assert lowered("İZMİR Agreement") == "İzmİr agreement"


def test_any_word_of_several_lists_is_matched_the_longest_first():
    pattern = re.compile(any_of("calendar", "until", "until_short"))
    assert [match[0] for match in pattern.finditer("sampai dengan Juli, s.d. Mei")] == [
        "sampai dengan",
        "s.d.",
    ]
    with pytest.raises(KeyError):
        any_of("calendar", "no_such_list")
