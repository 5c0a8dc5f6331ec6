"""Scores field by field: of the facts, figures, statements and actors that were found, which slots are right.

A row that was missed says nothing about its slots, so every field is counted over pairs (gold, predicted) of
one row. How many rows are missed is `scores`' subject.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kerjasama.evaluate.names import NameBook, fold
from kerjasama.evaluate.scores import Annotation, Count, assign, fact_similarity, same_value, same_words

Same = Callable[[Any, Any], bool]
Field = Callable[[Any, Any, NameBook], Count]
Pairs = Sequence[tuple[Any, Any]]


def field_counts(gold: Annotation, predicted: Annotation, text: str | None = None) -> dict[str, Count]:
    """The counts of every field of one article, by "rows.field" as in `FIELDS`.

    A field with one value that is always told counts pairs, and hits where it is equal. One that may be
    absent (`event_date`) counts the values that either side tells; one with several (`sectors`) its elements.
    """
    names = NameBook(gold, predicted)
    paired = {
        "facts": _paired(gold, predicted, "facts", lambda g, p: fact_similarity(g, p, names)),
        "figures": _paired(gold, predicted, "figures", _one_number),
        "statements": _paired(gold, predicted, "statements", _one_utterance(text)),
        "actors": _paired(gold, predicted, "actors", lambda g, p: names.same(g.get("name"), p.get("name"))),
    }
    return {
        f"{rows}.{name}": sum((count(g, p, names) for g, p in paired[rows]), Count())
        for rows, fields in FIELDS.items()
        if rows in gold
        for name, count in fields.items()
    }


def by_rows(scores: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Scores by "rows.field" as scores by rows, then field."""
    told: dict[str, dict[str, Any]] = {rows: {} for rows in FIELDS}
    for name, row in scores.items():
        rows, field = name.split(".")
        told[rows][field] = row
    return told


def _paired(
    gold: Annotation, predicted: Annotation, rows: str, similarity: Callable[[Any, Any], float]
) -> Pairs:
    ours, theirs = list(gold.get(rows) or ()), list(predicted.get(rows) or ())
    return [(ours[i], theirs[j]) for i, j, _ in assign(ours, theirs, lambda g, p: float(similarity(g, p)))]


def _one_number(gold: Any, predicted: Any) -> float:
    """How surely two figures are one number of the text: by its words, or by its value; 0 where neither."""
    by_words = bool(fold(gold.get("raw"))) and fold(gold.get("raw")) == fold(predicted.get("raw"))
    by_value = same_value(gold, predicted)
    if not (by_words or by_value):
        return 0.0
    # Of several equal numbers, those pair first that also agree in unit, kind and period.
    agreeing = sum(gold.get(slot) == predicted.get(slot) for slot in ("unit", "kind", "period"))
    return 1.0 + by_words + by_value + 0.1 * agreeing


def _one_utterance(text: str | None) -> Same:
    words = fold(text).split() if text else None
    return lambda gold, predicted: same_words(gold, predicted, words)


def _one(slot: str) -> Field:
    """A slot that every row has: one per pair, right where equal."""
    return lambda gold, predicted, names: Count(float(gold.get(slot) == predicted.get(slot)), 1, 1)


def _value(gold: Any, predicted: Any, names: NameBook) -> Count:
    return Count(float(same_value(gold, predicted)), 1, 1)


def _speaker(gold: Any, predicted: Any, names: NameBook) -> Count:
    return Count(float(names.same_speaker(gold.get("speaker"), predicted.get("speaker"))), 1, 1)


def _optional(slot: str, *, named: bool = False) -> Field:
    """A slot that a row may lack: what either side tells counts; `named` values are equal as names are."""

    def count(gold: Any, predicted: Any, names: NameBook) -> Count:
        ours, theirs = gold.get(slot) or None, predicted.get(slot) or None
        equal = names.same(ours, theirs) if named and ours and theirs else ours == theirs
        return Count(float(bool(ours and theirs and equal)), int(bool(theirs)), int(bool(ours)))

    return count


def _several(slot: str) -> Field:
    """A slot with several codes: each code counts."""

    def count(gold: Any, predicted: Any, names: NameBook) -> Count:
        ours, theirs = set(gold.get(slot) or ()), set(predicted.get(slot) or ())
        return Count(float(len(ours & theirs)), len(theirs), len(ours))

    return count


def _in_words(slot: str) -> Field:
    """A slot in the article's words: each word counts that both sides print."""

    def count(gold: Any, predicted: Any, names: NameBook) -> Count:
        ours, theirs = (Counter(fold(row.get(slot)).split()) for row in (gold, predicted))
        return Count(float((ours & theirs).total()), theirs.total(), ours.total())

    return count


def _participants(*slots: str) -> Field:
    """Each participant counts, right where the name is and the `slots` are equal too."""

    def count(gold: Any, predicted: Any, names: NameBook) -> Count:
        ours, theirs = _list(gold, "participants"), _list(predicted, "participants")

        def same(g: Any, p: Any) -> float:
            agree = all(g.get(slot) == p.get(slot) for slot in slots)
            return float(agree and names.same(g.get("name"), p.get("name")))

        return Count(float(len(assign(ours, theirs, same))), len(theirs), len(ours))

    return count


def _list(row: Any, slot: str) -> list[Any]:
    return list(row.get(slot) or ())


FIELDS: Mapping[str, Mapping[str, Field]] = {
    "facts": {
        "instrument": _one("instrument"),
        "stage": _one("stage"),
        "partner_countries": _several("partner_countries"),
        "participants": _participants(),
        "participants_side": _participants("side"),
        "participants_role": _participants("role"),
        "sectors": _several("sectors"),
        "places": _several("places"),
        "event_date": _optional("event_date"),
        "programme": _optional("programme", named=True),
        "object": _in_words("object"),
    },
    "figures": {
        "value": _value,
        "unit": _one("unit"),
        "kind": _one("kind"),
        "status": _one("status"),
        "period": _optional("period"),
    },
    "statements": {
        "speaker": _speaker,
        "mode": _one("mode"),
        "organisation": _optional("organisation", named=True),
        "country": _optional("country"),
    },
    "actors": {
        "kind": _one("kind"),
        "country": _optional("country"),
        "parent": _optional("parent", named=True),
    },
}
"""Rows → field → how it is counted; the fields are those of the codebook's section 11."""
