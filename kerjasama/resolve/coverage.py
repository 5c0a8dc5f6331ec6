"""What was looked at: the `coverage` table (outlet by day) and the `inputs` of a release.

"No fact" differs from "did not look"; this is where the difference is counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]
UNKNOWN = "unknown"
"""Publisher of captures that no outlet claims."""

TRIED = ("fetched", "unchanged", "refused", "failed")


def coverage_rows(
    captures: Iterable[Row], articles: Iterable[Row], rejects: Iterable[Row], facts: Iterable[Row]
) -> list[dict[str, Any]]:
    """One row an outlet and day of capture; tried = fetched + unchanged + refused + failed.

    `articles` are the parsed ones, `facts` those that were read, quarantined ones included. Where a capture
    names no outlet (a file, a bare text), it is the one that its page was found to be of.
    """
    articles, rejects = list(articles), list(rejects)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    where: dict[str, tuple[str, str]] = {}
    outlets = {row["archive_record"]: row["publisher"] for row in (*rejects, *articles)}
    for row in captures:
        outlet = row["publisher"] or outlets.get(row["archive_record"]) or UNKNOWN
        place = (outlet, row["day"])
        counts[place][row["status"]] += 1
        if row["status"] == "fetched":  # a later day's `unchanged` names the same record
            where[row["archive_record"]] = place
    per_article = Counter((fact["day"], fact["article_id"]) for fact in facts)
    for row in articles:
        cell = counts[where[row["archive_record"]]]
        cell["articles"] += 1
        found = per_article[row["day"], row["article_id"]]
        cell["facts"] += found
        cell["relevant"] += bool(found)
    for row in rejects:
        counts[where[row["archive_record"]]]["rejected"] += 1
    names = ("skipped", *TRIED, "articles", "rejected", "relevant", "facts")
    return [
        {"publisher": publisher, "day": day, "tried": sum(cell[name] for name in TRIED)}
        | {name: cell[name] for name in names}
        for (publisher, day), cell in sorted(counts.items())
    ]


def input_rows(
    captures: Iterable[Row], articles: Iterable[Row], rejects: Iterable[Row]
) -> list[dict[str, Any]]:
    """One row an archived record that was parsed, with what became of it."""
    made = {row["archive_record"]: row for row in articles}
    refused = {row["archive_record"]: row["reason"] for row in rejects}
    return [
        {
            "archive_record": row["archive_record"],
            "url": row["url"],
            "content_digest": row["content_digest"],
            "captured_at": row["captured_at"],
            "outcome": "article"
            if (article := made.get(row["archive_record"]))
            else refused[row["archive_record"]],
            "article_id": article["article_id"] if article else None,
            "parser": article["parser"] if article else None,
            "parser_version": article["parser_version"] if article else None,
        }
        for row in captures
        if row["status"] == "fetched"
    ]
