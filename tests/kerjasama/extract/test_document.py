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
