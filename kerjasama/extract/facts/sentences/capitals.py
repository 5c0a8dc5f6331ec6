"""Governments that a text calls by their capital: "Canberra menyanggupi hibah", "meminta Jakarta mengirim
ahli".

The capitals are in `codebook/capitals.yaml`. Elsewhere a capital is a place ("di Canberra").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Party
from kerjasama.extract.registry import country_name

_BEFORE = 40


def governments(text: str, start: int, end: int, capitals: Sequence[Hit]) -> list[Party]:
    """The countries whose capitals act or are addressed in the sentence [start, end)."""
    return [
        Party(hit.start, hit.end, country_name(hit.code), "country", hit.code, "party.capital")
        for hit in capitals
        if _acts(text, start, end, hit)
    ]


def _acts(text: str, start: int, end: int, hit: Hit) -> bool:
    if text[hit.end : hit.end + 2].strip()[:1].isupper():
        return False
    before = text[max(start, hit.start - _BEFORE) : hit.start]
    if _addressed().search(before):
        return True
    return (not before or bool(_opens().search(before))) and bool(_does().match(text, hit.end, end))


@lru_cache(maxsize=1)
def _opens() -> re.Pattern[str]:
    """What stands before a capital that is a subject: no preposition and no noun that it could describe."""
    return re.compile(rf"(?:[:;,\"“(–—]|\b{words('before_subject')})\s*\Z", re.I)


@lru_cache(maxsize=1)
def _addressed() -> re.Pattern[str]:
    """What stands before a capital that is asked or written to, paid by or dealt with."""
    return re.compile(rf"\b{words('addressing')}\s+\Z", re.I)


@lru_cache(maxsize=1)
def _does() -> re.Pattern[str]:
    """What a government does, behind its capital: a transitive verb, a promise, a will."""
    return re.compile(rf"\s+(?:{words('before_verbs')}\s+)*{words('of_governments')}\b")
