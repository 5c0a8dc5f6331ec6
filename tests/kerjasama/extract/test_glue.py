"""Words glued by lost links are cut apart, and words that only look so are left whole."""

import pytest

from kerjasama.extract.glue import unglue
from kerjasama.text.tokens import tokens


def cut(text: str) -> list[str]:
    return [token.text for token in unglue(tokens(text))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Menteri ESDMSutrisno", ["Menteri", "ESDM", "Sutrisno"]),
        ("ekspor danRusia", ["ekspor", "dan", "Rusia"]),
        ("Wibisonamengatakan siap", ["Wibisona", "mengatakan", "siap"]),
        ("Presiden FederasiRusiaWibisono", ["Presiden", "Federasi", "Rusia", "Wibisono"]),
        ("Duta BesarIsraelWibisono", ["Duta", "Besar", "Israel", "Wibisono"]),
        ("OtoritasPalestinayang hadir", ["Otoritas", "Palestina", "yang", "hadir"]),
        ("Wali KotaAthena", ["Wali", "Kota", "Athena"]),
        ("alias di-ghostingJepangsaat itu", ["alias", "di-ghosting", "Jepang", "saat", "itu"]),
        ("Jakarta-Kementerian Perhubungan", ["Jakarta", "Kementerian", "Perhubungan"]),
        ("Presiden Amerika SerikatWibisono", ["Presiden", "Amerika", "Serikat", "Wibisono"]),
        ("Menteri KebudayaanWibisono", ["Menteri", "Kebudayaan", "Wibisono"]),
        ("Donald Trumpbakal hadir", ["Donald", "Trump", "bakal", "hadir"]),
        ("kunjungan TrumpdiVietnam", ["kunjungan", "Trump", "di", "Vietnam"]),
        ("saat TrumpmenjadiPresiden", ["saat", "Trump", "menjadi", "Presiden"]),
        ("Trumpdijadwalkan hadir", ["Trump", "dijadwalkan", "hadir"]),
        ("Hartawan tiba. Hartawandi Jakarta", ["Hartawan", "tiba", ".", "Hartawan", "di", "Jakarta"]),
    ],
)
def test_glued_words_are_cut(text, pieces):
    assert cut(text) == pieces


def test_a_name_is_not_cut_behind_part_of_a_well_known_one():
    assert cut("kata Mulyadi kemarin") == ["kata", "Mulyadi", "kemarin"]


@pytest.mark.parametrize(
    "word", ["PetroChina", "YouTube", "detikNews", "TikTok", "McKinsey", "Covid-19", "KemenPPPA"]
)
def test_whole_words_stay_whole(word):
    assert cut(f"lewat {word} saja") == ["lewat", word, "saja"]


def test_offsets_still_point_into_the_text():
    text = "Menlu RusiaVladimir dan Menteri ESDMSutrisno bertemu"
    assert all(text[token.start : token.end] == token.text for token in unglue(tokens(text)))
