"""Words glued by lost links are cut apart, and words that only look so are left whole."""

import pytest

from kerjasama.extract.glue import lost_blanks
from kerjasama.extract.reader import read
from kerjasama.records import Article
from kerjasama.text.derivation import Cleaned
from kerjasama.text.tokens import tokens


def mended(text: str) -> str:
    return Cleaned.of(text).edit(lost_blanks(text)).text


def cut(text: str) -> list[str]:
    return [token.text for token in tokens(mended(text))]


def test_blanks_beside_brackets_and_commas_are_put_back():
    assert mended("Bank Cakra(BC)Ambon,lalu 1,5") == "Bank Cakra (BC) Ambon, lalu 1,5"


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
        ("Polda Jabardan warga Bandungberhasil", ["Polda", "Jabar", "dan", "warga", "Bandung", "berhasil"]),
        ("sistemperbankan besaryang baru", ["sistem", "perbankan", "besar", "yang", "baru"]),
        (
            "membangun pelabuhanlautmelalui pinjaman",
            ["membangun", "pelabuhan", "laut", "melalui", "pinjaman"],
        ),
    ],
)
def test_glued_words_are_cut(text, pieces):
    assert cut(text) == pieces


def test_a_name_is_not_cut_behind_part_of_a_well_known_one():
    assert cut("kata Mulyadi kemarin") == ["kata", "Mulyadi", "kemarin"]


WHOLE = (
    "PetroChina YouTube detikNews TikTok McKinsey Covid-19 KemenPPPA multipihak pascabencana faktafakta "
    "kelautan diperdagangkan"
)


@pytest.mark.parametrize("word", WHOLE.split())
def test_whole_words_stay_whole(word):
    assert cut(f"lewat {word} saja") == ["lewat", word, "saja"]


def test_what_is_read_in_glued_words_stands_in_the_captured_text():
    text = "Menteri Luar Negeri Rudi Hartawanbertemu(lagi)Menlu JepangKenji Sato di Tokyo, Senin (27/2/2023)."
    told = read(Article(text, "a1", published_at="2023-02-27"))
    assert [(fact.instrument, [text[a:b] for a, b in fact.evidence]) for fact in told.facts] == [
        ("dialogue", [text])
    ]
    mentions = [text[start:end] for actor in told.actors for start, end in actor.mentions]
    assert {"Rudi Hartawan", "Kenji Sato"} <= set(mentions)
