"""Offices are found with what they govern, and they show where their holders' names begin."""

import pytest

from kerjasama.extract.actors.actors import actors
from kerjasama.extract.document import Document
from kerjasama.extract.names.people import find_people
from kerjasama.extract.names.personal_spans import personal_spans
from kerjasama.extract.names.titles import find_titles
from kerjasama.records import Article


def holders(text: str) -> dict[str, str]:
    """Title in full to the name beside it, or to nothing."""
    document = Document(Article(text=text))
    spans = personal_spans(document)
    titles = find_titles(document, spans)
    people = find_people(document, spans, titles)
    names = {id(person.title): person.name for person in people if person.title}
    return {title.full: names.get(id(title), "") for title in titles}


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("Menteri Perindustrian Wahyu Santosa hadir.", "Menteri Perindustrian", "Wahyu Santosa"),
        ("Hadir Konsul RRT di Pontianak Qiu Min, dan tamunya.", "Konsul RRT di Pontianak", "Qiu Min"),
        (
            "Ia bertemu Direktur Jenderal Asia, Kementerian Luar Negeri Kazakhstan, Daniyar Sembayev.",
            "Direktur Jenderal Asia, Kementerian Luar Negeri Kazakhstan",
            "Daniyar Sembayev",
        ),
        ("Mendag Ratna Puspita menutup acara.", "Menteri Perdagangan", "Ratna Puspita"),
        (
            "Duta Besar Jepang untuk Indonesia Sato Hiroshi tiba.",
            "Duta Besar Jepang untuk Indonesia",
            "Sato Hiroshi",
        ),
        (
            "Wakil Gubernur Jawa Timur Dimas Prakoso menjamu tamu.",
            "Wakil Gubernur Jawa Timur",
            "Dimas Prakoso",
        ),
        (
            "Direktur Utama PT Bahari Sentosa, Lestari Ayuningtyas, hadir.",
            "Direktur Utama PT Bahari Sentosa",
            "Lestari Ayuningtyas",
        ),
        (
            "Galih Purnomo, Kepala Dinas Koperasi Kota Malang, datang.",
            "Kepala Dinas Koperasi Kota Malang",
            "Galih Purnomo",
        ),
        ("Menteri Luar Negeri Vietnam, Tran Van Minh, tiba.", "Menteri Luar Negeri Vietnam", "Tran Van Minh"),
        (
            "Menteri Pendidikan Tinggi, Sains, dan Teknologi (Mendiktisaintek), Surya Wijayanto, hadir.",
            "Menteri Pendidikan Tinggi, Sains, dan Teknologi",
            "Surya Wijayanto",
        ),
    ],
)
def test_a_title_and_its_holder(text, title, name):
    assert holders(text).get(title) == name


@pytest.mark.parametrize(
    ("text", "organisation", "country"),
    [
        ("Menteri Pertanian Budi Lesmana datang.", "Kementerian Pertanian", None),
        ("Menko Perekonomian Budi Lesmana datang.", "Kementerian Koordinator Bidang Perekonomian", None),
        ("Dubes Belanda untuk Indonesia datang.", "Kedutaan Besar Belanda untuk Indonesia", "NL"),
        ("Konjen Australia Peter Hill datang.", "Konsulat Jenderal Australia", "AU"),
        ("Gubernur Bali Wayan Sudarma datang.", "Pemerintah Provinsi Bali", "ID"),
        ("Dubes RI untuk Korea Selatan datang.", "Kedutaan Besar RI untuk Korea Selatan", "ID"),
    ],
)
def test_the_body_and_the_country_of_an_office(text, organisation, country):
    document = Document(Article(text=text))
    title = find_titles(document, personal_spans(document))[0]
    assert (title.organisation, title.country) == (organisation, country)


def test_a_common_noun_is_no_title():
    assert holders("Rapat dibuka ketua panitia dan dihadiri anggota lain.") == {}


def test_an_office_without_a_name_takes_no_word_for_one():
    found = holders("Mantan Bupati Trenggalek tersebut menolak hadir.")
    assert list(found.values()) == [""]


def test_an_office_that_is_a_persons_name_may_end_the_text():
    document = Document(Article(text="Tamu itu bernama Sultan"))
    last = len(document.tokens) - 1
    find_titles(document, {last: last + 1})


def test_who_heads_a_house_belongs_to_it_and_to_no_bare_office():
    text = "Kepala Kantor Presiden Andriy Yermak menemui Menteri Energi Ukraina German Galushchenko di Kyiv."
    parents = {actor.name: actor.parent for actor in actors(Document(Article(text=text))).actors}
    assert parents["Andriy Yermak"] == "Kantor Presiden"
    assert parents["German Galushchenko"] == "Kementerian Energi Ukraina"
