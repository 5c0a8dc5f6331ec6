"""Words, numbers and marks with their offsets. No sentence logic, no meaning."""

from __future__ import annotations

import re
from typing import NamedTuple

from kerjasama.codebook.lexicon import lowered

# A number keeps its separators ("1.000", "18,3") and leaves its currency ("Rp1.000"); a word keeps inner
# hyphens and apostrophes ("anak-anak", "Covid-19", "Jum'at"); every other visible character is a token.
_TOKEN = re.compile(r"Rp(?=\d)|\d+(?:[.,]\d+)*|[^\W_]+(?:[-'’][^\W_]+)*|\S")


class Token(NamedTuple):
    """One token (a tuple, for speed): `text` is `article[start:end]`, `lower` the same in lower case."""

    start: int
    end: int
    text: str
    lower: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, in order, with offsets into the whole `text`."""
    stop = len(text) if end is None else end
    lower, new = lowered(text), tuple.__new__
    # Building the tuples directly halves the time of what is the commonest object of all.
    return [
        new(Token, (*(span := match.span()), match[0], lower[span[0] : span[1]]))
        for match in _TOKEN.finditer(text, start, stop)
    ]
