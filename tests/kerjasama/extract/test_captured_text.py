"""Spans of what is read out of a damaged text are spans of that text."""

import pytest

from kerjasama.extract.captured_text import of_captured_text
from kerjasama.extract.reader import read
from kerjasama.records import Article, Extraction
from kerjasama.text.derivation import Cleaned

MET = "Menteri Rudi Hartawan bertemu Menteri Perdagangan Jepang Kenji Sat. di Jakart. Senin (27/2/2023)."
AGREED = "Menurut Rud. kedua negara sepaka. sejak lam. bekerja sama."
SAID = "Kami mengundang 115 nasaba. 150 pengusah. dan bank"
TEXT = f'{MET} {AGREED} "{SAID}," kata Kenji Sato kepada Rudi di sana.'


def test_everything_that_is_read_stands_in_the_captured_text():
    told = read(Article(TEXT, "a1", published_at="2023-02-27"))
    mentions = {actor.name: [TEXT[start:end] for start, end in actor.mentions] for actor in told.actors}
    assert mentions["Kenji Sato"] == ["Kenji Sat", "Kenji Sato"]
    assert mentions["Rudi Hartawan"] == ["Rudi Hartawan", "Rud", "Rudi"]
    assert [TEXT[figure.start : figure.end] for figure in told.figures] == ["115 nasaba", "150 pengusah"]
    assert [TEXT[said.start : said.end] for said in told.statements if said.mode == "direct"] == [SAID]
    evidence = {fact.instrument: [TEXT[start:end] for start, end in fact.evidence] for fact in told.facts}
    assert evidence == {"dialogue": [MET], "general": [AGREED]}


@pytest.mark.parametrize(
    "marks",
    [
        ("&quot;", "&quot;"),
        ("&amp;ldquo;", "&amp;rdquo;"),
        ("\u00e2\u0080\u009c", "\u00e2\u0080\u009d"),
        ("\u00e2\u20ac\u0153", "\u00e2\u20ac\u009d"),
        ("\x93", "\x94"),
    ],
)
def test_what_is_read_between_damaged_marks_stands_in_the_captured_text(marks):
    said = "Kami&nbsp;siap memulai kerja\xa0sama"
    text = f"{marks[0]}{said},{marks[1]} kata Bupati Rina Hartawan\xa0di Jepara."
    told = read(Article(text))
    assert [(text[one.start : one.end], one.mode, one.speaker) for one in told.statements] == [
        (said, "direct", "Rina Hartawan")
    ]


def test_what_was_read_out_of_a_whole_text_stays_itself():
    extraction = Extraction(Article(TEXT), (), (), (), ())
    assert of_captured_text(extraction, Cleaned.of(TEXT)) is extraction
