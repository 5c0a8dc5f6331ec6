"""Edits remember where every character came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.derivation import Cleaned, Edit, Run

ALPHABET = "abc \n&;"


@st.composite
def edited(draw):
    raw = draw(st.text(ALPHABET, max_size=40))
    cleaned = Cleaned.of(raw)
    for _ in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.lists(st.integers(0, len(cleaned.text)), max_size=6)))
        pairs = [(cuts[i], cuts[i + 1]) for i in range(0, len(cuts) - 1, 2)]
        cleaned = cleaned.edit(Edit(a, b, draw(st.sampled_from(["", "", "x", "yz"]))) for a, b in pairs)
    return raw, cleaned


@given(edited())
def test_runs_cover_the_text_and_kept_characters_are_the_raw_ones(case):
    raw, cleaned = case
    position = 0
    for run in cleaned.runs:
        assert run.clean_start == position
        assert 0 <= run.raw_start <= run.raw_start + run.raw_length <= len(raw)
        piece = cleaned.text[position : position + run.length]
        if run.length == run.raw_length and not set(piece) & set("xyz"):
            assert piece == raw[run.raw_start : run.raw_start + run.length]
        position += run.length
    assert position == len(cleaned.text)


@given(edited())
def test_raw_spans_stay_in_order(case):
    _, cleaned = case
    starts = [run.raw_start for run in cleaned.runs]
    assert starts == sorted(starts)


def test_a_quotation_is_found_in_the_original():
    raw = "Ia berkata, &quot;Kami&nbsp; siap bekerja sama&quot; di Jepara."
    cleaned = Cleaned.of(raw).edit([Edit(12, 18, '"'), Edit(22, 29, " "), Edit(46, 52, '"')])
    start = cleaned.text.index("Kami siap")
    low, high = cleaned.raw_span(start, start + len("Kami siap bekerja sama"))
    assert raw[low:high] == "Kami&nbsp; siap bekerja sama"


def test_an_entity_maps_as_a_whole():
    cleaned = Cleaned.of("a&amp;b").edit([Edit(1, 6, "&")])
    assert cleaned.runs == (Run(0, 0, 1, 1), Run(1, 1, 1, 5), Run(2, 6, 1, 1))
    assert cleaned.raw_span(1, 2) == (1, 6)


def test_overlapping_edits_are_refused():
    with pytest.raises(ValueError, match="overlaps"):
        Cleaned.of("abcdef").edit([Edit(0, 3), Edit(2, 4)])
