from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.tokens import tokens


def test_words_numbers_and_marks():
    text = "Ekspor ke 20 negara naik 18,3% (Rp1.000.000) pada Jum'at, kata anak-anak."
    assert [t.text for t in tokens(text)] == [
        "Ekspor", "ke", "20", "negara", "naik", "18,3", "%", "(", "Rp", "1.000.000", ")", "pada",
        "Jum'at", ",", "kata", "anak-anak", ".",
    ]  # fmt: skip


@given(st.text(max_size=100), st.integers(0, 20), st.integers(0, 100))
def test_tokens_say_where_they_stand(text, start, end):
    for token in tokens(text, start, end):
        assert start <= token.start < token.end <= max(start, end)
        assert text[token.start : token.end] == token.text
        assert len(token.lower) == len(token.text)
