"""Who funds and who receives."""

import pytest

from tests.kerjasama.extract.facts.told_facts import facts


def _roles(text: str) -> dict[str, str]:
    """The roles of the first fact that a text tells."""
    return {p.name: p.role for p in facts(text)[0].participants}


@pytest.mark.parametrize(
    ("text", "funder"),
    [
        ("Kementerian Kesehatan menerima hibah Rp20 miliar dari Pemerintah Jepang.", "Pemerintah Jepang"),
        ("Norwegia memberikan hibah Rp20 miliar kepada Kementerian Kehutanan.", "Norwegia"),
        ("Indonesia memberikan hibah Rp20 miliar kepada Fiji.", "Indonesia"),
        ("PT PLN mengajukan pinjaman Rp20 miliar kepada Bank Dunia.", "Bank Dunia"),
    ],
)
def test_the_side_that_gives_is_the_funder(text: str, funder: str):
    assert [name for name, role in _roles(text).items() if role == "funder"] == [funder]


def test_who_pays_for_a_training_is_its_funder():
    text = "Pelatihan guru di Universitas Airlangga yang ditanggung Pemerintah Korea Selatan dimulai Senin."
    assert _roles(text)["Pemerintah Korea Selatan"] == "funder"


def test_a_group_that_learns_gains_and_one_that_teaches_does_not():
    text = "Pelatih asal Jepang melatih petani asal Bali tentang pengeringan kopi."
    assert _roles(text) == {"petani asal Bali": "beneficiary", "Pelatih asal Jepang": "party"}
