"""Which regions of Indonesia and which foreign towns a sentence names as places.

No place is what opens a dateline, what stands inside somebody's name, where a mission or a firm has its seat
("Konjen Jepang di Surabaya", "berbasis di Oslo"), whose head speaks ("Bupati Karawang"), where somebody
speaks, and a capital that stands for its government. Which of them a fact has is decided in `places`; the
words are in `codebook/places.yaml`, `foreign_places.yaml` and `frames.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import any_of, one_of
from kerjasama.codebook.lexicon import Hit, cooperation_lexicon
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.regions import LEVEL
from kerjasama.parse.dateline import read_dateline
from kerjasama.records import HOME

# Whose names hold places that are none; a government of a region is of the place.
_NAMED = frozenset((*ORGANISATIONS, "person")) - {"local_government"}
# "Liputan6.com, JakartaModena": a dateline that lost what sets it off.
_OUTLET_BEFORE = re.compile(r"(?:\A|\n)\W*[\w-]+\.[A-Za-z]\w+\W{1,3}\Z")
_LONGEST_DATELINE = 160
_MISSION = re.compile(rf"\b(?i:{words('seated')})\w*(?:\s[\w&()-]+){{0,5}}?\s(?:(?:di|untuk|-)\s)?\Z")
_SEAT = re.compile(rf"\b{words('has_its_seat')}\s(?:[\w-]+\s){{0,2}}\Z")
_FROM = re.compile(r"\basal\s(?:kota\s)?\Z")
_OFFICE = re.compile(rf"\b{words('regional_offices')}\b(?:\s[A-Z&(][\w,.&)-]*|\sdan|\sserta)*\s\Z")
_HEADED = re.compile(rf"{words('heads_of_regions')}\s")
_VENUE = re.compile(rf"\b[Dd]i\s(?:{words('premises')}\s)?\Z", re.I)
_SAID = re.compile(
    rf"\b(?:{any_of('speech_verbs', 'short')}(?:nya)?|{words('told_apart')}|{words('asked_by_the_press')})\b"
    rf"|\b{any_of('speech_verbs', 'saying')}(?=\s(?:[A-Z]\w+\s){{0,3}}di\s)",
    re.I,
)
# "Kuningan, Jakarta": a quarter that has a regency's name; but "Bogor, Jakarta, dan Bali".
_WITHIN = re.compile(r",\s(?:Provinsi\s)?|\s?\(")
_LISTED = re.compile(r"(?:,\s[A-Z][\w ]+)*,?\s(?:dan|serta|hingga|sampai)\s")
# "Pelabuhan Patimban, Subang", "Bandara Kertajati di Majalengka", "di Ibu Kota Nusantara (IKN), Kaltim".
_LIES_IN = re.compile(
    rf"\b(?:di|ke|dari|{words('stands_before_sites')})\s(?:[a-z]+\s)?"
    r"(?P<site>[A-Z]\w{3,}(?:\s[A-Z]\w+){0,2})(?:\s\((?P<short>[A-Z]{2,5})\))?(?:,\s|\sdi\s)"
    rf"(?:{LEVEL}\s)?\Z"
)
_REACH = 80
_MISPRINT = 0.9
"""How like a listed name a printed one is that only misspells it ("San Fransisco"), not another name."""


@lru_cache(maxsize=1)
def _namesakes() -> dict[str, str]:
    """The code of each city to that of the regency that shares its name, and back: both are called Tegal."""
    by_name: dict[str, list[str]] = {}
    for code, names in load("places")["names"].items():
        by_name.setdefault(_without_level(str(names[0])), []).append(str(code))
    pairs = (codes for codes in by_name.values() if len(codes) == 2 and not codes[0].startswith("ID-"))
    return {one: other for codes in pairs for one, other in (codes, codes[::-1])}


def _without_level(name: str) -> str:
    return re.sub(rf"^{LEVEL} ", "", name)


@lru_cache(maxsize=1024)
def regions_in(name: str) -> tuple[str, ...]:
    """The regions that a body's name prints: "Pemerintah Kota Ambon", "Otorita IKN"."""
    inside = load("places")["inside"]
    hits = cooperation_lexicon().hits(name)
    printed = [hit.code for hit in hits if hit.kind == "place" and hit.code != HOME]
    return (*printed, *(str(inside[word]) for word in name.split() if word in inside))


class Gazetteer:
    """The places of an article's sentences: each hit's code is the region, or the country and town.

    A place that is no division is told by the one in which the article (`_LIES_IN`), or the codebook, says
    that it lies: "Pelabuhan Patimban".
    """

    def __init__(self, told_scenes: Sequence[Scene]):
        hits = [(hit, scene) for scene in told_scenes for hit in _divisions(scene)]
        self._with_level = {hit.code for hit, _ in hits if " " in hit.phrase}
        learnt = {name: self._region(hit) for hit, scene in reversed(hits) for name in _lying_in(hit, scene)}
        self._inside = {**load("places")["inside"], **learnt}
        self._sites = re.compile(rf"\b(?:{one_of(self._inside)})\b")

    def _region(self, hit: Hit) -> str:
        """The region of a hit; a bare name that a city and a regency share is the one that the article names
        with its level.
        """
        other = _namesakes().get(hit.code)
        told_apart = other in self._with_level and hit.code not in self._with_level
        return other if other and told_apart else hit.code

    def regions(self, scene: Scene) -> list[Hit]:
        """The regions of Indonesia that a sentence names as places."""
        named = [hit for hit in _divisions(scene) if _is_place(hit, scene) and not _is_office(hit, scene)]
        found = [replace(hit, code=self._region(hit)) for hit in named if not _is_quarter(hit, scene)]
        known = {hit.code for hit in found}
        taken: list[Hit | Party] = [*(p for p in scene.parties if p.kind in _NAMED), *scene.of("place")]
        for match in self._sites.finditer(scene.text, scene.start, scene.end):
            site = Hit(*match.span(), "place", str(self._inside[match[0]]), match[0])
            if site.code not in known and not any(_overlap(site, one) for one in taken):
                found.append(site)
        return _not_spoken_at(found, scene)

    def towns(self, scene: Scene) -> list[Hit]:
        """The foreign towns that a sentence names as places or as parties."""
        found = [
            hit
            for hit in scene.of("foreign_place")
            if _is_place(hit, scene)
            and not _FROM.search(scene.text, scene.start, hit.start)
            and not any(hit.start < one.start and one.end == hit.end for one in scene.of("foreign_place"))
        ]
        return _not_spoken_at(found, scene)


def _divisions(scene: Scene) -> list[Hit]:
    """The regions that a sentence names, without islands of several provinces (codebook section 2)."""
    return [hit for hit in scene.of("place") if hit.code != HOME]


def printed_town(hit: Hit, text: str) -> str:
    """A foreign town as it is printed; misspelt or with more around it ("Lima, Peru"), as the list spells it
    (codebook section 2).
    """
    listed, printed = hit.code.partition(":")[2], text[hit.start : hit.end]
    like = SequenceMatcher(None, listed.lower(), printed.lower()).ratio()
    return listed if like >= _MISPRINT or listed in printed else printed


def _not_spoken_at(hits: Sequence[Hit], scene: Scene) -> list[Hit]:
    """Places but for those where somebody speaks, and nothing is done between: "ujar dia di Kupang"."""
    done = [act.start for act in scene.of("trigger")]
    said = [match.end() for match in _SAID.finditer(scene.text, scene.start, scene.end)] if hits else []

    def speaks(hit: Hit) -> bool:
        last = max((end for end in said if end <= hit.start), default=None)
        return last is not None and not any(last <= start < hit.start for start in done)

    return [hit for hit in hits if not speaks(hit)]


def _overlap(one: Hit, other: Hit | Party) -> bool:
    return one.start < other.end and other.start < one.end


def _lying_in(hit: Hit, scene: Scene) -> Iterator[str]:
    """The names, short ones too, of what a sentence says to lie in a region: no body and no country."""
    match = _LIES_IN.search(scene.text, max(scene.start, hit.start - _REACH), hit.start)
    if match is None or _is_quarter(hit, scene):
        return
    site = Hit(*match.span("site"), "place", hit.code, match["site"])
    known: list[Hit | Party] = [*scene.of("place"), *scene.of("foreign_place"), *scene.of("country")]
    if not any(_overlap(site, one) for one in (*known, *scene.parties)):
        yield from (name for name in match.groups() if name)


def _is_place(hit: Hit, scene: Scene) -> bool:
    """Whether a hit is a place, not part of a name, a dateline, a seat or a government."""
    text, begin = scene.text, max(scene.start, hit.start - _REACH)
    countries: list[Hit | Party] = [*scene.of("country"), *(p for p in scene.parties if p.kind == "country")]
    if any(_overlap(hit, one) for one in countries) or _in_a_name(hit, scene) or _in_a_dateline(hit, text):
        return False
    mission = _MISSION.search(text, begin, hit.start)
    people = [p for p in scene.parties if p.kind == "person"]
    if mission and not any(mission.start() < p.start < hit.start for p in people):
        return False
    return not _SEAT.search(text, begin, hit.start)


def _in_a_dateline(hit: Hit, text: str) -> bool:
    """Whether a place opens a line as datelines do, the article's first or one below a headline."""
    line = text.rfind("\n", 0, hit.start) + 1
    if hit.end - line > _LONGEST_DATELINE:
        return False
    dateline = read_dateline(text[line : line + _LONGEST_DATELINE])
    found = dateline is not None and dateline.place is not None and hit.end - line <= dateline.end
    opens = line == hit.start and text.startswith((" - ", " – ", " — "), hit.end)
    return found or opens or _OUTLET_BEFORE.search(text, line, hit.start) is not None


def _in_a_name(hit: Hit, scene: Scene) -> bool:
    """Whether a place is in a body's or a person's name, or right behind it: "PT Takalar Lestari", "JICA
    Jakarta"; a body where something is done is of its place: "di Kantor Kemnaker Jakarta".
    """
    for party in scene.parties:
        inside = party.start <= hit.start and hit.end <= party.end
        behind = party.end + 1 == hit.start and party.kind != "person"
        if party.kind in _NAMED and (inside or behind):
            venue = _VENUE.search(scene.text, max(scene.start, party.start - 20), party.start)
            return not (venue and max(party.end, hit.end) == hit.end)
    return False


def _is_office(hit: Hit, scene: Scene) -> bool:
    """Whether a region is only whose head or officer somebody is: "Bupati Karawang"."""
    before = _OFFICE.search(scene.text, max(scene.start, hit.start - _REACH), hit.start)
    return before is not None or _HEADED.match(hit.phrase) is not None


def _is_quarter(hit: Hit, scene: Scene) -> bool:
    """Whether a regency's name is that of a quarter of another place: "Kuningan, Jakarta"."""
    for other in scene.of("place"):
        if hit.end < other.start < hit.end + _REACH and _WITHIN.fullmatch(scene.text, hit.end, other.start):
            provinces = load("places")["provinces"]
            elsewhere = other.code.startswith("ID-") and provinces.get(hit.code[:2], other.code) != other.code
            return elsewhere and not _LISTED.match(scene.text, other.end)
    return False
