"""A logistic model over named properties: fitted with squared weights held small, and applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

SMALLEST = 0.005
"""Weights nearer to nothing are left out."""


def fit(rows: Sequence[tuple[Mapping[str, float], bool]], penalty: float, least: int = 1) -> dict[str, float]:
    """The weight of each property that stands in `least` rows or more; positive ones speak for true."""
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

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = table @ weights
        likely = 1 / (1 + np.exp(-score))
        cost = float((np.logaddexp(0, score) - truth * score).sum() + penalty * (weights @ weights) / 2)
        return cost, turned @ (likely - truth) + penalty * weights

    found = minimize(loss, np.zeros(len(order)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return {
        name: round(float(found[place]), 3) for name, place in order.items() if abs(found[place]) >= SMALLEST
    }


def chance(weights: Mapping[str, float], seen: Mapping[str, float]) -> float:
    """The probability of true that the weights give to a row with these properties."""
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in seen.items())))
