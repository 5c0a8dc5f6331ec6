"""Foreign towns that an article itself places abroad.

All sentences here are written for these tests.
"""

from kerjasama.codebook.lexicon import cooperation_lexicon
from kerjasama.extract.facts.sentences.towns import towns
from kerjasama.extract.reader import read
from kerjasama.records import Article


def learnt(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.code) for hit in towns(text, cooperation_lexicon().hits(text))]


def parties(text: str) -> list[set[str]]:
    return [{p.name for p in f.participants} for f in read(Article(text=text, article_id="a-test")).facts]


def test_a_town_named_with_its_country_is_known_in_the_rest_of_the_article():
    text = "Rombongan dari Hamada, Prefektur Shimane, Jepang, tiba. Nelayan Hamada ramah."
    assert learnt(text) == [("Hamada", "JP:Hamada"), ("Hamada", "JP:Hamada")]


def test_a_town_at_home_is_not_learnt():
    assert learnt("Mereka datang dari Garut, Indonesia, dan dari Jepang.") == []


def test_business_people_of_a_learnt_town_are_a_party():
    text = (
        "Wali Kota Hamada, Prefektur Shimane, Jepang, Ito Ken mengunjungi Kota Ambon.\n"
        "Pemerintah Kota Ambon mengajak pengusaha Hamada menanamkan modal di Maluku."
    )
    assert {"Pemerintah Kota Ambon", "pengusaha Hamada"} in parties(text)


def test_a_town_acts_for_its_government():
    text = (
        "Pemerintah Kota Bandung dan Pemerintah Kota Kitakyushu, Jepang, sepakat bekerja sama.\n"
        "Kitakyushu akan mengirim empat tenaga ahli ke Bandung."
    )
    assert all("Pemerintah Kota Kitakyushu" in names for names in parties(text))
    assert len(parties(text)) == 2


def test_a_town_whose_delegation_comes_acts_for_its_government():
    text = (
        "Wali Kota Bandung Rahmat Hidayat menerima delegasi Osaka, Jepang, di balai kota.\n"
        '"Kami berharap Osaka mengirim tenaga ahli ke Bandung," ujar Rahmat.'
    )
    assert any("Pemerintah Kota Osaka" in names for names in parties(text))


def test_a_town_that_nobody_acts_for_is_a_place():
    text = "Wali Kota Bandung Rahmat Hidayat bertolak ke Osaka, Jepang. Osaka mengirim hujan."
    assert all("Pemerintah Kota Osaka" not in names for names in parties(text))


def test_the_delegation_of_a_region_acts_for_its_government():
    text = "Kemarin delegasi Shandong menandatangani nota kesepahaman dengan Pemkot Tegal."
    assert parties(text) == [{"Pemerintah Provinsi Shandong", "Pemerintah Kota Tegal"}]
