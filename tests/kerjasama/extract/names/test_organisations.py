"""Organisations by their forms: heads in small letters, brackets inside a name.

All sentences here are written for these tests.
"""

import pytest

from kerjasama.extract.actors.actors import actors
from kerjasama.extract.document import Document
from kerjasama.extract.reader import read
from kerjasama.records import Article


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kata dia, pemprov Sulbar meneken kontrak itu.", "Pemerintah Provinsi Sulawesi Barat"),
        ("Pemerintah provinsi (pemprov) Sulbar meneken itu.", "Pemerintah Provinsi Sulawesi Barat"),
        ("Pemerintah Provinsi (Pemprov) Sulbar meneken itu.", "Pemerintah Provinsi Sulawesi Barat"),
        (
            "Hari itu pemerintah kota Semarang meminta hibah kepada Pemerintah Selandia Baru.",
            "Pemerintah Kota Semarang",
        ),
    ],
)
def test_a_local_government_in_small_letters_is_one(text: str, name: str):
    found = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).actors
    assert (name, "local_government") in {(actor.name, actor.kind) for actor in found}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ketua DPD RI La Nyalla Mattaliti hadir di Jakarta.", "DPD RI"),
        ("Ia memberi kuliah di Universitas St. Petersburg, Rusia.", "Universitas St. Petersburg"),
        ("Sedan itu dirakit Hyundai Motor Manufacturing Indonesia.", "Hyundai Motor Manufacturing Indonesia"),
        ("Kapal itu milik PT Gemilang dan PetroChina Timur Jabung Ltd.", "PetroChina Timur Jabung Ltd"),
        ("MoU itu diteken CNQL (South Pacific) Holding Pte Ltd di Batam.", "CNQL Holding Pte Ltd"),
        (
            "Kata United Nations Development Programme (UNDP) Indonesia.",
            "United Nations Development Programme",
        ),
        ("Latihan itu digelar TNI Angkatan Laut di Batam.", "TNI Angkatan Laut"),
        ("Kata Sekretaris Jenderal Kementerian Perindustrian Eko SA Cahyanto.", "Kementerian Perindustrian"),
        ("Kata Sekretaris Jenderal Kementerian Perindustrian Eko SA Cahyanto.", "Eko SA Cahyanto"),
        ("Analis Sentral Valuta Dewi Puspita menuturkan pasar menunggu.", "Sentral Valuta"),
        (
            "Badan Pengelola Investasi (BPI) Daya Anagata Nusantara (Danantara) bekerja sama dengan Qatar.",
            "Badan Pengelola Investasi Daya Anagata Nusantara",
        ),
        (
            "Forum itu digelar Zakat, Tax and Customs Authority di Riyadh.",
            "Zakat, Tax and Customs Authority",
        ),
        ("Pemkab Pangkajene dan Kepulauan ikut hadir.", "Pemerintah Kabupaten Pangkajene dan Kepulauan"),
        ("Pemprov Kalbar dan Kerajaan Negeri Sarawak bertemu.", "Pemerintah Provinsi Kalimantan Barat"),
    ],
)
def test_where_a_body_ends(text: str, name: str):
    found = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).actors
    assert name in {actor.name for actor in found}


def test_a_country_with_its_letters_in_brackets_is_no_body():
    text = "Duta Besar Republik Rakyat Tiongkok (RRT) tiba di Jakarta."
    assert read(Article(text=text, article_id="a-test", published_at="2024-05-09")).actors == ()


def test_the_police_of_a_country_are_an_organ_of_it():
    text = "Polri menandatangani nota kesepahaman dengan kepolisian Kamboja di Jakarta."
    found = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).actors
    assert ("Kepolisian Kamboja", "government", "KH") in {(a.name, a.kind, a.country) for a in found}


def test_a_department_before_a_firm_is_none_of_its_name():
    text = "GM of Retail Department Mitsui & Co., Ltd, Mitsuhiro Goto, menemui PT Rantai Baja di Surabaya."
    index = actors(Document(Article(text=text)))
    names = {actor.name for actor in (*index.actors, *index.doubtful)}
    assert "Mitsui & Co., Ltd" in names
    assert not any("Department" in name for name in names)


def test_what_brackets_explain_in_them_is_no_body():
    text = (
        'PT Pupuk Indonesia membeli unsur "K" (Potash) dari perusahaan yang bermarkas di Amman. '
        "Pemasoknya Arab Potash Company."
    )
    index = actors(Document(Article(text=text)))
    bodies = (*index.actors, *index.doubtful)
    printed = {text[start:end] for body in bodies for start, end in body.mentions}
    assert "Arab Potash Company" in printed
    assert "Potash" not in printed
