"""What an unknown page inserts between an article's paragraphs, told by its shape: teasers of other articles,
lists of links, forms, appeals to subscribe, pictures with their captions.

What is told by the names of classes, `kerjasama.parse.body` leaves out; what by words, our removal rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

__all__ = ["inserts"]

# A heading that is nothing but a link, or stands in one, heads another article.
_LINKED_HEADING = etree.XPath(
    ".//*[self::h2 or self::h3 or self::h4 or self::h5 or self::h6][ancestor::a or count(a) = 1]"
)
# The words that a teaser may have besides the headline, those of the shortest headline, and the share of a
# block's words that stand in links where it is a list of them.
_TEASER_WORDS, _HEADLINE_WORDS, _LINKED = 60, 4, 0.6
_SUBSCRIPTION = re.compile(r"sign-?up|subscri|langganan|newsletter", re.IGNORECASE)
_BOXES = ("div", "section", "aside")
_PICTURES = etree.XPath(".//*[self::img or self::picture or self::amp-img]")
_CAPTION_WORDS = 45
_CAPTION_NAME = re.compile(r"(?:^|[\s_-])caption", re.IGNORECASE)
# Blocks that hold a picture and its caption; a paragraph does only where all its words are slanted or small.
_FRAMES = frozenset(("div", "table", "center", "a", "dl", "span", "section", "td", "tr", "tbody"))
_CELLS = frozenset(("td", "tr", "tbody"))
_WRAPPERS = frozenset(("a", "noscript", "b", "strong"))
_SLANTED = frozenset(("em", "i", "small", "cite", "figcaption"))


def inserts(top: Any) -> frozenset[Any]:
    """The elements below `top` that hold teasers, links, forms, appeals or pictures with captions; the
    largest of each.
    """
    return frozenset((*_teasers(top), *_links(top), *_forms(top), *_appeals(top), *_frames(top)))


def _teasers(top: Any) -> Iterator[Any]:
    for heading in _LINKED_HEADING(top):
        link = heading if heading.find("a") is None else heading.find("a")
        if _words(link) * 2 < _words(heading):
            continue
        yield _largest(heading, top, _TEASER_WORDS + _words(heading))


def _links(top: Any) -> Iterator[Any]:
    """Blocks most of whose words stand in links."""
    for block in top.iter("div", "section", "ul", "ol"):
        count = _words(block) if block is not top else 0
        linked = sum(map(_words, block.iter("a"))) if _HEADLINE_WORDS <= count <= _TEASER_WORDS else 0
        if linked and linked >= _LINKED * count:
            yield block


def _forms(top: Any) -> Iterator[Any]:
    """Forms with the few words around them that say what they are for."""
    for form in top.iter("form"):
        if _words(form) <= _TEASER_WORDS:
            yield _largest(form, top, _TEASER_WORDS)


def _appeals(top: Any) -> Iterator[Any]:
    """Small boxes with a link that leads to a subscription."""
    for link in top.iter("a"):
        if _SUBSCRIPTION.search(link.get("href") or ""):
            box = next(link.iterancestors(*_BOXES), top)
            if box is not top and _words(box) <= _TEASER_WORDS:
                yield box


def _frames(top: Any) -> Iterator[Any]:
    for paragraph in top.iter("p"):
        if _CAPTION_NAME.search(paragraph.get("class") or "") and _words(paragraph) <= _CAPTION_WORDS:
            yield paragraph
    for picture in _PICTURES(top):
        parent = picture.getparent()
        while parent is not None and parent is not top and _is_around(parent):
            parent = parent.getparent()
        if parent is None or parent is top:
            continue
        following = parent.getnext()
        if parent.tag == "p" and _all_slanted(parent):
            yield parent
        elif (
            following is not None and following.tag == "p" and not _words(parent) and _all_slanted(following)
        ):
            yield following
        elif parent.tag in _FRAMES and 0 < _words(parent) <= _CAPTION_WORDS:
            yield _largest(parent, top, _CAPTION_WORDS)


def _is_around(element: Any) -> bool:
    """Whether an element only wraps a picture whose caption stands outside of it."""
    return element.tag in _WRAPPERS or (element.tag in _CELLS and not _words(element))


def _largest(element: Any, top: Any, words: int) -> Any:
    """The element or the largest that holds it, below `top`, and no more than so many words."""
    parent = element.getparent()
    while parent is not None and parent is not top and _words(parent) <= words:
        element, parent = parent, parent.getparent()
    return element


def _all_slanted(paragraph: Any) -> bool:
    """Whether a paragraph has a few words, all of them in slanted or small letters."""
    slanted = sum(_words(child) for child in paragraph.iter(*_SLANTED))
    return 0 < _words(paragraph) <= min(slanted, _CAPTION_WORDS)


def _words(element: Any) -> int:
    return len("".join(element.itertext()).split())
