"""Whose people are: offices that do not name their body, and bodies that stand beside a name.

All sentences here are written for these tests.
"""

import pytest

from kerjasama.extract.actors.actors import actors
from kerjasama.extract.document import Document
from kerjasama.records import Article


def parent(text: str, name: str) -> str | None:
    actor = actors(Document(Article(text=text))).named(name)
    assert actor is not None, name
    return actor.parent


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        (
            "Kapolri Jenderal Bagus Prakoso menerima tamu.",
            "Bagus Prakoso",
            "Kepolisian Negara Republik Indonesia",
        ),
        ("Kapolres Bantul AKBP Dimas Wicaksono menerima tamu.", "Dimas Wicaksono", "Polres Bantul"),
        ("Wakasal Laksdya TNI Hendra Saputra membuka latihan.", "Hendra Saputra", "TNI AL"),
        (
            "Menteri Sekretaris Negara Rangga Santosa hadir.",
            "Rangga Santosa",
            "Kementerian Sekretariat Negara",
        ),
        ("Sekda Jabar Dewi Lestari hadir di Bandung.", "Dewi Lestari", "Pemerintah Provinsi Jawa Barat"),
        (
            "Staf Khusus Menteri Kelautan dan Perikanan Bidang Komunikasi Publik Ratna Sari membantah.",
            "Ratna Sari",
            "Kementerian Kelautan dan Perikanan",
        ),
    ],
)
def test_an_office_that_does_not_name_its_body(text, name, body):
    assert parent(text, name) == body


@pytest.mark.parametrize(
    "text",
    [
        "Penelitian dipimpin Sato Hiroshi, peneliti senior di Universitas Airlangga, sejak Mei.",
        "Pengamat transportasi Universitas Airlangga Sato Hiroshi menilai biaya itu mahal.",
        "Kursus itu diajar Sato Hiroshi dari Universitas Airlangga.",
        "Universitas Airlangga menambah kelas. Rektor Sato Hiroshi menyebut peminatnya banyak.",
    ],
)
def test_a_body_beside_the_name_or_before_the_office(text):
    assert parent(f'{text} "Kami senang," kata Sato Hiroshi.', "Sato Hiroshi") == "Universitas Airlangga"


def test_a_body_that_only_stands_in_the_sentence_is_no_employer():
    text = (
        "Pengusaha Jepang Sato Hiroshi melihat-lihat Universitas Airlangga. Kata Sato Hiroshi, udara panas."
    )
    assert parent(text, "Sato Hiroshi") is None


@pytest.mark.parametrize(
    ("name", "government"),
    [
        ("Dinas Perikanan Kota Ambon", "Pemerintah Kota Ambon"),
        ("Dinas Perdagangan Sulawesi Selatan", "Pemerintah Provinsi Sulawesi Selatan"),
        ("Pemerintah Kota Ambon", None),
    ],
)
def test_a_local_service_is_its_governments(name, government):
    assert parent(f"{name} mendukung rencana itu.", name) == government


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("CMO Tokorindu, Wahyu Santosa, menyebut penjualan naik.", "Wahyu Santosa", "Tokorindu"),
        ("President of Vantia Motor Wahyu Santosa menutup acara.", "Wahyu Santosa", "Vantia Motor"),
    ],
)
def test_a_body_that_only_its_heads_title_names(text, name, body):
    assert parent(text, name) == body


def test_a_department_is_no_body():
    index = actors(
        Document(Article(text="Direktur Utama Wahyu Santosa dan Vice President Digital Dewi hadir."))
    )
    assert all(actor.kind == "person" for actor in index.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Naskah itu diserahkan ketua delegasi Sri Lanka, Nimal Perera, pada Senin.",
        "Ia bertemu rekannya dari Sri Lanka Nimal Perera pada Senin.",
        "Penghargaan diterima Nimal Perera, pemuda Sri Lanka, pada Senin.",
        "Kursus itu diajar Nimal Perera asal Sri Lanka sejak Senin.",
    ],
)
def test_a_country_beside_the_name_places_a_person(text):
    index = actors(Document(Article(text=f'{text} "Kami senang," kata Nimal Perera di Jakarta, Indonesia.')))
    actor = index.named("Nimal Perera")
    assert actor is not None and actor.country == "LK"


def test_a_firm_before_the_name_is_no_part_of_it():
    text = 'Presiden Suryo Dairy Sato Ken menuturkan panen naik. "Kami senang," ujar Sato dari Suryo Dairy.'
    assert actors(Document(Article(text=text))).named("Sato Ken") is not None


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("Rapat dihadiri Gubernur PBOC Pan Gongsheng di Jakarta.", "Pan Gongsheng", "PBOC"),
        ("Pakar Keamanan Siber ZENSEC, Dimas Wicaksono, menilai hal itu wajar.", "Dimas Wicaksono", "ZENSEC"),
        ("Asops Kasal Laksda TNI Hendra Saputra hadir.", "Hendra Saputra", "TNI AL"),
        (
            "Koperasi Mina Jaya untung. Ketua koperasi itu, Ratna Sari, senang.",
            "Ratna Sari",
            "Koperasi Mina Jaya",
        ),
        ("Direktur Senior untuk Asia Tenggara Dimas Wicaksono hadir.", "Dimas Wicaksono", None),
        (
            "Gubernur Shizuoka Sato Hiroshi menerima tamu dari Jepang.",
            "Sato Hiroshi",
            "Pemerintah Prefektur Shizuoka",
        ),
        ("KBRI Tokyo ramai. Duta Besar RI untuk Jepang Ratna Sari hadir.", "Ratna Sari", "KBRI Tokyo"),
    ],
)
def test_whose_an_office_is_that_tells_it_otherwise(text, name, body):
    assert parent(f'{text} "Kami senang," kata {name}.', name) == body
