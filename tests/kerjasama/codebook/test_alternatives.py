"""Word lists as patterns: the longest word wins, and how a list is written makes no difference."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.codebook.alternatives import alternatives, any_of, either, one_of


def test_the_longest_word_wins():
    assert re.match(one_of(["kerja", "kerja sama", "kerap"]), "kerja sama erat")[0] == "kerja sama"


@given(st.sets(st.text(alphabet="abc.", min_size=1, max_size=4), min_size=1))
def test_matches_its_words_and_nothing_else(words):
    pattern = re.compile(one_of(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert not pattern.fullmatch("d")


def test_any_word_of_several_lists_is_matched_the_longest_first():
    pattern = re.compile(any_of("calendar", "until", "until_short"))
    assert [match[0] for match in pattern.finditer("sampai dengan Juli, s.d. Mei")] == [
        "sampai dengan",
        "s.d.",
    ]
    with pytest.raises(KeyError):
        any_of("calendar", "no_such_list")


def test_entries_may_be_regular_expressions_and_longer_ones_are_tried_first():
    pattern = re.compile(either(["[Kk]erja", "kerja sama"]))
    assert [match[0] for match in pattern.finditer("Kerja dan kerja sama")] == ["Kerja", "kerja sama"]
    with pytest.raises(KeyError):
        alternatives("frames", "no_such_list")


@given(st.sets(st.text(alphabet="abc ", min_size=1, max_size=4), min_size=1))
def test_plain_entries_match_as_if_they_were_tried_one_by_one(words):
    quick = re.compile(rf"{either(words)}(?=c|\Z)")
    slow = re.compile(rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?=c|\Z)")
    text = "abcabcc abba c"
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in slow.finditer(text)]
