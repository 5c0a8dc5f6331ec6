"""Ranks of soldiers and policemen before a name: "Rear Admiral Nuwan Perera", "Marsda TNI Rendra Satya".

A rank ends what stands before it and opens its holder's name; the words are `ranks`, `services` and
`named_after` in `codebook/titles.yaml`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.document import Document

# The longest rank with its service: "Wakil Marsekal Udara TNI (Purn.)".
_LONGEST = 45


def ranks(document: Document) -> dict[int, int]:
    """First token of every rank before a capitalised word to the token after it, service and all.

    Not where a street, a base or a school is named after its holder: "Universitas Laksamana Malahayati".
    """
    found = {}
    for match in _pattern().finditer(document.text):
        first, last = document.token_at(match.start()), document.token_at(match.end())
        if first == 0 or document.tokens[first - 1].text not in _named_after():
            found[first] = last
    return found


def bears_rank(text: str, start: int) -> bool:
    """Whether a rank stands right before the name that begins at `start`."""
    since = max(0, start - _LONGEST)
    return any(match.end() == start for match in _pattern().finditer(text, since, start + 2))


@lru_cache(maxsize=1)
def _named_after() -> frozenset[str]:
    return frozenset(load("titles")["named_after"])


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    def either(key: str) -> str:
        return "|".join(re.escape(word) for word in sorted(load("titles")[key], key=len, reverse=True))

    service = rf"(?:{either('services')})\b\.?"
    return re.compile(
        rf"\b(?:{either('ranks')})\b(?:\s+(?:{service}|\((?:{either('services')})\.?\)))*\s+(?=[A-ZÀ-Þ](?:[a-zà-ÿ']|\.?\s[A-Z][a-z]))"
    )
