"""Shows the difference between any two releases: as text for the terminal, as JSON, as HTML.

What differs and why is decided in `changes.py`; here it is read and shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from upath import UPath

from kerjasama.schema import TABLES
from outputs.changes import Delta, as_plain, compare, data_version
from outputs.manifest import Manifest, as_json
from outputs.reading import read_manifest, read_tables
from outputs.reasons import REASONS

SIGNS = {"added": "+", "removed": "-", "changed": "~"}
SHOWN = 12
"""Rows of a table that the terminal shows; JSON and HTML have them all."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two releases and what differs from the first to the second."""

    before: Manifest
    now: Manifest
    delta: Delta

    @property
    def empty(self) -> bool:
        """Whether the two hold the same rows in the same columns."""
        return self.delta.empty


def difference(before: UPath, now: UPath) -> Difference:
    """Read two releases and compare them. Raises NoRelease where one of them is none."""
    first, second = read_manifest(before), read_manifest(now)
    return Difference(first, second, compare(read_tables(before), read_tables(now), first, second.versions))


def as_text(found: Difference, *, shown: int = SHOWN) -> str:
    """For the terminal: a line a table, then the first rows that differ, each with its reason."""
    lines = [f"{found.before.version} → {found.now.version}"]
    if found.empty:
        return lines[0] + ": no row and no column differs"
    lines.append(f"data version by the rule: {data_version(found.before.data_version, found.delta)}")
    for name, table in found.delta.tables.items():
        numbers = [f"{SIGNS[change]}{table.count(change)}" for change in SIGNS if table.count(change)]
        shape = [
            f"{word}: {', '.join(columns)}"
            for word, columns in (
                ("columns added", table.columns_added),
                ("columns removed", table.columns_removed),
                ("columns retyped", table.columns_retyped),
            )
            if columns
        ]
        if not numbers and not shape and not table.table_is_new:
            continue
        why = ", ".join(f"{reason} {count}" for reason, count in table.reasons().items())
        told = "  ".join([*numbers, *shape, *(["new table"] if table.table_is_new else [])])
        lines.append(f"\n{name}  {told}" + (f"  ({why})" if why else ""))
        rows = list(_rows(found, name))
        lines.extend(
            f"  {SIGNS[row['change']]} {row['key']}  {row['label']}  [{row['reason']}]" + _columns(row)
            for row in rows[:shown]
        )
        if len(rows) > shown:
            lines.append(f"  … and {len(rows) - shown} more")
    lines.extend(f"\n{name}  table removed" for name in found.delta.tables_removed)
    return "\n".join(lines)


def as_json_text(found: Difference) -> str:
    """For machines: the numbers, and every row that differs with its reason and old values."""
    content = {
        "before": found.before.version,
        "now": found.now.version,
        "data_version": data_version(found.before.data_version, found.delta)
        if not found.empty
        else found.before.data_version,
        **as_plain(found.delta),
        "rows": {name: list(_rows(found, name)) for name in found.delta.tables},
    }
    return as_json(content).decode()


def as_html(found: Difference) -> str:
    """For people with a browser: one page that needs nothing else."""
    parts = []
    for name, table in found.delta.tables.items():
        rows = list(_rows(found, name))
        if not rows and not table.columns_added and not table.columns_removed and not table.columns_retyped:
            continue
        body = "".join(
            f'<tr class="{row["change"]}"><td>{SIGNS[row["change"]]}</td>'
            f"<td><code>{escape(row['key'])}</code></td>"
            f"<td><bdi>{escape(row['label'])}</bdi></td><td>{escape(row['reason'].replace('_', ' '))}</td>"
            f"<td>{_changes_html(row)}</td></tr>"
            for row in rows
        )
        head = "<tr><th></th><th>Key</th><th>What</th><th>Why</th><th>Old → new</th></tr>"
        parts.append(f"<h2>{escape(name)} ({len(rows):,})</h2><table>{head}{body}</table>")
    reasons = "".join(
        f"<dt>{escape(name.replace('_', ' '))}</dt><dd>{escape(meaning)}</dd>"
        for name, meaning in REASONS.items()
    )
    title = f"{found.before.version} → {found.now.version}"
    style = Path(__file__).with_name("diff.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head><body><h1>{escape(title)}</h1>"
        f"<p>{escape(found.delta.summary())}</p>{''.join(parts) or '<p>No row and no column differs.</p>'}"
        f"<h2>Reasons</h2><dl>{reasons}</dl></body></html>\n"
    )


def _rows(found: Difference, name: str) -> Iterator[dict[str, Any]]:
    """The rows of a table that differ: change, key, a label for people, reason, old and new values."""
    for row in found.delta.tables[name].rows.to_pylist():
        old = json.loads(row["before"]) if row["before"] else {}
        yield {
            "change": row["change"],
            "key": "|".join(str(row[part]) for part in TABLES[name].key),
            "label": _label(row),
            "reason": row["reason"],
            "old": old,
            "new": {column: _plain(row[column]) for column in row["changed_columns"]},
        }


def _label(row: dict[str, Any]) -> str:
    """What a row is about, in a few words."""
    for columns in (
        ("title",),
        ("instrument", "stage", "object"),
        ("name",),
        ("excerpt",),
        ("raw",),
        ("text",),
    ):
        told = [str(row[column]) for column in columns if row.get(column)]
        if told:
            return " · ".join(told)[:90]
    return ""


def _columns(row: dict[str, Any]) -> str:
    return "".join(
        f"\n      {name}: {row['old'].get(name)!r} → {value!r}" for name, value in row["new"].items()
    )


def _changes_html(row: dict[str, Any]) -> str:
    return "<br>".join(
        f"{escape(name)}: <del>{escape(str(row['old'].get(name)))}</del> → <ins>{escape(str(value))}</ins>"
        for name, value in row["new"].items()
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
