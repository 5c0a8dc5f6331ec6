"""Statements against the shared gold: the bars that the project sets, on articles not ours to publish."""

import json

import pytest

from kerjasama.evaluate.scores import score_article
from kerjasama.extract.annotation import annotation
from kerjasama.extract.reader import read
from kerjasama.records import Article


def f1(folder, articles, measure):
    rows = {row["article_id"]: row for row in map(json.loads, articles.read_text().splitlines())}
    hits = told = 0.0
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text())
        row = rows[gold["article_id"]]
        predicted = annotation(read(Article(text=row["text"], published_at=row.get("published_at"))))
        count = score_article(gold, predicted, row["text"])[measure]
        hits += count.hit
        told += count.predicted + count.gold
    return 2 * hits / told


def test_seeds_quotations_are_read_without_a_fault(shared):
    assert f1(shared / "gold" / "seeds", shared / "seeds" / "articles.jsonl", "statements_direct") == 1.0


@pytest.mark.parametrize(("measure", "bar"), [("statements_direct", 0.95), ("statements", 0.88)])
def test_the_development_gold_meets_the_bars(measure, bar, shared):
    assert f1(shared / "gold" / "dev", shared / "gold" / "dev-articles.jsonl", measure) >= bar
