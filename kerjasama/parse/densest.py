"""The element of an unknown page that holds most running text: where its article is.

What is cut out of it afterwards is `kerjasama.parse.body`'s subject.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

__all__ = ["densest"]

# Words from which on a block counts: shorter ones are headings, captions, items of menus.
_WORDS = 10
# Share of a block's words that may stand in links; lists of headlines are links for the most part.
_LINKED = 0.4
_TEXT_BLOCKS = frozenset(("p", "div", "td", "section", "article", "li", "blockquote", "pre", "font"))
_INLINE = frozenset(("b", "i", "em", "strong", "span", "u", "br", "font", "small", "sup", "sub", "q", "mark"))
_ELSEWHERE = frozenset(
    ("nav", "aside", "footer", "form", "figure", "figcaption", "script", "style", "noscript", "template")
)
_ELSEWHERE_NAME = re.compile(
    r"comment|komentar|sidebar|related|terkait|popul|footer|caption|widget|recommend|rekomendasi|terkini"
    r"|latest|trending",
    re.IGNORECASE,
)


def densest(tree: Any) -> list[Any]:
    """The element with most words of running text that stand in it or its paragraphs, and those that share
    its tag and class, in order: articles in parts have several. Empty where there is no such text.

    Elements beside the article (navigation, comments, lists) do not count.
    """
    words: dict[Any, int] = defaultdict(int)
    for element in _elements(tree):
        if element.tag in _TEXT_BLOCKS and (count := _own_words(element)) >= _WORDS:
            parent = element.getparent()
            words[parent if element.tag == "p" and parent is not None else element] += count
    if not words:
        return []
    best = max(words, key=lambda element: words[element])
    return [one for one in words if _alike(one, best)]


def _alike(one: Any, best: Any) -> bool:
    """Whether an element is called as the best one is, or, where that has no name, stands beside it."""
    if one.tag != best.tag or one.get("class") != best.get("class"):
        return False
    nameless = not (one.get("id") or best.get("id")) and one.getparent() is best.getparent()
    return one is best or bool(best.get("class")) or nameless


def _elements(tree: Any) -> Iterator[Any]:
    """The elements of the page's body in order, without those beside the article and all in them."""
    body = tree.find("body")
    stack = [body if body is not None else tree]
    while stack:
        element = stack.pop()
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag not in _ELSEWHERE and not _ELSEWHERE_NAME.search(named):
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
