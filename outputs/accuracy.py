"""The accuracy section of a release: what this very extractor scores on gold, told so that people can read
it.

How scores are computed is `kerjasama.evaluate`'s; here they are only told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kerjasama.evaluate.report import OUTLET_MEASURES

NOT_MEASURED = {"measured": False, "message": "no scores were given for this release"}
NO_SCORE = {"f1": None, "low": None, "high": None}
BEST_FIRST = ("held", "dev", "seeds")
"""Gold sets from the one that tells most of new articles to the one that tells least: `held` was never
looked at."""


@dataclass(frozen=True, slots=True)
class Score:
    """F1 of one measure or field with its 95 percent interval, None where nothing could be counted."""

    name: str
    f1: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class OutletScores:
    """Scores over the articles of one outlet; `few` says that they are too few to be compared."""

    outlet: str
    articles: int
    few: bool
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """What a reader should see first: the scores on the gold set that tells most of new articles.

    `outlet_measures` names the scores that each of the `outlets` has, in their order.
    """

    gold: str
    fingerprint: str
    articles: int
    measures: tuple[Score, ...]
    fields: tuple[Score, ...]
    outlet_measures: tuple[str, ...]
    outlets: tuple[OutletScores, ...]


def accuracy_file(accuracy: Mapping[str, Any] | None) -> dict[str, Any]:
    """The content of `accuracy.json`: the scores as given, or the plain statement that none were measured."""
    return dict(accuracy) if accuracy else dict(NOT_MEASURED)


def headline(accuracy: Mapping[str, Any] | None) -> Headline | None:
    """The scores of the gold set that tells most; None where nothing was measured."""
    sets = (accuracy or {}).get("sets") or {}
    name = next((name for name in (*BEST_FIRST, *sorted(sets)) if name in sets), None)
    if name is None:
        return None
    told = sets[name]
    by_outlet = {measure for row in told["by_outlet"].values() for measure in row["measures"]}
    outlet_measures = tuple(measure for measure in OUTLET_MEASURES if measure in by_outlet)
    return Headline(
        gold=name,
        fingerprint=told["gold_fingerprint"],
        articles=told["articles"],
        measures=_scores(told["measures"]),
        fields=tuple(
            score
            for rows, fields in told["by_field"].items()
            for score in _scores({f"{rows}: {field}": row for field, row in fields.items()})
        ),
        outlet_measures=outlet_measures,
        outlets=tuple(
            OutletScores(
                outlet,
                row["articles"],
                row["few_articles"],
                _scores({measure: row["measures"].get(measure, NO_SCORE) for measure in outlet_measures}),
            )
            for outlet, row in told["by_outlet"].items()
        ),
    )


def _scores(rows: Mapping[str, Mapping[str, Any]]) -> tuple[Score, ...]:
    return tuple(Score(name, row["f1"], row["low"], row["high"]) for name, row in rows.items())


def reliability_rows(accuracy: Mapping[str, Any] | None) -> list[Mapping[str, Any]]:
    """Bins of confidence with the share that proved right; empty where it was not measured."""
    return list(((accuracy or {}).get("reliability") or {}).get("bins") or ())
