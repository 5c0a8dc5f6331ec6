"""Scores told to people: a table in plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def as_text(scores: Mapping[str, Any]) -> str:
    """One line a measure: F1 with its interval, precision, recall and the counts."""
    head = f"{scores['articles']} articles of {scores['gold']}"
    lines = [
        f"{name:20} F1 {_number(row['f1'])} [{_number(row['low'])}, {_number(row['high'])}]  "
        f"P {_number(row['precision'])}  R {_number(row['recall'])}  "
        f"gold {row['gold']}  predicted {row['predicted']}"
        for name, row in scores["measures"].items()
    ]
    return "\n".join([head, *lines])


def _number(value: float | None) -> str:
    return "  –  " if value is None else f"{value:.3f}"
