"""What a fact is about, in the article's words."""

from kerjasama.extract.facts.slots.objects import MOST_WORDS
from kerjasama.extract.reader import read
from kerjasama.records import Article, Fact


def first(text: str) -> Fact:
    return read(Article(text=text, article_id="a-object")).facts[0]


def test_an_object_is_cut_where_the_saying_begins():
    fact = first(
        '"Indonesia dan Jepang sepakat memperkuat kerja sama riset kelautan," kata Menteri Kelautan dan '
        "Perikanan "
        "Indonesia Sakti Wahyu Trenggono."
    )
    assert fact.object == "memperkuat kerja sama riset kelautan"


def test_an_object_has_at_most_fifteen_words():
    fact = first(
        "Indonesia dan Jepang sepakat memperkuat kerja sama di bidang kesehatan ibu dan anak di daerah "
        "kepulauan yang "
        "jauh dari rumah sakit besar serta kekurangan dokter dan perawat terlatih."
    )
    assert fact.object is not None
    assert len(fact.object.split()) == MOST_WORDS - 1, '"dari" would have been the last'
    assert fact.object.endswith("kepulauan yang jauh")


def test_a_stop_inside_a_number_or_an_abbreviation_ends_no_object():
    fact = first("JICA melatih 1.800 petani Indonesia binaan PT. Sari Bumi di Lembang.")
    assert fact.object == "melatih 1.800 petani Indonesia binaan PT. Sari Bumi di Lembang"


def test_no_cut_leaves_a_number_without_its_unit():
    fact = first(
        "Perusahaan Jepang Kinoshita Corporation akan membangun pabrik pengolahan rumput laut kering "
        "di kawasan industri Bantaeng di Sulawesi Selatan dengan nilai Rp2,7 triliun."
    )
    assert fact.object is not None
    assert fact.object.endswith("Sulawesi Selatan dengan nilai")


def test_an_object_begins_behind_the_word_that_calls_it_off():
    fact = first("Dua perusahaan Korea Selatan batal membangun pabrik kaca di Kabupaten Batang.")
    assert fact.stage == "cancelled"
    assert fact.object == "membangun pabrik kaca di Kabupaten Batang"
