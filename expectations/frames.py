"""The tables under test, and what the checks need to look up in them. No rule is decided here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from expectations.rules import declared
from kerjasama.schema import TABLES

if TYPE_CHECKING:
    import pyarrow

PREVIOUS = "previous:"
"""Prefix under which a table of the previous release may lie among the tables, e.g. `previous:facts`."""


class Frames:
    """Arrow tables by name, with columns as Python lists and lookups made once.

    Beside the published tables, `parsed_articles` (with texts), the `*_mentions`, `captures`, `rejects` and
    `previous:<table>` may be there; a check that needs one that is not passes as not applicable. `limits`
    override those of rules.yaml.
    """

    def __init__(
        self, tables: Mapping[str, pyarrow.Table], limits: Mapping[str, float] | None = None
    ) -> None:
        self.tables = tables
        self.limits: Mapping[str, float] = {**declared()["limits"], **(limits or {})}
        self._columns: dict[tuple[str, str], list[Any]] = {}

    def has(self, *names: str) -> bool:
        """Whether all these tables are at hand."""
        return all(name in self.tables for name in names)

    def rows(self, table: str) -> int:
        """The number of rows of a table."""
        return self.tables[table].num_rows

    def column(self, table: str, name: str) -> list[Any]:
        """One column as Python values, in the table's order."""
        key = (table, name)
        if key not in self._columns:
            self._columns[key] = self.tables[table].column(name).to_pylist()
        return self._columns[key]

    def columns(self, table: str, *names: str) -> zip[tuple[Any, ...]]:
        """Several columns side by side, row by row."""
        return zip(*(self.column(table, name) for name in names), strict=True)

    def complete(self, table: str) -> list[bool]:
        """For each row, whether every column that may not be empty holds something."""
        import pyarrow.compute as pc

        known = set(self.tables[table].column_names)
        needed = [c.name for c in TABLES[table].columns if not c.nullable and c.name in known]
        good = [True] * self.rows(table)
        for name in needed:
            column = self.tables[table].column(name)
            if column.null_count:
                filled = pc.is_valid(column).to_pylist()
                good = [before and now for before, now in zip(good, filled, strict=True)]
        return good

    def lookup(self, table: str, value: str, key: str | None = None) -> dict[Any, Any]:
        """`key` → `value` of a table (its first key column unless told); empty where there is no such
        table."""
        if not self.has(table):
            return {}
        return dict(self.columns(table, key or TABLES[table].key[0], value))

    @cached_property
    def texts(self) -> dict[str, str]:
        """Article's text by its identifier; empty where the archived texts are not at hand."""
        if not self.has("parsed_articles") or "text" not in self.tables["parsed_articles"].column_names:
            return {}
        return self.lookup("parsed_articles", "text")

    @cached_property
    def text_lengths(self) -> dict[str, int]:
        """Length of each article's text in characters, by its identifier."""
        return self.lookup("articles", "text_length") or self.lookup("parsed_articles", "text_length")

    @cached_property
    def sides(self) -> dict[str, set[str]]:
        """The sides on which the participants of each fact stand, by the fact's identifier."""
        sides: dict[str, set[str]] = {}
        if self.has("participants"):
            for fact, side in self.columns("participants", "fact_id", "side"):
                sides.setdefault(fact, set()).add(side)
        return sides


def row_keys(table: str, data: pyarrow.Table) -> list[str]:
    """One string a row that names it: its key columns joined with `|`."""
    columns = [data.column(name).to_pylist() for name in TABLES[table].key]
    return ["|".join("" if part is None else str(part) for part in row) for row in zip(*columns, strict=True)]
