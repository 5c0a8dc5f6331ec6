"""Articles from JSON lines: only `text` is required of an object.

The other fields are `article_id`, `url`, `publisher`, `title` and `published_at`. A bad line
is told with its number and the reason; the lines after it are read all the same. Offsets of what is read
point into the `text` as it was given.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kerjasama.parse.identity import article_id
from kerjasama.parse.reject import NotAnArticle
from kerjasama.parse.text_input import parse_text
from kerjasama.records import Article

OPTIONAL = ("article_id", "url", "publisher", "title", "published_at")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, and its article or the reason why there is none."""

    number: int
    article: Article | None = None
    reason: str | None = None


def read_lines(content: bytes, name: str) -> Iterator[Line]:
    """Every line that is not blank, in order. `name` only names the file in `archive_record`."""
    for number, raw in enumerate(content.splitlines(), start=1):
        if raw.strip():
            try:
                yield Line(number, article=_article(raw, f"file:{name}#line={number}"))
            except ValueError as error:
                yield Line(number, reason=str(error))


def _article(raw: bytes, record: str) -> Article:
    try:
        row = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"malformed JSON at column {error.colno}: {error.msg}") from error
    if not isinstance(row, dict):
        raise ValueError("not a JSON object; write one object with `text` a line")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("`text` is missing or empty; it is the one field that is required")
    strange = [name for name in OPTIONAL if not isinstance(row.get(name), str | None)]
    if strange:
        raise ValueError(f"`{strange[0]}` is not a string")
    return replace(_told(row, text, record), text=text, derivation=(), archive_record=record, parser="given")


def _told(row: Mapping[str, Any], text: str, record: str) -> Article:
    """What the line's fields tell of the article, and else what its text shows (dateline, date, headline)."""
    try:
        return parse_text(text, name=record, metadata=row, keep_id=True)
    except NotAnArticle:  # read all the same: whoever gives a text wants it read
        given = {name: row.get(name) for name in OPTIONAL}
        return Article(text=text, **given | {"article_id": row.get("article_id") or article_id(None, text)})
