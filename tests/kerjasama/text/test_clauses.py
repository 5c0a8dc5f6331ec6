from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.clauses import clauses
from kerjasama.text.sentences import sentences


def cut(text):
    (sentence,) = sentences(text)
    return [text[start:end] for start, end in clauses(text, sentence)]


def test_conjunctions_open_clauses():
    assert cut("Kedua negara sepakat bekerja sama, sedangkan pendanaannya belum dibahas.") == [
        "Kedua negara sepakat bekerja sama",
        "sedangkan pendanaannya belum dibahas.",
    ]


def test_a_second_verb_opens_a_clause_and_a_listed_noun_does_not():
    assert cut("Mereka menandatangani kontrak dan akan mengirim tenaga ahli.") == [
        "Mereka menandatangani kontrak",
        "dan akan mengirim tenaga ahli.",
    ]
    assert len(cut("Mereka membahas usaha mikro, kecil dan menengah.")) == 1


@given(st.text(alphabet="abdkn ;,—", min_size=1, max_size=80))
def test_clauses_lie_in_order_inside_the_span(text):
    end = 0
    for start, stop in clauses(text, (0, len(text))):
        assert end <= start < stop <= len(text)
        end = stop
