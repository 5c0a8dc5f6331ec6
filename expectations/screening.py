"""Sets rows aside that break a `quarantine` rule, with all that hangs on them, and says for each which rule
it broke.

What the rules are is `rules.py`'s. Great Expectations is not needed here: its suites run afterwards over
what is left, and prove independently that nothing broken is published.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from expectations.frames import Frames, row_keys
from expectations.outcomes import kept
from expectations.rules import Rule, rules_for
from kerjasama.schema import MAX_QUOTATION, PUBLISHED, TABLES, to_table

if TYPE_CHECKING:
    import pyarrow


def screen(
    tables: Mapping[str, pyarrow.Table], beside: Mapping[str, pyarrow.Table] | None = None
) -> tuple[dict[str, pyarrow.Table], pyarrow.Table]:
    """The tables without the rows that break a `quarantine` rule, and those rows as the table `quarantine`.

    `beside` holds what the rules may look at but nothing is taken from: texts, mentions, captures.

    Rounds go on until nothing more breaks, so that a row which names a quarantined row follows it (a
    participant its fact, a fact its article). A row that breaks several rules in one round has a line for
    each. Tables that are not published are handed on untouched; rows that are in quarantine already (taken
    out by the ledger) stay there.
    """
    current = {name: table for name, table in tables.items() if name != "quarantine"}
    held: list[dict[str, Any]] = tables["quarantine"].to_pylist() if "quarantine" in tables else []
    rules = {name: _quarantine_rules(name) for name in PUBLISHED if name in current}
    while True:
        frames = Frames({**(beside or {}), **current})
        broken = {name: _broken(asked, frames) for name, asked in rules.items()}
        if not any(broken.values()):
            break
        for name, rows in broken.items():
            held.extend(_lines(name, current[name], rows))
            current[name] = _without(current[name], rows)
        # What a row says by itself is decided in the first round; only what it refers to can go since.
        rules = {name: [rule for rule in asked if rule.looks_at] for name, asked in rules.items()}
    quarantine = to_table("quarantine", held)
    return {**current, "quarantine": quarantine}, quarantine


def _quarantine_rules(table: str) -> list[Rule]:
    return [rule for rule in rules_for(table) if rule.severity == "quarantine" and not rule.whole_table]


def _broken(rules: Iterable[Rule], frames: Frames) -> dict[int, list[Rule]]:
    """Row number → those of the rules that the row breaks, for rows that break any."""
    found: dict[int, list[Rule]] = {}
    for rule in rules:
        for row in np.flatnonzero(~kept(rule, frames)).tolist():
            found.setdefault(row, []).append(rule)
    return found


def _lines(name: str, table: pyarrow.Table, rows: Mapping[int, list[Rule]]) -> Iterable[dict[str, Any]]:
    import pyarrow as pa

    numbers = sorted(rows)
    public = [column.name for column in TABLES[name].public_columns if column.name in table.column_names]
    broken = table.take(pa.array(numbers, pa.int64()))
    keys, contents = row_keys(name, broken).to_pylist(), broken.select(public).to_pylist()
    for row, key, content in zip(numbers, keys, contents, strict=True):
        cut = {column: _cut(value) for column, value in content.items()}
        told = json.dumps(cut, ensure_ascii=False, sort_keys=True, default=_plain)
        for rule in rows[row]:
            yield {"table": name, "row_key": key, "rule": rule.id, "row": told}


def _cut(value: Any) -> Any:
    """A broken row may hold a quotation that is too long; what is set aside is published too, so it is
    cut."""
    if isinstance(value, list):
        return [_cut(inner) for inner in value]
    return value[:MAX_QUOTATION] if isinstance(value, str) else value


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")


def _without(table: pyarrow.Table, rows: Mapping[int, Any]) -> pyarrow.Table:
    import pyarrow as pa

    if not rows:
        return table
    stay = np.ones(table.num_rows, bool)
    stay[list(rows)] = False
    return table.filter(pa.array(stay))
