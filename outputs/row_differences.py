"""Finds the rows in which two tables of one key differ, column by column in Arrow. What a difference means is
not decided here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pyarrow

Numbers: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Differences:
    """Row numbers: `added` of the later table, `removed` of the earlier one; `old` and `new`, side by side,
    of rows that both have and tell differently.

    `columns` says of each column in which any of these rows differs, and in which of them.
    """

    added: Numbers
    removed: Numbers
    old: Numbers
    new: Numbers
    columns: Mapping[str, Flags]


def common_columns(before: pyarrow.Table, now: pyarrow.Table) -> list[str]:
    """The columns that both tables have in one type, in the order of the later one."""
    types = {field.name: field.type for field in before.schema}
    return [field.name for field in now.schema if types.get(field.name) == field.type]


def differences(
    before: pyarrow.Table, now: pyarrow.Table, key: Sequence[str], columns: Sequence[str]
) -> Differences:
    """How the rows of `now` differ from those of `before`, rows of one key in the `columns` alone.

    The key names each row of a table once. Columns are compared one after the other, so that no more than
    one is copied at a time.
    """
    old, new, removed, added = _pairs(before, now, key)
    flags = {}
    for name in columns:
        if name not in key:
            found = _different(_taken(before, name, old), _taken(now, name, new))
            if found.any():
                flags[name] = found
    rows = np.flatnonzero(np.logical_or.reduce(list(flags.values()))) if flags else np.empty(0, np.int64)
    where = {name: found[rows] for name, found in flags.items()}
    return Differences(added, removed, old[rows], new[rows], where)


def column_or_nothing(table: pyarrow.Table, field: pyarrow.Field) -> Any:
    """A column of a table; empty where the table has none of that name, or has it in another type."""
    import pyarrow as pa

    there = field.name in table.column_names and table.schema.field(field.name).type == field.type
    return table.column(field.name) if there else pa.nulls(table.num_rows, field.type)


def row_names(table: pyarrow.Table, key: Sequence[str]) -> pyarrow.Array:
    """One string a row that names it: the parts of its key joined with `|`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = [table.column(part).cast(pa.string()) for part in key]
    joined = pc.binary_join_element_wise(*parts, "|") if len(parts) > 1 else parts[0]
    return joined.combine_chunks()


def _pairs(
    before: pyarrow.Table, now: pyarrow.Table, key: Sequence[str]
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Rows of both side by side (before, now), those only of the earlier table, those only of the later."""
    import pyarrow.compute as pc

    none = np.empty(0, np.int64)
    if before.num_rows == now.num_rows and all(before.column(k).equals(now.column(k)) for k in key):
        every = np.arange(now.num_rows)
        return every, every, none, none
    places = pc.index_in(row_names(now, key), value_set=row_names(before, key))
    lone = places.is_null().to_numpy(zero_copy_only=False)
    new = np.flatnonzero(~lone)
    old = places.drop_null().to_numpy().astype(np.int64)
    gone = np.ones(before.num_rows, bool)
    gone[old] = False
    return old, new, np.flatnonzero(gone), np.flatnonzero(lone)


def _taken(table: pyarrow.Table, name: str, rows: Numbers) -> pyarrow.Array:
    """Those rows of a column, in one piece; the column itself where they are all of it, in order."""
    import pyarrow as pa

    column = table.column(name)
    if len(rows) != len(column) or (len(rows) and (rows != np.arange(len(rows))).any()):
        column = column.take(pa.array(rows))
    return column.combine_chunks()


def _different(one: Any, two: Any) -> Flags:
    """Where two arrays of one type and length differ; nothing differs from nothing."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if one.equals(two):
        return np.zeros(len(one), bool)
    if pa.types.is_list(one.type):
        return _different_lists(one, two)
    unequal = pc.fill_null(pc.not_equal(one, two), False)
    return pc.or_(unequal, pc.not_equal(one.is_null(), two.is_null())).to_numpy(zero_copy_only=False)


def _different_lists(one: Any, two: Any) -> Flags:
    """Where two arrays of lists differ: in being there, in length, or in an element."""
    import pyarrow as pa
    import pyarrow.compute as pc

    lengths = [pc.fill_null(pc.list_value_length(lists), -1) for lists in (one, two)]
    found = pc.not_equal(*lengths).to_numpy(zero_copy_only=False)
    alike = np.flatnonzero(~found)
    first, second = (lists.take(pa.array(alike)) for lists in (one, two))
    wrong = _different(pc.list_flatten(first), pc.list_flatten(second))
    found[alike[pc.list_parent_indices(first).to_numpy()[wrong]]] = True
    return found
