"""Which capture of an article counts: the latest one, and of two equal texts the one with an address.

Days are partitions that never look at each other; here, where all days are together, an article that was
captured again supersedes its earlier self, with everything that was read off it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow


def current(tables: Mapping[str, pyarrow.Table]) -> dict[str, pyarrow.Table]:
    """The reading tables (`parsed_articles` among them) without rows of superseded articles."""
    days = _current_days(tables["parsed_articles"])
    return {name: _keep(table, days) for name, table in tables.items()}


def _current_days(articles: pyarrow.Table) -> dict[str, str]:
    """The day that counts for each article that counts."""
    columns = ["article_id", "day", "captured_at", "canonical_url", "text_sha256"]
    latest: dict[str, dict] = {}
    for row in articles.select(columns).to_pylist():
        known = latest.get(row["article_id"])
        if known is None or (row["captured_at"], row["day"]) > (known["captured_at"], known["day"]):
            latest[row["article_id"]] = row
    addressed = {row["text_sha256"] for row in latest.values() if row["canonical_url"]}
    return {
        article_id: row["day"]
        for article_id, row in latest.items()
        if row["canonical_url"] or row["text_sha256"] not in addressed
    }


def _keep(table: pyarrow.Table, days: Mapping[str, str]) -> pyarrow.Table:
    import pyarrow as pa

    pairs = zip(table["article_id"].to_pylist(), table["day"].to_pylist(), strict=True)
    return table.filter(pa.array([days.get(article) == day for article, day in pairs], pa.bool_()))
