"""Regions of two countries that stand joined for their governments: "Kota Malang dan Wageningen".

Elsewhere a region is a place ("di Malang"); towns whose government the article names are in `towns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.acting_regions import REALM, government
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Party

# What joins both, with the country of the first between commas.
_JOINED = re.compile(
    rf"(?:,\s[A-Z][\w ]{{2,20}},?)?\s?(?:(?:,?\s)?(?:dan|dengan|bersama)\s|–|-)\s?(?:{REALM}\s)?"
)
# A way or a distance between two places, and a place where something is, join no governments.
_NO_TWINS = re.compile(rf"\b(?:{words('ways')}(?:\s[\w-]+)?|di|ke|dari|asal)\s+(?:{REALM}\s)?\Z", re.I)
_ANOTHERS = re.compile(r"\s[A-Z]")


def twin_towns(text: str, start: int, regions: Iterable[Hit]) -> list[Party]:
    """A home region and a foreign one right beside each other, joined, as their governments."""
    found = []
    for first, second in pairwise(sorted(regions, key=lambda hit: hit.start)):
        if {first.kind, second.kind} != {"place", "foreign_place"}:
            continue
        if not _JOINED.fullmatch(text, first.end, second.start) or _ANOTHERS.match(text, second.end):
            continue
        # "Jakarta dan Dili" are the two states.
        states = "Jakarta" in (text[first.start : first.end], text[second.start : second.end])
        if not states and not _NO_TWINS.search(text, max(start, first.start - 40), first.start):
            found += [
                replace(government(text, hit, hit.start), rule="party.twin_town") for hit in (first, second)
            ]
    return found
