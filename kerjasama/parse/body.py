"""From the element that holds an article to its paragraphs: block by block, without what is no text of it.

Which element that is, `kerjasama.parse.layouts` and `kerjasama.parse.generic` know.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from importlib.resources import files
from typing import Any

from lxml import etree

from kerjasama.parse.head import fold
from kerjasama.parse.lines import mend_dateline
from kerjasama.text.boilerplate import boilerplate_spans
from kerjasama.text.characters import normalise_text
from kerjasama.text.derivation import Cleaned
from kerjasama.yaml_files import read_yaml

__all__ = ["element_text", "layout_file", "letters", "paragraphs_of", "tidy"]

# Elements that never hold an article's own words.
_SKIPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "header", "footer", "nav", "menu"),
        *("aside", "dialog", "h1", "figure", "figcaption", "iframe", "ins", "form", "button", "select"),
        *("textarea", "input", "svg", "canvas", "video", "audio", "object", "embed", "amp-ad"),
        *("amp-embed", "amp-social-share", "amp-img", "amp-video", "amp-youtube", "amp-iframe"),
        *("amp-analytics",),
    )
)
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "center", "address", "blockquote", "pre", "br"),
        *("hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead"),
        *("tbody", "tr", "td", "th", "details", "summary", "fieldset"),
    )
)
# Marks around the text of links, from the private use area, while paragraphs are put together.
_LINK_START, _LINK_END = "\ue000", "\ue001"
_HEADLINE_WORDS = 4
# Among how many of the first lines the headline may stand again.
_REPEATED = 4
# A link, an emphasis or a paragraph is a part of the text whatever its class is called.
_MAY_BE_FURNITURE = (_BLOCKS | {"span", "label", "small", "figure"}) - {"p", "br"}
# A block with one of those names is text all the same when it holds this many words: outlets misname
# containers.
_TOO_MUCH_FOR_FURNITURE = 150


@lru_cache(maxsize=1)
def layout_file() -> dict[str, Any]:
    """The content of layouts.yaml: `furniture`, names of classes, and `publishers`."""
    return read_yaml(files(__package__).joinpath("layouts.yaml"))


def paragraphs_of(element: Any, removed: Collection[Any] = ()) -> str:
    """The element's paragraphs, one a line, white space as HTML means it; `removed` elements are left out."""
    text = normalise_text("".join(_collect(element, frozenset(removed))))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in map(_unlinked, lines) if line)


def _unlinked(line: str) -> str:
    """The line without the marks of links; empty where it is nothing but a link to another article's
    headline.
    """
    if _LINK_START not in line:
        return line
    plain = line.replace(_LINK_START, "").replace(_LINK_END, "").strip()
    alone = line[0] == _LINK_START and line[-1] == _LINK_END and line.count(_LINK_START) == 1
    return "" if alone and len(plain.split()) >= _HEADLINE_WORDS and plain[-1] not in '."”' else plain


def _collect(top: Any, removed: frozenset[Any]) -> list[str]:
    """The text of an element and all below it in order, a newline before and after each block.

    A loop and no recursion: pages nest some thousand elements deep, by fault or by malice.
    """
    pieces: list[str] = []
    walker = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
    skipped: Any = None
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if element is not top and _is_left_out(element, removed):
                pieces.append("\n" if tag in _BLOCKS or tag in ("figure", "aside") else " ")
                walker.skip_subtree()
                skipped = element
                continue
            if tag in _BLOCKS:
                pieces.append("\n")
            elif tag == "a":
                pieces.append(_LINK_START)
            if text := element.text:
                pieces.append(_blanks(text))
            continue
        if event == "end" and element is not skipped:
            if tag in _BLOCKS:
                pieces.append("\n")
            elif tag == "a":
                pieces.append(_LINK_END)
        if element is not top and (tail := element.tail):
            pieces.append(_blanks(tail))
    return pieces


def _is_left_out(element: Any, removed: frozenset[Any]) -> bool:
    tag = element.tag
    return tag in _SKIPPED or element in removed or (tag in _MAY_BE_FURNITURE and _is_furniture(element))


def _blanks(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")


@lru_cache(maxsize=1)
def _furniture() -> re.Pattern[str]:
    names = "|".join(layout_file()["furniture"])
    return re.compile(rf"(?:^|[\s_-])(?:{names})(?:$|[\s_-])", re.IGNORECASE)


def _is_furniture(element: Any) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if len(names) == 1 or not _furniture().search(names):
        return False
    return len(element.text_content().split()) < _TOO_MUCH_FOR_FURNITURE


def element_text(element: Any, *, between: str = " ") -> str:
    """The text of a small element (title, byline, date) or of an attribute, in meant characters.

    `between` stands between the pieces of text of different elements: a newline where they are names.
    """
    pieces = [element] if isinstance(element, str) else element.itertext()
    texts = (" ".join(normalise_text(str(piece)).split()) for piece in pieces)
    return between.join(text for text in texts if text)


def letters(text: str) -> str:
    """Letters and digits alone, in lower case: how names of outlets are compared ("Poros Niaga",
    porosniaga).
    """
    return "".join(filter(str.isalnum, text.lower()))


def tidy(text: str, title: str | None) -> str:
    """Paragraphs without furniture and repeated headlines: what the journalist wrote."""
    headline = fold(title or "")
    first = text.split("\n", _REPEATED)
    # A paragraph is much longer than the headline and need not be compared with it.
    kept = [
        line
        for number, line in enumerate(first)
        if number == _REPEATED or not headline or len(line) > 2 * len(title or "") or fold(line) != headline
    ]
    text = mend_dateline(Cleaned.of("\n".join(kept))).text
    pieces: list[str] = []
    position = 0
    for start, end, _ in boilerplate_spans(text):
        pieces += (text[position:start], "\n")
        position = end
    pieces.append(text[position:])
    return "\n".join(line for line in map(str.strip, "".join(pieces).split("\n")) if line)
