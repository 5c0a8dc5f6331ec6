"""Any other site's page: JSON-LD first, then the element with most running text, else trafilatura; htmldate.

Declared outlets go through `kerjasama.parse.layouts`, pages without a text of their own through
`kerjasama.parse.state`; our own removal rules follow all.
"""

from __future__ import annotations

import logging
from itertools import chain, takewhile
from typing import Any

from kerjasama.parse.body import element_text, letters, paragraphs_of
from kerjasama.parse.dates import read_stamp
from kerjasama.parse.densest import densest, is_title, text_start
from kerjasama.parse.head import Head, fold, read_head
from kerjasama.parse.inserts import inserts
from kerjasama.parse.metadata import Metadata
from kerjasama.text.pointers import is_headline

__all__ = ["generic_body", "generic_date", "generic_title", "without_head"]

# A JSON-LD body shorter than this share of the page's is a summary.
_WHOLE = 0.8
# Words from which on a text found by its place is believed to be the article.
_ENOUGH = 80
# Letters of the first line that must stand in a stated body, letters of it that may be missing between two
# lines, and the share of it that must be found.
_ANCHOR, _GAP, _NEARLY = 25, 200, 0.9

# What a headline may be set in, and what is looked through for one, the largest letters first.
_TITLED = ("h1", "h2", "h3", "h4", "div", "span", "p", "td", "b", "strong", "font")
_LARGE = (("h1", "h2"), ("h3", "h4"), ("b", "strong", "font"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_BESIDE = frozenset(("a", "li", "nav", "aside", "footer"))
_LONGEST_TITLE = 200
# Among how many lines of a text the headline may stand below a menu that was read with it.
_MENU = 12


def generic_body(tree: Any, metadata: Metadata, title: str | None) -> str:
    """The paragraphs of the page's main text, one a line; empty where there is none. The tree is not
    changed.
    """
    stated = metadata.body or ""
    text = _as_stated(tree, stated) or _itemprop(tree) or _densest(tree, title) or _trafilatura(tree)
    if stated and len(stated) * _WHOLE > len(text) and "\n" in stated.strip():
        return stated
    return _below_headline(text, title) or stated


def _below_headline(text: str, title: str | None) -> str:
    """The text without a menu that was read with it: what is above the headline, unless most of it is."""
    headline = fold(title or "")
    for number, line in enumerate(text.split("\n", _MENU)[:_MENU]):
        if headline and fold(line) == headline:
            below = text.split("\n", number + 1)[-1]
            return below if 2 * len(below) > len(text) else text
    return text


def without_head(text: str, title: str | None) -> str:
    """The text without breadcrumbs, date, byline, caption that stand before its first words."""
    cut = 0
    for start, end, kind in read_head(text, Head(title)).spans:
        if kind in ("words", "headline") and text[start:end].endswith((".", "!", "?", '"', "”")):
            break  # a sentence of the article: a further page may begin anywhere
        cut = end
    return text[cut:].lstrip("\n")


def _as_stated(tree: Any, stated: str) -> str:
    """The page's lines that make up the body told to machines, which as a rule has lost its paragraphs; empty
    where they do not make up nearly all of it.
    """
    lines: list[str] = []
    whole, position, found = letters(stated), 0, 0
    body = tree.find("body")
    if len(stated.split()) < _ENOUGH or body is None:
        return ""
    for line in paragraphs_of(body).split("\n"):
        told = letters(line)
        # The first line must be more than a word that stands anywhere; the others follow one another.
        place = whole.find(told, position) if told and (lines or len(told) > _ANCHOR) else -1
        if 0 <= place <= position + _GAP:
            lines.append(line)
            position = place + len(told)
            found += len(told)
    return "\n".join(lines) if found >= _NEARLY * len(whole) else ""


def _itemprop(tree: Any) -> str:
    """The element that the page itself marks as the article's body, where it holds paragraphs."""
    for node in tree.xpath("//*[contains(concat(' ', @itemprop, ' '), ' articleBody ')]")[:1]:
        text = paragraphs_of(node, inserts(node))
        if len(text.split()) >= _ENOUGH and text.count("\n") >= 2:
            return text
    return ""


def _densest(tree: Any, title: str | None) -> str:
    """The paragraphs of the element with most running text, where these are an article's length.

    On the marked real pages it finds more of the article, and less beside it, than trafilatura
    (`python -m bench.parse`), which reads the pages that have no such element.
    """
    parts = (paragraphs_of(node, inserts(node)) for node in densest(tree, title))
    text = "\n".join(filter(None, parts))
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
    # A foreign parser on foreign mark-up: whatever it raises, the page has no text for us.
    except Exception as error:
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
    # Small sites give every page one title: their own name, which stands over no article.
    if not any(is_title(node, stated) for node in tree.iter(*_TITLED)):
        stated = _printed_headline(tree) or stated
    return stated or (headings[0] if headings else None)


def _printed_headline(tree: Any) -> str | None:
    """The last large headline above the running text, for the site's own name may stand over it; else the
    first that is set large or bold.
    """
    start = text_start(tree)
    above = takewhile(lambda node: node is not start, tree.iter()) if start is not None else ()
    large = [_headline(node) for node in above if node.tag in _HEADINGS]
    anywhere = (_headline(node) for tags in _LARGE for node in tree.iter(*tags))
    return next(filter(None, chain(reversed(large), anywhere)), None)


def _headline(node: Any) -> str | None:
    """The words of a large or bold element, where they are a headline and no link to another article."""
    text = element_text(node)
    if not text or len(text) > _LONGEST_TITLE or not is_headline(text):
        return None
    linked = node.find(".//a") is not None or any(one.tag in _BESIDE for one in node.iterancestors())
    return None if linked else text


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
