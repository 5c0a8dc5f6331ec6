"""The article's own words around a figure: what it measures, and by what it can be known again.

No classification here; that is done in the other `figure_…` files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives, one_of
from kerjasama.extract.figures.sentence import FigureSentence, Neighbours
from kerjasama.text.numerals import Quantity

MAX_WORDS = 12
"""Words of an indicator (codebook section 7)."""

_WORD = re.compile(r"[^\s,;:()\"\u201c\u201d]+")
_PUNCTUATION = r"[,;:()\"\u201c\u201d.]"
# Letters to both sides in which a quantity's surroundings are compared.
_REACH = 60


@lru_cache(maxsize=1)
def _stop() -> re.Pattern[str]:
    return re.compile(rf"{_PUNCTUATION}|\s(?:{one_of(load('figure_words')['stops'])})\s")


@lru_cache(maxsize=1)
def _leading() -> re.Pattern[str]:
    return re.compile(rf"\s*\b(?:{one_of(load('figure_words')['leading'])})\s*$")


def indicator(sentence: FigureSentence, quantity: Quantity, near: Neighbours) -> str | None:
    """What is measured, at most twelve of the article's words, None where none stand near.

    A counted thing is told by the words behind the number, money and percentages by those before it.
    """
    before = _before(sentence.text, near.left(sentence), quantity.start)
    after = _after(sentence.text, quantity, sentence.end)
    counted = quantity.unit_text is not None
    words = (after or before) if counted and len(after.split()) > 1 else (before or after)
    kept = _WORD.findall(words)
    return " ".join(kept[-MAX_WORDS:] if words is before else kept[:MAX_WORDS]) or None


def _before(text: str, start: int, end: int) -> str:
    words = text[start:end].rstrip("+ ")
    while (shorter := _leading().sub("", words)) != words:
        words = shorter
    parts = re.split(r"[,;:()\"\u201c\u201d]", words)
    return next((part.strip() for part in reversed(parts) if len(part.split()) > 1), words.strip(" ,;:()"))


def _after(text: str, quantity: Quantity, end: int) -> str:
    rest = text[quantity.end : min(end, quantity.end + 120)]
    stop = _stop().search(rest)
    return f"{quantity.unit_text or ''} {rest[: stop.start()] if stop else rest}".strip()


# --- knowing a figure again -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Context:
    """By what a figure is known again.

    `head` is the noun right behind a percentage ("40 persen belanja"), `words` are the plain words near the
    number, `names` the capitalised ones; `points_back` is True behind "tersebut", `rate` before "per bulan".
    `levied_by` are the countries near a rate ("tarif 19 persen"), None of other percentages.
    """

    head: str | None
    words: frozenset[str]
    names: frozenset[str]
    points_back: bool
    rate: bool = False
    levied_by: frozenset[str] | None = None

    def joined(self, other: Context) -> Context:
        """What is known of the figure after it was told again."""
        return Context(
            self.head or other.head, self.words | other.words, self.names | other.names, False, self.rate,
            self.levied_by,
        )  # fmt: skip


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    words, changes = load("figure_words"), load("figures")
    moved = (*changes["change_up"], *changes["change_down"])
    return frozenset([*words["small"], *words["stops"], *words["leading"], *moved])


@lru_cache(maxsize=1)
def _points_back() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[a-z]+\s){{0,2}}(?:{one_of(load('figure_words')['points_back'])})\b")


@lru_cache(maxsize=1)
def _rates() -> tuple[str, ...]:
    return tuple(load("figure_words")["rates"])


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """Words of countries' names that may tell two rates apart."""
    rows = load("countries").values()
    names = (word for row in rows for name in (row["name"], *row.get("names", ())) for word in name.split())
    return frozenset(names) - frozenset(load("figure_words")["everywhere"])


_RATE = re.compile(
    rf"(?:\slebih)?\s(?:{alternatives('numerals', 'of_each')}|se)\s?{alternatives('numerals', 'rate_units')}"
)
_HEAD = re.compile(r"\s([A-Za-z]+)")


def context(sentence: FigureSentence, quantity: Quantity) -> Context:
    """The words around a quantity that tell whether another one is the same."""
    start, end = max(sentence.start, quantity.start - _REACH), min(sentence.end, quantity.end + _REACH)
    near = _WORD.findall(sentence.text, start, quantity.start) + _WORD.findall(
        sentence.text, quantity.end, end
    )
    words = frozenset(
        word.lower().strip(".%")
        for word in near
        if word[0].islower() and word not in _small() and len(word) > 3
    )
    first = sentence.text[sentence.start : sentence.end].split(" ", 1)[0]
    names = frozenset(word.strip(".") for word in near if word[0].isupper() and word != first)
    behind = _HEAD.match(sentence.text, quantity.end) if quantity.percent else None
    head = behind[1].lower() if behind and behind[1].lower() not in _small() else None
    back = _points_back().match(sentence.lower, quantity.end) is not None
    rate = quantity.rate is not None or _RATE.match(sentence.lower, quantity.end) is not None
    # Links lose their blanks ("menegaskantarif0 persen"), and a rate may have its article ("tarifnya").
    of_a_rate = quantity.percent and any(word.endswith((*_rates(), "tarifnya")) for word in words)
    levied = frozenset(word.strip(".") for word in near) & _countries() if of_a_rate else None
    return Context(head, words, names, back, rate, levied)
