"""Any other site's page: JSON-LD first, then the element with most running text, else trafilatura; htmldate.

Declared outlets go through `kerjasama.parse.layouts`; our own removal rules follow both.
"""

from __future__ import annotations

import logging
from typing import Any

from kerjasama.parse.body import element_text, letters, paragraphs_of
from kerjasama.parse.dates import read_stamp
from kerjasama.parse.densest import densest
from kerjasama.parse.metadata import Metadata

__all__ = ["generic_body", "generic_date", "generic_title"]

# A JSON-LD body shorter than this share of the page's is a summary.
_WHOLE = 0.8
# Words from which on a text found by its place is believed to be the article.
_ENOUGH = 80


def generic_body(tree: Any, metadata: Metadata) -> str:
    """The paragraphs of the page's main text, one a line; empty where there is none. The tree is not
    changed.
    """
    text = _itemprop(tree) or _densest(tree) or _trafilatura(tree)
    stated = metadata.body or ""
    if stated and len(stated) * _WHOLE > len(text) and "\n" in stated.strip():
        return stated
    return text or stated


def _itemprop(tree: Any) -> str:
    """The element that the page itself marks as the article's body, where it holds paragraphs."""
    for node in tree.xpath("//*[@itemprop='articleBody']")[:1]:
        text = paragraphs_of(node)
        if len(text.split()) >= _ENOUGH and text.count("\n") >= 2:
            return text
    return ""


def _densest(tree: Any) -> str:
    """The paragraphs of the element with most running text, where these are an article's length.

    On the marked real pages it finds more of the article, and less beside it, than trafilatura
    (`python -m bench.parse`), which reads the pages that have no such element.
    """
    text = "\n".join(filter(None, map(paragraphs_of, densest(tree))))
    return text if len(text.split()) >= _ENOUGH else ""


def _trafilatura(tree: Any) -> str:
    # trafilatura takes a while to import and is only needed here.
    from copy import deepcopy

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            deepcopy(tree),
            include_comments=False,
            include_tables=False,
            with_metadata=False,
            deduplicate=False,
        )
    except (
        Exception
    ) as error:  # a foreign parser on foreign mark-up: whatever it raises, the page has no text for us
        logging.getLogger(__name__).warning("trafilatura failed on a page: %s", error)
        return ""
    return getattr(document, "text", None) or ""


def generic_date(tree: Any, url: str | None) -> str | None:
    """htmldate's publication date (a day), where the page's metadata told none."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return read_stamp(
            find_date(tree, original_date=True, extensive_search=False, url=url, outputformat="%Y-%m-%d")
        )
    except Exception as error:
        logging.getLogger(__name__).warning("htmldate failed on a page: %s", error)
        return None


def generic_title(tree: Any, metadata: Metadata, publisher: str | None) -> str | None:
    """JSON-LD's headline, Open Graph's, the only <h1>, or <title> without the outlet's name."""
    if metadata.title:
        return metadata.title
    headings = [element_text(node) for node in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    stated = element_text(metadata.meta.get("og:title", "")) or "".join(
        element_text(node) for node in tree.xpath("//head/title[1]")
    )
    stated = _without_outlet(stated, metadata.meta.get("og:site_name"), publisher)
    # <title> and Open Graph often carry the outlet's name; the heading that they begin with does not.
    for heading in sorted(headings, key=len, reverse=True):
        if len(heading) >= 12 and stated.startswith(heading[: len(heading) - 1]):
            return heading
    if len(headings) == 1 and len(headings[0].split()) >= 4:
        return headings[0]
    return stated or (headings[0] if headings else None)


def _without_outlet(title: str, site_name: str | None, publisher: str | None) -> str:
    """A page's title without the outlet's name before or after it ("… | Republika Online")."""
    names = {letters(name) for name in (site_name, publisher) if name}
    for mark in (" | ", " :: ", " - ", " – ", " — "):
        first, found, rest = title.partition(mark)
        if found and any(name in letters(first) for name in names) and len(first.split()) <= 4:
            title = rest
        rest, found, last = title.rpartition(mark)
        if found and any(name in letters(last) for name in names) and len(last.split()) <= 4:
            title = rest
    return title.strip()
