"""Sitemaps: plain, news, gzip, indexes of further ones (sitemaps.org 0.9, Google news 0.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kerjasama.capture.body import gunzip, is_gzip
from kerjasama.capture.reasons import FetchFailed
from kerjasama.sources.feeds import Item, plain
from kerjasama.sources.xml import Unreadable, parse_xml

MAX_BYTES = 64 * 1024 * 1024
"""Inflated size of one sitemap; sitemaps.org allows 50 MB."""
MAX_DEPTH = 3
MAX_SITEMAPS = 500


@dataclass(frozen=True, slots=True)
class Child:
    """A further sitemap that an index names, and when it changed last as printed there."""

    url: str
    modified: str | None


def read_sitemap(content: bytes, where: str) -> Iterator[Item | Child]:
    """What one document names: addresses or sitemaps; Unreadable or FetchFailed where it is none."""
    if is_gzip(content):
        content = gunzip(content, MAX_BYTES, where)
    if re.match(rb"\s*https?://", content):
        yield from (
            Item(line.strip()) for line in content.decode("utf-8", "replace").splitlines() if line.strip()
        )
        return
    root = parse_xml(content)
    kind = _local(root)
    if kind not in ("urlset", "sitemapindex"):
        raise Unreadable(f"neither urlset nor sitemapindex but {kind[:40]!r}")
    for element in root:
        told = _fields(element)
        if not told.get("loc"):
            continue
        if kind == "sitemapindex":
            yield Child(told["loc"], told.get("lastmod"))
        else:
            published = told.get("publication_date") or told.get("lastmod")
            yield Item(told["loc"], plain(told.get("title")), published, plain(told.get("keywords")))


def walk_sitemaps(
    url: str, fetch: Callable[[str], bytes], wanted: Callable[[str | None], bool]
) -> Iterator[Item | tuple[str, Exception]]:
    """The items of a sitemap and of all that it names; of one that cannot be had, address and failure.

    `wanted` says of a printed date (None: none told) whether it lies in the time window. Each sitemap is
    read once, so an index that names itself ends.
    """
    queue: list[tuple[str, int]] = [(url, 0)]
    seen = {url}
    while queue:
        where, depth = queue.pop(0)
        try:
            for found in read_sitemap(fetch(where), where):
                if isinstance(found, Item):
                    if wanted(found.published):
                        yield found
                elif (
                    found.url not in seen
                    and wanted(found.modified)
                    and depth < MAX_DEPTH
                    and len(seen) < MAX_SITEMAPS
                ):
                    seen.add(found.url)
                    queue.append((found.url, depth + 1))
        except (FetchFailed, Unreadable) as failure:
            yield where, failure


def _local(element: object) -> str:
    tag = getattr(element, "tag", "")
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _fields(element: object) -> dict[str, str]:
    """The texts below an element by their local names; the first of each counts, images' own are left out."""
    told: dict[str, str] = {}
    for node in element.iter():  # type: ignore[attr-defined]
        name, text = _local(node), (getattr(node, "text", None) or "").strip()
        if name and text and "image" not in str(node.tag) and "video" not in str(node.tag):
            told.setdefault(name, text)
    return told
