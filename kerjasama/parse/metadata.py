"""What a page says about itself to machines: JSON-LD, Open Graph, other meta fields, the canonical link.

What people see of it is `kerjasama.parse.layouts`' subject.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kerjasama.text.characters import normalise_text

__all__ = ["Metadata", "json_names", "json_text", "read_metadata"]

# schema.org types of an article, and of what looks like one and is none.
_ARTICLE_TYPES = frozenset(
    (
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "BlogPosting",
        "AnalysisNewsArticle",
        "Report",
        "TechArticle",
    )
)
_OTHER_TYPES = frozenset(
    ("LiveBlogPosting", "VideoObject", "ImageGallery", "MediaGallery", "CollectionPage", "ItemList")
)
_CONTROL = re.compile(r"[\x00-\x1f]+")


@dataclass(slots=True)
class Metadata:
    """Fields of JSON-LD's article object and all meta fields by their lower-case name (the first of each)."""

    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    body: str | None = None
    address: str | None = None
    free: bool = True
    types: frozenset[str] = frozenset()
    meta: dict[str, str] = field(default_factory=dict)
    canonical: str | None = None
    language: str | None = None


def read_metadata(tree: Any) -> Metadata:
    """All of it from one walk over the page's scripts, meta fields and links; broken JSON-LD is passed
    over.
    """
    found = Metadata(language=(tree.get("lang") or "").strip()[:2].lower() or None)
    types: set[str] = set()
    article: dict[str, Any] | None = None
    for element in tree.iter("meta", "link", "script"):
        if element.tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = element.get("content")
            if name and content and content.strip():
                found.meta.setdefault(name.strip().lower(), content.strip())
        elif element.tag == "link":
            if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").strip():
                found.canonical = found.canonical or element.get("href").strip()
        elif "ld+json" in (element.get("type") or ""):
            for item in _objects(element.text or ""):
                kinds = _types(item)
                types |= kinds
                if article is None and kinds & _ARTICLE_TYPES:
                    article = item
    found.types = frozenset(types & (_ARTICLE_TYPES | _OTHER_TYPES))
    if article is not None:
        _fill(found, article)
    return found


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD script, those of @graph and of lists too."""
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if not text:
        return
    try:
        content = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        try:
            # Raw line ends inside strings and commas before a closing bracket are the usual ways to break it.
            content = json.loads(re.sub(r",\s*([}\]])", r"\1", _CONTROL.sub(" ", text)))
        except (ValueError, RecursionError):
            return
    queue = [content]
    while queue:
        item = queue.pop(0)
        if isinstance(item, list):
            queue = [*item, *queue]
        elif isinstance(item, dict):
            yield item
            queue += [item[key] for key in ("@graph", "mainEntity") if isinstance(item.get(key), dict | list)]


def _types(item: dict[str, Any]) -> set[str]:
    kinds = item.get("@type")
    return {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}


def _fill(found: Metadata, article: dict[str, Any]) -> None:
    found.title = json_text(article.get("headline")) or json_text(article.get("name"))
    found.published = json_text(article.get("datePublished")) or json_text(article.get("dateCreated"))
    found.authors = json_names(article.get("author"))
    found.editors = json_names(article.get("editor"))
    found.body = json_text(article.get("articleBody"))
    page = article.get("mainEntityOfPage")
    found.address = json_text(article.get("url")) or json_text(
        page.get("@id") if isinstance(page, dict) else page
    )
    found.free = str(article.get("isAccessibleForFree", True)).strip().lower() not in ("false", "0", "no")


def json_text(value: Any) -> str | None:
    """A field of JSON as one text in meant characters, of a list its first; None where it holds none."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    return normalise_text(str(value)).strip() or None


def json_names(value: Any) -> tuple[str, ...]:
    """The names of a field that holds names or objects with a `name`, organisations left out."""
    names = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and item.get("@type") == "Organization":
            continue
        name = json_text(item.get("name") if isinstance(item, dict) else item)
        if name:
            names.append(name)
    return tuple(names)
