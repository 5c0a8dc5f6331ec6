"""Fits the confidence of facts on annotated articles: `python -m bench.fit_confidence [SHARED]`.

Prints the reliability of a model fitted on other articles (8 folds), then writes the weights fitted on all
of them to kerjasama/extract/confidence.json. A fact is right where instrument, stage, countries and half of
the parties are (codebook section 12, strict). A minute on one core.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from bench.gold_bundles import Annotated, annotated, as_annotation
from kerjasama.evaluate.accuracy import PROJECT
from kerjasama.evaluate.names import NameBook
from kerjasama.evaluate.scores import assign, strictly_equal
from kerjasama.extract.acceptance import accepted
from kerjasama.extract.confidence import FILE, fact_properties
from kerjasama.extract.facts import fact_of
from kerjasama.extract.merge import bundles

FOLDS = 8
PENALTY = 20.0
"""L2; of 5, 10, 20, 40 the one with the best log-loss over the folds."""
LEAST = 0.02
"""Weights smaller than this are left out of the file."""

Row = tuple[dict[str, float], bool]


def rows(article: Annotated) -> list[Row]:
    """Properties of each fact told of an article, and whether it is right."""
    judged = [(c, rule) for c in article.candidates if (rule := accepted(c))]
    told = bundles(judged)
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


def matrix(some: list[Row], names: list[str]) -> np.ndarray:
    """One row a fact, one column a property."""
    place = {name: column for column, name in enumerate(names)}
    table = np.zeros((len(some), len(names)))
    for number, (properties, _) in enumerate(some):
        for name, value in properties.items():
            if name in place:
                table[number, place[name]] = value
    return table


def fit(table: np.ndarray, right: np.ndarray, penalty: float = PENALTY) -> np.ndarray:
    """Weights of a logistic model with an L2 penalty."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        chance = 1 / (1 + np.exp(-table @ weights))
        value = -np.sum(right * np.log(chance + 1e-12) + (1 - right) * np.log(1 - chance + 1e-12))
        return value + penalty * weights @ weights / 2, table.T @ (chance - right) + penalty * weights

    return minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x


def main() -> None:
    """Fit, print, write."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    by_article = [rows(article) for article in annotated(shared)]
    everything = [row for some in by_article for row in some]
    names = sorted({name for properties, _ in everything for name in properties})
    for penalty in (5.0, 10.0, 20.0, 40.0):
        told, truth = held_out(by_article, names, penalty)
        logloss = -np.mean(truth * np.log(told) + (1 - truth) * np.log(1 - told))
        print(f"penalty {penalty}: log-loss {logloss:.3f}, Brier {np.mean((told - truth) ** 2):.3f}")
    told, truth = held_out(by_article, names, PENALTY)
    for low in np.arange(0, 1, 0.2):
        inside = (told >= low) & (told < low + 0.2)
        if inside.any():
            print(
                f"{low:.1f}-{low + 0.2:.1f}: {inside.sum():4d} facts, "
                f"told {told[inside].mean():.2f}, right {truth[inside].mean():.2f}"
            )
    weights = fit(matrix(everything, names), np.array([right for _, right in everything], float))
    kept = {name: round(float(w), 3) for name, w in zip(names, weights, strict=True) if abs(w) >= LEAST}
    FILE.write_text(
        json.dumps({"articles": len(by_article), "facts": len(everything), "weights": kept}, indent=1) + "\n",
        encoding="utf-8",
    )


def held_out(by_article: list[list[Row]], names: list[str], penalty: float) -> tuple[np.ndarray, np.ndarray]:
    """For every fact the chance that a model gives it which has not seen its article, and the truth."""
    told, truth = [], []
    for fold in range(FOLDS):
        train = [row for number, some in enumerate(by_article) if number % FOLDS != fold for row in some]
        test = [row for number, some in enumerate(by_article) if number % FOLDS == fold for row in some]
        weights = fit(matrix(train, names), np.array([right for _, right in train], float), penalty)
        told += list(1 / (1 + np.exp(-matrix(test, names) @ weights)))
        truth += [float(right) for _, right in test]
    return np.array(told), np.array(truth)


if __name__ == "__main__":
    main()
