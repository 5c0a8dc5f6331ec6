"""The plain news: annotations that keep to the codebook, of which no less is read than before."""

import json
from pathlib import Path

import pytest

from kerjasama.codebook import load
from kerjasama.evaluate.measure import reading
from kerjasama.evaluate.scores import Count, score_article
from kerjasama.records import HOME, OUTSIDE, Article

FOLDER = Path(__file__).parent / "plain"
PUBLISHED = "2024-05-06"
NOT_ANNOTATED = {"sectors": [], "event_date": None}


def news(name: str) -> list[dict]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_the_annotations_keep_to_the_codebook():
    codes = load("vocabularies")
    every = [*news("develop"), *news("held-back")]
    assert len({one["id"] for one in every}) == len(every) == 600
    for fact in (fact for one in every for fact in one["facts"]):
        assert fact["instrument"] in codes["instrument"]
        assert fact["stage"] in codes["stage"]
        sides = {party["side"] for party in fact["participants"]}
        assert sides - {HOME, OUTSIDE} == set(fact["partner_countries"])
        assert HOME in sides and len(sides) > 1


@pytest.mark.parametrize(("name", "soft", "strict"), [("develop", 0.76, 0.55), ("held-back", 0.74, 0.55)])
def test_as_much_is_read_of_them_as_before(name: str, soft: float, strict: float):
    counts = {"facts_soft": Count(), "facts_strict": Count()}
    for one in news(name):
        read = reading(Article(text=one["text"], article_id=one["id"], published_at=PUBLISHED))
        told = {**one, "facts": [{**fact, **NOT_ANNOTATED} for fact in one["facts"]], "actors": []}
        read["facts"] = [{**fact, **NOT_ANNOTATED} for fact in read["facts"]]
        scores = score_article(told, read, one["text"])
        for measure, count in counts.items():
            counts[measure] = count + scores[measure]
    assert counts["facts_soft"].f1 >= soft
    assert counts["facts_strict"].f1 >= strict
