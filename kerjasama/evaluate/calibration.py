"""Whether a confidence of 0.7 comes true 7 times in 10: the reliability table, and the mean gap.

A fact counts as right when instrument, stage and countries are right and half of its parties are: the
strict measure of section 12. How confidence is made is `kerjasama.extract`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kerjasama.evaluate.names import NameBook
from kerjasama.evaluate.scores import assign, strictly_equal

BINS = 5

Pair = tuple[Mapping[str, Any], Mapping[str, Any]]


def reliability(sets: Iterable[Sequence[Pair]]) -> dict[str, Any]:
    """Bins of confidence with how many facts fell in and how many were right.

    `sets` hold pairs (gold, predicted) of annotations. `gap` is the expected calibration error: the mean
    distance of confidence and share right, weighted by the facts of each bin.
    """
    judged = [fact for pairs in sets for pair in pairs for fact in _judged(*pair)]
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in judged:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    rows = [_row(number, members) for number, members in enumerate(bins) if members]
    gap = sum(row["facts"] * abs(row["mean_confidence"] - row["share_right"]) for row in rows)
    return {"bins": rows, "facts": len(judged), "gap": round(gap / len(judged), 4) if judged else None}


def _judged(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> list[tuple[float, bool]]:
    names = NameBook(gold, predicted)
    facts, told = list(gold.get("facts") or ()), list(predicted.get("facts") or ())
    right = {j for _, j, _ in assign(facts, told, lambda g, p: float(strictly_equal(g, p, names)))}
    return [
        (fact["confidence"], number in right)
        for number, fact in enumerate(told)
        if fact.get("confidence") is not None
    ]


def _row(number: int, members: list[tuple[float, bool]]) -> dict[str, Any]:
    return {
        "from": number / BINS,
        "to": (number + 1) / BINS,
        "facts": len(members),
        "mean_confidence": round(sum(confidence for confidence, _ in members) / len(members), 4),
        "share_right": round(sum(right for _, right in members) / len(members), 4),
    }
