import pytest

from kerjasama.resolve.folding import content_words, fold, fold_body, is_acronym


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("PT. Cahaya Timur (Persero) Tbk", "cahaya timur"),
        ("São Paulo Co., Ltd", "sao paulo"),
        (None, ""),
    ],
)
def test_case_accents_marks_and_legal_forms_do_not_count(name, folded):
    assert fold(name) == folded


def test_short_forms_of_bodies_are_written_out():
    assert fold_body("Pemprov Jatim") == fold_body("Pemerintah Provinsi Jawa Timur")


def test_an_object_is_known_by_its_content():
    assert content_words("kerja sama pelatihan perawat") == content_words("program pelatihan para perawat")
    assert content_words(None) == frozenset()


def test_acronyms():
    assert is_acronym("JICA")
    assert is_acronym("BPdP")
    assert not is_acronym("Jepang")
    assert not is_acronym("PT Cahaya")
