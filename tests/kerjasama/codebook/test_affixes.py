"""Indonesian verb forms from their roots."""

import pytest

from kerjasama.codebook.affixes import active, forms_of, nominal


@pytest.mark.parametrize(
    ("root", "form"),
    [
        ("tawar", "menawar"),
        ("kirim", "mengirim"),
        ("pasok", "memasok"),
        ("promosi", "mempromosi"),
        ("bantu", "membantu"),
        ("jajak", "menjajak"),
        ("sepakat", "menyepakat"),
        ("undang", "mengundang"),
        ("gandeng", "menggandeng"),
        ("latih", "melatih"),
        ("cat", "mengecat"),
    ],
)
def test_the_prefix_men_changes_the_sound(root: str, form: str):
    assert active(root) == form


def test_forms_with_a_suffix():
    forms = forms_of({"verb": "pinjam", "suffix": "kan"})
    assert forms[:3] == ("meminjamkan", "dipinjamkan", "pinjamkan")
    assert forms[3:] == ("kami pinjamkan", "kita pinjamkan", "mereka pinjamkan", "saya pinjamkan")


def test_one_voice_only():
    assert forms_of({"verb": "diskusi", "suffix": "kan", "voice": "active"}) == ("mendiskusikan",)


@pytest.mark.parametrize(
    ("root", "noun"), [("kirim", "pengiriman"), ("bangun", "pembangunan"), ("salur", "penyaluran")]
)
def test_the_noun_of_an_act(root: str, noun: str):
    assert nominal(root) == noun
