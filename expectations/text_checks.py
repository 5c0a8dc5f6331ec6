"""Decides of single rows whether their spans lie in the article and their quotations stand there verbatim.

Texts are Python strings here, since offsets count characters; all that goes without them is decided in Arrow.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from expectations.answers import Answers, answers, every
from expectations.frames import Frames
from expectations.rules import Rule
from kerjasama.schema import MAX_QUOTATION

if TYPE_CHECKING:
    import pyarrow

ELLIPSIS = "…"
BATCH = 50_000
"""Articles whose texts are held as Python strings at one time."""


def span_inside_article(frames: Frames, rule: Rule) -> Answers:
    """`[start, end)` is not empty and lies inside the article's text."""
    import pyarrow.compute as pc

    articles, starts, ends = frames.arrays(rule.table, "article_id", "start", "end")
    limits = pc.coalesce(frames.text_lengths(articles), ends)
    inside = _inside(starts, ends, limits)
    absent = pc.and_(pc.is_null(starts), pc.is_null(ends))
    return answers(pc.or_(absent, pc.fill_null(inside, False)))


def evidence_inside_article(frames: Frames, rule: Rule) -> Answers:
    """One or more spans, in order, each inside the article's text."""
    import pyarrow as pa
    import pyarrow.compute as pc

    articles, starts, ends = frames.arrays(rule.table, "article_id", "evidence_starts", "evidence_ends")
    counts = pc.fill_null(pc.list_value_length(starts), 0)
    good = answers(
        pc.and_(pc.greater(counts, 0), pc.equal(counts, pc.fill_null(pc.list_value_length(ends), 0)))
    )
    rows = pa.array(np.flatnonzero(good))
    starts, ends = starts.take(rows), ends.take(rows)
    owners = pc.list_parent_indices(starts).to_numpy()
    first, last = pc.list_flatten(starts), pc.list_flatten(ends)
    limits = pc.coalesce(frames.text_lengths(articles.take(rows)).take(pa.array(owners)), last)
    wrong = ~answers(_inside(first, last, limits))
    numbers = first.to_numpy(zero_copy_only=False)
    wrong[1:] |= (owners[1:] == owners[:-1]) & (numbers[1:] < numbers[:-1])
    good[rows.to_numpy()[owners[wrong]]] = False
    return good


def evidence_is_verbatim(frames: Frames, rule: Rule) -> Answers:
    """The printed evidence is the first evidence sentence, cut."""
    spans = frames.arrays(rule.table, "evidence_starts", "evidence_ends")
    return _verbatim(frames, rule.table, "evidence_quote", _firsts(spans[0]), _firsts(spans[1]))


def raw_is_verbatim(frames: Frames, rule: Rule) -> Answers:
    """`raw` stands at its offsets."""
    return _verbatim(frames, rule.table, "raw", *frames.arrays(rule.table, "start", "end"))


def excerpt_is_verbatim(frames: Frames, rule: Rule) -> Answers:
    """`excerpt` stands at its offsets, cut."""
    return _verbatim(frames, rule.table, "excerpt", *frames.arrays(rule.table, "start", "end"))


def text_is_verbatim(frames: Frames, rule: Rule) -> Answers:
    """`text` stands at its offsets."""
    return _verbatim(frames, rule.table, "text", *frames.arrays(rule.table, "start", "end"))


def hash_is_of_the_words(frames: Frames, rule: Rule) -> Answers:
    """`words_sha256` is the hash of the whole span, not of the cut excerpt."""
    good, digests = every(frames.rows(rule.table)), frames.array(rule.table, "words_sha256")
    for rows, words in _spans(frames, rule.table, *frames.arrays(rule.table, "start", "end")):
        told = _strings(digests, rows)
        good[rows] = [
            hashlib.sha256(word.encode()).hexdigest() == digest
            for word, digest in zip(words, told, strict=True)
        ]
    return good


def _inside(starts: pyarrow.Array, ends: pyarrow.Array, limits: pyarrow.Array) -> pyarrow.Array:
    """0 ≤ start < end ≤ limit."""
    import pyarrow.compute as pc

    order = pc.and_(pc.greater_equal(starts, 0), pc.less(starts, ends))
    return pc.and_(order, pc.less_equal(ends, limits))


def _firsts(lists: pyarrow.ListArray) -> pyarrow.Array:
    """The first element of each list; null where it has none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    empty = pc.fill_null(pc.less(pc.list_value_length(lists), 1), True).to_numpy(zero_copy_only=False)
    return lists.values.take(pa.array(lists.offsets.to_numpy()[:-1], mask=empty))


def _verbatim(
    frames: Frames, table: str, quotation: str, starts: pyarrow.Array, ends: pyarrow.Array
) -> Answers:
    good, quotations = every(frames.rows(table)), frames.array(table, quotation)
    for rows, words in _spans(frames, table, starts, ends):
        told = _strings(quotations, rows)
        good[rows] = [
            quote is None or quote == whole or _is_cut_of(quote, whole)
            for quote, whole in zip(told, words, strict=True)
        ]
    return good


def _spans(
    frames: Frames, table: str, starts: pyarrow.Array, ends: pyarrow.Array
) -> Iterator[tuple[np.ndarray, list[str]]]:
    """Rows whose text is at hand, some thousand articles at a time, and the words at each row's offsets."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not frames.has_texts:
        return
    known = frames.array("parsed_articles", "article_id")
    places = pc.index_in(frames.array(table, "article_id"), value_set=known)
    there = answers(pc.invert(pc.is_null(pc.add(pc.add(places, starts), ends))))
    rows = np.flatnonzero(there)
    if not len(rows):
        return
    chosen = pa.array(rows)
    article, first, last = (column.take(chosen).to_numpy() for column in (places, starts, ends))
    order = np.argsort(article, kind="stable")
    bounds = np.searchsorted(article[order], np.arange(0, len(known) + BATCH, BATCH))
    for number, (since, until) in enumerate(pairwise(bounds)):
        if since == until:
            continue
        part = order[since:until]
        texts = frames.array("parsed_articles", "text").slice(number * BATCH, BATCH).to_pylist()
        within = zip(
            (article[part] - number * BATCH).tolist(), first[part].tolist(), last[part].tolist(), strict=True
        )
        yield rows[part], [(texts[place] or "")[start:end] for place, start, end in within]


def _strings(column: pyarrow.Array, rows: np.ndarray) -> list[Any]:
    import pyarrow as pa

    return column.take(pa.array(rows)).to_numpy(zero_copy_only=False).tolist()


def _is_cut_of(words: str, whole: str) -> bool:
    """Whether `words` are the beginning of `whole`, cut at a quotation's limit (an ellipsis may say so)."""
    shown = words.removesuffix(ELLIPSIS)
    return (
        bool(shown.strip())
        and len(whole) > len(words) - 1
        and whole.startswith(shown.rstrip())
        and _is_full(words)
    )


def _is_full(words: str) -> bool:
    """Whether a quotation is as long as a cut one must be, give or take the last word: short ones are never
    cut."""
    return len(words) > MAX_QUOTATION - 60


CHECKS = (
    span_inside_article,
    evidence_inside_article,
    evidence_is_verbatim,
    raw_is_verbatim,
    excerpt_is_verbatim,
    text_is_verbatim,
    hash_is_of_the_words,
)
