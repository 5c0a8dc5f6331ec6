"""To which body another belongs: by its name, the words beside it, or what everybody knows.

All sentences here are written for these tests.
"""

import pytest

from kerjasama.extract.actors.actors import actors
from kerjasama.extract.document import Document
from kerjasama.records import Article


def parent(text: str, name: str) -> str | None:
    actor = actors(Document(Article(text=text))).named(name)
    assert actor is not None, name
    return actor.parent


@pytest.mark.parametrize(
    ("text", "name", "owner"),
    [
        (
            "Pusat Riset Kelautan Universitas Airlangga menerima tamu.",
            "Pusat Riset Kelautan Universitas Airlangga",
            "Universitas Airlangga",
        ),
        ("Dinas Perikanan Kota Ambon menerima tamu.", "Dinas Perikanan Kota Ambon", "Pemerintah Kota Ambon"),
        ("Polda Maluku menerima tamu dari Tokyo.", "Polda Maluku", "Polri"),
        (
            "Korlantas Polri menerima tamu dari Tokyo. Polri senang.",
            "Korlantas Polri",
            "Kepolisian Negara Republik Indonesia",
        ),
        ("DPRD Kota Ambon menerima tamu dari Tokyo.", "DPRD Kota Ambon", None),
        ("Komisi VI DPR RI memanggil direksi.", "Komisi VI DPR RI", None),
        (
            "Pemerintah Kota Ambon rapat. Dinas Perikanan, kata Ratna Sari, membeli kapal.",
            "Dinas Perikanan",
            "Pemerintah Kota Ambon",
        ),
        (
            "PT Samudra Biru Tbk untung. PT Mina Jaya, anak usaha PT Samudra Biru Tbk, merugi.",
            "PT Mina Jaya",
            "PT Samudra Biru Tbk",
        ),
        (
            "PT Samudra Biru Tbk melalui anak usahanya, PT Mina Jaya, membangun pabrik.",
            "PT Mina Jaya",
            "PT Samudra Biru Tbk",
        ),
    ],
)
def test_the_owner_of_a_body(text, name, owner):
    assert parent(text, name) == owner


def test_a_body_is_not_its_own_acronyms_part():
    index = actors(
        Document(Article(text="Komisi Pemberantasan Korupsi KPK memeriksa saksi. KPK menahan dia."))
    )
    bodies = [actor for actor in index.actors if actor.kind != "person"]
    assert [(body.name, body.parent) for body in bodies] == [("Komisi Pemberantasan Korupsi", None)]


def test_an_office_alone_is_nobody():
    text = "Menteri Pertanian Wahyu Santosa dan Menteri Sosial, Menteri Perdagangan hadir di Jakarta."
    people = [a.name for a in actors(Document(Article(text=text))).actors if a.kind == "person"]
    assert people == ["Wahyu Santosa"]
