"""Identifiers of what is read off an article: from raw offsets, never from cleaned values.

A better cleaner of names, dates or objects therefore leaves every identifier as it was (codebook
section 2, design rule 6).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from kerjasama.records import Fact

DIGITS = 12
"""Hexadecimal digits kept: 48 bits, a collision in ten million rows of one article set is below 1 in 5."""


def _id(prefix: str, *parts: object) -> str:
    raw = "\x1f".join(str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(raw.encode()).hexdigest()[:DIGITS]}"


def fact_ids(article_id: str, facts: Iterable[Fact]) -> list[str]:
    """One identifier a fact, in order: the article, the first evidence offset and the instrument.

    Facts that agree in all three (one sentence asking for and reporting an investment) are told apart
    by their order, from the second on: `…-2`.
    """
    seen: Counter[str] = Counter()
    made = []
    for fact in facts:
        base = _id("f", article_id, fact.evidence[0][0], fact.instrument)
        seen[base] += 1
        made.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return made


def statement_id(article_id: str, start: int, end: int) -> str:
    """Identifier of a statement: the article and the span."""
    return _id("s", article_id, start, end)


def figure_id(article_id: str, start: int, end: int) -> str:
    """Identifier of a figure: the article and the span."""
    return _id("n", article_id, start, end)


def actor_mention_id(article_id: str, start: int, end: int, name: str) -> str:
    """Identifier of an actor within an article: the first span and the name (a span may name two)."""
    return _id("m", article_id, start, end, name)
