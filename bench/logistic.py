"""Fits a logistic model over named properties, with squared weights held small; `kerjasama/text/logistic.py`
applies one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

T = TypeVar("T")

SMALLEST = 0.005
"""Weights nearer to nothing are left out."""


def fit(
    rows: Sequence[tuple[Mapping[str, float], bool]],
    penalty: float,
    least: int = 1,
    times: Sequence[float] | None = None,
) -> dict[str, float]:
    """The weight of each property that stands in `least` rows or more; positive ones speak for true.
    `times` is how often each row counts; without it, once.
    """
    often = Counter(name for seen, _ in rows for name in seen)
    order = {
        name: place for place, name in enumerate(sorted(n for n, count in often.items() if count >= least))
    }
    cells = [
        (line, order[name], value)
        for line, (seen, _) in enumerate(rows)
        for name, value in seen.items()
        if name in order
    ]
    lines, columns, values = zip(*cells, strict=True)
    table = csr_matrix((values, (lines, columns)), shape=(len(rows), len(order)))
    turned = table.T.tocsr()
    truth = np.array([float(told) for _, told in rows])
    counted = np.ones(len(rows)) if times is None else np.array(times, dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = table @ weights
        likely = 1 / (1 + np.exp(-score))
        cost = float(counted @ (np.logaddexp(0, score) - truth * score) + penalty * (weights @ weights) / 2)
        return cost, turned @ (counted * (likely - truth)) + penalty * weights

    found = minimize(loss, np.zeros(len(order)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return {
        name: round(float(found[place]), 3) for name, place in order.items() if abs(found[place]) >= SMALLEST
    }


def folds(by_article: Sequence[Sequence[T]], count: int) -> Iterator[tuple[list[T], Sequence[Sequence[T]]]]:
    """The articles in `count` parts, every count-th one together: what all the others hold, and the part."""
    for part in range(count):
        others = [one for number, some in enumerate(by_article) if number % count != part for one in some]
        yield others, by_article[part::count]
