"""Who comes and who receives at a meeting (codebook section 2): by its verb, by who travels where, by its
place, by who is sent.

What plays no part here: who meets, which `kerjasama.extract.facts.binding.meeting_parties` finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.acts import TOLD, Act
from kerjasama.extract.facts.acts.visits import visit
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Bound, Party, side_of
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.registry import entity_lexicon
from kerjasama.records import HOME, OUTSIDE

_RECEIVING = re.compile(rf"^{words('receives')}\b", re.I)
_RECEIVED = re.compile(rf"^{words('received')}\b", re.I)
_VISITING = re.compile(rf"^{words('visits')}", re.I)
_JOURNEY = re.compile(rf"\b{words('journeys')}(?:nya)?\b", re.I)
# What stands right before the place that somebody goes to.
_TOWN = r"(?:[A-Z][\w.-]+\s?){1,4},\s+"
_TO = re.compile(
    rf"(?:\b{words('to_a_place')}\s+(?i:{words('before_a_place')}\s+)*(?:{_TOWN})?|[Mm]engunjungi\s+)\Z"
)
_SENT = re.compile(rf"\b{words('guests')}\b", re.I)
_ENVOY = re.compile(words("envoys"), re.I)
_LOCATED = re.compile(r"\b(?:di|ke)\s+(?:[\w-]+\s+){0,4}\Z")
_VENUE_ABROAD = re.compile(rf"\b{words('venues_abroad')}\b")
_NEAR = 90
"""Letters from a word of travelling within which its place stands."""
_WORD = 12
_BEFORE_NAME = 30


class Journey(NamedTuple):
    """A journey that the text tells: whether the Indonesian side makes it, and which country is the other."""

    scene: int
    home_goes: bool
    country: str


class Setting(NamedTuple):
    """Where to look for who receives: the sentences of the fact, all of the article's, and its dateline."""

    own: Sequence[Scene] = ()
    article: Sequence[Scene] = ()
    dateline: str | None = None


def meeting_roles(act: Act, bound: Sequence[Bound], setting: Setting) -> list[str]:
    """The roles of who meets: visitor on one side and host on the other, or `party` where no word tells."""
    home_comes = _home_comes(act, bound, setting)
    if home_comes is None:
        return ["party"] * len(bound)
    return ["visitor" if (b.party.side == HOME) == home_comes else "host" for b in bound]


def _home_comes(act: Act, bound: Sequence[Bound], setting: Setting) -> bool | None:
    """Whether the Indonesian side is the one that comes; None where nothing tells."""
    told = visit(act)
    if told is not None:
        return not told.guest.foreign
    first_home = _first_is_home(act, bound)
    if _RECEIVING.match(act.trigger.phrase):
        return None if first_home is None else not first_home
    if _RECEIVED.match(act.trigger.phrase):
        return first_home
    abroad = {b.party.side for b in bound if b.party.foreign}
    own = _directions(journeys([act.scene]), abroad)
    if own is not None:
        return own
    if _VISITING.match(act.trigger.phrase):
        return first_home
    venues = (_venue(scene, abroad) for scene in (act.scene, *setting.own))
    signs = (*venues, _guests(act, bound))
    told_here = next((found for found in signs if found is not None), None)
    if told_here is not None or act.trigger_id == TOLD:
        return told_here
    elsewhere = _told_elsewhere(act.scene, setting.article, abroad)
    return elsewhere if elsewhere is not None else _written_abroad(setting.dateline, abroad)


def _first_is_home(act: Act, bound: Sequence[Bound]) -> bool | None:
    """Whether the party before the verb is Indonesian: it is the verb's subject."""
    subjects = [b.party for b in bound if b.party.end <= act.trigger.start]
    if subjects:
        return max(subjects, key=lambda p: p.end).side == HOME
    objects = [b.party for b in bound if b.party.start >= act.trigger.end]
    if objects:
        return min(objects, key=lambda p: p.start).side != HOME
    return None


def _venue(scene: Scene, abroad: set[str]) -> bool | None:
    """Whether the place where a sentence plays is abroad: that behind "di" or "ke", else any that it names.
    A third country is nobody's home.
    """
    named = [*scene.of("place"), *scene.of("foreign_place")]
    there = [hit for hit in named if _LOCATED.search(scene.text, scene.start, hit.start)]
    countries = {side_of(hit) for hit in there or named}
    away = {code != HOME for code in countries if code == HOME or code in abroad or abroad == {OUTSIDE}}
    if not countries and _VENUE_ABROAD.search(scene.text, scene.start, scene.end):
        return True
    return away.pop() if len(away) == 1 else None


def _written_abroad(dateline: str | None, abroad: set[str]) -> bool | None:
    """True where the article comes from the country of those met: "BEIJING, …"."""
    hits = entity_lexicon().hits(dateline) if dateline else ()
    return True if any(hit.kind in ("city", "country") and hit.code in abroad for hit in hits) else None


def _guests(act: Act, bound: Sequence[Bound]) -> bool | None:
    """ "Delegasi JICA", "Duta Besar Turki": the one side of which somebody is sent to the other."""
    sent = {b.party.side == HOME for b in bound if _is_sent(b.party, act.scene.text)}
    return sent.pop() if len(sent) == 1 else None


def _is_sent(party: Party, text: str) -> bool:
    title = party.actor.role_title if party.actor and party.actor.kind == "person" else None
    printed = text[max(0, party.start - _BEFORE_NAME) : party.end]
    return bool(_SENT.search(printed) or (title and _ENVOY.match(title)))


def _told_elsewhere(scene: Scene, told_scenes: Sequence[Scene], abroad: set[str]) -> bool | None:
    """The direction of the journey told last before a sentence, else of the first one behind it."""
    there = [journey for journey in journeys(told_scenes) if journey.country in abroad]
    before = [journey for journey in there if journey.scene < scene.number]
    if before:
        return _directions([j for j in before if j.scene == before[-1].scene], abroad)
    behind = [journey for journey in there if journey.scene > scene.number]
    return _directions([j for j in behind if j.scene == behind[0].scene], abroad) if behind else None


def _directions(told: Sequence[Journey] | Iterator[Journey], abroad: set[str]) -> bool | None:
    """Whether the journeys to or from the countries `abroad` are all made by the Indonesian side, or none."""
    ways = {journey.home_goes for journey in told if journey.country in abroad}
    return ways.pop() if len(ways) == 1 else None


def journeys(told_scenes: Sequence[Scene]) -> Iterator[Journey]:
    """The journeys between Indonesia and another country that sentences tell: "lawatan kenegaraan ke Oslo",
    "kedatangan Presiden Norwegia di Jakarta".
    """
    for scene in told_scenes:
        for match in _JOURNEY.finditer(scene.text, scene.start, scene.end):
            place = _goal(scene, match.end())
            if place is None:
                continue
            goal = side_of(place)
            traveller = _traveller(scene, match.start(), match.end(), place.start)
            if goal != HOME and (traveller is None or not traveller.foreign):
                yield Journey(scene.number, True, goal)
            elif goal == HOME and traveller is not None and traveller.foreign:
                yield Journey(scene.number, False, traveller.side)


def _goal(scene: Scene, behind: int) -> Hit | None:
    """The place or country behind a word of travelling to which it goes."""
    places = [*scene.of("place"), *scene.of("foreign_place"), *scene.of("country")]
    near = sorted((h for h in places if behind <= h.start <= behind + _NEAR), key=lambda hit: hit.start)
    since = max(scene.start, behind - _WORD)
    return next((hit for hit in near if _TO.search(scene.text, since, hit.start)), None)


def _traveller(scene: Scene, start: int, end: int, goal: int) -> Party | None:
    """Who travels: named between the word and its goal, else last before the word."""
    between = [p for p in scene.parties if end <= p.start < goal]
    before = [p for p in scene.parties if p.end <= start]
    return between[0] if between else before[-1] if before else None
