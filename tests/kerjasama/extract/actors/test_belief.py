"""A name found is an actor only where its words and neighbours speak for it; sound and text place it."""

from kerjasama.extract.actors.actors import actors, candidates
from kerjasama.extract.actors.belief import BOUND, VOUCHED, bound, is_believed, is_possible
from kerjasama.extract.document import Document
from kerjasama.records import Article
from kerjasama.text.logistic import log_odds


def document(text: str) -> Document:
    return Document(Article(text, published_at="2024-03-05"))


def found(text: str) -> dict[str, str | None]:
    return {actor.name: actor.country for actor in actors(document(text)).actors}


def test_who_holds_an_office_is_believed_on_less():
    assert bound({"titled": 1.0}) == VOUCHED < BOUND == bound({"": 1.0})


def test_a_single_word_printed_once_is_not_believed_without_more():
    seen = {"": 1.0, "once": 1.0, "1 words": 1.0}
    assert not is_believed(seen, person=True) and not is_believed(seen, person=False)


def test_weights_are_added_up_by_property():
    assert log_odds({"a": 2.0, "b": -1.0}, {"a": 0.5, "b": 3.0, "c": 9.0}) == -2.0


def test_every_candidate_tells_what_speaks_for_it():
    text = 'JAKARTA - "Kami siap," kata Direktur Utama Pertamina Agus Wibowo, Selasa (5/3/2024).'
    seen, people, titles = candidates(document(text))
    assert {candidate.actor.name for candidate in seen} >= {"Agus Wibowo", "Pertamina"}
    assert all(candidate.properties[""] == 1.0 for candidate in seen)
    assert people and titles


def test_a_name_that_sounds_indonesian_stays_at_home_in_foreign_news():
    text = (
        "Ekonomi Tiongkok melambat. Bursa Tiongkok turun dan mata uang Tiongkok melemah terhadap dolar. "
        '"Pasar menunggu data Tiongkok," kata Bambang Hadiwijaya, Selasa (5/3/2024).'
    )
    assert found(text)["Bambang Hadiwijaya"] == "ID"


def test_a_name_that_sounds_foreign_is_of_the_country_most_named():
    text = (
        "JAKARTA - Indonesia menerima tamu dari Denmark di Jakarta. Rombongan Denmark meninjau pabrik "
        'di Bogor dan Bandung.\n"Kami terkesan," kata Henrik Sorensson, Selasa (5/3/2024).'
    )
    assert found(text)["Henrik Sorensson"] == "DK"


def test_a_body_whose_name_says_what_it_is_may_be_a_party_on_little():
    seen, _, _ = candidates(document("Ada pabrik Tanaka Steel."))
    (steel,) = seen
    assert not steel.believed and is_possible(steel.properties)
    assert not is_possible({"": 9.0, "rule=tagger": 1.0})
