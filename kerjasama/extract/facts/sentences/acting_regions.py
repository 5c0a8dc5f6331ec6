"""Regions that a text calls by their level and name where their government acts: "Kota Tegal menjajaki
kerja sama dengan Kota Darwin", "Pemerintah Okayama".

Elsewhere a region is a place ("di Kota Tegal"); heads of regions are read in `parties`, regions of two
countries that stand joined in `twin_towns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Party, side_of
from kerjasama.extract.regions import full_name, level_of, region_abroad
from kerjasama.records import HOME

REALM = rf"(?i:{words('realms')})"
"""How a region's name begins that tells its level."""
_LEVEL = re.compile(rf"\b(?P<level>{REALM}|Pemerintah(?: Daerah| Metropolitan)?)\s\Z")
_OWN_LEVEL = re.compile(rf"{REALM}\s")
# "Kota Pekalongan, Jawa Tengah menjajaki": where the region lies stands between it and its verb.
_LIES_IN = r"(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2},?|\s\([^()]{2,30}\))?"
_OPENS = re.compile(rf"(?:[:;,\"“(]|\s[–—-]\s|\b{words('before_subject')}|\A)\s*\Z", re.I)
_OPENS_PLAINLY = re.compile(r"(?:[:;,\"“(]|\s[–—-]\s|\A)\s*\Z")
_DOES = re.compile(rf"{_LIES_IN}\s+(?:{words('before_verbs')}\s+)*{words('of_bodies')}\b")
_GOVERNS = re.compile(rf"{_LIES_IN}\s+(?:{words('before_verbs')}\s+)*{words('of_governments')}\b")
_PARTNER = re.compile(
    rf"\b(?:{words('together_with')}|{words('addressing')}|{words('helping_regions')})\s\Z", re.I
)
# "Pemkab Garut", "Bupati Garut": the gazetteer holds a region's government and head as forms of its name.
_RULE = r"(?:Pem(?:kot|kab|prov|da|erintah)|[Bb]upati|[Ww]ali ?[Kk]ota|[Gg]ubernur)"
_HEADED = re.compile(_RULE)
# Elsewhere these are the state: "Jakarta meminta …".
_STATES = ("Jakarta", "DKI Jakarta", "DKI")
_NAME_GOES_ON = re.compile(r"\s[A-Z]")
_BEFORE = 30
# "Kerajaan Negeri Sarawak" is the government of the state, Pemerintah Negeri Sarawak.
_GOVERNMENT_OF = "kerajaan "


def acting_regions(
    text: str, start: int, regions: Iterable[Hit], capitals: Iterable[Hit], countries: Iterable[Hit]
) -> list[Party]:
    """The governments of the regions, named with their level, that act or are acted with in a sentence."""
    states, behind = {hit.start for hit in capitals}, {hit.start - 1 for hit in countries}
    found = []
    for hit in regions:
        begin, level = _begin(text, start, hit)
        if level is None:
            acts = hit.kind == "place" and _acts_bare(text, start, hit)
        elif level.startswith("Pemerintah"):
            acts = hit.start not in states
        else:
            goes_on = hit.end not in behind and bool(_NAME_GOES_ON.match(text, hit.end))
            acts = not goes_on and _acts(text, start, begin, hit.end)
        if acts:
            found.append(government(text, hit, begin, level or ""))
    return found


def _acts_bare(text: str, start: int, hit: Hit) -> bool:
    """ "Jabar menjalin kerja sama": whether a region at home without its level is the subject of a verb."""
    before = text[max(start, hit.start - _BEFORE) : hit.start]
    name = text[hit.start : hit.end]
    region = name not in _STATES and not _HEADED.match(name)
    return region and bool(_OPENS_PLAINLY.search(before) and _GOVERNS.match(text, hit.end))


def government(text: str, hit: Hit, begin: int, level: str = "") -> Party:
    """The government of a region at home or abroad, as a party that stands from `begin` on."""
    if hit.kind == "foreign_place":
        kind = level.lower().removeprefix(_GOVERNMENT_OF).title() or region_abroad(hit.code) or "Kota"
        realm = "" if level.startswith("Pemerintah") else f"{kind} "
        name = f"Pemerintah {realm}{text[hit.start : hit.end]}"
        return Party(begin, hit.end, name, "local_government", side_of(hit), "party.region")
    name = re.sub(rf"\A(?:{_RULE}\s)?(?:{REALM}\s)?", "", text[hit.start : hit.end])
    name = full_name(f"Pemerintah {level_of(hit.code)} {name}")
    return Party(begin, hit.end, name, "local_government", HOME, "party.region")


def _begin(text: str, start: int, hit: Hit) -> tuple[int, str | None]:
    """Where a region's name begins with its level, and that level, if any is printed."""
    own = _OWN_LEVEL.match(text, hit.start, hit.end)
    if own is not None:
        return hit.start, own[0].strip()
    before = _LEVEL.search(text, max(start, hit.start - _BEFORE), hit.start)
    return (before.start(), before["level"]) if before else (hit.start, None)


def _acts(text: str, start: int, begin: int, end: int) -> bool:
    before = text[max(start, begin - _BEFORE) : begin]
    return bool(_PARTNER.search(before) or (_OPENS.search(before) and _DOES.match(text, end)))
