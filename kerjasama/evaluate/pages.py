"""How well pages are read: title, date, names exact, and the body's words, against pages marked up by hand.

A mark-up holds no text of an outlet but the first words of each paragraph, its number of words and a hash
of them
all, so that the right text can be put together again from the page and from nothing else. Which parser
reads the
page does not matter here; `bench/parse.py` compares several.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

__all__ = [
    "MarkedPage",
    "PageScore",
    "Reading",
    "gold_text",
    "load_pages",
    "mark_paragraph",
    "score_page",
    "token_f1",
]

FIRST_WORDS = 6
_WORD = re.compile(r"\w+")
_NO_TEXT = frozenset(("script", "style", "noscript", "template"))


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """What the right reading of a page is: an article, or the reason why it is none."""

    name: str
    url: str
    refused: str | None = None
    title: str | None = None
    published_at: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    dateline_place: str | None = None
    paragraphs: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a parser made of a page; fields that a parser does not read stay None."""

    text: str
    title: str | None = None
    published_at: str | None = None
    authors: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page: exact fields as True or False, the body's words as precision, recall and F1."""

    title: bool
    published_at: bool
    authors: bool
    precision: float
    recall: float
    f1: float


def load_pages(folder: Path) -> list[MarkedPage]:
    """All mark-ups of a folder, by name."""
    pages = []
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for field in ("authors", "editors", "paragraphs"):
            data[field] = tuple(data.get(field, ()))
        pages.append(MarkedPage(**data))
    return pages


def mark_paragraph(paragraph: str) -> dict[str, Any]:
    """The mark-up of one paragraph: first words, number of words, hash of all."""
    words = _words(paragraph)
    return {"start": " ".join(words[:FIRST_WORDS]), "words": len(words), "hash": _hash(words)}


def gold_text(page: MarkedPage, tree: Any) -> str:
    """The words of the right article, a paragraph a line, put together from the page.

    Raises ValueError where a paragraph is not on the page: page and mark-up do not belong together.
    """
    words = _page_words(tree)
    places: dict[str, list[int]] = {}
    for position, word in enumerate(words):
        places.setdefault(word, []).append(position)
    lines = []
    for mark in page.paragraphs:
        first = mark["start"].split(" ")[0]
        for position in places.get(first, ()):
            paragraph = words[position : position + mark["words"]]
            if _hash(paragraph) == mark["hash"]:
                lines.append(" ".join(paragraph))
                break
        else:
            raise ValueError(f"{page.name}: no paragraph of {mark['words']} words begins {mark['start']!r}")
    return "\n".join(lines)


def score_page(page: MarkedPage, gold: str, reading: Reading) -> PageScore:
    """Compare a reading with the mark-up; `gold` is the right text, of `gold_text` or our own."""
    precision, recall, f1 = token_f1(gold, reading.text)
    return PageScore(
        title=_folded(page.title) == _folded(reading.title),
        published_at=_same_moment(page.published_at, reading.published_at),
        authors=sorted(map(_folded, page.authors)) == sorted(map(_folded, reading.authors or ())),
        precision=precision,
        recall=recall,
        f1=f1,
    )


def token_f1(gold: str, text: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of a text's words against the right ones, words counted as often as they
    stand.
    """
    right, found = Counter(_words(gold)), Counter(_words(text))
    common = sum((right & found).values())
    if not common:
        return (1.0, 1.0, 1.0) if not right and not found else (0.0, 0.0, 0.0)
    precision, recall = common / sum(found.values()), common / sum(right.values())
    return precision, recall, 2 * precision * recall / (precision + recall)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _hash(words: Sequence[str]) -> str:
    return sha256(" ".join(words).encode("utf-8")).hexdigest()[:12]


def _page_words(tree: Any) -> list[str]:
    """All words of a page in order, as a reader of its source meets them; a block parts words, emphasis does
    not.
    """
    pieces: list[str] = []
    blocks = frozenset(
        ("p", "div", "br", "li", "td", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "span", "section")
    )

    def walk(element: Any) -> None:
        if not isinstance(element.tag, str) or element.tag in _NO_TEXT:
            return
        parted = element.tag in blocks - {"span"}
        pieces.append(" " if parted else "")
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        pieces.append(" " if parted else "")

    walk(tree)
    from kerjasama.text.characters import normalise_text

    return _words(normalise_text("".join(pieces)))


def _folded(text: str | None) -> str:
    return " ".join((text or "").split())


def _same_moment(gold: str | None, found: str | None) -> bool:
    """Equal to the minute as instants; a gold date without a time asks for the day alone."""
    if not gold or not found:
        return not gold and not found
    if len(gold) <= 10 or len(found) <= 10:
        return len(gold) <= 10 and gold == found[:10]
    first, second = (datetime.fromisoformat(value) for value in (gold, found))
    if (first.tzinfo is None) != (second.tzinfo is None):
        return first.replace(tzinfo=None) == second.replace(tzinfo=None)
    return abs((first - second).total_seconds()) < 60
