"""Names out of credit lines and fields."""

import pytest

from kerjasama.parse.people import Credits, join_credits, read_credits, shouted_names, split_names


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Oleh : Rina Astuti, Bayu L Prakoso / WBP", ("Rina Astuti", "Bayu L Prakoso"), ("WBP",)),
        ("Penulis: Sari Dewi", ("Sari Dewi",), ()),
        ("Reporter: Budi Hartono | Editor: Tuti Alawiah", ("Budi Hartono",), ("Tuti Alawiah",)),
        ("Editor: Handaru | Sumber: Kontan", (), ("Handaru",)),
        ("Pewarta: Nur Imam\nEditor: Ade Marno\nCopyright © ANTARA 2015", ("Nur Imam",), ("Ade Marno",)),
        ("Laporan Wartawan Tribunnews.com, Apsari Billy", ("Apsari Billy",), ()),
        ("Penulis Kontributor Tegal, Tri Setiadi", ("Tri Setiadi",), ()),
        ("Penulis\nRina Astuti\n|\nEditor\nTuti Alawiah", ("Rina Astuti",), ("Tuti Alawiah",)),
        ("Rina Astuti\nEditor", (), ()),
        ("Menteri menyebut editor itu keliru", (), ()),
    ],
)
def test_reads_credit_lines(line, authors, editors):
    assert read_credits(line) == Credits(authors, editors)


def test_splits_fields_and_drops_what_is_no_name():
    assert split_names("Rina Astuti - detikFinance") == ("Rina Astuti",)
    assert split_names(["Budi Hartono dan Sari Dewi", "redaksi", "admin1", "https://contoh.example"]) == (
        "Budi Hartono",
        "Sari Dewi",
    )
    assert split_names("Ngadiman (Kalimantan Barat)") == ("Ngadiman",)
    assert split_names("Gilang Ramadhan, Senin 21 Agustus 2023") == ("Gilang Ramadhan",)
    assert split_names(None) == ()


def test_prose_is_no_name():
    assert split_names("Yuliana Sitorus\nMenulis tentang kesehatan") == ("Yuliana Sitorus",)
    assert split_names("Ahmad bin Said, rina astuti") == ("Ahmad bin Said", "rina astuti")


def test_a_line_in_capitals_signs_an_article():
    assert shouted_names("DINI TEJA | AHMAD FAIZ") == ("DINI TEJA", "AHMAD FAIZ")
    assert shouted_names("JAKARTA") == shouted_names("Dini Teja") == shouted_names("G20 BALI 2022") == ()


def test_joining_keeps_order_and_nobody_twice():
    joined = join_credits(Credits(("A B",), ("C D",)), Credits(("E F", "A B"), ("C D",)))
    assert joined == Credits(("A B", "E F"), ("C D",))
