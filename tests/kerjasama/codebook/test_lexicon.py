"""Finding vocabulary phrases: boundaries, overlaps, offsets; vocabularies that agree with the codebook."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.codebook import load, names
from kerjasama.codebook.lexicon import Entry, Lexicon, cooperation_lexicon, fold, lowered

WORDS = Lexicon(
    [
        Entry("tie", "short", "kerja sama"),
        Entry("tie", "long", "kerja sama teknis"),
        Entry("country", "US", "AS", cased=True),
        Entry("country", "RU", "Rusia", cased=True),
        Entry("other", "same", "sama"),
        Entry("body", "CN", "TikTok", cased=True),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.end]) for hit in WORDS.hits(text)]


def test_the_longest_phrase_of_a_kind_wins_and_kinds_do_not_hide_each_other():
    assert found("Kerja sama teknis itu") == [("long", "Kerja sama teknis"), ("same", "sama")]


def test_a_phrase_inside_a_word_is_none():
    assert found("pekerja samaran") == []


def test_hyphens_and_line_breaks_join_words_as_blanks_do():
    assert [code for code, _ in found("kerja-sama dan kerja\nsama")] == ["short", "same", "short", "same"]


def test_cased_phrases_keep_their_case():
    assert found("as roda buatan AS") == [("US", "AS")]


def test_a_capitalised_word_glued_to_a_small_letter_begins_a_word():
    text = "antara Indonesia danRusia"
    assert found(text) == [("RU", "Rusia")]
    assert WORDS.hits(text)[0].start == text.index("Rusia")


def test_a_name_written_in_one_is_found_though_its_capitals_could_begin_a_word():
    assert found("aplikasi TikTok itu") == [("CN", "TikTok")]
    assert found("aplikasi Tik Tok itu") == []


@given(st.text(alphabet=st.sampled_from(list("kerja smAtnisRu-\n.,İ")), max_size=60))
def test_offsets_always_cut_out_the_phrase(text: str):
    for hit in WORDS.hits(text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert fold(text[hit.start : hit.end]) == fold(hit.phrase)


@given(st.text(max_size=80))
def test_folding_keeps_the_length(text: str):
    assert len(fold(text)) == len(text)


def test_every_trigger_has_an_instrument_and_a_stage_of_the_codebook():
    vocabularies = load("vocabularies")
    for trigger in load("instruments")["triggers"]:
        assert trigger["instrument"] in vocabularies["instrument"], trigger["id"]
        assert trigger["stage"] in vocabularies["stage"], trigger["id"]
        assert trigger["strength"] in ("act", "noun", "theme", "joint"), trigger["id"]


def test_instruments_are_tried_in_the_order_of_the_codebook():
    assert load("instruments")["order"] == list(load("vocabularies")["instrument"])


def test_every_cue_says_a_stage_of_the_codebook_or_negates():
    stages = set(load("vocabularies")["stage"]) | {"negated"}
    cues = load("stages")["cues"]
    assert {cue["stage"] for cue in cues} <= stages
    assert len({cue["id"] for cue in cues}) == len(cues)


def test_sector_words_stand_under_the_codes_of_the_codebook():
    assert set(load("sectors")) - {""} == set(load("vocabularies")["sector"]) - {"general"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ekspor listrik ke negara tetangga", {"energy"}),
        ("kapal rumah sakit", {"health"}),
        ("pengalengan ikan", {"fisheries", "food_beverage"}),
        ("iklim investasi yang membaik", set()),
        ("berlatih dengan Hercules", {"defence_security"}),
        ("kekuatan hercules", set()),
    ],
)
def test_a_compound_names_its_own_fields_or_none(text: str, codes: set[str]):
    assert {hit.code for hit in cooperation_lexicon().hits(text) if hit.kind == "sector"} == codes


def test_all_provinces_and_all_514_regencies_and_cities_have_names():
    places = load("places")["names"]
    provinces = [code for code in places if code.startswith("ID-")]
    assert len(provinces) == 38
    assert len(places) - len(provinces) == 514


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("di Jatim", "ID-JI"),
        ("di DIY", "ID-YO"),
        ("di Purwakarta", "32.14"),
        ("Kota Batu", "35.79"),
        ("di Bandung", "32.73"),
        ("Kabupaten Bandung", "32.04"),
    ],
)
def test_places_by_the_names_of_the_press(text: str, code: str):
    assert code in [hit.code for hit in cooperation_lexicon().hits(text) if hit.kind == "place"]


def test_a_place_name_that_is_a_common_word_needs_its_kind():
    assert not [hit for hit in cooperation_lexicon().hits("Batu itu jatuh") if hit.kind == "place"]


def test_a_missing_vocabulary_is_told_with_those_that_are_there():
    with pytest.raises(FileNotFoundError, match="sectors"):
        load("nothing")
    assert "sectors" in names()


def test_a_region_named_after_a_country_is_none():
    text = "pengusaha Amerika Latin dan Amerika"
    hits = cooperation_lexicon().hits(text)
    assert [hit.start for hit in hits if hit.kind == "country"] == [text.rindex("Amerika")]


@given(st.text())
def test_lowering_keeps_every_offset(text):
    assert len(lowered(text)) == len(text)


def test_lowering_letters_with_longer_small_forms():
    assert lowered("İZMİR Agreement") == "İzmİr agreement"
