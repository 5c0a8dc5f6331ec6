import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.quotes import quotations


def inner(text):
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Kami siap," kata Rina. "Segera," tambahnya.', ["Kami siap,", "Segera,"]),
        ("“Kami siap,” kata Rina.", ["Kami siap,"]),
        ("“Kami siap,“ kata Rina, “ya.“", ["Kami siap,", "ya."]),
        ("''Kami siap,'' kata Rina.", ["Kami siap,"]),
        ("'Kami siap', kata Rina pada Jum'at.", ["Kami siap"]),
        ('"Kami membangun "rumah" bersama," ujarnya.', ['Kami membangun "rumah" bersama,']),
        ('Mereka senang."Kami siap,"katanya.Lalu pulang.', ["Kami siap,"]),
        ('Layar 27" itu dijual.', []),
        ('"Kami siap, "ujarnya. Lalu ia pulang.', ["Kami siap, "]),
        ('Kopi naik. " Rina datang. Teh turun. " Kami siap," kata Rina.', [" Kami siap,"]),
    ],
)
def test_finds_the_words_between_marks(text, expected):
    assert inner(text) == expected


def test_a_forgotten_closing_mark_ends_before_the_reporting_clause():
    text = '"Kami siap, ujar Rina di kantornya. "Besok dimulai," katanya.'
    first, second = quotations(text)
    assert text[first.inner_start : first.inner_end] == "Kami siap,"
    assert not first.whole
    assert second.whole


def test_a_forgotten_opening_mark_begins_at_the_last_sentence():
    text = 'Rapat berlangsung dua jam. Kami siap memulai," kata Rina.'
    (quote,) = quotations(text)
    assert text[quote.inner_start : quote.inner_end] == "Kami siap memulai,"
    assert not quote.whole


def test_a_speech_over_paragraphs_continues():
    text = '"Kami siap.\n"Kami juga senang," kata Rina.'
    first, second = quotations(text)
    assert (first.paragraph, first.whole, first.continues) == (0, False, False)
    assert (second.paragraph, second.whole, second.continues) == (1, True, True)


@given(st.text(alphabet="Aa b.,\"“”'‘’\n", max_size=150))
def test_quotations_are_apart_and_their_spans_are_nested(text):
    end = 0
    for quote in quotations(text):
        assert end <= quote.start <= quote.inner_start <= quote.inner_end <= quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]
        end = quote.end
