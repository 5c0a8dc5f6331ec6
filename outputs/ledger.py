"""The ledger of known errors, `corrections.yaml`: puts right what no program reads right, and says so in
the changes.

Each entry carries what the row said when the error was found. Once the source or the program says otherwise
the entry fails, so that no correction outlives its cause (the idea is Our World in Data's). Rows taken out
go to quarantine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from kerjasama.schema import PUBLISHED, TABLES, to_table

if TYPE_CHECKING:
    import pyarrow


class LedgerRefused(Exception):
    """An entry of the ledger is malformed or no longer fits the data; the message says which, why and what
    to do."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry: the row of `table` with the key `row_key` said `was` and gets `becomes`; None takes it
    out."""

    id: str
    table: str
    row_key: str
    was: Mapping[str, Any]
    becomes: Mapping[str, Any] | None
    reason: str
    source: str

    @property
    def place(self) -> tuple[str, str]:
        """(table, row key), as outputs.release takes it."""
        return (self.table, self.row_key)


def read_ledger(text: str) -> tuple[Correction, ...]:
    """The corrections of a ledger in YAML, a list of entries; LedgerRefused names the entry that is not
    right.

    An entry has `id`, `table`, `row_key` (key parts joined with `|`), `was` (columns as they stood),
    `reason`, `source` (who found it, or where it is told) and either `becomes` (columns as they must be) or
    `remove: true`.
    """
    try:
        entries = yaml.safe_load(text) or []
    except yaml.YAMLError as error:
        raise LedgerRefused(f"corrections.yaml is not valid YAML: {error}") from error
    found = tuple(_entry(number, entry) for number, entry in enumerate(entries, start=1))
    for name in ("id", "place"):
        told = [getattr(correction, name) for correction in found]
        if len(set(told)) != len(told):
            raise LedgerRefused(f"corrections.yaml: two entries have the same {name}; merge them into one")
    return found


def apply_ledger(
    tables: Mapping[str, pyarrow.Table], ledger: Sequence[Correction]
) -> tuple[dict[str, pyarrow.Table], pyarrow.Table]:
    """The tables with the ledger's corrections in them, and the rows taken out as a `quarantine` table.

    The quarantine's `rule` is `ledger.<id>`. Screening comes afterwards: what hangs on a row taken out
    follows it, and a correction that breaks a rule is caught. Raises LedgerRefused where a row is not there
    or said otherwise.
    """
    import pyarrow as pa

    result, held = dict(tables), []
    for table in sorted({correction.table for correction in ledger}):
        rows = {_key(table, row): row for row in tables[table].to_pylist()}
        for correction in (entry for entry in ledger if entry.table == table):
            row = rows.get(correction.row_key)
            _still_fits(correction, row)
            assert row is not None
            if correction.becomes is not None:
                row.update(correction.becomes)
            else:
                rows.pop(correction.row_key)
                told = json.dumps(
                    row, ensure_ascii=False, sort_keys=True, default=lambda value: value.isoformat()
                )
                held.append(
                    {
                        "table": table,
                        "row_key": correction.row_key,
                        "rule": f"ledger.{correction.id}",
                        "row": told,
                    }
                )
        result[table] = pa.Table.from_pylist(list(rows.values()), schema=tables[table].schema)
    return result, to_table("quarantine", held)


def _entry(number: int, entry: Any) -> Correction:
    where = f"corrections.yaml, entry {number}"
    if not isinstance(entry, Mapping):
        raise LedgerRefused(f"{where}: not a mapping of names to values")
    needed = ("id", "table", "row_key", "was", "reason", "source")
    missing = [name for name in needed if not entry.get(name)]
    strange = sorted(set(entry) - {*needed, "becomes", "remove"})
    if missing or strange:
        raise LedgerRefused(
            f"{where}: missing {', '.join(missing) or 'nothing'}, unknown {', '.join(strange) or 'nothing'}"
        )
    if entry["table"] not in PUBLISHED:
        raise LedgerRefused(
            f"{where}: no published table {entry['table']!r}; there are {', '.join(PUBLISHED)}"
        )
    if bool(entry.get("becomes")) == bool(entry.get("remove")):
        raise LedgerRefused(f"{where}: say either `becomes` or `remove: true`")
    known = {column.name for column in TABLES[entry["table"]].columns}
    lost = sorted({*entry["was"], *(entry.get("becomes") or {})} - known)
    if lost:
        raise LedgerRefused(f"{where}: table {entry['table']} has no column {', '.join(lost)}")
    if set(entry.get("becomes") or {}) & set(TABLES[entry["table"]].key):
        raise LedgerRefused(f"{where}: the key of a row is never corrected; take the row out instead")
    return Correction(
        str(entry["id"]),
        entry["table"],
        str(entry["row_key"]),
        dict(entry["was"]),
        dict(entry["becomes"]) if entry.get("becomes") else None,
        str(entry["reason"]),
        str(entry["source"]),
    )


def _still_fits(correction: Correction, row: Mapping[str, Any] | None) -> None:
    where = f"correction {correction.id} ({correction.table} {correction.row_key})"
    if row is None:
        raise LedgerRefused(f"{where}: the row is not there any more; take the entry out of corrections.yaml")
    differing = [name for name, value in correction.was.items() if row.get(name) != value]
    if differing:
        told = ", ".join(f"{name} is {row.get(name)!r}, not {correction.was[name]!r}" for name in differing)
        raise LedgerRefused(
            f"{where}: {told}; look whether the error is mended, and take the entry out or renew it"
        )


def _key(table: str, row: Mapping[str, Any]) -> str:
    return "|".join(str(row[part]) for part in TABLES[table].key)
