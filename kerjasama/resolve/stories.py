"""Near-duplicates across outlets: the same agency copy or press release shares one story.

Two articles tell one story when most word triples of the shorter stand in the longer and they are
published within
a few days of each other. MinHash and LSH (rensa) find the candidates, the triples themselves decide. Which
facts
tell one initiative is `kerjasama.resolve.initiatives`' subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from rensa import RMinHash, RMinHashLSH

from kerjasama.parse.dateline import read_dateline

__all__ = ["CONTAINMENT", "DAYS", "similarity", "stories", "story_pairs"]

# Chosen on the labelled pairs of tests/gold/stories.json; tests/kerjasama/resolve/test_stories.py prints the
# curve.
CONTAINMENT = 0.6
# Outlets print an agency's copy or a ministry's release within days; templates (prices of gold) repeat later.
DAYS = 4
SHINGLE = 3
# An article of fewer triples is a brief that any report of the event contains.
FEWEST_SHINGLES = 20
# 42 bands of 3 rows: a pair with Jaccard 0.4 is a candidate with probability 0.94, one with 0.02 with 0.0003.
PERMUTATIONS = 126
BANDS = 42
SEED = 20240817


class _Row(NamedTuple):
    article_id: str
    day: date | None
    shingles: frozenset[str]


def stories(rows: Iterable[tuple[str, str | None, str]]) -> dict[str, str]:
    """The story of every article: {article_id: story_id}.

    `rows` are (article_id, published_at, text), in any order; the answer is the same for each order. The
    story's
    identifier is made of its earliest article's ("a…" becomes "s…"), so that a later copy does not change it.
    """
    table = {article_id: (published_at, text) for article_id, published_at, text in rows}
    order = sorted(table, key=lambda article_id: (table[article_id][0] or "9999", article_id))
    parent = {article_id: article_id for article_id in order}

    def root(article_id: str) -> str:
        while parent[article_id] != article_id:
            parent[article_id] = parent[parent[article_id]]
            article_id = parent[article_id]
        return article_id

    rank = {article_id: number for number, article_id in enumerate(order)}
    for first, second in story_pairs((article_id, *table[article_id]) for article_id in order):
        low, high = sorted((root(first), root(second)), key=rank.__getitem__)
        parent[high] = low
    return {article_id: "s" + root(article_id).removeprefix("a") for article_id in sorted(order)}


def story_pairs(rows: Iterable[tuple[str, str | None, str]]) -> list[tuple[str, str]]:
    """All pairs of articles that tell one story, each pair and the list in order of article_id."""
    table = sorted(_row(*row) for row in rows)
    index = RMinHashLSH(0.5, PERMUTATIONS, BANDS)
    sketches = []
    for number, row in enumerate(table):
        sketch = RMinHash(PERMUTATIONS, SEED)
        sketch.update(sorted(row.shingles) or [row.article_id])
        sketches.append(sketch)
        index.insert(number, sketch)
    pairs = []
    for number, sketch in enumerate(sketches):
        for other in sorted(index.query(sketch)):
            if other > number and _one_story(table[number], table[other]):
                pairs.append((table[number].article_id, table[other].article_id))
    return pairs


def similarity(first: str, second: str) -> float:
    """The share of the shorter text's word triples that the longer one holds, 0 to 1."""
    return _containment(_shingles(first), _shingles(second))


def _row(article_id: str, published_at: str | None, text: str) -> _Row:
    day = date.fromisoformat(published_at[:10]) if published_at and len(published_at) >= 10 else None
    return _Row(article_id, day, _shingles(text))


def _shingles(text: str) -> frozenset[str]:
    dateline = read_dateline(text)
    words = re.sub(r"[\W_]+", " ", text[dateline.end if dateline else 0 :].lower()).split()
    return frozenset(" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))


def _containment(first: frozenset[str], second: frozenset[str]) -> float:
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _one_story(first: _Row, second: _Row) -> bool:
    if min(len(first.shingles), len(second.shingles)) < FEWEST_SHINGLES and first.shingles != second.shingles:
        return False
    if first.day and second.day and abs((first.day - second.day).days) > DAYS:
        return False
    return bool(first.shingles) and _containment(first.shingles, second.shingles) >= CONTAINMENT
