"""Decides the rules that come from schema.py alone, one answer a row: nulls, codes, bounds, forms,
references.

What a value means in the domain is `row_checks.py`'s. Every function gives a Boolean a row, True where the
row keeps the rule; an absent value keeps every rule but `not_null`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from expectations.frames import Frames
from expectations.rules import Rule

if TYPE_CHECKING:
    import pyarrow


def kept(rule: Rule, frames: Frames) -> list[bool]:
    """For each row of the rule's table, whether it keeps the rule."""
    return _KINDS[rule.kind](rule, frames)


def _flat(rule: Rule, frames: Frames) -> pyarrow.Array:
    return frames.tables[rule.table].column(rule.columns[0]).combine_chunks()


def _answers(verdict: Any) -> list[bool]:
    """Arrow's three-valued answers as two-valued ones: unknown (a null value) keeps the rule."""
    import pyarrow.compute as pc

    return pc.fill_null(verdict, True).to_pylist()


def _each_element(rule: Rule, frames: Frames, decide: Any) -> list[bool]:
    """Rules on list columns: a row keeps the rule where all its elements do."""
    import pyarrow.compute as pc

    column = _flat(rule, frames)
    if not str(column.type).startswith("list"):
        return _answers(decide(column))
    good = [True] * len(column)
    verdicts = _answers(decide(pc.list_flatten(column)))
    for parent, verdict in zip(pc.list_parent_indices(column).to_pylist(), verdicts, strict=True):
        good[parent] = good[parent] and verdict
    return good


def _not_null(rule: Rule, frames: Frames) -> list[bool]:
    return _flat(rule, frames).is_valid().to_pylist()


def _unique(rule: Rule, frames: Frames) -> list[bool]:
    rows = list(frames.columns(rule.table, *rule.columns))
    counts: dict[Any, int] = {}
    for row in rows:
        counts[row] = counts.get(row, 0) + 1
    return [counts[row] == 1 for row in rows]


def _vocabulary(rule: Rule, frames: Frames) -> list[bool]:
    import pyarrow as pa
    import pyarrow.compute as pc

    codes = pa.array(rule.params["values"], pa.string())

    def known(column: Any) -> Any:
        return pc.or_kleene(pc.is_in(column, value_set=codes), pc.is_null(column))

    return _each_element(rule, frames, known)


def _range(rule: Rule, frames: Frames) -> list[bool]:
    import pyarrow as pa
    import pyarrow.compute as pc

    column = _flat(rule, frames)
    verdict = pa.array([True] * len(column), pa.bool_())
    if rule.params["minimum"] is not None:
        verdict = pc.and_(verdict, pc.greater_equal(column, rule.params["minimum"]))
    if rule.params["maximum"] is not None:
        verdict = pc.and_(verdict, pc.less_equal(column, rule.params["maximum"]))
    return _answers(verdict)


def _length(rule: Rule, frames: Frames) -> list[bool]:
    import pyarrow.compute as pc

    return _answers(pc.less_equal(pc.utf8_length(_flat(rule, frames)), rule.params["maximum"]))


def _pattern(rule: Rule, frames: Frames) -> list[bool]:
    import pyarrow.compute as pc

    return _each_element(
        rule, frames, lambda column: pc.match_substring_regex(column, rule.params["pattern"])
    )


def _reference(rule: Rule, frames: Frames) -> list[bool]:
    import pyarrow.compute as pc

    to_table, to_column = rule.params["to_table"], rule.params["to_column"]
    if not frames.has(to_table):
        return [True] * frames.rows(rule.table)
    known = frames.tables[to_table].column(to_column).combine_chunks()

    def named(column: Any) -> Any:
        return pc.or_kleene(pc.is_in(column, value_set=known), pc.is_null(column))

    return _each_element(rule, frames, named)


_KINDS = {
    "not_null": _not_null,
    "unique": _unique,
    "vocabulary": _vocabulary,
    "range": _range,
    "length": _length,
    "pattern": _pattern,
    "reference": _reference,
}
