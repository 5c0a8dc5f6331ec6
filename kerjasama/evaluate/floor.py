"""The quality floor: scores that may not fall unless `tests/quality_floor.json` is changed and reviewed."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from kerjasama.evaluate.accuracy import PROJECT, committed

FILE = PROJECT / "tests" / "quality_floor.json"
MEASURES = (
    "facts_soft",
    "facts_strict",
    "instrument_accuracy",
    "stage_accuracy",
    "figures",
    "figures_full",
    "statements",
    "statements_direct",
    "actors",
    "relevance",
)

Sets = Mapping[str, Mapping[str, Any]]


def below(scores: Sets, floor: Sets) -> list[str]:
    """One line a measure that fell below its floor, with the articles that got worse."""
    told = []
    for name, floors in floor.items():
        for measure, least in floors["measures"].items():
            now = scores[name]["measures"][measure]["f1"]
            if now < least:
                worse = (
                    ", ".join(_worse(scores[name]["by_article"], floors["by_article"], measure))
                    or "none alone"
                )
                told.append(f"{name}: {measure} is {now}, its floor {least}; worse: {worse}")
    return told


def as_floor(scores: Sets) -> dict[str, Any]:
    """The floor that these very scores stand on."""
    return {
        name: {
            "measures": {
                measure: row["measures"][measure]["f1"] for measure in MEASURES if measure in row["measures"]
            },
            "by_article": {
                article: {measure: values[measure] for measure in MEASURES if measure in values}
                for article, values in row["by_article"].items()
            },
        }
        for name, row in scores.items()
    }


def _worse(now: Sets, before: Sets, measure: str) -> list[str]:
    def fell(article: str) -> bool:
        old, new = before[article][measure], now.get(article, {}).get(measure)
        return old is not None and (new is None or new < old)

    return [article for article in before if fell(article)]


def main() -> None:
    """Set the floor to the committed scores: `python -m kerjasama.evaluate.floor`."""
    scores = committed().get("sets")
    if not scores:
        sys.exit("no committed scores; run `make accuracy` first")
    FILE.write_text(json.dumps(as_floor(scores), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
