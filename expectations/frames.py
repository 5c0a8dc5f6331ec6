"""The tables under test, and what the checks need to look up in them. No rule is decided here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from expectations.answers import Answers
from expectations.rules import declared
from kerjasama.schema import TABLES

if TYPE_CHECKING:
    import pyarrow

PREVIOUS = "previous:"
"""Prefix under which a table of the previous release may lie among the tables, e.g. `previous:facts`."""


class Frames:
    """Arrow tables by name, with lookups made once.

    Beside the published tables, `parsed_articles` (with texts), the `*_mentions`, `captures`, `rejects` and
    `previous:<table>` may be there; a check that needs one that is not passes as not applicable. `limits`
    override those of rules.yaml.
    """

    def __init__(
        self, tables: Mapping[str, pyarrow.Table], limits: Mapping[str, float] | None = None
    ) -> None:
        self.tables = tables
        self.limits: Mapping[str, float] = {**declared()["limits"], **(limits or {})}
        self._arrays: dict[tuple[str, str], pyarrow.Array] = {}

    def has(self, *names: str) -> bool:
        """Whether all these tables are at hand."""
        return all(name in self.tables for name in names)

    def rows(self, table: str) -> int:
        """The number of rows of a table."""
        return self.tables[table].num_rows

    def array(self, table: str, name: str) -> pyarrow.Array:
        """One column in one piece, in the table's order."""
        key = (table, name)
        if key not in self._arrays:
            column = self.tables[table].column(name)
            self._arrays[key] = column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()
        return self._arrays[key]

    def arrays(self, table: str, *names: str) -> tuple[pyarrow.Array, ...]:
        """Several columns, as `array` gives each."""
        return tuple(self.array(table, name) for name in names)

    def column(self, table: str, name: str) -> list[Any]:
        """One column as Python values, in the table's order: dearer than `array`."""
        return self.array(table, name).to_pylist()

    def columns(self, table: str, *names: str) -> zip[tuple[Any, ...]]:
        """Several columns side by side as Python values, row by row."""
        return zip(*(self.column(table, name) for name in names), strict=True)

    def complete(self, table: str) -> Answers:
        """For each row, whether every column that may not be empty holds something."""
        known = set(self.tables[table].column_names)
        needed = [c.name for c in TABLES[table].columns if not c.nullable and c.name in known]
        good = np.ones(self.rows(table), bool)
        for name in needed:
            if self.tables[table].column(name).null_count:
                good &= self.array(table, name).is_valid().to_numpy(zero_copy_only=False)
        return good

    def found(self, keys: pyarrow.Array, table: str, value: str) -> pyarrow.Array:
        """For each key the `value` of the table's row of that key; null where the table has none."""
        import pyarrow as pa
        import pyarrow.compute as pc

        values = self.array(table, value)
        if not len(values):
            return pa.nulls(len(keys), values.type)
        return values.take(pc.index_in(keys, value_set=self.array(table, TABLES[table].key[0])))

    @cached_property
    def has_texts(self) -> bool:
        """Whether the archived texts are at hand."""
        return self.has("parsed_articles") and "text" in self.tables["parsed_articles"].column_names

    def text_lengths(self, articles: pyarrow.Array) -> pyarrow.Array:
        """Length in characters of the text of each article that is named; null where it is not known."""
        import pyarrow as pa

        for table in ("articles", "parsed_articles"):
            if self.has(table) and self.rows(table):
                return self.found(articles, table, "text_length")
        return pa.nulls(len(articles), pa.int64())


def row_keys(table: str, data: pyarrow.Table) -> pyarrow.Array:
    """One string a row that names it: its key columns joined with `|`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = [data.column(name).combine_chunks().cast(pa.string()) for name in TABLES[table].key]
    return pc.binary_join_element_wise(*parts, "|", null_handling="replace", null_replacement="")
