"""Fits the confidence of facts on annotated articles: `python -m bench.fit_confidence [SHARED]`.

Prints the reliability of a model fitted on other articles (8 folds), then writes the weights fitted on all
of them to kerjasama/extract/facts/slots/confidence.json. A fact is right where instrument, stage, countries
and half of the parties are (codebook section 12, strict). A minute on one core.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from bench.gold_bundles import ReadArticle, as_annotation, read_articles
from bench.logistic import fit, folds
from kerjasama.evaluate.accuracy import PROJECT
from kerjasama.evaluate.names import NameBook
from kerjasama.evaluate.scores import assign, strictly_equal
from kerjasama.extract.facts.facts import fact_of
from kerjasama.extract.facts.judging.acceptance import judged
from kerjasama.extract.facts.judging.merge import bundles
from kerjasama.extract.facts.slots.confidence import FILE, fact_properties
from kerjasama.text.logistic import chance

FOLDS = 8
PENALTY = 20.0
"""L2; of 5, 10, 20, 40 the one with the best log-loss over the folds."""

Row = tuple[dict[str, float], bool]


def rows(article: ReadArticle) -> list[Row]:
    """Properties of each fact told of an article, and whether it is right."""
    told = bundles(judged(article.candidates), article.document.dates)
    facts = [fact_of(bundle, article.document, article.scenes) for bundle in told]
    predicted = as_annotation(article.document.article, facts, article.index)
    names = NameBook(article.gold, predicted)
    pairs = assign(
        list(article.gold.get("facts") or ()),
        predicted["facts"],
        lambda gold, other: float(strictly_equal(gold, other, names)),
    )
    right = {j for _, j, _ in pairs}
    return [(fact_properties(bundle), number in right) for number, bundle in enumerate(told)]


def main() -> None:
    """Fit, print, write."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    by_article = [rows(article) for article in read_articles(shared)]
    for penalty in (5.0, 10.0, 20.0, 40.0):
        told, truth = held_out(by_article, penalty)
        logloss = -np.mean(truth * np.log(told) + (1 - truth) * np.log(1 - told))
        print(f"penalty {penalty}: log-loss {logloss:.3f}, Brier {np.mean((told - truth) ** 2):.3f}")
    told, truth = held_out(by_article, PENALTY)
    for low in np.arange(0, 1, 0.2):
        inside = (told >= low) & (told < low + 0.2)
        if inside.any():
            print(
                f"{low:.1f}-{low + 0.2:.1f}: {inside.sum():4d} facts, "
                f"told {told[inside].mean():.2f}, right {truth[inside].mean():.2f}"
            )
    everything = [row for some in by_article for row in some]
    model = {"articles": len(by_article), "facts": len(everything), "weights": fit(everything, PENALTY)}
    FILE.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


def held_out(by_article: list[list[Row]], penalty: float) -> tuple[np.ndarray, np.ndarray]:
    """For every fact the chance that a model gives it which has not seen its article, and the truth."""
    told, truth = [], []
    for others, held in folds(by_article, FOLDS):
        weights = fit(others, penalty)
        for some in held:
            told += [chance(weights, properties) for properties, _ in some]
            truth += [float(right) for _, right in some]
    return np.array(told), np.array(truth)


if __name__ == "__main__":
    main()
