"""Regions of two countries that stand joined for their governments: "Kota Malang dan Wageningen".

Elsewhere a region is a place ("di Malang"); towns whose government the article names are in `towns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Party
from kerjasama.extract.regions import full_name
from kerjasama.records import HOME

_REALM = r"(?:[Kk]ota|[Pp]rovinsi|[Pp]refektur|[Kk]abupaten|[Nn]egara [Bb]agian|[Dd]istrik)"
# "Pemkab Garut", "Bupati Garut": the gazetteer holds a region's government and head as forms of its name.
_RULE = r"(?:Pem(?:kot|kab|prov|da|erintah)|Bupati|Wali Kota|Gubernur)"
# What joins both, with the country of the first between commas.
_JOINED = re.compile(
    rf"(?:,\s[A-Z][\w ]{{2,20}},?)?\s?(?:(?:,?\s)?(?:dan|dengan|bersama)\s|–|-)\s?(?:{_REALM}\s)?"
)
# A way or a distance between two places, and a place where something is, join no governments.
_NO_TWINS = re.compile(rf"\b(?:{words('ways')}(?:\s[\w-]+)?|di|ke|dari|asal)\s+(?:{_REALM}\s)?\Z", re.I)
_ANOTHERS = re.compile(r"\s[A-Z]")
_PROVINCE, _FIRST_CITY = "ID-", 70


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
            found += [_government(text, hit) for hit in (first, second)]
    return found


def _government(text: str, hit: Hit) -> Party:
    if hit.kind == "foreign_place":
        code, _, name = hit.code.partition(":")
        return Party(
            hit.start, hit.end, f"Pemerintah Kota {name}", "local_government", code, "party.twin_town"
        )
    name = re.sub(rf"\A(?:{_RULE}\s)?(?:{_REALM}\s)?", "", text[hit.start : hit.end])
    realm = "Provinsi" if hit.code.startswith(_PROVINCE) else _realm_of(hit.code)
    name = full_name(f"Pemerintah {realm} {name}")
    return Party(hit.start, hit.end, name, "local_government", HOME, "party.twin_town")


def _realm_of(code: str) -> str:
    """Cities have the Interior Ministry's numbers from 70 on, regencies those below."""
    return "Kota" if int(code.rpartition(".")[2]) > _FIRST_CITY else "Kabupaten"
