"""`kerjasama extract`: JSON lines read and resolved among themselves, as Parquet and as annotations."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from upath import UPath

from kerjasama.extract.lines import Line
from kerjasama.records import Article
from kerjasama.schema import RESOLVED_TABLES, to_table
from kerjasama.storage import write_atomically, write_table


def write_extraction(
    lines: Sequence[Line], out: Path, annotations: Path | None, *, now: datetime, workers: int = 1
) -> dict[str, int]:
    """Write `<table>.parquet` to `out`, bad lines to `rejects.parquet`, one JSON an article; rows by table.

    Offsets point into the `text` that was given. A line that repeats an `article_id` is a reject.
    """
    from kerjasama.extract.batch import read_rows
    from kerjasama.resolve import resolve
    from kerjasama.resolve.stories import stories

    articles, rejects = _sift(lines, now)
    told: dict[str, Any] = {}
    rows = read_rows(articles, workers=workers, annotations=told if annotations else None)
    clusters = stories((row["article_id"], row["published_at"], row["text"]) for row in articles)
    read = {name: to_table(name, found) for name, found in rows.items()}
    read["parsed_articles"] = to_table("parsed_articles", articles)
    read["stories"] = to_table("stories", [{"article_id": a, "story_id": s} for a, s in clusters.items()])
    resolved = resolve(read)
    tables = {name: resolved[name] for name in RESOLVED_TABLES}
    tables["rejects"] = to_table("rejects", rejects + _unread(rows["unread"], articles))
    for name, table in tables.items():
        write_table(UPath(out) / f"{name}.parquet", table)
    if annotations:
        _write_annotations(told, annotations)
    return {name: table.num_rows for name, table in tables.items()}


def _sift(lines: Sequence[Line], now: datetime) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of `parsed_articles`, and of `rejects` for lines without an article or with one seen before."""
    articles: dict[str, dict[str, Any]] = {}
    rejects = []
    for line in lines:
        if line.article is None:
            rejects.append(_reject(f"line={line.number}", None, "malformed", line.reason, now))
        elif line.article.article_id in articles:
            record = str(line.article.archive_record)
            rejects.append(_reject(record, line.article.url, "twin", "its article_id was there already", now))
        else:
            articles[line.article.article_id] = _row(line.article, now)
    return list(articles.values()), rejects


def _row(article: Article, now: datetime) -> dict[str, Any]:
    return {
        "day": now.date().isoformat(),
        "article_id": article.article_id,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "publisher": article.publisher,
        "title": article.title,
        "authors": list(article.authors),
        "editors": list(article.editors),
        "published_at": article.published_at,
        "dateline_place": article.dateline_place,
        "language": article.language,
        "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "text_length": len(article.text),
        "word_count": len(article.text.split()),
        "captured_at": now,
        "archive_record": article.archive_record,
        "parser": article.parser,
        "parser_version": article.parser_version,
        "text": article.text,
    }


def _reject(record: str, url: str | None, reason: str, detail: str | None, now: datetime) -> dict[str, Any]:
    return {
        "day": now.date().isoformat(),
        "archive_record": record,
        "url": url or record,
        "publisher": None,
        "reason": reason,
        "detail": detail,
        "captured_at": now,
    }


def _unread(unread: list[dict[str, Any]], articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    by_id = {row["article_id"]: row for row in articles}
    return [
        _reject(
            by_id[row["article_id"]]["archive_record"],
            by_id[row["article_id"]]["url"],
            "unread",
            row["error"],
            by_id[row["article_id"]]["captured_at"],
        )
        for row in unread
    ]


def _write_annotations(annotations: Mapping[str, Any], folder: Path) -> None:
    for article_id, annotation in annotations.items():
        content = json.dumps(annotation, ensure_ascii=False, indent=1) + "\n"
        write_atomically(UPath(folder) / f"{_file_name(article_id)}.json", content.encode())


def _file_name(article_id: str) -> str:
    """An article_id from outside as a file name that stays in its folder."""
    return "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in article_id).lstrip(
        "."
    )
