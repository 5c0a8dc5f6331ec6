"""Foreign towns that no list holds, learnt from the article itself: "Wali Kota Hamada, Prefektur X, Jepang".

Where a town stands alone afterwards ("para pengusaha Hamada") it is a place of that country; a city whose
government the article names stands for it ("Kitakyushu akan mengirim tenaga ahli").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.regions import headed_level, level_in, region_abroad
from kerjasama.records import HOME, Actor

_NAME = r"[A-Z][a-zà-ÿ'-]+(?:\s[A-Z][a-zà-ÿ'-]+)?"
# What a town follows, and the region that may stand between it and its country.
_TOWN_BEFORE = re.compile(
    rf"\b{words('before_town')}\s+(?P<town>{_NAME})"
    rf"(?:,\s{words('region_of_town')}\s{_NAME})?,\s\Z"
)
# "Kota Gimhae Korea Selatan": with its level a town needs no comma before its country.
_LEVELLED_BEFORE = re.compile(rf"\b{words('kinds_of_town')}\s(?P<town>{_NAME})\s\Z")
_REACH = 90
_GOVERNMENT = re.compile(rf"(?:Pemerintah|Pemkot)\s(?:{words('kinds_of_town')}\s)?(?P<town>{_NAME})")
# Who of a town's government acts stands before the town.
_OFFICER = re.compile(
    rf"\b(?P<office>{words('town_offices')})\s+(?:dari\s+)?(?:(?P<kind>{words('kinds_of_town')})\s+)?\Z"
)
ACTING_TOWN = "acting_town"
"""The kind of the hits of towns that stand for their government."""
# Behind these words a town is only where something is, or part of a longer name.
_ONLY_THERE = re.compile(rf"(?:\b{words('at_a_town')}|\b[A-Z][\w'-]*) \Z")


def towns(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Every place where a town stands that the article says to lie in a foreign country."""
    known = {text[hit.start : hit.end] for hit in hits if hit.kind in ("place", "foreign_place", "country")}
    codes: dict[str, str] = {}
    for hit in hits:
        if hit.kind != "country" or hit.code == HOME:
            continue
        told = _TOWN_BEFORE if text[hit.start - 2 : hit.start] == ", " else _LEVELLED_BEFORE
        match = told.search(text, max(0, hit.start - _REACH), hit.start)
        if match and match["town"] not in known:
            codes.setdefault(match["town"], hit.code)
    return [
        Hit(found.start(), found.end(), "foreign_place", f"{code}:{town}", town)
        for town, code in codes.items()
        for found in re.finditer(rf"\b{re.escape(town)}\b", text)
    ]


def acting_towns(text: str, hits: Iterable[Hit], actors: Iterable[Actor]) -> list[tuple[int, int, Actor]]:
    """Where a foreign town stands for its government, which the article names."""
    governments = {
        match["town"]: actor
        for actor in actors
        if actor.kind == "local_government" and actor.country not in (HOME, None)
        if (match := _GOVERNMENT.fullmatch(actor.name))
    }
    return [
        (hit.start, hit.end, governments[name])
        for hit in hits
        if hit.kind == "foreign_place"
        and (name := hit.code.partition(":")[2]) in governments
        and not _opens_name(text, hit)
    ]


def town_governments(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Where a foreign town stands for its government, one of whose officers or delegations the article tells
    ("Wakil Wali Kota Bursa X", "delegasi Bursa"); the hit's code is the country and that government.
    """
    states = {hit.start for hit in hits if hit.kind in ("capital", "country")}
    there = [hit for hit in hits if hit.kind == "foreign_place" and hit.start not in states]
    realms: dict[str, str] = {}
    for hit in there:
        if match := _OFFICER.search(text, max(0, hit.start - 40), hit.start):
            realms.setdefault(hit.code, match["kind"] or _realm(match["office"], hit.code))
    return [
        replace(hit, kind=ACTING_TOWN, code=f"{code}:Pemerintah {realms[hit.code]} {town}")
        for hit in there
        if hit.code in realms and not _opens_name(text, hit)
        for code, _, town in [hit.code.partition(":")]
    ]


def _realm(office: str, code: str) -> str:
    """What a foreign head governs: a town, but for governors and where the place is known as a region."""
    level = headed_level(office) or region_abroad(code) or "Kota"
    return level_in(code.partition(":")[0], level)


def _opens_name(text: str, hit: Hit) -> bool:
    before = text[max(0, hit.start - 20) : hit.start]
    after = text[hit.end : hit.end + 2]
    return bool(_ONLY_THERE.search(before)) or (after[:1] == " " and after[1:].isupper())
