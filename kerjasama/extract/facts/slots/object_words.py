"""The words and marks of a sentence, sorted by what they tell of where its object begins and ends.

The small words are in `codebook/object_words.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kerjasama.codebook import load

_NUMERAL = r"(?:(?:Rp|US\$|\$)\.?\s?)?\d(?:[\d.,]*\d)?%?"
# A full stop inside a number or behind an abbreviation ("PT. X") is no token of its own.
_TOKEN = re.compile(rf"{_NUMERAL}(?![\w-])|[\w&/$'’-]*\w|\.(?=[\"”“]|\s*\Z)|[^\w\s.]")
# What no phrase goes over.
_STOPS = frozenset('.;:"”“')
_NUMBER = "number"
CAPITAL = "capital"
"""The sort of a word in capitals that is no part of a possible party's name."""
_OTHER_HALVES = (_NUMBER, CAPITAL, "sama")
# Affixes tell verbs from nouns (Tata Bahasa Baku Bahasa Indonesia, chapters on verbs and nouns).
_FORMS = (
    ("pe-an", re.compile(r"per?\w{3,}an")),
    ("ke-an", re.compile(r"ke\w{3,}an")),
    ("me-", re.compile(r"me\w{4,}")),
    ("ber-", re.compile(r"ber\w{3,}")),
    ("di-", re.compile(r"di\w{4,}")),
    ("ter-", re.compile(r"ter\w{4,}")),
    ("-an", re.compile(r"\w{4,}an")),
    ("-nya", re.compile(r"\w{4,}nya")),
)


class Token(NamedTuple):
    """A word or a mark at [start, end) of the text; `sort` is the mark, the small word, or the sort of word.
    `name` is the number of the party whose name it is part of.
    """

    start: int
    end: int
    sort: str
    name: int | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is no mark."""
        return len(self.sort) > 1


def tokens(text: str, start: int, end: int, names: Sequence[tuple[int, int, bool]]) -> tuple[Token, ...]:
    """The tokens of a sentence [start, end); `names` are the spans of possible parties, and whether each is
    one of the act's own.
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        inside = next((n for n, (a, b, _) in enumerate(names) if a < match.end() and match.start() < b), None)
        if inside is not None and len(match[0]) > 1:
            sort = "own party" if names[inside][2] else "party"
        else:
            sort = _sort(match[0] if found else match[0].lower())  # any word has a capital at the head
        found.append(Token(match.start(), match.end(), sort, inside))
    return tuple(found)


def may_begin(token: Token, before: str) -> bool:
    """Whether a phrase may begin with a token behind one of the sort `before`; no unit lacks its number."""
    small = token.sort in _small("open") or token.sort in _small("never_first")
    return token.is_word and not small and before != _NUMBER


def may_end(token: Token, following: str) -> bool:
    """Whether a phrase may end with a token before one of the sort `following`: no number lacks its unit, no
    month its name.
    """
    cut = token.sort == _NUMBER and len(following) > 1 and following not in _small("open")
    halved = token.sort in _small("halves") and following in _OTHER_HALVES
    return token.is_word and token.sort not in _small("open") and not (cut or halved)


def stops(token: Token) -> bool:
    """Whether no phrase goes over a token."""
    return token.sort in _STOPS or token.sort in _small("breaks")


def _sort(printed: str) -> str:
    word = printed.lower()
    if len(word) == 1 and not word.isalnum():
        return word
    if any(word in _small(group) for group in ("open", "never_first", "halves", "breaks", "telling")):
        return word
    if re.fullmatch(_NUMERAL, printed):
        return _NUMBER
    if printed[0].isupper():
        return CAPITAL
    return next((name for name, form in _FORMS if form.fullmatch(word)), "other")


@cache
def _small(group: str) -> frozenset[str]:
    """One list of `codebook/object_words.yaml`."""
    return frozenset(load("object_words")[group])
