"""Places of a fact (codebook section 2): where it applies, takes place or is built, and whose region is a
party.

Four rules, each asked where those before it find none: `place.own`, what the fact's own sentences name as a
place (`sites`); `place.behind`, what a sentence behind names that takes up a meeting or a thing of the fact's
("Pertemuan itu berlangsung di …"); `place.before`, where the building or project that the fact's sentence
points back at was told to stand ("Pabrik itu …"); `place.party`, the region whose government or public body
is a party. Foreign towns are told by the first two, as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Bound, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.facts.slots.sites import Gazetteer, printed_town, regions_in
from kerjasama.extract.names.body_nouns import pointed_kinds
from kerjasama.extract.regions import LEVEL
from kerjasama.records import Anchor

# "Pelatihan interaktif ini", "ketentuan tarif tersebut": the noun is one of the two words before.
_THAT = re.compile(rf"\b(?:((?!me|di|ber)[a-zA-Z][\w-]{{3,}}) )?([a-zA-Z]\w{{3,}}) {words('this_one')}\b")
_WORD = re.compile(r"[\w-]+")
_MEETING = re.compile(words("meetings_told"), re.I)
_SITE = re.compile(rf"\b{words('built')}\b(?: [\w-]+){{0,9}} {words('this_one')}\b", re.I)
_PUBLIC = re.compile(rf"^Pemerintah {LEVEL}\b|\b{words('regional_bodies')}\b")
# "Bukan di X", "tanpa singgah di X", "dibandingkan lewat X"; "pertemuan mereka sebelumnya di X".
_NOT_THERE = re.compile(rf"\b{words('not_there')}\b[^.,;]*\Z")
# "… membahas investasi di X".
_ABOUT = re.compile(rf"\b{words('talks_about')}\b")
_EARLIER = re.compile(r"\bsebelumnya\b[^.,;]*\Z")
_FAR = 3
_OPENING = 60
"""How soon a sentence that is not the next one must take up a thing of the fact's to tell of it."""

Reader = Callable[[Scene], list[Hit]]


class Told(NamedTuple):
    """A region's code or a town's name, the rule that found it, and the words that tell it."""

    value: str
    rule: str
    start: int
    end: int


def places_of(
    acts: Sequence[Act], bound: Sequence[Bound], told_scenes: Sequence[Scene], gazetteer: Gazetteer
) -> tuple[tuple[str, ...], tuple[str, ...], list[Anchor]]:
    """Indonesian places (codes) and foreign places (names) of a fact; its leading act is the first."""
    foreign, home = (
        [told for act in acts for told in _own(act, read)] for read in (gazetteer.towns, gazetteer.regions)
    )
    lead = acts[0]
    abroad = lead.instrument in ("dialogue", "agreement") and bool(foreign)
    if not home and not abroad:
        home = _behind(lead, told_scenes, gazetteer.regions) or _before(lead, told_scenes, gazetteer.regions)
    if lead.instrument == "dialogue" and not home and not foreign:
        foreign = _behind(lead, told_scenes, gazetteer.towns)
    if not home and not (lead.instrument == "dialogue" and (foreign or _located_abroad(lead))):
        home = _of_parties(bound)
    foreign = [told._replace(value=name) for told, name in zip(foreign, _names(foreign, lead), strict=True)]
    anchors = [
        Anchor(slot, told.rule, told.start, told.end)
        for slot, found in (("places", home), ("foreign_places", foreign))
        for told in found
    ]
    values = (tuple(dict.fromkeys(told.value for told in found)) for found in (home, foreign))
    return next(values), next(values), anchors


def _names(foreign: Iterable[Told], act: Act) -> list[str]:
    """The towns' names; of two that the text prints for one town, the first."""
    names: dict[str, str] = {}
    for told in foreign:
        hit = Hit(told.start, told.end, "foreign_place", told.value, "")
        names.setdefault(told.value, printed_town(hit, act.scene.text))
    return [names[told.value] for told in foreign]


def _located_abroad(act: Act) -> bool:
    """Whether a sentence tells of something in a foreign country: "mengunjungi pusat riset di Jepang"."""
    return any(party.foreign and party.start in act.scene.located for party in act.scene.parties)


def _told(hits: Iterable[Hit], rule: str) -> list[Told]:
    return [Told(hit.code, rule, hit.start, hit.end) for hit in hits]


def _own(act: Act, read: Reader) -> list[Told]:
    """The places of an act's sentence, but for those of another act that it tells of."""
    return _told((hit for hit in read(act.scene) if not _of_another(act, hit)), "place.own")


def _of_another(act: Act, hit: Hit) -> bool:
    """Whether nothing is done there ("bukan di X"), what is done there was earlier, or a meeting only talks
    about it ("membahas investasi di X").
    """
    text, scene = act.scene.text, act.scene
    if _NOT_THERE.search(text, scene.start, hit.start):
        return True
    since, earlier = act.trigger.end, _EARLIER.search(text, scene.start, hit.start)
    if earlier and any(since <= other.start < earlier.start() for other in scene.of("trigger")):
        return True
    return act.instrument == "dialogue" and bool(_ABOUT.search(text, since, hit.start))


def _behind(act: Act, told_scenes: Sequence[Scene], read: Reader) -> list[Told]:
    """The places of the first of the next two sentences that takes up what the act's sentence tells."""
    for scene in told_scenes:
        if 0 < scene.number - act.scene.number <= 2 and (since := _taken_up(act, scene)) is not None:
            return _told((hit for hit in read(scene) if hit.start >= since), "place.behind")
    return []


def _taken_up(act: Act, scene: Scene) -> int | None:
    """Where the words end by which a sentence goes on with the act's meeting, or a thing that its sentence
    prints; None where it does not.
    """
    next_one = scene.number == act.scene.number + 1
    own = _WORD.findall(scene.text[act.scene.start : act.scene.end].lower())
    until = scene.end if next_one else min(scene.end, scene.start + _OPENING)
    for match in _THAT.finditer(scene.text, scene.start, until):
        nouns = [word.lower() for word in match.groups() if word]
        if act.instrument == "dialogue":
            found = any(_MEETING.fullmatch(noun) for noun in nouns)
        else:
            things = set(nouns) & set(own) - set(load("frames")["no_things"])
            found = bool(things) and nouns[-1] not in pointed_kinds()
        if found:
            return match.end()
    return None


def _before(act: Act, told_scenes: Sequence[Scene], read: Reader) -> list[Told]:
    """The places, the smaller ones where there are two sizes, of the last sentence that names any before one
    that points back at a site.
    """
    if not _SITE.search(act.scene.text, act.scene.start, act.scene.end):
        return []
    for scene in reversed(told_scenes):
        if 0 < act.scene.number - scene.number <= _FAR and (hits := read(scene)):
            smaller = [hit for hit in hits if not hit.code.startswith("ID-")]
            return _told(smaller or hits, "place.before")
    return []


def _of_parties(bound: Iterable[Bound]) -> list[Told]:
    """The regions whose governments, or whose schools, hospitals and firms, are parties."""
    return [
        Told(code, "place.party", b.party.start, b.party.end)
        for b in bound
        if not b.party.foreign
        for code in regions_in(_public_body(b.party))
    ]


def _public_body(party: Party) -> str:
    """The name of a region's government or public body that a party is, or that a person heads; else ""."""
    name = (party.actor.parent or "") if party.kind == "person" and party.actor else party.name
    return name if party.kind == "local_government" or _PUBLIC.search(name) else ""
