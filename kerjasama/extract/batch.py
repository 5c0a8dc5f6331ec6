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
from kerjasama.schema import READ_TABLES

log = logging.getLogger(__name__)


def read_rows(
    articles: Iterable[Mapping[str, Any]],
    *,
    workers: int = 1,
    cluster: str | None = None,
    annotations: dict[str, Any] | None = None,
) -> Rows:
    """Rows by table for `parsed_articles` rows, in the articles' order.

    One article that the reader cannot bear never stops the rest: it is told in `unread`. A dict given as
    `annotations` is filled with each article's annotation (codebook section 11) by its article_id.
    """
    rows: Rows = {name: [] for name in READ_TABLES}
    read = partial(_read_row, extractor=extractor_name(), annotate=annotations is not None)
    for article_id, found, annotation in engine.run(read, articles, workers=workers, cluster=cluster):
        for name, more in found.items():
            rows[name].extend(more)
        if annotations is not None and annotation is not None:
            annotations[article_id] = annotation
    return rows


def article_of(row: Mapping[str, Any]) -> Article:
    """The Article of a `parsed_articles` row."""
    names = Article.__dataclass_fields__
    values = {name: value for name, value in row.items() if name in names}
    return Article(**values | {name: tuple(row.get(name) or ()) for name in ("authors", "editors")})


def _read_row(
    row: Mapping[str, Any], extractor: str, annotate: bool
) -> tuple[str, Rows, dict[str, Any] | None]:
    from kerjasama.extract.annotation import annotation
    from kerjasama.extract.reader import read

    article_id, told = row["article_id"], None
    try:
        extraction = read(article_of(row))
        found = extraction_rows(extraction, extractor)
        told = annotation(extraction) if annotate else None
    except Exception as error:  # whatever one article does to the reader, the others are read
        log.warning("article %s could not be read: %s: %s", article_id, type(error).__name__, error)
        log.debug("article %s", article_id, exc_info=True)
        found = {"unread": [{"article_id": article_id, "error": f"{type(error).__name__}: {error}"}]}
    days = {name: [{"day": row["day"], **made} for made in rows] for name, rows in found.items()}
    return article_id, days, told
