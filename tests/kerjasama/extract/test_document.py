"""What a document knows to stand at a place of its text."""

from kerjasama.extract.document import Document
from kerjasama.extract.registry import BODIES_AND_PLACES
from kerjasama.records import Article

TEXT = "Menteri Luar Negeri Jepang tiba di Kyoto."
DOCUMENT = Document(Article(text=TEXT))


def test_names_that_begin_or_end_at_a_place_are_asked_for_by_kind():
    start = TEXT.index("Jepang")
    assert [hit.code for hit in DOCUMENT.starting(start, "country")] == ["JP"]
    assert [hit.code for hit in DOCUMENT.ending(start + len("Jepang"), "country")] == ["JP"]
    assert not DOCUMENT.starting(start, "city", "organisation")
    assert DOCUMENT.starting(TEXT.index("Kyoto"), *BODIES_AND_PLACES)
    assert not DOCUMENT.starting(start + 1)


def test_a_sentence_stays_whole_though_more_than_its_length_is_glued_to_it():
    own = "Setelah berunding, tarif untuk Indonesia menjadi 19 persen."
    asked = (
        ";Kapan Wakil Menteri Perdagangan Budi Haryono dilantik oleh Presiden?;Ia dilantik pada 3 Mei 2024"
    )
    document = Document(Article(text=f"Rundingan itu selesai pekan lalu di Jakarta.\n{own}{asked}."))
    assert [document.text[s.start : s.end] for s in document.sentences][1:] == [own]
