"""The date of an event is not the day on which somebody spoke of it."""

from told_facts import facts

from kerjasama.extract.reader import read
from kerjasama.records import Article, Fact

LEAD = "Menteri Perdagangan Indonesia Zulkifli Hasan bertemu Duta Besar Jepang untuk Indonesia Masaki Yasushi"


def meeting(text: str) -> Fact:
    return next(fact for fact in facts(text) if fact.instrument == "dialogue")


def test_the_day_beside_the_meeting_is_its_day():
    fact = meeting(f"{LEAD} di Jakarta, Rabu (8/5/2024).")
    assert (fact.event_date, fact.date_precision) == ("2024-05-08", "day")
    anchor = next(a for a in fact.anchors if a.slot == "event_date")
    assert anchor.rule.startswith("date.")


def test_the_day_of_a_press_statement_is_none():
    fact = meeting(
        f'{LEAD}. "Kami membahas ekspor," kata Zulkifli dalam keterangan tertulis, Rabu (8/5/2024).'
    )
    assert fact.event_date is None
    assert (fact.date_precision, fact.date_basis) == ("none", "none")


def test_the_publication_date_is_never_an_event_date():
    assert meeting(f"{LEAD} di Jakarta.").event_date is None


def date_of(text: str) -> str | None:
    return facts(text)[0].event_date


def test_a_plan_happens_on_the_day_that_its_sentence_tells():
    assert date_of("PT Kopi Gayo menyiapkan ekspor kopi ke Jepang pada September 2024.") == "2024-09"


def test_what_begins_on_a_day_has_run_since():
    text = (
        "Perusahaan Jepang, Toyota Motor Corporation, mulai membangun pabrik di Indonesia, Rabu (8/5/2024)."
    )
    assert date_of(text) == "2024-05-08"


def test_the_year_of_a_names_event_is_no_date():
    text = (
        "Pada pameran Indo Defense 2024, PT Pindad dan Hyundai Motor Company menjajaki kerja sama perawatan."
    )
    assert date_of(text) is None


DEAL = "Pemerintah Kota Bogor dan Pemerintah Kota Kitakyushu, Jepang, sepakat melakukan alih teknologi."


def test_the_next_sentence_that_takes_the_act_up_gives_its_day():
    taken_up = "Kesepakatan itu dicapai dalam pertemuan kedua wali kota di Bogor, Rabu (8/5/2024)."
    assert date_of(f"{DEAL} {taken_up}") == "2024-05-08"


def test_the_day_on_which_words_are_taken_up_is_none():
    said = "Hal itu disampaikan Wali Kota Bogor di Balai Kota, Rabu (8/5/2024)."
    assert date_of(f"{DEAL} {said}") is None


def test_what_happened_at_a_meeting_has_its_day():
    text = (
        "Menteri Perdagangan Indonesia Zulkifli Hasan bertemu Menteri Ekonomi Jepang Ken Saito di Tokyo "
        "pada Rabu (8/5/2024). Saito memuji kopi Gayo. Dalam pertemuan tersebut, keduanya meneken nota "
        "kesepahaman tentang ekspor kopi antara Indonesia dan Jepang."
    )
    found = read(Article(text=text, article_id="a-date", published_at="2024-05-10")).facts
    assert {fact.instrument: fact.event_date for fact in found}["agreement"] == "2024-05-08"
