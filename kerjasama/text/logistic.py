"""Applies a logistic model over named properties; `bench/logistic.py` fits one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import Any


@cache
def read_model(file: Path) -> dict[str, Any]:
    """A model's weights and what is told of them, read once; shared, so never change it."""
    return dict(json.loads(file.read_text(encoding="utf-8")))


def log_odds(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """The log odds that the weights give to what has these properties; an unknown property says nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in found.items())


def chance(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """The same as a probability."""
    return probability(log_odds(weights, found))


def probability(odds: float) -> float:
    """The probability that log odds stand for."""
    return 1 / (1 + exp(-odds))
