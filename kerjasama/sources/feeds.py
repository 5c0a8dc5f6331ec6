"""RSS and Atom feeds: entries become items. Their dates are hints; articles tell their own."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any
from urllib.parse import urljoin

from kerjasama.sources.xml import Unreadable, refuse_entities


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed, sitemap or listing tells of an address; `published` is ISO 8601 where it could be read."""

    url: str
    title: str | None = None
    published: str | None = None
    summary: str | None = None


def read_feed(content: bytes, base: str, content_type: str | None = None) -> Iterator[Item]:
    """The entries of a feed in its order; Unreadable where it is none.

    Entries without a link are left out; an entry whose date cannot be read keeps it as printed.
    """
    import feedparser

    refuse_entities(content)
    headers = {"content-type": content_type} if content_type else {}
    feed = feedparser.parse(io.BytesIO(content), response_headers=headers, sanitize_html=False)
    if not feed.get("version"):
        fault = feed.get("bozo_exception")
        raise Unreadable(f"neither RSS nor Atom ({type(fault).__name__ if fault else 'no feed element'})")
    for entry in feed.entries:
        link = (entry.get("link") or "").strip() or _permalink(entry)
        if link:
            yield Item(
                urljoin(base, link), plain(entry.get("title")), _published(entry), plain(entry.get("summary"))
            )


def plain(markup: str | None) -> str | None:
    """Markup as one line of plain text; None where nothing is left."""
    text = unescape(re.sub(r"<[^>]*>", " ", markup or ""))
    return " ".join(text.split())[:500] or None


def _permalink(entry: Any) -> str:
    identifier = entry.get("id") or ""
    return identifier if identifier.startswith(("http://", "https://")) else ""


def _published(entry: Any) -> str | None:
    for name in ("published", "updated", "created"):
        parsed = entry.get(f"{name}_parsed")
        if parsed:
            try:
                return datetime.fromtimestamp(timegm(parsed), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            except (ValueError, OverflowError, OSError):
                pass
        if entry.get(name):
            return " ".join(str(entry[name]).split())[:80]
    return None
