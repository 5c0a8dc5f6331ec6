"""Letters tell how Indonesian a name sounds, of names that no list holds."""

import pytest

from kerjasama.text.name_forms import pieces, sounds_at_home


@pytest.mark.parametrize("name", ["Suryanto Wibisono", "Nurhayati Lestari", "Bambang Hadiwijaya"])
def test_indonesian_names_sound_at_home(name):
    assert sounds_at_home(name, person=True) > 1


@pytest.mark.parametrize("name", ["Henrik Sorensson", "Zhang Weiming", "Viktor Hansen"])
def test_foreign_names_do_not(name):
    assert sounds_at_home(name, person=True) < -1


def test_bodies_have_their_own_sound():
    assert sounds_at_home("Koperasi Tani Makmur", person=False) > 1
    assert sounds_at_home("Wellington Trust Company", person=False) < -1


def test_pieces_mark_the_ends_of_words():
    found = pieces("Ani")
    assert {"^ani$", "^a", "i$", "1 words"} <= set(found) and "accent" not in found
    assert "accent" in pieces("Zoë")
