"""Decides the rules that come from schema.yaml alone, one answer a row: nulls, codes, bounds, forms,
references.

What a value means in the domain is `row_checks.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from expectations.answers import Answers, answers, every, of_lists
from expectations.frames import Frames
from expectations.rules import Rule

if TYPE_CHECKING:
    import pyarrow


def kept(rule: Rule, frames: Frames) -> Answers:
    """For each row of the rule's table, whether it keeps the rule."""
    return _KINDS[rule.kind](rule, frames)


def _column(rule: Rule, frames: Frames) -> pyarrow.Array:
    return frames.array(rule.table, rule.columns[0])


def _each_element(rule: Rule, frames: Frames, decide: Callable[[pyarrow.Array], Any]) -> Answers:
    """The rule on a value, or on every element of a list."""
    import pyarrow as pa

    column = _column(rule, frames)
    return of_lists(column, decide) if pa.types.is_list(column.type) else answers(decide(column))


def _not_null(rule: Rule, frames: Frames) -> Answers:
    return _column(rule, frames).is_valid().to_numpy(zero_copy_only=False)


def _unique(rule: Rule, frames: Frames) -> Answers:
    numbered = np.zeros(frames.rows(rule.table), np.int64)
    for column in frames.arrays(rule.table, *rule.columns):
        encoded = column.dictionary_encode("encode")
        # Rows that agree in all columns so far have one number; numbers stay below rows squared.
        both = numbered * (len(encoded.dictionary) + 1) + encoded.indices.to_numpy()
        numbered = np.unique(both, return_inverse=True)[1]
    return np.bincount(numbered, minlength=1)[numbered] == 1


def _vocabulary(rule: Rule, frames: Frames) -> Answers:
    import pyarrow as pa
    import pyarrow.compute as pc

    codes = pa.array(rule.params["values"], pa.string())
    return _each_element(
        rule, frames, lambda column: pc.or_kleene(pc.is_in(column, value_set=codes), pc.is_null(column))
    )


def _range(rule: Rule, frames: Frames) -> Answers:
    import pyarrow.compute as pc

    column, good = _column(rule, frames), every(frames.rows(rule.table))
    if rule.params["minimum"] is not None:
        good &= answers(pc.greater_equal(column, rule.params["minimum"]))
    if rule.params["maximum"] is not None:
        good &= answers(pc.less_equal(column, rule.params["maximum"]))
    return good


def _length(rule: Rule, frames: Frames) -> Answers:
    import pyarrow.compute as pc

    return answers(pc.less_equal(pc.utf8_length(_column(rule, frames)), rule.params["maximum"]))


def _pattern(rule: Rule, frames: Frames) -> Answers:
    import pyarrow.compute as pc

    return _each_element(
        rule, frames, lambda column: pc.match_substring_regex(column, rule.params["pattern"])
    )


def _reference(rule: Rule, frames: Frames) -> Answers:
    import pyarrow.compute as pc

    to_table, to_column = rule.params["to_table"], rule.params["to_column"]
    if not frames.has(to_table):
        return every(frames.rows(rule.table))
    known = frames.array(to_table, to_column)
    return _each_element(
        rule, frames, lambda column: pc.or_kleene(pc.is_in(column, value_set=known), pc.is_null(column))
    )


_KINDS = {
    "not_null": _not_null,
    "unique": _unique,
    "vocabulary": _vocabulary,
    "range": _range,
    "length": _length,
    "pattern": _pattern,
    "reference": _reference,
}
