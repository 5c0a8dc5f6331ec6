"""Where personal names begin and end, and what names no person."""

import pytest

from kerjasama.extract.actors.actors import candidates
from kerjasama.extract.document import Document
from kerjasama.extract.names.personal_spans import personal_spans
from kerjasama.records import Article


def people(text: str) -> set[str]:
    """The personal names of a text."""
    document = Document(Article(text=text))
    words = document.tokens
    return {text[words[a].start : words[b - 1].end] for a, b in personal_spans(document).items()}


def countries(text: str) -> dict[str, str | None]:
    """Who and what is found in a text, with the country."""
    return {one.actor.name: one.actor.country for one in candidates(Document(Article(text=text)))[0]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Ini awal yang baik," kata Khaled al-Masri, direktur museum itu.', "Khaled al-Masri"),
        ("Ia menyambut Jenderal Xu Boyang di Jakarta.", "Xu Boyang"),
        ("Rapat dihadiri Andi Rahman, Sri Lestari, serta Keith Hammond dari Inggris.", "Keith Hammond"),
        ("Ia akan bertemu Marta Kern Juli lalu di kantornya.", "Marta Kern"),
        ("Anggota Komisi I DPR Andia Thresia Narang menyambutnya.", "Andia Thresia Narang"),
        ("Kata Country Manager Wahana Kino Reza. Wahana Kino membuka kantor.", "Reza"),
        ("Alat itu dirancang Founder RiverCycle Anssi Mikola di Finlandia.", "Anssi Mikola"),
    ],
)
def test_where_a_name_stands(text: str, name: str):
    assert name in people(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CEO itu untung besar hingga Karyawan Ketar-ketir.", "Karyawan Ketar-ketir"),
        ("Budi Santosa, Chief Marketing Officer PINTU mengatakan hal itu.", "PINTU"),
        ("Rapat dihadiri Andi Rahman dan Bank Sentral Jerman.", "Bank Sentral"),
    ],
)
def test_what_is_no_person(text: str, name: str):
    assert name not in people(text)


def test_a_name_without_its_article_is_the_same_persons():
    text = "Presiden Suriah Ahmed al-Masri hadir. Menurut al-Masri, hasilnya baik. Setelah itu Masri pulang."
    found = candidates(Document(Article(text=text)))[0]
    assert [len(one.actor.mentions) for one in found if one.group] == [3]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kata Kepala Riset Astrona International Anton Edison, baik.", "Astrona International", "ID"),
        ("Menurut Head of Research Ridley Indonesia, Feri Santosa, pasar pulih.", "Ridley Indonesia", "ID"),
        ("Budi Santosa, Direktur Utama Kalokal, mengatakan hal itu.", "Kalokal", "ID"),
        ("Direktur Utama PSN Adi Rahman mengatakan hal itu.", "PSN", "ID"),
        ("Dinas Perdagangan (Disdag) Jawa Tengah mencatatnya.", "Dinas Perdagangan Jawa Tengah", "ID"),
        ("Perang Hamas-Israel berlangsung lama.", "Hamas", "PS"),
        ("Bantuan itu dari Badan Bantuan Pengungsi PBB di Ramallah.", "Badan Bantuan Pengungsi PBB", "INT"),
        ("Kementerian Kesehatan di Gaza mencatat korban.", "Kementerian Kesehatan", "PS"),
        ("Perwakilan AS, termasuk Departemen Perdagangan, hadir.", "Departemen Perdagangan", "US"),
    ],
)
def test_bodies_and_their_countries(text: str, name: str, country: str):
    assert countries(text).get(name) == country


@pytest.mark.parametrize("name", ["Badan Usaha Milik Negara", "Greena Foundation dan Waste2Tea"])
def test_what_is_no_body(name: str):
    assert name not in countries(f"Program itu digarap {name} (BUMN) sejak lama.")
