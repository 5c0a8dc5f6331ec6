"""Figures and statements of the press against `tests/gold/corpus-figures-statements`."""

import json

import pytest

from kerjasama.evaluate.measure import load_articles, load_gold
from kerjasama.evaluate.scores import score_article
from kerjasama.extract.annotation import annotation
from kerjasama.extract.reader import read

BARS = {
    "develop": {"figures": 0.91, "figures_full": 0.67, "statements": 0.91, "statements_direct": 0.95},
    "held-back": {"figures": 0.90, "figures_full": 0.68, "statements": 0.93, "statements_direct": 0.95},
}


@pytest.mark.parametrize("part", BARS)
def test_what_the_press_counts_and_says(part, root, shared):
    gold = root / "tests" / "gold"
    told = load_gold(gold / "corpus-figures-statements" / part)
    articles = load_articles(shared / "corpus" / "news.jsonl.gz", told)
    sums = {measure: [0.0, 0] for measure in BARS[part]}
    for name, article in articles.items():
        actors = json.loads((gold / "corpus-facts" / "train" / f"{name}.json").read_text())["actors"]
        read_as = annotation(read(article))
        counts = score_article({**told[name], "actors": actors}, read_as, article.text)
        for measure, found in sums.items():
            found[0] += 2 * counts[measure].hit
            found[1] += counts[measure].predicted + counts[measure].gold
    for measure, (hits, both) in sums.items():
        assert hits / both >= BARS[part][measure], measure
