"""Places that stand for a country as a party: where something is invested, built or done, or where it goes.

Which rule of binding asks for them is decided in `kerjasama.extract.facts.binding.binding`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama.extract.facts.acts.acts import CALL, Act
from kerjasama.extract.facts.binding.memory import Memory
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Party, side_of
from kerjasama.extract.regions import LEVEL
from kerjasama.extract.registry import country_name
from kerjasama.records import HOME

_AT = re.compile(
    rf"(?:\b(?:di|ke)\s+(?:{words('areas')}\s+)?|\b(?:di|ke)\s+[A-Z][\w\s]{{2,40}},\s+)"
    rf"(?:{LEVEL}\s+)?\Z"
)
_FROM = re.compile(rf"\b(?:dari|asal)\s+(?:[a-z]+\s+){{0,3}}(?:(?:{LEVEL}|Pelabuhan)\s+)?\Z")
# "Ke kota Hamburg", "penerbangan Manado-Narita".
_TOWN = re.compile(
    rf"\b(?i:{words('to_a_town')})\s+(?i:{words('parts_of_a_town')}\s+)?\Z|\b[A-Z]\w+\s?[-–]\s?\Z"
)
# Bodies from abroad that do something at the place that the article is of.
_DOERS = ("company", "public_agency", "international_organisation")
_DONE_AT_A_PLACE = ("finance", "technical_assistance", "training_exchange", "programme")
_AT_A_PLACE = ("investment", *_DONE_AT_A_PLACE)


def invested_in(act: Act, here: Sequence[Party]) -> list[Party]:
    """The countries where an investment is made: those that the sentence names as a place."""
    if act.instrument != "investment":
        return []
    return [p for p in here if p.kind == "country" and p.start in act.scene.located]


def built_here(act: Act) -> list[Party]:
    """Indonesia, where something is built at a place of it that the sentence names ("pabrik di Karawang")."""
    return _at_home(act, act.trigger.end + 1) if act.instrument == "investment" else []


def done_here(act: Act) -> list[Party]:
    """Indonesia, where something is paid, taught or run at a place of it that the sentence names."""
    done = (*_DONE_AT_A_PLACE, "agreement")
    return _at_home(act, act.scene.start) if act.instrument in done else []


def goods_from(act: Act) -> list[Party]:
    """Indonesia, where goods come from a place of it: "ekspor kerapu dari Natuna ke Hong Kong"."""
    scene = act.scene
    if act.instrument != "trade":
        return []
    for place in scene.of("place"):
        if _FROM.search(scene.text, max(scene.start, place.start - 40), place.start):
            region = [p for p in scene.parties if p.kind == "local_government" and p.start == place.start]
            rule = "party.goods_from"
            return region[:1] or [Party(place.start, place.end, country_name(HOME), "country", HOME, rule)]
    return []


def articles_place(act: Act, memory: Memory) -> list[Party]:
    """Indonesia, where a body from abroad builds, pays or teaches and the sentence says nowhere: the article
    is of a place at home.
    """
    scene, place = act.scene, memory.home_place
    if place is None or act.strength != "act" or act.instrument not in _AT_A_PLACE:
        return []
    start, end = scene.clauses[act.clause]
    doers = [p for p in scene.parties if p.foreign and p.kind in _DOERS and start <= p.start < end]
    towns = (
        _AT.search(scene.text, max(scene.start, t.start - 60), t.start) for t in scene.of("foreign_place")
    )
    if not doers or any(towns) or any(p.foreign and p.start in scene.located for p in scene.parties):
        return []
    return [Party(place.start, place.end, country_name(HOME), "country", HOME, "party.articles_place")]


def called_at(act: Act) -> list[Party]:
    """Indonesia, at whose port a foreign ship calls, or whose own ship ("KRI …") calls abroad."""
    if act.trigger_id != CALL:
        return []
    if "kri" in act.trigger.phrase.lower().split():
        span = act.trigger.start, act.trigger.end
        return [Party(*span, country_name(HOME), "country", HOME, "party.own_ship")]
    return _at_home(act, act.scene.start)


def _at_home(act: Act, since: int) -> list[Party]:
    """Indonesia, by the first of its places from `since` on at which a sentence says that a thing is done;
    the region itself where the article knows it as a body ("investasi ke Jatim").
    """
    scene = act.scene
    if act.strength != "act" and act.trigger_id != "investment.noun":
        return []
    for place in scene.of("place"):
        before = scene.text[max(scene.start, place.start - 60) : place.start]
        if place.start >= since and _AT.search(before):
            region = [p for p in scene.parties if p.kind == "local_government" and p.start == place.start]
            rule = "party.place_of_investment"
            return region[:1] or [Party(place.start, place.end, country_name(HOME), "country", HOME, rule)]
    return []


def towns_country(act: Act, memory: Memory) -> list[Party]:
    """The country of the foreign town that something comes from or goes to ("mengirim penyuluh ke Harare"),
    or where it is done; the parties of that country that were told last, where there are any. Who signs a
    document there is the body named last, where it is of that country.
    """
    scene = act.scene
    for town in scene.of("foreign_place"):
        if _TOWN.search(scene.text, max(scene.start, town.start - 40), town.start):
            code = side_of(town)
            named = memory.bodies.get((True, "")) if act.instrument == "agreement" else None
            told = memory.last.get(True) or ([named] if named else [])
            country = Party(town.start, town.end, country_name(code), "country", code, "party.town")
            return [party for party in told if party.side == code] or [country]
    return []
