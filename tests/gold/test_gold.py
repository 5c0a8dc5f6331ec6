"""The hand-made annotations keep to the codebook and refer only to what they list themselves."""

import json
import re
from pathlib import Path

import pytest

from kerjasama.codebook import load

FOLDER = Path(__file__).parent / "corpus"
FILES = sorted(FOLDER.glob("*/*.json"))
FACTS_ONLY = FOLDER.with_name("corpus-facts")
OWN = tuple(FOLDER.with_name(name) for name in ("written", "daily", "retold", "national"))
FACT_FILES = sorted(file for folder in (FACTS_ONLY, *OWN) for file in folder.glob("*/*.json"))
VOCABULARIES = load("vocabularies")
PLACE = re.compile(r"ID-[A-Z]{2}|\d\d\.\d\d")
COUNTRY = re.compile(r"[A-Z]{2}")
SIDE = re.compile(r"[A-Z]{2}|INT")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?")
PERIOD = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?")
COMPOSED = {
    *("country", "group", "government", "local_government", "public_agency"),
    *("association", "international_organisation"),
}
"""Kinds whose names annotators compose where the text tells them by a title or a pronoun ("Menkop UKM",
"pihaknya"), as the reference annotations do; a person, a firm or a campus is always printed.
"""
UNIT = re.compile(r"[A-Z]{3}|[A-Za-z][A-Za-z -]*")


def identify(file: Path) -> str:
    return f"{file.parent.name}/{file.stem}"


@pytest.fixture(params=FILES, ids=identify)
def annotation(request: pytest.FixtureRequest) -> dict:
    return json.loads(request.param.read_text(encoding="utf-8"))


@pytest.fixture(params=FACT_FILES, ids=identify)
def facts_and_actors(request: pytest.FixtureRequest) -> dict:
    return json.loads(request.param.read_text(encoding="utf-8"))


def words(text: str) -> int:
    return len(text.split())


def test_no_article_is_both_learned_from_and_held_back() -> None:
    train, held = (
        {file.stem for folder in (FOLDER, FACTS_ONLY, *OWN) for file in folder.glob(f"{side}/*.json")}
        for side in ("train", "held")
    )
    assert train and held
    assert not train & held


def test_a_second_reading_has_a_first_one() -> None:
    for folder in (FOLDER, FACTS_ONLY):
        first = {file.stem for side in ("train", "held") for file in folder.glob(f"{side}/*.json")}
        assert {file.stem for file in folder.glob("second/*.json")} <= first


def test_the_file_is_named_after_its_article() -> None:
    for file in (*FILES, *FACT_FILES):
        assert json.loads(file.read_text(encoding="utf-8"))["article_id"] == file.stem


def test_relevance_and_partner_countries_follow_from_the_facts(annotation: dict) -> None:
    assert annotation["is_cooperation"] == bool(annotation["facts"])
    countries = {country for fact in annotation["facts"] for country in fact["partner_countries"]}
    assert annotation["partner_countries"] == sorted(countries)


def test_facts_use_the_vocabularies(annotation: dict) -> None:
    for fact in annotation["facts"]:
        assert fact["instrument"] in VOCABULARIES["instrument"]
        assert fact["stage"] in VOCABULARIES["stage"]
        assert fact["sectors"] and set(fact["sectors"]) <= set(VOCABULARIES["sector"])
        assert "general" not in fact["sectors"] or fact["sectors"] == ["general"]
        assert all(PLACE.fullmatch(place) for place in fact["places"])
        assert 1 <= words(fact["object"]) <= 15
        assert 3 <= words(fact["evidence"]) <= 9
        assert fact["partner_countries"] == sorted(set(fact["partner_countries"]))
        assert all(COUNTRY.fullmatch(country) and country != "ID" for country in fact["partner_countries"])


def test_dates_of_facts_are_dates_with_their_precision_and_basis(annotation: dict) -> None:
    precision = {4: "year", 7: "month", 10: "day"}
    for fact in annotation["facts"]:
        if fact["event_date"] is None:
            continue
        assert DATE.fullmatch(fact["event_date"])
        if "Q" not in fact["event_date"]:
            assert fact["date_precision"] == precision[len(fact["event_date"])]
        assert fact["date_basis"] in ("explicit", "resolved")


def test_a_fact_has_both_sides_and_its_participants_are_actors(annotation: dict) -> None:
    kinds = {actor["name"]: actor["kind"] for actor in annotation["actors"]}
    for fact in annotation["facts"]:
        sides = {participant["side"] for participant in fact["participants"]}
        assert "ID" in sides and sides - {"ID"}
        assert all(SIDE.fullmatch(side) for side in sides)
        assert set(fact["partner_countries"]) == sides - {"ID", "INT"}
        for participant in fact["participants"]:
            assert participant["name"] in kinds
            assert participant["role"] in VOCABULARIES["role"]
        if fact.get("speaker"):
            assert fact["speaker"] in kinds


def test_figures_use_the_vocabularies(annotation: dict) -> None:
    for figure in annotation["figures"]:
        assert isinstance(figure["value"], int | float)
        assert figure["unit"] == "percent" or UNIT.fullmatch(figure["unit"])
        assert figure["kind"] in VOCABULARIES["figure_kind"]
        assert figure["status"] in VOCABULARIES["figure_status"]
        assert figure["qualifier"] in VOCABULARIES["qualifier"]
        assert figure.get("direction", "up") in VOCABULARIES["direction"]
        assert ("direction" in figure) <= (figure["kind"] == "change")
        assert figure.get("value_max", figure["value"] + 1) > figure["value"]
        assert figure["period"] is None or PERIOD.fullmatch(figure["period"])
        assert 1 <= words(figure["indicator"]) <= 12


def test_speakers_are_actors_and_spans_have_both_ends(annotation: dict) -> None:
    countries = {actor["name"]: actor["country"] for actor in annotation["actors"]}
    for statement in annotation["statements"]:
        assert statement["mode"] in VOCABULARIES["statement_mode"]
        assert statement["country"] == countries[statement["speaker"]]
        assert statement["start_words"] and statement["end_words"]


def test_actors_are_listed_once_with_kind_and_country(annotation: dict) -> None:
    names = [actor["name"] for actor in annotation["actors"]]
    assert len(names) == len(set(names))
    for actor in annotation["actors"]:
        assert actor["kind"] in VOCABULARIES["actor_kind"]
        assert SIDE.fullmatch(actor["country"])


def test_countries_and_groups_are_actors_only_as_party_or_speaker(annotation: dict) -> None:
    used = {participant["name"] for fact in annotation["facts"] for participant in fact["participants"]}
    used |= {statement["speaker"] for statement in annotation["statements"]}
    unused = [
        actor["name"]
        for actor in annotation["actors"]
        if actor["kind"] in ("country", "group") and actor["name"] not in used
    ]
    assert not unused


def test_facts_read_by_themselves_keep_to_the_codebook(facts_and_actors: dict) -> None:
    assert facts_and_actors["is_cooperation"] == bool(facts_and_actors["facts"])
    names = [actor["name"] for actor in facts_and_actors["actors"]]
    assert len(names) == len(set(names))
    for actor in facts_and_actors["actors"]:
        assert actor["kind"] in VOCABULARIES["actor_kind"]
        assert actor["country"] is None or SIDE.fullmatch(actor["country"])
    for fact in facts_and_actors["facts"]:
        assert fact["instrument"] in VOCABULARIES["instrument"]
        assert fact["stage"] in VOCABULARIES["stage"]
        assert fact["sectors"] and set(fact["sectors"]) <= set(VOCABULARIES["sector"])
        assert "general" not in fact["sectors"] or fact["sectors"] == ["general"]
        assert fact["event_date"] is None or DATE.fullmatch(fact["event_date"])
        assert 1 <= words(fact["object"]) <= 15
        assert all(1 <= words(start) <= 9 for start in (fact["evidence"], *fact["evidence_also"]))
        sides = {participant["side"] for participant in fact["participants"]}
        assert "ID" in sides and sides - {"ID"}
        assert sides - {"ID", "INT"} <= set(fact["partner_countries"])
        for participant in fact["participants"]:
            assert participant["name"] in names
            assert participant["role"] in VOCABULARIES["role"]


@pytest.mark.parametrize("folder", OWN, ids=lambda folder: folder.name)
def test_our_own_articles_print_what_their_annotations_say(folder: Path) -> None:
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    printed = {
        (row := json.loads(line))["article_id"]: f"{row['title'] or ''}\n{row['text']}" for line in lines
    }
    annotations = {
        file.stem: json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*/*.json")
    }
    assert set(annotations) == set(printed)
    for name, annotation in annotations.items():
        for fact in annotation["facts"]:
            for words_printed in (fact["evidence"], *fact["evidence_also"]):
                assert words_printed in printed[name], (name, words_printed)
        for actor in annotation["actors"]:
            forms = (actor["name"], *actor["aliases"])
            composed = actor["kind"] in COMPOSED
            assert composed or any(form in printed[name] for form in forms), (name, actor)
