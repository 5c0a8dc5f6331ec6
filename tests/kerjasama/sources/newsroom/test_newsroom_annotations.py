"""The annotations of the sample keep to the codebook and point at words that the articles really print."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kerjasama.codebook import load
from kerjasama.sources.newsroom.content import SampleArticle, articles

FOLDER = Path(__file__).resolve().parents[3] / "gold" / "sample"
VOCABULARIES = load("vocabularies")
ARTICLES = {article.slug: article for article in articles()}
PLACE = re.compile(r"ID-[A-Z]{2}|\d\d\.\d\d")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?")
PERIOD = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}-\d{2})?")
NUMBER = re.compile(r"\d[\d.,]*")


def read(slug: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{slug}.json").read_text(encoding="utf-8"))


def told(key: str) -> set[str]:
    return {fact[key] for slug in ARTICLES for fact in read(slug)["facts"]}


def value_printed(raw: str) -> float:
    """The first number of a printed figure, read by the codebook's rule for `.` and `,`."""
    found = NUMBER.search(raw)
    assert found, raw
    number = float(found[0].rstrip(".,").replace(".", "").replace(",", "."))
    for word, size in (("ribu", 1e3), ("juta", 1e6), ("miliar", 1e9), ("triliun", 1e12)):
        if re.match(rf"\s*{word}\b", raw[found.end() :]):
            return number * size
    return number


@pytest.fixture(params=sorted(ARTICLES))
def pair(request: pytest.FixtureRequest) -> tuple[SampleArticle, dict[str, Any]]:
    return ARTICLES[request.param], read(request.param)


def test_every_article_is_annotated_and_nothing_else() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == set(ARTICLES)


def test_all_instruments_and_stages_occur() -> None:
    assert told("instrument") == set(VOCABULARIES["instrument"])
    assert told("stage") == set(VOCABULARIES["stage"])


def test_most_sectors_occur() -> None:
    sectors = {sector for slug in ARTICLES for fact in read(slug)["facts"] for sector in fact["sectors"]}
    assert len(sectors) >= 24


def test_the_head_agrees_with_the_article(pair: tuple[SampleArticle, dict[str, Any]]) -> None:
    article, annotation = pair
    assert annotation["slug"] == article.slug
    assert annotation["url"] == article.url
    assert annotation["published_at"] == article.published_at
    assert annotation["dateline_place"] == article.dateline_place
    assert annotation["is_cooperation"] == article.is_cooperation == bool(annotation["facts"])
    countries = {country for fact in annotation["facts"] for country in fact["partner_countries"]}
    assert annotation["partner_countries"] == sorted(countries) == sorted(article.countries)


def test_facts_keep_to_the_vocabularies_and_are_evident(pair: tuple[SampleArticle, dict[str, Any]]) -> None:
    article, annotation = pair
    names = {actor["name"] for actor in annotation["actors"]}
    for fact in annotation["facts"]:
        assert fact["instrument"] in VOCABULARIES["instrument"]
        assert fact["stage"] in VOCABULARIES["stage"]
        assert fact["sectors"]
        assert set(fact["sectors"]) <= set(VOCABULARIES["sector"])
        assert all(PLACE.fullmatch(place) for place in fact["places"])
        assert fact["evidence"] in article.text
        assert 4 <= len(fact["evidence"].split()) <= 9
        assert 1 <= len(fact["object"].split()) <= 15
        sides = {participant["side"] for participant in fact["participants"]}
        assert "ID" in sides
        assert sides - {"ID"} == set(fact["partner_countries"])
        assert all(participant["role"] in VOCABULARIES["role"] for participant in fact["participants"])
        assert {participant["name"] for participant in fact["participants"]} <= names
        assert fact.get("speaker") is None or fact["speaker"] in names


def test_event_dates_have_the_precision_that_is_said(pair: tuple[SampleArticle, dict[str, Any]]) -> None:
    for fact in pair[1]["facts"]:
        if fact["event_date"] is None:
            assert (fact["date_precision"], fact["date_basis"]) == ("none", "none")
            continue
        assert DATE.fullmatch(fact["event_date"])
        shape = {4: "year", 7: "month", 10: "day"}[len(fact["event_date"])]
        assert fact["date_precision"] == ("quarter" if "Q" in fact["event_date"] else shape)
        assert fact["date_basis"] in ("explicit", "resolved")


def test_past_acts_are_not_dated_after_publication(pair: tuple[SampleArticle, dict[str, Any]]) -> None:
    article, annotation = pair
    for fact in annotation["facts"]:
        if fact["stage"] in ("signed", "ongoing", "completed", "cancelled") and fact["event_date"]:
            assert fact["event_date"] <= article.published_at[: len(fact["event_date"])]


def test_figures_are_the_numbers_that_are_printed(pair: tuple[SampleArticle, dict[str, Any]]) -> None:
    article, annotation = pair
    for figure in annotation["figures"]:
        assert figure["raw"] in article.text
        assert (
            figure["value"] == pytest.approx(value_printed(figure["raw"]), rel=1e-9)
            or "hingga" in figure["raw"]
        )
        assert figure["kind"] in VOCABULARIES["figure_kind"]
        assert figure["status"] in VOCABULARIES["figure_status"]
        assert figure["qualifier"] in VOCABULARIES["qualifier"]
        assert ("direction" in figure) == (figure["kind"] == "change")
        assert figure.get("value_max", figure["value"] + 1) > figure["value"]
        assert figure["period"] is None or PERIOD.fullmatch(figure["period"])
        assert 1 <= len(figure["indicator"].split()) <= 12


def test_statements_are_found_word_for_word(pair: tuple[SampleArticle, dict[str, Any]]) -> None:
    article, annotation = pair
    actors = {actor["name"]: actor for actor in annotation["actors"]}
    for statement in annotation["statements"]:
        assert article.text.count(statement["start_words"]) == 1
        start = article.text.index(statement["start_words"])
        end = article.text.index(statement["end_words"], start) + len(statement["end_words"])
        said = article.text[start:end]
        assert "\n" not in said
        assert '"' not in said
        quoted = article.text[:start].count('"') % 2 == 1
        assert quoted == (statement["mode"] == "direct")
        assert statement["verb"] in article.text
        assert statement["country"] == actors[statement["speaker"]]["country"]


def test_every_quotation_is_a_statement(pair: tuple[SampleArticle, dict[str, Any]]) -> None:
    article, annotation = pair
    direct = [statement for statement in annotation["statements"] if statement["mode"] == "direct"]
    assert len(direct) == article.text.count('"') // 2


def test_actors_are_printed_and_of_known_kinds(pair: tuple[SampleArticle, dict[str, Any]]) -> None:
    article, annotation = pair
    names = [actor["name"] for actor in annotation["actors"]]
    assert len(names) == len(set(names))
    used = {participant["name"] for fact in annotation["facts"] for participant in fact["participants"]}
    used |= {statement["speaker"] for statement in annotation["statements"]}
    for actor in annotation["actors"]:
        assert any(form in article.text for form in (actor["name"], *actor.get("aliases", [])))
        assert actor["kind"] in VOCABULARIES["actor_kind"]
        assert actor["kind"] not in ("country", "group") or actor["name"] in used
