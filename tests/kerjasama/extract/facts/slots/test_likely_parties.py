"""Whom the model takes for a fact's parties, of those whom rules bind and the article names. The weights here
are made up, so that each test says which property it is about; what the fitted ones give is measured.
"""

import json

import pytest
from told_facts import scenes_of

from kerjasama.extract.facts.judging.acceptance import judged
from kerjasama.extract.facts.judging.candidates import candidates
from kerjasama.extract.facts.judging.merge import bundles
from kerjasama.extract.facts.slots import likely_parties
from kerjasama.extract.facts.slots.likely_parties import FILE, LIKELY, asked_of, likeliest, takers
from kerjasama.extract.facts.slots.party_properties import (
    BOUND,
    IMPLIED,
    NAMED,
    PRESENT,
    Told,
    mentions,
    party_properties,
)

TEXT = "Denso asal Jepang hadir di Jakarta. PT Astra Otoparts bekerja sama dengan Toyota, perusahaan Jepang."
ASTRA, TOYOTA, DENSO = ("PT Astra Otoparts", False), ("Toyota", True), ("Denso", True)
BY_THE_MODEL = likely_parties.chosen


@pytest.fixture(autouse=True)
def _by_the_model(monkeypatch: pytest.MonkeyPatch, _parties_of_the_rules: None) -> None:
    monkeypatch.setattr(likely_parties, "chosen", BY_THE_MODEL)


def asked(text: str = TEXT) -> Told:
    scenes = scenes_of(text)
    (bundle,) = bundles(judged(candidates(scenes, ())))
    return asked_of(bundle, scenes, mentions(scenes))[0]


def taken(monkeypatch: pytest.MonkeyPatch, weights: dict[str, float], text: str = TEXT) -> dict[str, str]:
    """Who takes part, by these weights, with the rule that binds him."""
    monkeypatch.setattr(likely_parties, "read_model", lambda file: {"weights": weights})
    scenes = scenes_of(text)
    (bundle,) = bundles(judged(candidates(scenes, ())))
    return {b.party.name: b.rule for b in takers(bundle, scenes, mentions(scenes)).bound}


def test_everybody_is_asked_of_whom_rules_bind_and_the_article_names():
    told = asked()
    assert {key: told.standing(key) for key in (ASTRA, TOYOTA, DENSO)} == {
        ASTRA: BOUND,
        TOYOTA: BOUND,
        DENSO: NAMED,
    }


def test_the_ministry_of_whom_the_article_names_is_asked_of_too():
    told = asked(f"Menteri Perindustrian Airlangga Hartarto hadir di Jakarta. {TEXT}")
    assert told.standing(("Kementerian Perindustrian", False)) == IMPLIED
    assert told.standing(("Airlangga Hartarto", False)) == NAMED


def test_in_a_meeting_who_comes_stands_instead_of_his_body(monkeypatch):
    text = "Menteri Perindustrian Airlangga Hartarto bertemu Menteri Industri Prancis Jean Moreau di Paris."
    told = taken(monkeypatch, {"bias": 1.0}, text)
    assert {"Airlangga Hartarto", "Jean Moreau"} <= set(told)
    assert "Kementerian Perindustrian" not in told


def test_whom_no_rule_binds_takes_part_where_the_model_says_so(monkeypatch):
    told = taken(
        monkeypatch, {"standing=bound": 5.0, "kind=company": 5.0, "kind=country": -5.0, "bias": -4.0}
    )
    assert told == {
        "PT Astra Otoparts": "binding.clause",
        "Toyota": "binding.clause",
        "Denso": LIKELY,
    }


def test_whom_a_rule_binds_is_left_out_where_another_is_likelier(monkeypatch):
    told = taken(monkeypatch, {"word before=dengan": -5.0, "standing=named": 2.0, "kind=country": -5.0})
    assert set(told) == {"PT Astra Otoparts", "Denso"}


def test_each_side_keeps_its_likeliest_however_unlikely(monkeypatch):
    assert set(taken(monkeypatch, {"bias": -5.0, "standing=bound": 1.0})) == {"PT Astra Otoparts", "Toyota"}


def test_indonesian_parties_come_first(monkeypatch):
    told = taken(monkeypatch, {}, "Toyota asal Jepang menggandeng PT Astra Otoparts sejak lama.")
    assert next(iter(told)) == "PT Astra Otoparts"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (TOYOTA, "word before=dengan"),
        (TOYOTA, "place=behind"),
        (ASTRA, "opens the sentence"),
        (ASTRA, "place=before bound"),
        (ASTRA, "beside the act before business_partnership"),
        (DENSO, "back=1"),
        (DENSO, "ahead=never named"),
        (DENSO, "country bound=True named body"),
        (DENSO, "instead=body named body"),
    ],
)
def test_what_speaks_for_somebody_is_where_he_stands(key, name):
    assert name in party_properties(asked(), key)


def test_who_says_a_sentence_and_his_body_are_known():
    text = (
        "Menteri Perdagangan Rudi Hartawan bertemu Menteri Perdagangan Jepang Kenji Sato. "
        '"Kami akan bekerja sama dengan Toyota," kata Rudi Hartawan.'
    )
    scenes = scenes_of(text)
    named = mentions(scenes)
    told = [asked_of(b, scenes, named)[0] for b in bundles(judged(candidates(scenes, ())))]
    spoken = next(one for one in told if one.act.scene.said_by is not None)
    assert "speaker" in party_properties(spoken, ("Rudi Hartawan", False))


def test_a_meetings_guests_are_asked_of_as_present():
    text = (
        "Menteri Perdagangan Rudi Hartawan bertemu Menteri Perdagangan Jepang Kenji Sato di Jakarta. "
        "Pertemuan itu dihadiri Duta Besar Jepang Masafumi Ishii."
    )
    told = asked(text)
    assert told.standing(("Masafumi Ishii", True)) == PRESENT


def test_of_equal_chances_the_first_is_the_likeliest():
    assert likeliest({ASTRA: 0.1, TOYOTA: 0.1, DENSO: 0.1}, 0.4) == [ASTRA, TOYOTA]


def test_nobody_is_taken_where_nobody_is_named():
    assert likeliest({}, 0.4) == []


def test_the_fitted_weights_are_of_properties_that_exist():
    weights = json.loads(FILE.read_text(encoding="utf-8"))["weights"]
    assert {name for key in (ASTRA, TOYOTA, DENSO) for name in party_properties(asked(), key)} & set(weights)


def test_a_country_is_no_party_beside_its_government(monkeypatch: pytest.MonkeyPatch):
    text = "Indonesia menyambut tamunya. Pemerintah Indonesia bekerja sama dengan Toyota, perusahaan Jepang."
    everybody = {"bias": 5.0}
    assert set(taken(monkeypatch, everybody, text)) >= {"Pemerintah Indonesia", "Toyota"}
    assert "Indonesia" not in taken(monkeypatch, everybody, text)
