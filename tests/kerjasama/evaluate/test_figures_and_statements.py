"""Figures and statements of the press against `tests/gold/corpus-figures-statements`."""

import gzip
import json

import pytest

from kerjasama.evaluate.scores import score_article
from kerjasama.extract.annotation import annotation
from kerjasama.extract.reader import read
from kerjasama.records import Article

BARS = {
    "develop": {"figures": 0.91, "figures_full": 0.67, "statements": 0.91, "statements_direct": 0.95},
    "held-back": {"figures": 0.90, "figures_full": 0.68, "statements": 0.93, "statements_direct": 0.95},
}


def texts(shared, names):
    with gzip.open(shared / "corpus" / "news.jsonl.gz", "rt") as lines:
        return {
            row["article_id"]: row["text"] for row in map(json.loads, lines) if row["article_id"] in names
        }


@pytest.mark.parametrize("part", BARS)
def test_what_the_press_counts_and_says(part, root, shared):
    gold = root / "tests" / "gold"
    files = sorted((gold / "corpus-figures-statements" / part).glob("*.json"))
    printed = texts(shared, {file.stem for file in files})
    sums = {measure: [0.0, 0] for measure in BARS[part]}
    for file in files:
        actors = json.loads((gold / "corpus-facts" / "train" / file.name).read_text())["actors"]
        annotated = {**json.loads(file.read_text()), "actors": actors}
        text = printed[file.stem]
        counts = score_article(annotated, annotation(read(Article(text=text))), text)
        for measure, found in sums.items():
            found[0] += 2 * counts[measure].hit
            found[1] += counts[measure].predicted + counts[measure].gold
    for measure, (hits, told) in sums.items():
        assert hits / told >= BARS[part][measure], measure
