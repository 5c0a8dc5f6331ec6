"""Sectors of facts: from the fact's own words, from the article, and none.

All sentences here are written for these tests.
"""

from told_facts import facts

from bench.fit_sectors import PENALTY, Subject, held_out, likeness, weights_of
from bench.gold_bundles import scenes_of
from kerjasama.extract.facts.slots.sectors import LEAST, sector_properties
from kerjasama.records import Article


def test_the_words_of_the_sentence_give_the_sectors_and_are_their_anchors():
    text = "Indonesia dan Jepang bekerja sama di bidang pertanian dan perikanan."
    (fact,) = facts(text)
    assert fact.sectors == ("agriculture", "fisheries")
    told = {text[a.start : a.end] for a in fact.anchors if a.slot == "sectors"}
    assert told == {"pertanian", "perikanan"}


def test_a_sentence_without_a_subject_takes_that_of_its_article():
    text = (
        "Pembangkit listrik tenaga surya di Sumba mulai menyalurkan listrik ke desa. "
        "Energi terbarukan itu menggantikan listrik dari diesel. "
        "Pemerintah Indonesia menandatangani nota kesepahaman dengan pemerintah Denmark pada 2 Mei 2024. "
        "Pembangkit berikutnya akan memakai energi angin."
    )
    (fact,) = facts(text)
    assert fact.sectors == ("energy",)
    assert {a.rule for a in fact.anchors if a.slot == "sectors"} == {"sector.article"}


def test_the_placing_of_workers_is_of_labour_whatever_its_words():
    (fact,) = facts("Jepang akan menerima 40 perawat dari Indonesia pada Mei 2024.")
    assert fact.instrument == "labour_mobility"
    assert {"health", "labour"} <= set(fact.sectors)


def test_where_no_word_names_a_sector_it_is_general():
    (fact,) = facts("Presiden Indonesia bertemu dengan Perdana Menteri Jepang di Tokyo pada 3 Mei 2024.")
    assert fact.sectors == ("general",)


def test_the_measure_of_the_fit_judges_an_article_by_the_others():
    told = Subject({"energy": {"own sentence": 1.0}, "labour": {"opening": 1.0}}, frozenset({"energy"}), True)
    assert likeness(held_out([[told]] * 40, PENALTY, 1.0), LEAST) == 1.0


def test_the_fit_follows_the_press_where_others_draw_the_line_elsewhere():
    near = {"energy": {"next sentence": 1.0}}
    press, ours = Subject(near, frozenset(), True), Subject(near, frozenset({"energy"}), False)
    some = [press] * 10 + [ours] * 20
    assert (
        weights_of(some, PENALTY, 1.0)["next sentence"] > 0 > weights_of(some, PENALTY, 8.0)["next sentence"]
    )


def test_the_names_of_its_parties_and_the_sentences_near_it_speak_for_a_sector():
    text = (
        "Petani padi di Subang menanti benih baru. "
        "Kementerian Pertanian dan pemerintah Vietnam menandatangani nota kesepahaman. "
        "Naskah itu mengatur benih padi. "
        "Nelayan di Indramayu belum ikut."
    )
    _, _, told = scenes_of(Article(text=text))
    found = sector_properties(told[1], [], told, "agreement", ["Kementerian Pertanian", "Vietnam"])
    assert {"its party", "before next", "after next"} <= found["agriculture"].keys()
    assert found["fisheries"].keys() & {"its party", "after next", "after near"} == {"after near"}
