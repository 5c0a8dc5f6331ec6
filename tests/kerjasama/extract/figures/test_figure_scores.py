"""Figures against the shared gold and against the articles that were annotated by hand for this project."""

import gzip
import json

import pytest

from kerjasama.evaluate.scores import assign, same_figure
from kerjasama.extract.document import Document
from kerjasama.extract.figures.figures import figures
from kerjasama.records import Article


def f1(pairs):
    """F1 of (gold figures, article) pairs: on value and unit, and with kind, status and period as well."""
    hits, full, told = 0, 0, 0
    for gold, article in pairs:
        read = [
            {name: getattr(figure, name) for name in ("value", "unit", "kind", "status", "period")}
            for figure in figures(Document(article))
        ]
        hits += len(assign(gold, read, lambda a, b: float(same_figure(a, b))))
        full += len(assign(gold, read, lambda a, b: float(same_figure(a, b, full=True))))
        told += len(gold) + len(read)
    return 2 * hits / told, 2 * full / told


def shared_gold(folder, articles):
    rows = {row["article_id"]: row for row in map(json.loads, articles.read_text().splitlines())}
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text())
        row = rows[gold["article_id"]]
        yield gold["figures"], Article(text=row["text"], published_at=row.get("published_at"))


def own_gold(folder, shared):
    annotations = [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]
    wanted = {annotation["article_id"] for annotation in annotations}
    with gzip.open(shared / "corpus" / "news.jsonl.gz", "rt") as lines:
        texts = {
            row["article_id"]: row["text"] for row in map(json.loads, lines) if row["article_id"] in wanted
        }
    return [
        (annotation["figures"], Article(text=texts[annotation["article_id"]])) for annotation in annotations
    ]


def test_seeds_are_read_without_a_fault(shared):
    pairs = shared_gold(shared / "gold" / "seeds", shared / "seeds" / "articles.jsonl")
    assert f1(pairs)[0] == 1.0


def test_the_development_gold_meets_the_bars(shared):
    value, full = f1(shared_gold(shared / "gold" / "dev", shared / "gold" / "dev-articles.jsonl"))
    assert value >= 0.97
    assert full >= 0.85


@pytest.mark.parametrize(("part", "bar", "full_bar"), [("develop", 0.97, 0.80), ("held-back", 0.94, 0.78)])
def test_other_articles_annotated_by_hand(part, bar, full_bar, root, shared):
    value, full = f1(own_gold(root / "tests" / "gold" / "corpus-figures" / part, shared))
    assert value >= bar
    assert full >= full_bar
