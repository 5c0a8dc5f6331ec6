"""The measures of the codebook's section 12: soft and strict facts, figures, statements, actors, relevance.

Annotations are dicts in the shape of section 11. What is measured on which gold is `measure`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from kerjasama.evaluate.names import NameBook, fold, jaccard

Annotation = Mapping[str, Any]
Similarity = Callable[[Any, Any], float]

FACT_WEIGHTS = {
    "instrument": 0.30,
    "stage": 0.25,
    "partner_countries": 0.10,
    "participants": 0.20,
    "sectors": 0.10,
    "event_date": 0.05,
}
"""Weights of the soft similarity of two facts (codebook section 12)."""

VALUE_TOLERANCE = 1e-6
STRICT_PARTICIPANTS = 0.5
SPAN_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Count:
    """Matched (fractional for soft facts), predicted and gold totals of one measure."""

    hit: float = 0.0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.hit + other.hit, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def f1(self) -> float:
        """Twice the hits over both totals; NaN where there is nothing to find and nothing was found."""
        both = self.predicted + self.gold
        return 2 * self.hit / both if both else float("nan")

    @property
    def precision(self) -> float | None:
        """Hits over predictions."""
        return self.hit / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Hits over gold."""
        return self.hit / self.gold if self.gold else None


def score_article(gold: Annotation, predicted: Annotation, text: str | None = None) -> dict[str, Count]:
    """All measures for one article. Without the text, statements are matched by their first words.

    Rows that the gold does not annotate at all (a gold of facts and actors alone) are not measured.
    """
    names = NameBook(gold, predicted)
    words = fold(text).split() if text else None
    facts = _lists(gold, predicted, "facts")
    figures = _lists(gold, predicted, "figures")
    statements = _lists(gold, predicted, "statements")
    direct = _direct(statements[0]), _direct(statements[1])
    actors = _lists(gold, predicted, "actors")
    pairs = assign(*facts, lambda g, p: fact_similarity(g, p, names))

    def said(g: Any, p: Any) -> float:
        return float(same_statement(g, p, names, words))

    counts = {
        "facts_soft": Count(sum(value for *_, value in pairs), len(facts[1]), len(facts[0])),
        "facts_strict": _count(*facts, lambda g, p: float(strictly_equal(g, p, names))),
    }
    for slot in ("instrument", "stage"):
        hits = sum(facts[0][i].get(slot) == facts[1][j].get(slot) for i, j, _ in pairs)
        counts[f"{slot}_accuracy"] = Count(hits, len(pairs), len(pairs))
    if "figures" in gold:
        counts["figures"] = _count(*figures, lambda g, p: float(same_figure(g, p)))
        counts["figures_full"] = _count(*figures, lambda g, p: float(same_figure(g, p, full=True)))
    if "statements" in gold:
        counts["statements"] = _count(*statements, said)
        counts["statements_direct"] = _count(*direct, said)
    relevant = bool(gold.get("is_cooperation")), bool(predicted.get("is_cooperation", bool(predicted)))
    return counts | {
        "actors": _count(*actors, lambda g, p: float(_same_actor(g, p, names))),
        "actors_kind": _count(
            *actors, lambda g, p: float(_same_actor(g, p, names) and g.get("kind") == p.get("kind"))
        ),
        "relevance": Count(float(all(relevant)), int(relevant[1]), int(relevant[0])),
    }


def assign(
    gold: Sequence[Any], predicted: Sequence[Any], similarity: Similarity
) -> list[tuple[int, int, float]]:
    """The one-to-one pairs (gold, predicted, similarity) of largest total similarity, without zeros."""
    if not gold or not predicted:
        return []
    matrix = np.array([[similarity(g, p) for p in predicted] for g in gold])
    rows, columns = linear_sum_assignment(matrix, maximize=True)
    found = ((int(i), int(j), float(matrix[i, j])) for i, j in zip(rows, columns, strict=True))
    return [pair for pair in found if pair[2] > 0]


def fact_similarity(gold: Any, predicted: Any, names: NameBook) -> float:
    """Weighted agreement of two facts, between 0 and 1."""
    parts = {
        "instrument": float(gold.get("instrument") == predicted.get("instrument")),
        "stage": float(gold.get("stage") == predicted.get("stage")),
        "partner_countries": jaccard(_set(gold, "partner_countries"), _set(predicted, "partner_countries")),
        "participants": participants_jaccard(gold, predicted, names),
        "sectors": jaccard(_set(gold, "sectors"), _set(predicted, "sectors")),
        "event_date": float((gold.get("event_date") or None) == (predicted.get("event_date") or None)),
    }
    return sum(weight * parts[name] for name, weight in FACT_WEIGHTS.items())


def strictly_equal(gold: Any, predicted: Any, names: NameBook) -> bool:
    """Instrument, stage and countries equal, and at least half of the participants shared."""
    return (
        all(gold.get(slot) == predicted.get(slot) for slot in ("instrument", "stage"))
        and _set(gold, "partner_countries") == _set(predicted, "partner_countries")
        and participants_jaccard(gold, predicted, names) >= STRICT_PARTICIPANTS
    )


def participants_jaccard(gold: Any, predicted: Any, names: NameBook) -> float:
    """Jaccard index of two facts' participants, matched one to one by name."""
    ours, theirs = ([p["name"] for p in fact.get("participants") or ()] for fact in (gold, predicted))
    if not ours and not theirs:
        return 1.0
    hits = len(assign(ours, theirs, lambda a, b: float(names.same(a, b))))
    return hits / (len(ours) + len(theirs) - hits)


def same_figure(gold: Any, predicted: Any, *, full: bool = False) -> bool:
    """Value and unit equal; with `full` also kind, status and period."""
    if gold.get("unit") != predicted.get("unit") or not same_value(gold, predicted):
        return False
    slots = ("kind", "status", "period") if full else ()
    return all((gold.get(slot) or None) == (predicted.get(slot) or None) for slot in slots)


def same_statement(gold: Any, predicted: Any, names: NameBook, text: list[str] | None) -> bool:
    """Same speaker, and the same words said."""
    return names.same_speaker(gold.get("speaker"), predicted.get("speaker")) and same_words(
        gold, predicted, text
    )


def same_words(gold: Any, predicted: Any, text: list[str] | None) -> bool:
    """Spans that overlap by half or more of the longer one, counted in words, whoever is said to speak."""
    ours, theirs = _word_span(gold, text), _word_span(predicted, text)
    if ours is None or theirs is None:
        return fold(gold.get("start_words")).split()[:3] == fold(predicted.get("start_words")).split()[:3]
    overlap = min(ours[1], theirs[1]) - max(ours[0], theirs[0])
    return overlap >= SPAN_OVERLAP * max(ours[1] - ours[0], theirs[1] - theirs[0])


def _word_span(statement: Any, text: list[str] | None) -> tuple[int, int] | None:
    if text is None:
        return None
    first, last = (fold(statement.get(slot)).split() for slot in ("start_words", "end_words"))
    start = _find(text, first[:6], 0)
    if start is None:
        return None
    end = _find(text, last[-4:], start)
    return (start, start + len(first)) if end is None else (start, end + len(last[-4:]))


def _find(text: list[str], words: list[str], since: int) -> int | None:
    if not words:
        return None
    places = range(since, len(text) - len(words) + 1)
    return next((i for i in places if text[i : i + len(words)] == words), None)


def _count(gold: Sequence[Any], predicted: Sequence[Any], similarity: Similarity) -> Count:
    pairs = assign(gold, predicted, similarity)
    return Count(sum(value for *_, value in pairs), len(predicted), len(gold))


def _direct(statements: list[Any]) -> list[Any]:
    return [statement for statement in statements if statement.get("mode") == "direct"]


def _same_actor(gold: Any, predicted: Any, names: NameBook) -> bool:
    same_country = gold.get("country") == predicted.get("country")
    return same_country and names.same(gold.get("name"), predicted.get("name"))


def _lists(gold: Annotation, predicted: Annotation, slot: str) -> tuple[list[Any], list[Any]]:
    return list(gold.get(slot) or ()), list(predicted.get(slot) or ())


def _set(fact: Any, slot: str) -> set[str]:
    return set(fact.get(slot) or ())


def same_value(gold: Any, predicted: Any) -> bool:
    """Two figures' numbers, equal within the tolerance."""
    a, b = gold.get("value"), predicted.get("value")
    if a is None or b is None:
        return a is b
    return abs(a - b) <= VALUE_TOLERANCE * max(1.0, abs(a), abs(b))
