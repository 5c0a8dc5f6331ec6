"""Scores told to people: tables in plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

OUTLET_MEASURES = ("facts_soft", "figures", "statements", "actors")
"""Measures of which each outlet is told, here and in a release's README; the JSON has them all. A gold set of
facts and actors alone has only some of them."""


def as_text(scores: Mapping[str, Any]) -> str:
    """One line a measure, a field and an outlet: F1 with its interval, precision, recall and the counts."""
    return "\n".join(
        [
            f"{scores['articles']} articles of {scores['gold']}",
            *(_line(name, row) for name, row in scores["measures"].items()),
            "",
            "field by field, of the rows that were found",
            *(
                _line(f"{rows}: {field}", row)
                for rows, fields in scores["by_field"].items()
                for field, row in fields.items()
            ),
            "",
            "outlet by outlet (* few articles: read the interval, not the number)",
            *(_outlet(name, told) for name, told in scores["by_outlet"].items()),
        ]
    )


def _line(name: str, row: Mapping[str, Any]) -> str:
    return (
        f"{name:26} F1 {_with_interval(row)}  P {_number(row['precision'])}  R {_number(row['recall'])}  "
        f"gold {row['gold']}  predicted {row['predicted']}"
    )


def _outlet(name: str, told: Mapping[str, Any]) -> str:
    few = "*" if told["few_articles"] else " "
    scores = "  ".join(
        f"{measure} {_with_interval(told['measures'][measure])}"
        for measure in OUTLET_MEASURES
        if measure in told["measures"]
    )
    return f"{name:18} {told['articles']:4}{few} articles  {scores}"


def _with_interval(row: Mapping[str, Any]) -> str:
    return f"{_number(row['f1'])} [{_number(row['low'])}, {_number(row['high'])}]"


def _number(value: float | None) -> str:
    return "  –  " if value is None else f"{value:.3f}"
