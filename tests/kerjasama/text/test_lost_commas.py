"""Commas that a text lost with the letter before them, and where what is mended stands in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.derivation import Cleaned
from kerjasama.text.lost_commas import lost_commas

LOST = (
    "Selain it. untuk pertama kaliny. Bank Cakra membuka kantor di Indonesi. Menteri juga hadir di Ambo. "
    "Acara ini. kata dia. dihadiri 115 nasaba. 150 pengusah. dan dua wali kota. "
    "Namu. menteri yang bernama Ambon Lestari itu tidak hadir pertama kalinya di sana."
)
MENDED = (
    "Selain itu, untuk pertama kalinya, Bank Cakra membuka kantor di Indonesia, Menteri juga hadir di Ambon, "
    "Acara ini, kata dia, dihadiri 115 nasabah, 150 pengusaha, dan dua wali kota. "
    "Namun, menteri yang bernama Ambon Lestari itu tidak hadir pertama kalinya di sana."
)


def mend(text):
    return Cleaned.of(text).edit(lost_commas(text))


def test_commas_and_the_letters_before_them_are_put_back():
    assert mend(LOST).text == MENDED


@pytest.mark.parametrize(
    ("lost", "mended"),
    [
        (
            "Pabrik berdiri pada Senin (27/2/2023. kata dia.",
            "Pabrik berdiri pada Senin (27/2/2023), kata dia.",
        ),
        ("KANTORBERITA.CO. JAKARTA - Ada kabar.", "KANTORBERITA.COM, JAKARTA - Ada kabar."),
        (
            "Unit itu milik NCB. yakni bank. Induknya NCBG Ltd.",
            "Unit itu milik NCBG, yakni bank. Induknya NCBG Ltd.",
        ),
        ("Menurutny. pasar membaik.", "Menurutnya, pasar membaik."),
        (
            "Mereka naik ke kapal (KM Lestari). Namu. badai datang.",
            "Mereka naik ke kapal (KM Lestari). Namun, badai datang.",
        ),
        ("Ia bertemu Kenji Sat. kemarin.", "Ia bertemu Kenji Sat, kemarin."),
        ("Ia bertemu Kenji Sat. lalu Kenji Sato pulang.", "Ia bertemu Kenji Sato, lalu Kenji Sato pulang."),
        ('Dia mengataka. "Kami siap."', 'Dia mengatakan, "Kami siap."'),
        (
            "Proyek berjalan di kawasan itu sejak lam. Perdagangan naik.",
            "Proyek berjalan di kawasan itu sejak lama. Perdagangan naik.",
        ),
        ("Presiden bertemu Zqkw. Wakilnya ikut.", "Presiden bertemu Zqkw. Wakilnya ikut."),
        ("Ekspor naik sejak 202. sedangkan impor turun.", "Ekspor naik sejak 202, sedangkan impor turun."),
    ],
)
def test_what_was_lost_is_told_by_known_words_and_by_what_follows(lost, mended):
    assert mend(f"{LOST} {lost}").text == f"{MENDED} {mended}"


@pytest.mark.parametrize(
    "text",
    [
        "Fusarium sp. tumbuh. Fusarium sp. dikenal. Fusarium sp. lain. Fusarium sp. itu.",
        "Kata dia. lalu pergi, dan kembali, dan pergi. lagi.",
        "",
    ],
)
def test_a_text_that_has_its_commas_or_few_small_letters_behind_stops_is_left_alone(text):
    assert mend(text).text == text


def test_offsets_lead_back_to_the_captured_text():
    mended = mend(LOST)
    for read, captured in (("Indonesia", "Indonesi"), ("150 pengusaha, dan", "150 pengusah. dan")):
        start = mended.text.index(read)
        low, high = mended.raw_span(start, start + len(read))
        assert LOST[low:high] == captured


@given(st.text(alphabet='abi (.,1"A', max_size=200))
def test_only_stops_give_way_and_every_offset_lies_in_the_captured_text_in_order(text):
    edits = lost_commas(text)
    assert {text[edit.start : edit.end] for edit in edits} <= {"", "."}
    mended = mend(text)
    offsets = [mended.raw_span(offset, offset)[0] for offset in range(len(mended.text) + 1)]
    assert offsets == sorted(offsets)
    assert (offsets[0], offsets[-1]) == (0, len(text))


def test_a_known_name_tells_the_letter_that_its_last_word_lost():
    known = {"kenji sato", "menteri sato", "bank cakra"}
    lost = "Kenji Sat. kata dia. bertemu dengan Ana Sat. utusan BANK CAKR. yang datang."
    mended = "Kenji Sato, kata dia, bertemu dengan Ana Sat, utusan BANK CAKRA, yang datang."
    text = f"{LOST} {lost}"
    assert Cleaned.of(text).edit(lost_commas(text, known)).text == f"{MENDED} {mended}"
    assert "Kenji Sat," in mend(text).text
