"""The committed scores are of this very extractor, and none fell below the floor."""

import json
from pathlib import Path

import pytest

from kerjasama.evaluate import accuracy, floor
from kerjasama.evaluate.measure import measure


@pytest.fixture(scope="module")
def measured(root, shared):
    return accuracy.measure_all(root, shared)


def test_the_committed_scores_are_not_stale(measured):
    told = accuracy.committed()
    assert told.get("extractor_fingerprint") == measured["extractor_fingerprint"], "run `make accuracy`"
    for name, scores in measured["sets"].items():
        assert told["sets"][name]["gold_fingerprint"] == scores["gold_fingerprint"], (
            f"{name}: run `make accuracy`"
        )
        assert told["sets"][name] == scores, f"{name}: run `make accuracy`"
    assert told["reliability"] == measured["reliability"]


def test_no_score_fell_below_the_floor(measured):
    least = json.loads(floor.FILE.read_text(encoding="utf-8"))
    assert set(least) == set(measured["sets"])
    assert floor.below(measured["sets"], least) == []


def test_a_fallen_score_names_the_articles_that_got_worse():
    before = {"dev": _scores(0.8, {"a": 0.9, "b": 0.7})}
    now = {"dev": _scores(0.7, {"a": 0.6, "b": 0.8})}
    lines = floor.below(now, floor.as_floor(before))
    assert len(lines) == len(floor.MEASURES)
    assert lines[0] == "dev: facts_soft is 0.7, its floor 0.8; worse: a"
    assert floor.below(before, floor.as_floor(before)) == []


def test_scores_of_another_extractor_are_not_told():
    told = accuracy.accuracy("0" * 64)
    assert told["measured"] is False
    assert told["message"] == "not measured for this version"


def test_the_sample_can_be_measured_on_any_clone(root):
    scores = measure(root / "tests" / "gold" / "sample")
    assert scores["articles"] >= 24
    assert scores["measures"]["figures"]["f1"] > 0.8


def test_missing_texts_and_broken_gold_are_told(tmp_path):
    (tmp_path / "x.json").write_text("{}")
    with pytest.raises(ValueError, match="no text for x"):
        measure(tmp_path)
    (tmp_path / "x.json").write_text("{")
    with pytest.raises(ValueError, match="malformed JSON at line 1"):
        measure(tmp_path)
    with pytest.raises(ValueError, match="no annotation"):
        measure(Path(tmp_path / "nowhere"))


def _scores(f1, by_article):
    return {
        "measures": {name: {"f1": f1} for name in floor.MEASURES},
        "by_article": {a: dict.fromkeys(floor.MEASURES, value) for a, value in by_article.items()},
    }
