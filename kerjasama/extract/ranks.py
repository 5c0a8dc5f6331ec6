"""Ranks of soldiers and policemen before a name: "Rear Admiral Nuwan Perera", "Marsda TNI Rendra Satya".

A rank ends what stands before it and opens its holder's name; the words are in `codebook/titles.yaml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
from kerjasama.text.tokens import Token

# The longest rank with its service: "Wakil Marsekal Udara TNI (Purn.)".
_LONGEST = 45
_START = attrgetter("start")


def ranks(text: str, words: Sequence[Token]) -> dict[int, int]:
    """First token of every rank before a capitalised word to the token after it, service and all.

    Not where a street, a base or a school is named after its holder ("Universitas Laksamana Malahayati"), nor
    in an office ("Direktur Jenderal Pajak").
    """
    found = {}
    for match in _pattern().finditer(text):
        first, last = (bisect_left(words, offset, key=_START) for offset in match.span())
        before = words[first - 1].text if first else ""
        office = match[0].strip() in _words("ranks_in_offices") and before in _words("offices_with_ranks")
        if not office and before not in _words("named_after"):
            found[first] = last
    return found


def bears_rank(text: str, start: int) -> bool:
    """Whether a rank stands right before the name that begins at `start`."""
    since = max(0, start - _LONGEST)
    return any(match.end() == start for match in _pattern().finditer(text, since, start + 2))


@lru_cache(maxsize=4)
def _words(key: str) -> frozenset[str]:
    return frozenset(load("titles")[key])


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A rank with the services behind it, before a name that begins with a capital or an initial."""
    rank = alternatives("titles", "home_ranks", "ranks", "ranks_in_offices")
    service = alternatives("titles", "home_services", "services")
    name = r"[A-ZÀ-Þ](?:[a-zà-ÿ']|\.?\s[A-Z][a-z])"
    return re.compile(rf"\b{rank}(?!\w)(?:\s+(?:{service}\b\.?|\({service}\.?\)))*\s+(?={name})")
