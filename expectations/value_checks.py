"""Decides of single rows whether their own values agree: codes, shares, ranges, lengths in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from expectations.answers import Answers, answers, of_lists
from expectations.frames import Frames
from expectations.rules import Rule, declared
from kerjasama.records import HOME

if TYPE_CHECKING:
    import pyarrow


def partners_without_indonesia(frames: Frames, rule: Rule) -> Answers:
    """ISO codes, sorted, each once, never ID."""
    import pyarrow.compute as pc

    codes = frames.array(rule.table, "partner_countries")
    formed = of_lists(codes, lambda code: pc.match_substring_regex(code, "^[A-Z]{2}$"))
    foreign = of_lists(codes, lambda code: pc.not_equal(code, HOME))
    return formed & foreign & _of_neighbours(codes, pc.less)


def stage_fits_instrument(frames: Frames, rule: Rule) -> Answers:
    """`signed` only of instruments that have a document."""
    import pyarrow as pa
    import pyarrow.compute as pc

    stages, instruments = frames.arrays(rule.table, "stage", "instrument")
    signable = pc.is_in(instruments, value_set=pa.array(declared()["signable"]))
    return answers(pc.or_(pc.not_equal(stages, "signed"), signable))


def sectors_named_or_general(frames: Frames, rule: Rule) -> Answers:
    """One or more sectors, each once, and `general` only alone."""
    import pyarrow.compute as pc

    codes = frames.array(rule.table, "sectors")
    lengths = pc.fill_null(pc.list_value_length(codes), 0).to_numpy(zero_copy_only=False)
    named = of_lists(codes, lambda code: pc.not_equal(code, "general"))
    return (lengths > 0) & (named | (lengths == 1)) & _each_once(codes)


def object_is_short(frames: Frames, rule: Rule) -> Answers:
    """At most as many words as the codebook allows."""
    return _at_most_words(frames.array(rule.table, "object"), frames.limits["object_words"])


def indicator_is_short(frames: Frames, rule: Rule) -> Answers:
    """At most as many words as the codebook allows."""
    return _at_most_words(frames.array(rule.table, "indicator"), frames.limits["indicator_words"])


def share_within_hundred(frames: Frames, rule: Rule) -> Answers:
    """A share in percent lies between 0 and 100."""
    import pyarrow.compute as pc

    kinds, units, values, tops = frames.arrays(rule.table, "kind", "unit", "value", "value_max")
    share = pc.and_(pc.equal(kinds, "share"), pc.equal(units, "percent"))
    within = [pc.and_(pc.greater_equal(one, 0), pc.less_equal(one, 100)) for one in (values, tops)]
    return ~answers(share) | (answers(within[0]) & answers(within[1]))


def range_ascends(frames: Frames, rule: Rule) -> Answers:
    """`value_max` is not below `value`."""
    import pyarrow.compute as pc

    return answers(pc.less_equal(*frames.arrays(rule.table, "value", "value_max")))


def direction_only_of_change(frames: Frames, rule: Rule) -> Answers:
    """Only a change has a direction."""
    import pyarrow.compute as pc

    directions, kinds = frames.arrays(rule.table, "direction", "kind")
    return answers(pc.or_(pc.is_null(directions), pc.equal(kinds, "change")))


def not_its_own_parent(frames: Frames, rule: Rule) -> Answers:
    """An actor is not its own parent."""
    import pyarrow.compute as pc

    return answers(pc.not_equal(*frames.arrays(rule.table, "actor_id", "parent_actor_id")))


def tellings_not_above_articles(frames: Frames, rule: Rule) -> Answers:
    """stories ≤ articles ≤ facts."""
    import pyarrow.compute as pc

    stories, articles, facts = frames.arrays(rule.table, "stories", "articles", "facts")
    return answers(pc.and_(pc.less_equal(stories, articles), pc.less_equal(articles, facts)))


def _at_most_words(texts: pyarrow.Array, limit: float) -> Answers:
    import pyarrow.compute as pc

    words = pc.list_value_length(pc.utf8_split_whitespace(pc.utf8_trim_whitespace(texts)))
    return answers(pc.less_equal(words, limit))


def _of_neighbours(lists: pyarrow.ListArray, agree: Callable[..., pyarrow.Array]) -> Answers:
    """Whether in each list every element agrees with the next one."""
    import pyarrow.compute as pc

    good = np.ones(len(lists), bool)
    flat, parents = pc.list_flatten(lists), pc.list_parent_indices(lists).to_numpy()
    same = parents[1:] == parents[:-1]
    wrong = same & ~answers(agree(flat[:-1], flat[1:]))
    good[parents[1:][wrong]] = False
    return good


def _each_once(lists: pyarrow.ListArray) -> Answers:
    """Whether no list names an element twice."""
    import pyarrow.compute as pc

    parents = pc.list_parent_indices(lists).to_numpy()
    codes = pc.list_flatten(lists).dictionary_encode("encode").indices.to_numpy()
    order = np.lexsort((codes, parents))
    twice = (np.diff(parents[order]) == 0) & (np.diff(codes[order]) == 0)
    good = np.ones(len(lists), bool)
    good[parents[order][1:][twice]] = False
    return good


CHECKS = (
    partners_without_indonesia,
    stage_fits_instrument,
    sectors_named_or_general,
    object_is_short,
    indicator_is_short,
    share_within_hundred,
    range_ascends,
    direction_only_of_change,
    not_its_own_parent,
    tellings_not_above_articles,
)
