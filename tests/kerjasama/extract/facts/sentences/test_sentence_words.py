"""What a learned model sees of a sentence: stems, masked names and numbers. Our own sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_facts import scenes_of

from kerjasama.extract.facts.sentences.sentence_words import NAME, NUMBER, pairs, sentence_words, stem


def stems(text: str) -> list[str]:
    return [word.stem for scene in scenes_of(text) for word in sentence_words(scene)]


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("pengiriman", "irim"),
        ("mengirimkan", "irim"),
        ("dikirim", "kirim"),
        ("bertemu", "temu"),
        ("bantu", "bantu"),
        ("menteri", "ter"),
    ],
)
def test_affixes_are_cut_by_their_form_alone(word, bare):
    assert stem(word) == bare


def test_possible_parties_are_masked_by_side_and_kind():
    found = stems("Jepang melatih nelayan bersama Kementerian Perikanan di Bitung.")
    assert "<abroad country>" in found
    assert "<home body>" in found
    assert not any("jepang" in word or "kementerian" in word for word in found)


def test_other_names_and_numbers_are_masked():
    found = stems("Acara di Gedung Serbaguna dihadiri 40 tamu Jepang.")
    assert NAME in found
    assert NUMBER in found


def test_a_run_of_capitalised_words_is_one_name():
    assert stems("Ia tiba di Gedung Serbaguna Lantai Dua.").count(NAME) == 1


def test_words_stand_where_they_are_printed():
    text = "Dua puluh guru dari Jepang melatih perajin di Jepara."
    for scene in scenes_of(text):
        for word in sentence_words(scene):
            if not word.masked:
                assert stem(text[word.start : word.end].lower()) == word.stem


def test_pairs_are_words_side_by_side():
    words = [word for scene in scenes_of("Mereka belajar menenun.") for word in sentence_words(scene)]
    assert pairs(words)[0] == f"{words[0].stem} {words[1].stem}"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_a_stem_is_a_part_of_its_word(word):
    assert stem(word)
    assert stem(word) in word
