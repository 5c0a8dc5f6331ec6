"""Near-duplicates across outlets: the same agency copy or press release shares one story.

Two articles tell one story when most word triples of the shorter stand in the longer, their openings too, and
they are published within a few days of each other. MinHash and LSH (rensa) find the candidates, the triples
themselves decide. Which facts tell one initiative is `kerjasama.resolve.initiatives`' subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from rensa import RMinHash, RMinHashLSH

from kerjasama.parse.dateline import read_dateline

__all__ = ["COPIED", "COPIED_LEAD", "COPIED_WHOLE", "DAYS", "Likeness", "likeness", "stories", "story_pairs"]

# Chosen on the labelled pairs of tests/gold/stories.json. Follow-ups of one outlet repeat up to three
# quarters of an earlier report as background, but not its opening; copies keep the opening.
COPIED = 0.55
COPIED_LEAD = 0.55
# From this share on the opening does not matter: a copy with a new first paragraph.
COPIED_WHOLE = 0.8
LEAD_WORDS = 60
# Outlets print an agency's copy or a ministry's release within days; templates (prices of gold) repeat later.
DAYS = 4
SHINGLE = 3
# An article of fewer triples is a brief that any report of the event contains.
FEWEST_SHINGLES = 20
# 63 bands of 2 rows: a pair with Jaccard 0.25 is a candidate with probability 0.98, one with 0.01 with 0.006.
PERMUTATIONS = 126
BANDS = 63
SEED = 20240817


class Likeness(NamedTuple):
    """How much of the shorter text stands in the longer (`whole`), and of either opening in the other
    text.
    """

    whole: float
    lead: float


class _Row(NamedTuple):
    article_id: str
    day: date | None
    shingles: frozenset[str]
    lead: frozenset[str]


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


def likeness(first: str, second: str) -> Likeness:
    """The shares of word triples that two texts have in common, each 0 to 1."""
    return _likeness(_row("", None, first), _row("", None, second))


def _row(article_id: str, published_at: str | None, text: str) -> _Row:
    day = date.fromisoformat(published_at[:10]) if published_at and len(published_at) >= 10 else None
    dateline = read_dateline(text)
    words = re.sub(r"[\W_]+", " ", text[dateline.end if dateline else 0 :].lower()).split()
    return _Row(article_id, day, _shingles(words), _shingles(words[:LEAD_WORDS]))


def _shingles(words: list[str]) -> frozenset[str]:
    return frozenset(" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))


def _likeness(first: _Row, second: _Row) -> Likeness:
    shorter = min(len(first.shingles), len(second.shingles))
    if not shorter:
        return Likeness(0.0, 0.0)
    leads = (
        len(first.lead & second.shingles) / len(first.lead),
        len(second.lead & first.shingles) / len(second.lead),
    )
    return Likeness(len(first.shingles & second.shingles) / shorter, sum(leads) / 2)


def _one_story(first: _Row, second: _Row) -> bool:
    if first.day and second.day and abs((first.day - second.day).days) > DAYS:
        return False
    if min(len(first.shingles), len(second.shingles)) < FEWEST_SHINGLES:
        return bool(first.shingles) and first.shingles == second.shingles
    alike = _likeness(first, second)
    return alike.whole >= COPIED_WHOLE or (alike.whole >= COPIED and alike.lead >= COPIED_LEAD)
