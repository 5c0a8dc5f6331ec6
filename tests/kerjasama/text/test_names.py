"""The tagger finds people, bodies and places by the words around them; its model is small and licensed."""

import itertools
from pathlib import Path

import pytest

import kerjasama.text
from kerjasama.text.names import (
    EDGE,
    LABELS,
    classes_of,
    features,
    is_common,
    label_scores,
    names,
    shape,
    spans,
)
from kerjasama.text.tokens import tokens
from kerjasama.text.weights import weights_of

MODEL = Path(kerjasama.text.__file__).parent / "model"


def found(text: str) -> set[tuple[str, str]]:
    return {(name.text, name.kind) for name in names(text)}


def test_people_organisations_and_places_are_told_apart():
    seen = found("Rapat di Semarang dipimpin Bambang Hartono dari Kementerian Kesehatan, Senin.")
    assert {("Bambang Hartono", "PER"), ("Kementerian Kesehatan", "ORG"), ("Semarang", "LOC")} <= seen


def test_a_speaker_behind_the_verb_is_a_person():
    assert ("Slamet Riyanto", "PER") in found('"Kami sudah siap," kata Slamet Riyanto, Selasa (3/9).')


def test_offsets_give_back_the_printed_name():
    text = "Ketua panitia Retno Wulandari  menyambut tamu dari Surabaya."
    for name in names(text):
        assert text[name.start : name.end] == name.text
        words = tokens(text)
        assert (words[name.first].start, words[name.last - 1].end) == (name.start, name.end)


def test_no_name_runs_across_a_sentence():
    text = "Ia pulang ke Bandung Rahmat Hidayat tetap tinggal"
    words = tokens(text)
    cut = [word.text for word in words].index("Rahmat")
    for name in names(text, words, [cut]):
        assert not name.first < cut < name.last


def test_a_text_without_capitals_has_no_names():
    assert names("harga beras naik tipis di pasar pagi ini") == []
    assert names("") == []


def test_reading_twice_gives_the_same():
    text = "Direktur PT Sinar Pagi, Agus Wibowo, menemui wakil Universitas Airlangga di Kota Malang."
    assert names(text) == names(text)


def test_labels_become_spans():
    assert spans(["O", "B-PER", "I-PER", "B-PER", "O", "I-ORG"]) == [
        (1, 3, "PER"),
        (3, 4, "PER"),
        (5, 6, "ORG"),
    ]


def test_shapes_and_features():
    forms = ["2024", "RI", "X", "Budi", "PetroChina", "kota", "iPad", "("]
    assert [shape(form) for form in forms] == ["d", "XX", "X", "Xx", "Xm", "x", "o", "("]
    assert features(EDGE, -1, {}) == ["-1edge"]
    assert len(set(itertools.chain(*(features("Budi", offset, {}) for offset in (-1, 0, 1))))) == 12
    assert set(features("Budi", 1, {"Budi": ("head",)})) - set(features("Budi", 1, {})) == {"1c=head"}


def test_words_are_in_the_classes_of_the_codebook_and_of_their_company():
    assert "honorific" in classes_of("Bapak") and classes_of("Xqzw") == ()
    assert classes_of("Budi") and classes_of("mengatakan")


def test_every_token_gets_scores():
    words = tokens("Menteri Budi Karya pergi ke Bandung kemarin")
    scores = label_scores(words)
    assert scores.shape == (len(words), len(LABELS))
    person = LABELS.index("B-PER")
    assert scores[1, person] > scores[0, person]


def test_other_weights_are_read_only_inside_the_block(tmp_path):
    with weights_of(tmp_path), pytest.raises(FileNotFoundError):
        names("Budi pergi ke Bandung")
    assert names("Budi pergi ke Bandung")


def test_common_words_are_known_as_such():
    assert is_common("Masyarakat") and not is_common("Pandjaitan")


def test_weights_are_small_and_their_licences_lie_beside_them():
    assert sum(file.stat().st_size for file in MODEL.glob("*.npz")) < 1_500_000
    notes = (MODEL / "README.md").read_text(encoding="utf-8")
    assert "MIT License" in notes and "NERGrit" in notes
