"""The accuracy section of a release: what this very extractor scores on gold, told so that people can read
it.

How scores are computed is `kerjasama.evaluate`'s; here they are only told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NOT_MEASURED = {"measured": False, "message": "no scores were given for this release"}
BEST_FIRST = ("held", "dev", "seeds")
"""Gold sets from the one that tells most of new articles to the one that tells least: `held` was never
looked at."""


@dataclass(frozen=True, slots=True)
class Score:
    """One measure on one gold set: F1 with its 95 percent interval, None where nothing could be counted."""

    gold: str
    articles: int
    measure: str
    f1: float | None
    low: float | None
    high: float | None


def accuracy_file(accuracy: Mapping[str, Any] | None) -> dict[str, Any]:
    """The content of `accuracy.json`: the scores as given, or the plain statement that none were measured."""
    return dict(accuracy) if accuracy else dict(NOT_MEASURED)


def headline_scores(accuracy: Mapping[str, Any] | None) -> list[Score]:
    """The scores that a reader should see first: those of the gold set that tells most; empty where none
    are."""
    sets = (accuracy or {}).get("sets") or {}
    name = next((name for name in (*BEST_FIRST, *sorted(sets)) if name in sets), None)
    if name is None:
        return []
    told = sets[name]
    return [
        Score(name, told["articles"], measure, row.get("f1"), row.get("low"), row.get("high"))
        for measure, row in told["measures"].items()
    ]


def reliability_rows(accuracy: Mapping[str, Any] | None) -> list[Mapping[str, Any]]:
    """Bins of confidence with the share that proved right; empty where it was not measured."""
    return list(((accuracy or {}).get("reliability") or {}).get("bins") or ())
