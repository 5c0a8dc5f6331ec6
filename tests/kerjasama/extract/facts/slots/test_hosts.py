"""Who comes to a meeting and who receives."""

from kerjasama.extract.reader import read
from kerjasama.records import Article
from tests.kerjasama.extract.facts.told_facts import facts

MET = "Menteri Perdagangan Budi Santoso bertemu Menteri Ekonomi Jepang Yoji Muto"


def _meeting(text: str) -> dict[str, str]:
    """The roles of who meets in the last dialogue that a text tells."""
    fact = [f for f in facts(text) if f.instrument == "dialogue"][-1]
    return {p.name: p.role for p in fact.participants}


def test_without_a_word_of_it_nobody_is_host():
    assert _meeting(f"{MET} membahas tarif, Rabu.") == {"Budi Santoso": "party", "Yoji Muto": "party"}


def test_who_is_on_a_journey_to_the_others_country_is_the_visitor():
    text = f"Budi Santoso melakukan lawatan ke Jepang sejak Senin. {MET} membahas tarif."
    assert _meeting(text) == {"Budi Santoso": "visitor", "Yoji Muto": "host"}


def test_a_journey_to_a_third_country_tells_nothing():
    text = f"Budi Santoso melakukan lawatan ke Peru sejak Senin. {MET} membahas tarif."
    assert set(_meeting(text).values()) == {"party"}


def test_a_guest_from_abroad_who_has_come_is_received():
    text = (
        "Menteri Ekonomi Jepang Yoji Muto tiba di Jakarta pada Senin malam. Menteri Perdagangan Budi Santoso "
        "bertemu Yoji Muto membahas tarif."
    )
    assert _meeting(text) == {"Budi Santoso": "host", "Yoji Muto": "visitor"}


def test_the_place_behind_di_outweighs_other_places():
    text = (
        "Gubernur Bali Wayan Koster bertemu Direktur Biro Lingkungan Osaka Kenji Mori di Denpasar untuk "
        "membahas pengolahan sampah."
    )
    assert _meeting(text)["Kenji Mori"] == "visitor"


def test_the_seat_of_a_head_of_state_tells_who_receives():
    text = "Presiden Prabowo Subianto bertemu Presiden Amerika Serikat Donald Trump di Gedung Putih, Senin."
    assert _meeting(text) == {"Prabowo Subianto": "visitor", "Donald Trump": "host"}


def test_an_ambassador_calls_on_whom_he_meets():
    text = "Duta Besar Jepang Kenji Kanasugi bertemu Menteri Perdagangan Budi Santoso membahas tarif."
    assert _meeting(text) == {"Budi Santoso": "host", "Kenji Kanasugi": "visitor"}


def test_who_attends_a_banquet_is_not_its_host():
    text = (
        "Presiden Prabowo Subianto melakukan kunjungan ke Prancis. Presiden Prabowo Subianto menghadiri "
        "jamuan makan malam bersama Presiden Prancis Emmanuel Macron."
    )
    assert _meeting(text)["Prabowo Subianto"] == "visitor"


def test_a_dateline_abroad_tells_who_came():
    article = Article(
        text=f"{MET} membahas tarif, Rabu.",
        article_id="a-test",
        published_at="2024-05-09",
        dateline_place="Tokyo",
    )
    (fact,) = (f for f in read(article).facts if f.instrument == "dialogue")
    assert {p.name: p.role for p in fact.participants}["Yoji Muto"] == "host"


def test_who_is_present_comes_or_receives_with_his_side():
    text = (
        "Menteri Perdagangan Budi Santoso menerima kunjungan Menteri Ekonomi Jepang Yoji Muto, didampingi "
        "Wakil Menteri Perdagangan Dyah Roro Esti."
    )
    assert _meeting(text)["Dyah Roro Esti"] == "host"
