"""Who goes to which country: "kunjungan kenegaraan Presiden X ke Indonesia" names guest and host.

What counts as a visit is told in `codebook/frames.yaml` (`visiting`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Party, side_of
from kerjasama.extract.regions import LEVEL
from kerjasama.extract.registry import country_name
from kerjasama.records import HOME

_SIT_TOGETHER = frozenset(load("frames")["sit_together"])
_VISITING = re.compile(rf"{words('visiting')}", re.I)
_GOING = re.compile(rf"{words('going_to')}", re.I)
_OFFICE = re.compile(rf"\b{words('single_offices')}\s+\Z", re.I)
_TO = re.compile(r"\b(?:ke|kepada)\s+(?:negara\s+|kantor\s+|markas\s+|[A-Z][\w.]+,?\s+)?\Z")
# What may stand before the name of a place that one goes to.
_PLACE = rf"(?:(?i:{LEVEL}|pulau)\s+)?"
_TO_PLACE = re.compile(rf"\)?,?\s+(?:[a-z]+\s+){{0,3}}ke\s+{_PLACE}")
# "Mengunjungi Bali", "berkunjung ke kebun alpukat di Karanganyar".
_GOES = re.compile(rf"{words('goes_to_see')}\b", re.I)
_AT_PLACE = re.compile(rf"(?:\s+[^.;:]{{0,80}}?\b(?:ke|di))?\s+{_PLACE}")
_GUESTS = re.compile(rf"(?:para\s+|[a-z]+\s+)?{words('guests')}\b", re.I)
_STRAIGHT_TO = re.compile(r"\s+(?:[a-z]+\s+){0,2}ke\s+(?:negara\s+|[A-Z][\w.]+,?\s+)?")


class Visit(NamedTuple):
    """A person or a body, and the country or body of the other side that he goes to."""

    guest: Party
    host: Party


def visit(act: Act) -> Visit | None:
    """The visit that the words behind an act's noun, or around its verb, tell; None where guest or country is
    not named.
    """
    if _GOING.match(act.trigger.phrase):
        return _going(act)
    if not _VISITING.match(act.trigger.phrase):
        return None
    behind = [party for party in act.scene.parties if party.start >= act.trigger.end]
    people = [party for party in behind if party.kind == "person"]
    guests = people or [party for party in behind if party.kind in ("group", *ORGANISATIONS)]
    weak = act.scene.weak
    hosts = [p for p in behind if p.kind in ("country", *ORGANISATIONS) and p.start not in weak]
    return next(
        (
            Visit(guest, host)
            for guest in guests
            for host in hosts
            if guest.end <= host.start
            and guest.foreign != host.foreign
            and _TO.search(act.scene.text, guest.end, host.start)
        ),
        None,
    )


def visited_country(act: Act) -> Party | None:
    """The country of the town or region that a guest of the other side goes to: "kunjungan Presiden X ke
    Jakarta", "Duta Besar X mengunjungi desa di Bangli".
    """
    if _GOES.match(act.trigger.phrase):
        return _home_visited(act)
    if not _VISITING.match(act.trigger.phrase):
        return None
    scene = act.scene
    for guest in (p for p in scene.parties if p.kind == "person" and p.start >= act.trigger.end):
        for place in (*scene.of("place"), *scene.of("foreign_place")):
            away = (side_of(place) == HOME) == guest.foreign
            if away and _TO_PLACE.fullmatch(scene.text, guest.end, max(guest.end, place.start)):
                return _country(place)
    return None


def _home_visited(act: Act) -> Party | None:
    """Indonesia, at a place of which a person or body from abroad that stands before the verb calls."""
    scene = act.scene
    start, end = scene.clauses[act.clause]
    guests = [p for p in scene.parties if start <= p.start < act.trigger.start and p.start not in scene.weak]
    if not guests or not guests[-1].foreign or not _comes(guests[-1]):
        return None
    behind = (hit for hit in scene.of("place") if act.trigger.end <= hit.start < end)
    place = next((hit for hit in behind if _AT_PLACE.fullmatch(scene.text, act.trigger.end, hit.start)), None)
    return _country(place) if place else None


def _comes(guest: Party) -> bool:
    return guest.kind in ("person", *ORGANISATIONS) or bool(_GUESTS.match(guest.name))


def _country(place: Hit) -> Party:
    code = side_of(place)
    return Party(place.start, place.end, country_name(code), "country", code, "party.visited_place")


def _going(act: Act) -> Visit | None:
    """ "Raja Norwegia akan berkunjung ke Indonesia": who stands last before the verb, a person or the head of
    a state, and Indonesia behind it. Whom an Indonesian meets abroad the article tells.
    """
    scene, text = act.scene, act.scene.text
    start = scene.clauses[act.clause][0]
    before = [party for party in scene.parties if start <= party.start and party.end <= act.trigger.start]
    host = next((party for party in scene.parties if party.start >= act.trigger.end), None)
    if not before or host is None or host.kind != "country" or host.foreign or not before[-1].foreign:
        return None
    guest = before[-1]
    head = guest.kind == "country" and _OFFICE.search(text, start, guest.start)
    towards = _STRAIGHT_TO.fullmatch(text, act.trigger.end, host.start) or act.trigger.phrase.endswith(" ke")
    return Visit(guest, host) if towards and (guest.kind == "person" or head) else None


def goes_to(act: Act) -> bool:
    """Whether a noun of visiting is followed by the country visited: "hasil kunjungan ke Jepang"."""
    if not _VISITING.match(act.trigger.phrase):
        return False
    behind = (party for party in act.scene.parties if party.start >= act.trigger.end)
    country = next(behind, None)
    return (
        country is not None
        and country.kind == "country"
        and bool(_STRAIGHT_TO.fullmatch(act.scene.text, act.trigger.end, country.start))
    )


def we_met(act: Act) -> bool:
    """Whether "kami" sat down together, of whom the article told: "sudah tiga putaran kami duduk bersama"."""
    start = act.scene.clauses[act.clause][0]
    we = any(h.code == "speaker" and start <= h.start < act.trigger.start for h in act.scene.of("stand_in"))
    named = any(p.start >= act.trigger.end for p in act.scene.parties)
    return we and not named and act.trigger.phrase in _SIT_TOGETHER
