import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.sentences import Sentence, sentences


def cut(text):
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Menteri bertemu Dr. H. Slamet Riyadi, S.E., M.Si. di Jakarta. Ia didampingi staf.",
            ["Menteri bertemu Dr. H. Slamet Riyadi, S.E., M.Si. di Jakarta.", "Ia didampingi staf."],
        ),
        (
            "Ia menerima Lt. Gen. Tan Wei Ming dan Col. Robert Hale. Keduanya dari Singapura.",
            ["Ia menerima Lt. Gen. Tan Wei Ming dan Col. Robert Hale.", "Keduanya dari Singapura."],
        ),
        (
            "PT. Cahaya Timur Tbk. meneken kontrak. Nilainya Rp. 2,5 miliar.",
            ["PT. Cahaya Timur Tbk. meneken kontrak.", "Nilainya Rp. 2,5 miliar."],
        ),
        (
            "Harga emas naik ke Rp1.950. Antam senang.",
            ["Harga emas naik ke Rp1.950.", "Antam senang."],
        ),
        (
            "Kontrak diteken pekan lalu.Listing menyusul bulan depan.",
            ["Kontrak diteken pekan lalu.", "Listing menyusul bulan depan."],
        ),
        (
            'Ia baru pulang dari AS."Kami senang," katanya.',
            ["Ia baru pulang dari AS.", '"Kami senang," katanya.'],
        ),
        (
            "“Kami siap. Semua sudah diatur,” ujar Rina. Acara pun dimulai.",
            ["“Kami siap.", "Semua sudah diatur,” ujar Rina.", "Acara pun dimulai."],
        ),
        (
            "Ekspor mencapai 241.3 ton. Angka itu naik.",
            ["Ekspor mencapai 241.3 ton.", "Angka itu naik."],
        ),
        ("Situs Kabarkita.com memuatnya. Lalu ramai.", ["Situs Kabarkita.com memuatnya.", "Lalu ramai."]),
        ("Ada buah, sayur, dll. Mereka membawanya.", ["Ada buah, sayur, dll.", "Mereka membawanya."]),
        ("1. Pertama, izin. 2. Kedua, modal.", ["1. Pertama, izin.", "2. Kedua, modal."]),
        (
            "Mobil itu bernama Aria V. Pabrik itu luas. Di pabrik ada lini baru.",
            ["Mobil itu bernama Aria V.", "Pabrik itu luas.", "Di pabrik ada lini baru."],
        ),
        ("Naik 5 persen (yoy).Gubernur senang.", ["Naik 5 persen (yoy).", "Gubernur senang."]),
    ],
)
def test_cuts_where_a_reader_would(text, expected):
    assert cut(text) == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "Surabaya (ANTARA) - ",
        "Bisnis.com, JAKARTA – ",
        "JAKARTA, KOMPAS.com - ",
        "JABARTODAY.COM – BANDUNG - ",
        "Liputan6.com, Jakarta - ",
        "Leipzig, Kemendikbudristek – ",
        "UNTAD NEWS – ",
        "**Bandung, 11 Juli 2025** — ",
        "TRIBUNNEWS.COM, JAKARTA -- ",
    ],
)
def test_datelines_belong_to_no_sentence(dateline):
    assert cut(dateline + "Gubernur menerima tamu dari Osaka.") == ["Gubernur menerima tamu dari Osaka."]


def test_paragraphs_are_counted_and_rules_of_dashes_are_none():
    text = "Jakarta\n-\nAda kabar. Kabar baik.\n\n***\nPenutup."
    assert [s.paragraph for s in sentences(text)] == [0, 1, 1, 2]


@given(st.text(alphabet="Aab .,!?\"“”'()\n5:Tbk-", max_size=120))
def test_sentences_never_overlap_and_never_begin_or_end_in_blanks(text):
    end = 0
    for sentence in sentences(text):
        assert isinstance(sentence, Sentence)
        assert end <= sentence.start < sentence.end <= len(text)
        words = text[sentence.start : sentence.end]
        assert words == words.strip()
        assert "\n" not in words
        end = sentence.end


@given(st.text(max_size=200))
def test_every_letter_outside_datelines_lies_in_a_sentence(text):
    plain = text.replace("-", " ").replace("–", " ").replace("—", " ")
    covered = "".join(plain[s.start : s.end] for s in sentences(plain))
    assert sum(c.isalnum() for c in covered) == sum(c.isalnum() for c in plain)


def test_an_abbreviation_may_close_brackets():
    assert len(sentences("BPSDMI menjamu Nusa Consulting (NAC Co., Ltd.) Jepang beserta rombongan.")) == 1
