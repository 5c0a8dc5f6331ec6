"""How a party stands in its sentence: as one that may act, as a place, as part of a title, or as a
description of another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Party
from kerjasama.extract.registry import home_bynames

# An office before a country makes the country part of a person's title ("Duta Besar Jepang untuk Indonesia").
_TITLE = re.compile(
    rf"\b{words('title_heads')}(?:\s(?:[A-Z0-9(&][\w,&.()-]*|{words('in_titles')})){{0,5}}?\s*\Z"
)
# What a named body belongs to, or is described as, is no party beside it ("anak perusahaan PT X", "PT X,
# produsen asal China").
_OWNER = re.compile(rf"\b{words('owners')}(?:\s[a-z]+){{0,2}}\s\Z")
# But whose a plant is builds it: "pabrik baterai milik X".
_PLANT_OF = re.compile(rf"\b{words('plants')}(?:\s[\w-]+){{0,5}}\smilik\s(?:[a-z]+\s){{0,2}}\Z", re.I)
# A school that no name tells acts for whose it is: "lembaga pendidikan di bawah X", "politeknik milik Y".
_SCHOOL_OF = re.compile(rf"\b{words('schools')}(?:\s[a-z-]+){{0,3}}\s{words('owned_by')}\s(?:[a-z]+\s)?\Z")
# Between a group and the body that it is: "mitra Jepang dalam proyek itu, X".
_APPOSED = re.compile(
    rf"\s*(?:\(\w{{2,5}}\))?\s*(?:lain(?:nya)?\s+)?(?:(?:dalam|untuk|di)(?:\s[a-z]+){{1,4}},)?[,(–—-]?\s*{words('apposed')}?\s*\Z"
)
# "Badan antariksa India, ISRO", "bank sentral Korea (BOK)": whose the body is that the noun before it means.
_ITS_COUNTRY = re.compile(rf"\b(?!{words('no_body_of')}\s)[a-z-]{{3,}}\s+(?:(?:asal|dari)\s+)?\Z")
_ITS_NAME = re.compile(r",?\s+\(?")
# "Kebijakan tarif Trump", "di masa pemerintahan Presiden RI ke-7 X": whose it is acts not.
_HIS = re.compile(
    rf"\b{words('of_a_person')}(?:\s+(?:dari|[Pp]residen|[Mm]enteri|[A-Z][\w.]*|ke-\d+)){{0,6}}\s+\Z"
)
_LOCATIVE = re.compile(
    r"\b(?:[Dd]i|[Kk]e|[Dd]ari|[Ss]e)\s+(?:negara\s+|negeri\s+|seluruh\s+|[A-Z][\w.]+,?\s+)?\Z|"
    r"\b(?:per|ber|tapal\s)batas(?:an)?\s+(?:langsung\s+|laut\s+|darat\s+)?(?:dengan\s+)?\Z"
)
# "Di Kuala Lumpur, Malaysia": the country of a town of several words.
_TOWN_OF = re.compile(r"\b(?:[Dd]i|[Kk]e|[Ss]e)\s+(?:[A-Z][\w.'-]+\s+){1,3}[A-Z][\w.'-]+,\s+\Z")
# "Kursus bahasa Jepang", "mobil buatan AS", "Forum Indonesia-Afrika": an attribute of something else.
_ATTRIBUTED = re.compile(
    rf"\b{words('attributed')}\s+\Z|\b{words('events')}(?:\s+(?:[A-Z][\w-]*|dan|&))*[\s–-]+\Z"
)
# "Kunjungan Presiden X ke Kanada" names no office of Canada.
_GOES_TO = re.compile(r"\bke\s+(?:[A-Z][\w.]+,?\s+)?\Z")
_ALSO = re.compile(rf"(?:,|\b(?:{words('adds')}|atau))\s+\Z")
_LOCATIVE_BODY = re.compile(
    rf"\b(?:[Dd]i|[Kk]e)\s+(?:{words('premises')}\s+)?(?:pusat\s+|seluruh\s+|kawasan\s+)*\Z",
    re.IGNORECASE,
)


def in_title(text: str, start: int, group: Party) -> bool:
    """Whether a group is only the last field of a ministry: "Menteri Ekonomi dan Industri (METI) Jepang"."""
    before = text[max(start, group.start - 60) : group.start]
    return text[group.start].isupper() and _TITLE.search(before) is not None


def weak_and_located(
    text: str, start: int, parties: Sequence[Party]
) -> tuple[frozenset[int], frozenset[int]]:
    """The starts of the parties that only entitle or describe something, and of those that only place it."""
    weak, located, last = set(), set(), -1
    for party in parties:
        before = text[max(start, party.start - 60) : party.start]
        # "Ke Thailand dan India": what goes on a list of places is one too.
        listed = party.kind == "country" and last in located and _ALSO.search(before)
        if listed or _is_placed(party, before):
            located.add(party.start)
        if _only_describes(party, before):
            weak.add(party.start)
        last = party.start
    return frozenset(weak), frozenset(located)


def _is_placed(party: Party, before: str) -> bool:
    """Whether the words before a party say that something is there: "di Indonesia", "ke kantor Kadin"."""
    place = _LOCATIVE if party.kind in ("country", "group") else _LOCATIVE_BODY
    byname = party.rule.partition(":")[2] in home_bynames()
    return byname or place.search(before) is not None or _town_of(party, before)


def _only_describes(party: Party, before: str) -> bool:
    """Whether a country is part of a title or an attribute, or a person only whose something is."""
    if party.kind == "person":
        return _HIS.search(before) is not None
    if party.kind != "country":
        return False
    titled = _TITLE.search(before) and not _GOES_TO.search(before)
    return bool(titled or _ATTRIBUTED.search(before))


def _town_of(party: Party, before: str) -> bool:
    """Whether a country only tells where the town before it lies."""
    return party.kind == "country" and bool(_TOWN_OF.search(before))


def without_descriptions(text: str, parties: list[Party]) -> list[Party]:
    """Without groups and countries that only describe the named body beside them, and without owners."""
    kept: list[Party] = []
    for index, party in enumerate(parties):
        if index + 1 < len(parties) and _is_of(text, party, parties[index + 1]):
            continue
        beside = [parties[i] for i in (index - 1, index + 1) if 0 <= i < len(parties)]
        described = party.kind == "group" and any(
            other.kind not in ("group", "country", "person")
            and other.side == party.side
            and _APPOSED.match(text[min(party.end, other.end) : max(party.start, other.start)])
            for other in beside
        )
        if not described and not (party.kind != "country" and _owns(text, party)):
            kept.append(party)
    return kept


def _is_of(text: str, country: Party, body: Party) -> bool:
    """Whether a country is only that of a body: "badan antariksa India, ISRO"."""
    if country.kind != "country" or body.kind not in ORGANISATIONS or body.side != country.side:
        return False
    named = _ITS_NAME.fullmatch(text, country.end, body.start)
    return bool(named and _ITS_COUNTRY.search(text, max(0, country.start - 40), country.start))


def _owns(text: str, party: Party) -> bool:
    """Whether a body only owns or quotes what is named beside it: "anak perusahaan PT X"."""
    far = max(0, party.start - 90)
    if _PLANT_OF.search(text, far, party.start) or _SCHOOL_OF.search(text, far, party.start):
        return False
    return bool(_OWNER.search(text, max(0, party.start - 40), party.start))
