"""What a sentence tells as a whole, where no rule reads an act in it. All sentences are written here."""

import pytest
from told_facts import facts, scenes_of, told

from kerjasama.extract.facts.acts import whole_sentences
from kerjasama.extract.facts.acts.acts import SENTENCE
from kerjasama.extract.facts.acts.whole_sentences import (
    best,
    likelihood,
    sentence_properties,
    whole_sentence_act,
    with_instrument,
)
from kerjasama.extract.facts.judging.candidates import candidates

UNREAD = "PT Pertamina dan Mitsubishi Jepang memperpanjang ikatan pasokan amonia sampai 2030."
"""No rule knows "memperpanjang ikatan"."""


@pytest.fixture
def _with_whole_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_sentences, "LEAST", 0.1)


def properties(text: str, number: int = 0) -> dict[str, float]:
    return sentence_properties(scenes_of(text), number, [], ())


def test_rules_alone_read_nothing_in_it():
    assert told(UNREAD) == []


@pytest.mark.usefixtures("_with_whole_sentences")
def test_what_no_rule_reads_is_told_with_both_parties():
    assert told(UNREAD) == [("trade", "ongoing", {"PT Pertamina", "Mitsubishi"})]


@pytest.mark.usefixtures("_with_whole_sentences")
def test_each_slot_says_that_the_whole_sentence_told_it():
    (fact,) = facts(UNREAD)
    rules = {anchor.slot: anchor.rule for anchor in fact.anchors}
    assert rules["acceptance"] == "acceptance.sentence"
    assert rules["instrument"] == "instrument.sentence:pasokan"
    assert rules["stage"].startswith("stage.")


@pytest.mark.usefixtures("_with_whole_sentences")
def test_where_a_rule_tells_a_fact_the_whole_sentence_tells_no_other():
    text = "Universitas Gadjah Mada dan Universitas Kyoto meneken nota kesepahaman tentang pasokan benih."
    assert all(anchor.rule != "acceptance.sentence" for fact in facts(text) for anchor in fact.anchors)
    assert len(facts(text)) == 1


def test_a_side_that_the_sentence_leaves_out_is_whom_the_article_named_last(monkeypatch):
    monkeypatch.setattr(whole_sentences, "LEAST", 0.0)
    text = "Marubeni asal Jepang dikenal di sana. PT Pupuk Kaltim kini membeli amonia darinya tiap bulan."
    scenes = scenes_of(text)
    found = [c for c in candidates(scenes, ()) if c.act.scene.number == 1 and c.act.trigger_id == SENTENCE]
    bound = {b.party.name: b.rule for c in found for b in c.bound}
    assert bound["Marubeni"] == "binding.before"
    assert bound["PT Pupuk Kaltim"] != "binding.before"


@pytest.mark.usefixtures("_with_whole_sentences")
@pytest.mark.parametrize(
    "text",
    [
        "Gempa di Jepang terasa hingga kantor KBRI Tokyo, Selasa pagi.",
        "Harga emas turun setelah bank sentral Jepang menahan bunga, kata ekonom BCA.",
        "Turis Jepang memotret Candi Borobudur saat matahari terbit.",
    ],
)
def test_news_without_cooperation_stays_without(text):
    assert told(text) == []


def test_words_of_an_act_make_a_sentence_likelier():
    idle = "Turis Jepang memotret Candi Borobudur saat matahari terbit."
    assert likelihood(properties(UNREAD)) > 3 * likelihood(properties(idle))


def test_an_unlikely_sentence_has_no_act():
    scene = scenes_of(UNREAD)[0]
    assert whole_sentence_act(scene, {"bias": 1.0, "word=gempa": 1.0}) is None


def test_an_act_stands_where_the_vocabulary_knows_a_word_of_it(monkeypatch):
    monkeypatch.setattr(whole_sentences, "LEAST", 0.0)
    scene = scenes_of(UNREAD)[0]
    act = whole_sentence_act(scene, properties(UNREAD))
    assert act is not None
    assert act.trigger_id == SENTENCE
    assert scene.start <= act.trigger.start < act.trigger.end <= scene.end
    assert act.likely == likelihood(properties(UNREAD))


def test_documents_are_signed_and_meetings_are_not():
    plain = {"bias": 1.0, "word=tangan": 1.0}
    assert best("stage", with_instrument(plain, "agreement")) == "signed"
    assert best("stage", with_instrument(plain, "dialogue")) == "completed"


def test_names_say_nothing_but_their_side():
    other = UNREAD.replace("Pertamina", "Semen Padang").replace("Mitsubishi", "Marubeni")
    assert properties(UNREAD) == properties(other)


def test_a_word_that_points_back_tells_of_what_was_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(whole_sentences, "LEAST", 0.0)
    for noun, pointed in (("pelatihan ini", True), ("pelatihan itu", True), ("pelatihan bidan", False)):
        text = f"Dinas Kesehatan Kota Ambon dan Politeknik Aarhus membuka {noun}."
        act = whole_sentence_act(scenes_of(text)[0], properties(text))
        assert act is not None and act.reference == pointed


def test_what_points_back_is_told_once_though_the_model_takes_it_for_under_way(
    monkeypatch: pytest.MonkeyPatch,
):
    under_way = {"instrument": "training_exchange", "stage": "ongoing"}
    monkeypatch.setattr(whole_sentences, "LEAST", 0.0)
    monkeypatch.setattr(whole_sentences, "best", lambda slot, found: under_way[slot])
    rows = told(
        "Dinas Kesehatan Kota Ambon dan Politeknik Aarhus asal Denmark menggelar pelatihan bidan pada Mei. "
        "Dinas Kesehatan Kota Ambon dan Politeknik Aarhus membuka pelatihan ini."
    )
    assert [row[:2] for row in rows] == [("training_exchange", "completed")]
