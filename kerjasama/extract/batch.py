"""Many parsed articles read at once: rows of all reading tables, and the articles that could not be read."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from kerjasama import engine
from kerjasama.extract.rows import Rows, extraction_rows
from kerjasama.extract.version import extractor_name
from kerjasama.records import Article

log = logging.getLogger(__name__)

READING_TABLES = (
    "statement_mentions",
    "figure_mentions",
    "actor_mentions",
    "fact_mentions",
    "participant_mentions",
    "unread",
)


def read_rows(articles: Iterable[Mapping[str, Any]], *, workers: int = 1, cluster: str | None = None) -> Rows:
    """Rows by table for `parsed_articles` rows, in the articles' order.

    One article that the reader cannot bear never stops the rest: it is told in `unread`.
    """
    rows: Rows = {name: [] for name in READING_TABLES}
    read = partial(_read_row, extractor=extractor_name())
    for found in engine.run(read, articles, workers=workers, cluster=cluster):
        for name, more in found.items():
            rows[name].extend(more)
    return rows


def article_of(row: Mapping[str, Any]) -> Article:
    """The Article of a `parsed_articles` row."""
    names = Article.__dataclass_fields__
    values = {name: value for name, value in row.items() if name in names}
    return Article(**values | {name: tuple(row.get(name) or ()) for name in ("authors", "editors")})


def _read_row(row: Mapping[str, Any], extractor: str) -> Rows:
    from kerjasama.extract.reader import read

    try:
        return extraction_rows(read(article_of(row)), extractor)
    except Exception as error:  # whatever one article does to the reader, the others are read
        log.exception("article %s could not be read", row["article_id"])
        return {"unread": [{"article_id": row["article_id"], "error": f"{type(error).__name__}: {error}"}]}
