"""What a fact is about, in the article's words: whole phrases, never more than the codebook allows."""

import pytest

from kerjasama.extract.facts.slots.object_words import tokens
from kerjasama.extract.facts.slots.objects import MOST_WORDS, Sentence
from kerjasama.extract.reader import read
from kerjasama.records import Article, Fact

LONG = (
    "Indonesia dan Jepang sepakat memperkuat kerja sama di bidang kesehatan ibu dan anak di daerah "
    "kepulauan yang jauh dari rumah sakit besar serta kekurangan dokter dan perawat terlatih."
)
PLANT = (
    "Perusahaan Jepang Kinoshita Corporation akan membangun pabrik pengolahan rumput laut kering "
    "di kawasan industri Bantaeng di Sulawesi Selatan dengan nilai Rp2,7 triliun."
)
PARTNERS = (
    "Badan Pangan Nasional (Bapanas) bekerja sama dengan Japan International Cooperation Agency (JICA), "
    "menyelenggarakan pelatihan penyimpanan benih padi bagi petani muda."
)
TRAINING = "JICA melatih 1.800 petani Indonesia binaan PT. Sari Bumi di Lembang."


def first(text: str) -> Fact:
    return read(Article(text=text, article_id="a-object")).facts[0]


def words_of(text: str) -> list[str]:
    told = first(text).object
    assert told is not None
    return told.split()


def test_an_object_is_cut_where_the_saying_begins():
    fact = first(
        '"Indonesia dan Jepang sepakat memperkuat kerja sama riset kelautan," kata Menteri Kelautan dan '
        "Perikanan Indonesia Sakti Wahyu Trenggono."
    )
    assert fact.object == "memperkuat kerja sama riset kelautan"


@pytest.mark.parametrize("text", [LONG, PLANT, PARTNERS, TRAINING])
def test_an_object_is_a_run_of_the_article_of_at_most_fifteen_words(text):
    fact = first(text)
    assert 1 < len(words_of(text)) <= MOST_WORDS
    anchor = next(one for one in fact.anchors if one.slot == "object")
    assert text[anchor.start : anchor.end] == fact.object


@pytest.mark.parametrize("text", [LONG, PLANT, PARTNERS, TRAINING])
def test_an_object_neither_begins_nor_ends_with_a_word_that_wants_another(text):
    words = words_of(text)
    small = {"di", "dan", "dengan", "yang", "bagi", "dari", "serta", "untuk"}
    assert words[0] not in small
    assert words[-1] not in small


def test_no_object_leaves_a_number_without_its_unit():
    words = words_of(PLANT)
    assert words[-1] != "Rp2,7"
    assert "Rp2" not in words


def test_a_stop_inside_a_number_or_an_abbreviation_ends_no_object():
    words = words_of(TRAINING)
    assert {"1.800", "PT."} <= set(words)
    assert words[-1] != "PT."


def test_who_takes_part_is_left_out_where_more_is_told():
    assert words_of(PARTNERS)[:2] == ["pelatihan", "penyimpanan"]


def test_an_object_begins_behind_the_word_that_calls_it_off():
    fact = first("Dua perusahaan Korea Selatan batal membangun pabrik kaca di Kabupaten Batang.")
    assert fact.stage == "cancelled"
    assert fact.object is not None
    assert "batal" not in fact.object
    assert "pabrik kaca di Kabupaten Batang" in fact.object


def test_no_phrase_cuts_a_name():
    text, name = "Bapanas menggandeng Japan Fisheries Agency soal benih", "Japan Fisheries Agency"
    start = text.index(name)
    found = tokens(text, 0, len(text), [(start, start + len(name), False)])
    sentence = Sentence(found, 1, 1, 2, (0,) * len(found), frozenset())
    phrases = [text[slice(*sentence.span(phrase))] for phrase in sentence.phrases()]
    assert name in phrases
    assert all((name in phrase) == ("Fisheries" in phrase) for phrase in phrases)
