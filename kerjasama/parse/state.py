"""The article in the data that a page hands to its scripts (Next.js, Nuxt and the like), where the page shows
no text before these run.

What pages tell machines on purpose (JSON-LD, meta fields) is `kerjasama.parse.metadata`'s subject.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml.html import document_fromstring

from kerjasama.parse.body import paragraphs_of
from kerjasama.parse.inserts import inserts
from kerjasama.parse.metadata import Metadata, json_names, json_text

__all__ = ["read_state"]

# `window.__INITIAL_STATE__ = {…};` before the data itself; scripts of type application/json hold it bare.
_ASSIGNMENT = re.compile(r"[\w.$\[\]\"' ]*=\s*(?=[{\[])")
# A text of fewer paragraphs is a teaser.
_PARAGRAPHS = 3
_TITLE = ("title", "headline", "judul")
_PUBLISHED = (
    *("publishedAt", "published_at", "publishDate", "publish_date", "datePublished", "date_published"),
    *("published", "createdAt", "created_at", "date"),
)
_AUTHORS = ("authors", "author", "penulis", "reporter", "writer")
_EDITORS = ("editors", "editor", "redaktur", "penyunting")


def read_state(tree: Any, metadata: Metadata) -> Metadata | None:
    """The metadata with the fields of the data's longest article, its paragraphs as the body; None where no
    script holds one. What metadata tells itself stays.
    """
    texts = ((item, text) for item in _objects(tree) for text in item.values() if _is_article(text))
    article, text = max(texts, key=lambda found: len(found[1]), default=(None, ""))
    if article is None:
        return None
    # Escapes of JSON may hold what no page can: halves of characters and zeros.
    whole = text.encode("utf-8", errors="ignore").decode().replace("\x00", "")
    body = document_fromstring(f"<div>{whole}</div>")
    return replace(
        metadata,
        title=metadata.title or _first(article, _TITLE, json_text),
        published=metadata.published or _first(article, _PUBLISHED, json_text),
        authors=metadata.authors or _first(article, _AUTHORS, json_names) or (),
        editors=metadata.editors or _first(article, _EDITORS, json_names) or (),
        body=paragraphs_of(body, inserts(body)),
    )


def _is_article(value: Any) -> bool:
    return isinstance(value, str) and value.count("<p") >= _PARAGRAPHS


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object in the page's scripts, however deep."""
    for script in tree.iter("script"):
        text = (script.text or "").strip()
        stack = [_loaded(text, assigned.end() if (assigned := _ASSIGNMENT.match(text)) else 0)]
        while stack:
            item = stack.pop()
            if isinstance(item, dict):
                yield item
                stack += item.values()
            elif isinstance(item, list):
                stack += item


def _loaded(text: str, start: int) -> Any:
    """The JSON value that begins at `start`; None where there is none."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


def _first(article: dict[str, Any], keys: tuple[str, ...], read: Any) -> Any:
    """The first of the fields that holds something, as `read` reads it."""
    return next((value for key in keys if (value := read(article.get(key)))), None)
