"""Fits the confidence of facts on annotated articles: `python -m bench.fit_confidence [SHARED]`.

Facts of the press count more than those of what we wrote. Prints the reliability on the press of a model
fitted on other articles (8 folds), then writes the weights fitted on all of them to
kerjasama/extract/facts/slots/confidence.json, with the scale that our own held-back articles ask for
(Platt's: two numbers for the log odds). A fact is right where instrument, stage, countries and half of the
parties are (codebook section 12, strict). A minute on one core.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from bench.annotated import press_times, seen, unread
from bench.gold_bundles import ReadArticle, read_articles
from bench.logistic import fit, folds
from kerjasama.evaluate.accuracy import PROJECT
from kerjasama.evaluate.names import NameBook
from kerjasama.evaluate.scores import assign, strictly_equal
from kerjasama.extract.facts.slots.confidence import FILE, fact_properties
from kerjasama.text.logistic import chance, log_odds

FOLDS = 8
PENALTY = 20.0
"""L2; of 10, 20, 40 the one with the best log-loss over the folds."""


class Told(NamedTuple):
    """A fact that is told: its properties, whether it is right, and whether the press tells it."""

    properties: dict[str, float]
    right: bool
    press: bool


def facts_of(article: ReadArticle) -> list[Told]:
    """Each fact told of an article."""
    bundles = article.told()
    predicted = article.annotation(bundles)
    names = NameBook(article.gold, predicted)
    pairs = assign(
        list(article.gold.get("facts") or ()),
        predicted["facts"],
        lambda gold, other: float(strictly_equal(gold, other, names)),
    )
    right = {j for _, j, _ in pairs}
    return [
        Told(fact_properties(bundle), number in right, article.press) for number, bundle in enumerate(bundles)
    ]


def weights_of(some: Sequence[Told], penalty: float) -> dict[str, float]:
    """The logistic weights over one row a fact."""
    rows = [(one.properties, one.right) for one in some]
    return fit(rows, penalty, times=press_times(one.press for one in some))


def main() -> None:
    """Fit, print, write."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    by_article = [facts_of(article) for article in read_articles(seen(shared))]
    for penalty in (10.0, 20.0, 40.0):
        likely, truth = held_out(by_article, penalty)
        logloss = -np.mean(truth * np.log(likely) + (1 - truth) * np.log(1 - likely))
        print(f"penalty {penalty}: log-loss {logloss:.3f}, Brier {np.mean((likely - truth) ** 2):.3f}")
    likely, truth = held_out(by_article, PENALTY)
    for low in np.arange(0, 1, 0.2):
        inside = (likely >= low) & (likely < low + 0.2)
        if inside.any():
            print(
                f"{low:.1f}-{low + 0.2:.1f}: {inside.sum():4d} facts, "
                f"told {likely[inside].mean():.2f}, right {truth[inside].mean():.2f}"
            )
    everything = [one for some in by_article for one in some]
    weights = weights_of(everything, PENALTY)
    never_read = [one for article in read_articles(unread(shared)) for one in facts_of(article)]
    model = {
        "articles": len(by_article),
        "facts": len(everything),
        "scale": scale(weights, never_read),
        "weights": weights,
    }
    FILE.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


def scale(weights: Mapping[str, float], never_read: Sequence[Told]) -> dict[str, float]:
    """By what the log odds are to be multiplied, and what to be added, to fit facts that nobody has read."""
    odds = np.array([log_odds(weights, one.properties) for one in never_read])
    truth = np.array([float(one.right) for one in never_read])

    def loss(line: np.ndarray) -> float:
        score = line[0] * odds + line[1]
        return float((np.logaddexp(0, score) - truth * score).sum())

    times, plus = minimize(loss, np.array([1.0, 0.0])).x
    print(f"scale from {len(truth)} facts that nobody read: {times:.2f} times the log odds, {plus:+.2f}")
    return {"plus": round(float(plus), 2), "times": round(float(times), 2)}


def held_out(by_article: Sequence[Sequence[Told]], penalty: float) -> tuple[np.ndarray, np.ndarray]:
    """For every fact of the press the chance that a model gives it which has not seen its article, and the
    truth.
    """
    likely, truth = [], []
    for others, held in folds(by_article, FOLDS):
        weights = weights_of(others, penalty)
        for one in (one for some in held for one in some if one.press):
            likely.append(chance(weights, one.properties))
            truth.append(float(one.right))
    return np.array(likely), np.array(truth)


if __name__ == "__main__":
    main()
