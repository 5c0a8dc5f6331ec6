"""Which countries that a sentence names may be parties in it: no money, no explanation in brackets, no part
of what an outlet is called, nothing that something is only compared with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.registry import country_name
from kerjasama.records import HOME

# "dolar AS" is money, not a party.
_CURRENCY = re.compile(rf"{words('currencies')}\s\Z", re.IGNORECASE)
# How far before a country the word of comparison stands, and what joins it to the next one.
_NEAR = 60
_COMPARED = re.compile(rf"\b{words('compared')}(?:\s+[a-z]+){{0,3}}\s+\Z")
_LISTED = re.compile(r",?\s+(?:(?:dan|atau|serta|maupun|hingga)\s+)?")


def acting_countries(text: str, start: int, countries: Sequence[Hit]) -> list[Hit]:
    """Those of the country words of a sentence, which begins at `start`, that may be parties."""
    return [
        hit
        for hit in _not_compared(text, start, countries)
        if not _CURRENCY.search(text, max(start, hit.start - 9), hit.start)
        and not _in_brackets(text, hit)
        and not _of_an_outlet(text, start, hit)
    ]


def _not_compared(text: str, start: int, countries: Sequence[Hit]) -> list[Hit]:
    """Without countries that something is only compared with: "dibandingkan pesaing seperti Vietnam dan
    Thailand".
    """
    kept: list[Hit] = []
    last = start
    for hit in countries:
        listed = last > start and _LISTED.fullmatch(text, last, hit.start)
        if listed or _COMPARED.search(text, max(start, hit.start - _NEAR), hit.start):
            last = hit.end
        else:
            kept.append(hit)
    return kept


def _of_an_outlet(text: str, start: int, hit: Hit) -> bool:
    """Whether a country is part of what an outlet is called: "CNBC Indonesia"."""
    return _outlets().search(text, max(start, hit.start - 20), hit.end) is not None


@lru_cache(maxsize=1)
def _outlets() -> re.Pattern[str]:
    """Names of media that end with a country."""
    names = (name for name in load("organisation_forms")["media"] if name.endswith(f" {country_name(HOME)}"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\Z")


def _in_brackets(text: str, hit: Hit) -> bool:
    """Whether a country only explains what stands before it: "Amerika Serikat (AS)", "Osaka (Jepang)"."""
    return text[hit.start - 2 : hit.start] == " (" and text[hit.end : hit.end + 1] == ")"
