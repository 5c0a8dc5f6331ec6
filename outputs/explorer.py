"""Makes the explorer: one HTML file with the facts inside, that opens from the disk with no server and no
network.

What it looks like and does stands in `explorer.html`, `explorer.css` and `explorer.js`; here the data are
packed. Every text is data, never markup: the page sets it as text, so a hostile headline stays a headline.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kerjasama.codebook import load
from outputs.manifest import Manifest

if TYPE_CHECKING:
    import pyarrow

MAX_FACTS = 5000
"""Facts inside the page, the newest by publication; a browser holds more badly, and the page says how many
it leaves out."""

FACT_FIELDS = (
    "fact_id",
    "published",
    "publisher",
    "title",
    "url",
    "instrument",
    "stage",
    "partner_countries",
    "indonesian_side",
    "foreign_side",
    "programme",
    "object",
    "sectors",
    "places",
    "foreign_places",
    "event_date",
    "date_basis",
    "speaker",
    "evidence",
    "confidence",
    "initiative_id",
    "initiative",
    "tellings",
    "story_id",
)
VOCABULARIES = ("instrument", "stage", "sector")


def explorer(manifest: Manifest, tables: Mapping[str, pyarrow.Table], facts_wide: pyarrow.Table) -> str:
    """The page, complete in itself; the same text for the same release."""
    page, style, code = (_part(name) for name in ("explorer.html", "explorer.css", "explorer.js"))
    data = _embedded(page_data(manifest, tables, facts_wide))
    name = manifest.version + (" (SAMPLE)" if manifest.sample else "")
    for mark, content in (
        ("{{version}}", name),
        ("{{style}}", style),
        ("{{style-hash}}", _hash(style)),
        ("{{code-hash}}", _hash(code)),
        ("{{code}}", code),
        ("{{data}}", data),
    ):
        page = page.replace(mark, content, 1)
    return page


def page_data(
    manifest: Manifest,
    tables: Mapping[str, pyarrow.Table],
    facts_wide: pyarrow.Table,
    most: int = MAX_FACTS,
) -> dict[str, Any]:
    """What the page knows: the newest `most` facts as rows of `FACT_FIELDS`, labels, coverage by outlet,
    what it leaves out."""
    import pyarrow.compute as pc

    order = [("published", "descending"), ("fact_id", "ascending")]
    newest = facts_wide.take(pc.sort_indices(facts_wide, sort_keys=order).slice(0, most))
    rows = newest.select(list(FACT_FIELDS)).to_pylist()
    vocabularies = load("vocabularies")
    return {
        "version": manifest.version,
        "time": manifest.time.isoformat(),
        "sample": manifest.sample,
        "counts": dict(manifest.counts),
        "left_out": facts_wide.num_rows - newest.num_rows,
        "fields": list(FACT_FIELDS),
        "facts": [[row[field] for field in FACT_FIELDS] for row in rows],
        "labels": {name: vocabularies[name] for name in VOCABULARIES},
        "countries": _countries(),
        "coverage": _coverage(tables["coverage"]),
    }


def _countries() -> dict[str, str]:
    """ISO code → English name of every country that the codebook knows; codes alone where it tells no
    name."""
    known = load("countries")
    entries = known.get("countries", known) if isinstance(known, Mapping) else {}
    names = {}
    for code, told in entries.items() if isinstance(entries, Mapping) else ():
        if isinstance(told, Mapping) and isinstance(told.get("en"), str):
            names[str(code)] = told["en"]
    return dict(sorted(names.items()))


def _coverage(coverage: pyarrow.Table) -> list[list[Any]]:
    """[outlet, tried, articles, relevant, refused or failed] over all days, by outlet."""
    totals: dict[str, list[int]] = {}
    for row in coverage.to_pylist():
        told = totals.setdefault(row["publisher"], [0, 0, 0, 0])
        for place, value in enumerate(
            (row["tried"], row["articles"], row["relevant"], row["refused"] + row["failed"])
        ):
            told[place] += value
    return [[publisher, *told] for publisher, told in sorted(totals.items())]


def _embedded(data: Mapping[str, Any]) -> str:
    """JSON that no HTML parser can take for markup: `<`, `>`, `&` and the line separators are escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _part(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """A source hash for the Content Security Policy: the page runs this very code and style, and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
