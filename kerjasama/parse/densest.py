"""The element of an unknown page that holds most running text: where its article is.

What is cut out of it afterwards is `kerjasama.parse.body`'s subject.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from kerjasama.parse.head import fold

__all__ = ["densest", "is_title", "text_start"]

# Words from which on a block counts: shorter ones are headings, captions, items of menus.
_WORDS = 10
# Share of a block's words that may stand in links; lists of headlines are links for the most part.
_LINKED = 0.4
_TEXT_BLOCKS = frozenset(("p", "div", "td", "section", "article", "li", "blockquote", "pre", "font"))
_INLINE = frozenset(("b", "i", "em", "strong", "span", "u", "br", "font", "small", "sup", "sub", "q", "mark"))
_ELSEWHERE = frozenset(
    ("nav", "aside", "footer", "form", "figure", "figcaption", "script", "style", "noscript", "template")
)
# Page builders call every part a widget; only where a name begins so it stands beside the article.
_ELSEWHERE_NAME = re.compile(
    r"comment|komentar|tanggapan|sidebar|related|terkait|popul|footer|caption|(?<![\w-])widget|recommend"
    r"|rekomendasi|terkini|latest|trending|cookie|consent",
    re.IGNORECASE,
)
_TEXT_NAME = re.compile(r"(?:^|[\s_-])(?:text|teks|isi|paragraph)(?:\s|$)", re.IGNORECASE)
# A block without breaks and of no more words is one paragraph, whatever its tag.
_LONGEST_PARAGRAPH = 150
# Share of the words of the best element from which on the first after the heading is the article: comments
# and other articles may be longer than it and stand below.
_RIVAL = 0.5
# An element in which so much of the best one's words stand is preferred to it.
_MOST = 0.8


def densest(tree: Any, title: str | None = None) -> list[Any]:
    """The element with most words of running text that stand in it or its paragraphs, and those that share
    its tag and class, in order: articles in parts have several. Empty where there is no such text.

    Elements beside the article (navigation, comments, lists) do not count, unless the heading that is `title`
    stands in them; of several with much text that one counts which follows the heading first.
    """
    kept = _with_heading(tree, title)
    words: dict[Any, int] = defaultdict(int)
    places: dict[Any, int] = {}
    heading = -1
    for place, element in enumerate(_elements(tree, kept)):
        if kept and element is kept[0]:
            heading = place
        if element.tag in _TEXT_BLOCKS and (count := _own_words(element)) >= _WORDS:
            for holder in _holders(element, count):
                words[holder] += count
                places.setdefault(holder, place)
    if not words:
        return []
    best = max(words, key=lambda element: words[element])
    if heading >= 0:
        rivals = [one for one in words if places[one] > heading and words[one] >= _RIVAL * words[best]]
        best = min(rivals, key=lambda one: places[one], default=best)
    while inner := [one for one in words if one.getparent() is best and words[one] >= _MOST * words[best]]:
        best = inner[0]
    parts = {one.getparent() for one in words if _alike(one, best)}
    # Parts with few words are parts as well.
    return [
        one
        for one in tree.iter()  # a torn tag has letters by which lxml cannot search
        if one.tag == best.tag
        and ((one.getparent() in parts and _alike(one, best)) or (one in words and _goes_on(one, best)))
    ]


def text_start(tree: Any) -> Any | None:
    """The first block of running text in the element that `densest` finds; None where it finds none."""
    for element in densest(tree)[:1]:
        blocks = (one for one in element.iter(*_TEXT_BLOCKS) if _own_words(one) >= _WORDS)
        return next(blocks, element)
    return None


def _with_heading(tree: Any, title: str | None) -> list[Any]:
    """The heading and all that it stands in; empty where no heading is the title."""
    headings = [node for node in tree.iter("h1", "h2", "h3", "h4") if is_title(node, title)]
    return [headings[0], *headings[0].iterancestors()] if headings else []


def is_title(element: Any, title: str | None) -> bool:
    """Whether an element's words are the title."""
    most, length, pieces = 2 * len(title or ""), 0, []
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > most:  # most elements of a page hold far more: they are not read to their end
            return False
    return bool(length and title) and fold("".join(pieces)) == fold(title or "")


def _holders(element: Any, count: int) -> tuple[Any, ...]:
    """Which elements a block of text speaks for: a <p> and a short <div> without breaks are paragraphs of
    what holds them; any other <div> may be the article or a part of what holds it.
    """
    parent = element.getparent()
    while parent is not None and parent.tag == "blockquote":  # a quotation is a part of what holds it
        parent = parent.getparent()
    if parent is None or element.tag not in ("p", "div"):
        return (element,)
    if element.tag == "p":
        return (parent,)
    whole = count > _LONGEST_PARAGRAPH or next(element.iter("br", "p"), None) is not None
    return (element, parent) if whole else (parent,)


def _alike(one: Any, best: Any) -> bool:
    """Whether an element is called as the best one is, with or without a modifier ("text text--quote"), or,
    where that has no name, stands beside it.
    """
    if one.tag != best.tag:
        return False
    names, wanted = _class(one), _class(best)
    if not wanted:
        nameless = not (names or one.get("id") or best.get("id")) and one.getparent() is best.getparent()
        return one is best or nameless
    return wanted <= names and all(name.startswith(tuple(wanted)) for name in names)


def _goes_on(one: Any, best: Any) -> bool:
    """Whether an element with running text stands beside the best one and both are called a text
    ("free-text" before "premium-text").
    """
    return (
        one.getparent() is best.getparent()
        and bool(_TEXT_NAME.search(one.get("class") or ""))
        and bool(_TEXT_NAME.search(best.get("class") or ""))
    )


def _class(element: Any) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def _elements(tree: Any, kept: Collection[Any]) -> Iterator[Any]:
    """The elements of the page's body in order, without those beside the article and all in them."""
    body = tree.find("body")
    stack = [body if body is not None else tree]
    while stack:
        element = stack.pop()
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if (element.tag not in _ELSEWHERE and not _ELSEWHERE_NAME.search(named)) or element in kept:
            yield element
            stack.extend(child for child in reversed(element) if isinstance(child.tag, str))


def _own_words(element: Any) -> int:
    """Words of an element's own running text, inline elements included; 0 where most of them are links."""
    own = len((element.text or "").split())
    linked = 0
    for child in element:
        count = 0
        if child.tag == "a":
            count = len("".join(child.itertext()).split())
            linked += count
        elif child.tag in _INLINE:
            count = len("".join(child.itertext()).split())
        own += count + len((child.tail or "").split())
    return 0 if linked > _LINKED * own else own
