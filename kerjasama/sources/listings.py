"""Listing pages (tags, sections, search): the links that match a declared pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from kerjasama.sources.feeds import Item, plain
from kerjasama.sources.xml import Unreadable


def read_listing(content: bytes, base: str, pattern: str) -> Iterator[Item]:
    """The links of a page whose absolute address matches `pattern` (searched), each once, in page order.

    The title is the longest text among the links to the address: teasers link picture and headline.
    """
    from lxml import etree, html

    try:
        root = html.document_fromstring(content, parser=html.HTMLParser(huge_tree=False))
    except (etree.ParserError, ValueError) as error:
        raise Unreadable(f"not HTML ({error})") from error
    base = urljoin(base, next(iter(root.xpath("//base/@href")), ""))
    wanted = re.compile(pattern)
    titles: dict[str, str] = {}
    for link in root.iter("a"):
        try:
            url = urljoin(base, (link.get("href") or "").strip())
        except ValueError:
            continue
        if wanted.search(url):
            title = plain(" ".join(link.itertext()) or link.get("title")) or ""
            titles[url] = max(titles.get(url, ""), title, key=len)
    yield from (Item(url, title or None) for url, title in titles.items())


def page_addresses(url: str, pages: int) -> list[str]:
    """The addresses of a listing's pages: `{page}` counts from 1; without it there is one page."""
    return (
        [url.replace("{page}", str(number)) for number in range(1, pages + 1)] if "{page}" in url else [url]
    )
