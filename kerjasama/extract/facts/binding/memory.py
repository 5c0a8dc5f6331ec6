"""What earlier sentences established: who acted, met and was named last, and for whom people stand.

Which of it a later act takes is decided in `kerjasama.extract.facts.binding.carry_over`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kerjasama.codebook.alternatives import alternatives
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.binding.most_named import MostNamed
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Bound, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.regions import full_name, level_in
from kerjasama.extract.registry import country_name, public_people
from kerjasama.records import HOME, OUTSIDE, Actor

FOR_COUNTRY = re.compile(rf"\b{words('acting_for_country')}\b", re.IGNORECASE)
"""Names of bodies that act for their country: foreign ministries, offices of presidents."""
_LED_FOR_COUNTRY = re.compile(rf"\b(?:{words('acting_for_country')}|{words('missions')})\b", re.IGNORECASE)
# The president of a firm, a club or a university speaks for that body, not for a country.
_OWN_BODIES = ("company", "association", "education_research", "international_organisation")
_LOCAL = re.compile(rf"Pemerintah {alternatives('organisation_forms', 'regions')}|{words('local_bodies')}")
_HEAD = re.compile(words("heads_of_state"))
# The last sentence of an article's opening; a headline is the first.
_LEAD = 2
# Acts whose other side is often named only as the country that somebody or something goes to.
_GOING = ("trade", "labour_mobility", "training_exchange")
# What only stands in for parties, or where something is, is not kept for the sentences that follow.
_PASSING = (
    "binding.pair_countries",
    "binding.own",
    "binding.located",
    "binding.invested_in",
    "binding.done_here",
    "binding.title",
)
# Offices that speak for their country rather than for a ministry of their own.
_FOR_COUNTRY = re.compile(rf"\b{words('offices_of_country')}\b", re.IGNORECASE)

OFFICE = "party.office"
"""The rule of a body for which somebody's office stands."""


@dataclass
class Memory:
    """What earlier sentences established: the parties last bound on each side, the article's countries."""

    people: Sequence[Actor] = ()
    organisations: dict[str, Actor] = field(default_factory=dict)
    represented: dict[str, Party] = field(default_factory=dict)
    foreign: str | None = None
    last: dict[bool, list[Party]] = field(default_factory=dict)
    last_met: dict[bool, list[Party]] = field(default_factory=dict)
    latest: dict[bool, list[Party]] = field(default_factory=dict)
    recent: dict[bool, Party] = field(default_factory=dict)
    heads: dict[bool, Party] = field(default_factory=dict)
    bodies: dict[tuple[bool, str], Party] = field(default_factory=dict)
    most_named: Mapping[bool, Party] = field(default_factory=dict)
    makers: Mapping[str, Party] = field(default_factory=dict)
    pair_abroad: bool = False
    home_place: Hit | None = None
    following: Scene | None = None
    named: MostNamed[bool] = field(default_factory=MostNamed)
    traded: dict[bool, Party] = field(default_factory=dict)

    def pass_by(self, scene: Scene) -> None:
        """Keep the people and the bodies that a sentence names, and whether it tells of two states abroad."""
        named = {p.side for p in scene.parties if p.side != OUTSIDE}
        if len(named) > 1 or HOME in named:
            self.pair_abroad = HOME not in named
        for party in scene.parties:
            if party.kind in ORGANISATIONS:
                if party.name.lower() in self.organisations:
                    self.named.count(party.foreign, party.name)
                self.bodies[party.foreign, party.name] = party
                self.bodies[party.foreign, party.kind] = self.bodies[party.foreign, ""] = party
            if party.kind == "person":
                self.recent[party.foreign] = party
                title = party.actor.role_title if party.actor else None
                if title and _HEAD.match(title):
                    self.heads[party.foreign] = party

    def protagonist(self, foreign: bool) -> list[Party]:
        """The body of a side that the article has named most so far, the first among equals: whom it is
        about. A foreign one is named at least twice: once it may be anybody.
        """
        name = self.named.of(foreign, least=2 if foreign else 1)
        return [self.bodies[foreign, name]] if name is not None else []

    def to_come(self, act: Act, foreign: bool) -> list[Party]:
        """The body of a side that the article names most, where its first sentences tell an act of a kind of
        its own whose side they name only later ("Kredit untuk PLTU itu dibatalkan").
        """
        tie = act.instrument in ("general", "business_partnership")
        body = None if tie or act.scene.number > _LEAD else self.most_named.get(foreign)
        return [body] if body else []

    def remember(self, act: Act, bound: Iterable[Bound]) -> None:
        """Keep the parties of an accepted act for the sentences that follow."""
        store = self.last_met if act.instrument == "dialogue" else self.last
        parties = [
            b.party for b in bound if b.rule not in _PASSING and b.party.rule != "party.minister_for_country"
        ]
        for foreign in (False, True):
            side = [p for p in parties if p.foreign == foreign]
            lasting = [p for p in side if p.kind != "group"] or ([] if store.get(foreign) else side)
            if lasting:
                store[foreign] = self.latest[foreign] = lasting

    def trade(self, act: Act, bound: Iterable[Bound]) -> None:
        """Keep who trades, sends or teaches, also the country that goods, workers or learners go to."""
        if act.instrument in _GOING:
            for side in bound:
                if side.party.kind in (*ORGANISATIONS, "country"):
                    self.traded[side.party.foreign] = side.party

    def carried(self, act: Act, foreign: bool) -> list[Party]:
        """The parties of the acts before, else those who met; where nobody else has been bound, who traded
        before, abroad also the country that workers or learners go to; of trade with it the firm named last
        of that country, else the country.
        """
        known = self.last.get(foreign) or self.last_met_offices(foreign)
        trader = self.traded.get(foreign)
        if known or trader is None or not (foreign or act.instrument == "trade"):
            return known
        buyer = self.bodies.get((True, "company")) if foreign and act.instrument == "trade" else None
        return [buyer if buyer and buyer.side == trader.side else trader]

    def own_branch(self, scene: Scene, parties: list[Party]) -> list[Party]:
        """ "Perusahaannya siap bermitra dengan IKM": who speaks for the branch at home of the foreign firm
        carried over speaks of that branch, which then stands on the foreign side.
        """
        speaker = self.speaker(scene)
        branch = self.organisations.get((speaker.parent or "").lower()) if speaker else None
        if branch is None or branch.kind != "company" or branch.country != HOME:
            return parties
        brand = branch.name.removeprefix("PT ").split()[:1]
        return [
            replace(p, name=branch.name, rule="party.own_branch", actor=branch)
            if p.kind == "company" and p.name.split()[:1] == brand
            else p
            for p in parties
        ]

    def speaker(self, scene: Scene) -> Actor | None:
        """The person or body to whom a sentence is attributed."""
        name = speaker_name(scene)
        return next((actor for actor in self.people if actor.name == name), None)

    def body_of(self, actor: Actor) -> Party | None:
        """The body of a person of whom the article tells none: the one of his country that acted last, else
        the one named most.
        """
        if actor.name.lower() in public_people():
            return None
        foreign = actor.country != HOME
        most = self.named.of(foreign, least=1)
        known = [*self.last.get(foreign, []), *([self.bodies[foreign, most]] if most else [])]
        return next((p for p in known if p.kind in ORGANISATIONS and p.side == actor.country), None)

    def states(self, foreign: bool) -> list[Party]:
        """The states of a side that met or acted together last, where Indonesia was one of three or more."""
        for store in (self.last_met, self.last):
            abroad, home = (self._states_of(store.get(side, [])) for side in (True, False))
            if len(abroad) > 1 and home:
                return abroad if foreign else home
        return []

    def _states_of(self, parties: Sequence[Party]) -> list[Party]:
        """The countries among parties, and those of the people and ministries among them."""
        first: dict[str, Party] = {}
        for party in parties:
            if party.side != OUTSIDE:
                first.setdefault(party.side, party)
        return [
            Party(p.start, p.end, country_name(side), "country", side, "party.states_together")
            for side, p in first.items()
        ]

    def last_met_offices(self, foreign: bool) -> list[Party]:
        """What the people of the last meeting stand for, where no other act has bound parties yet."""
        found = []
        for party in self.last_met.get(foreign, []):
            if party.actor is None or party.kind != "person":
                found.append(party)
                continue
            stands = office(party.actor, self, (party.start, party.end))
            if stands:
                found.append(stands)
        return found


def office(actor: Actor, memory: Memory, at: tuple[int, int]) -> Party | None:
    """What a person stands for: the country for heads of state and diplomats, else the organisation, told by
    the title or else by what stands beside the name.
    """
    side = actor.country or OUTSIDE
    title = actor.role_title or ""
    parent = actor.parent or ""
    if actor.kind != "person":
        return Party(*at, actor.name, actor.kind, side, "party.speaker", actor)
    known = memory.organisations.get(parent.lower())
    own = known is not None and known.kind in _OWN_BODIES
    body = memory.represented.get(actor.name)
    if body is not None and not parent and not _FOR_COUNTRY.search(title):
        return replace(body, start=at[0], end=at[1], rule="party.represented")
    if (_FOR_COUNTRY.search(title) and not own) or _LED_FOR_COUNTRY.search(parent) or not parent:
        if not actor.country:
            return None
        found = memory.body_of(actor) if not parent and not _FOR_COUNTRY.search(title) else None
        if found is not None:
            return replace(found, start=at[0], end=at[1], rule="party.told_before")
        return Party(*at, country_name(side), "country", side, "party.office_of_country")
    if known is None:
        return body_of_office(parent, side, at)
    return Party(*at, known.name, known.kind, known.country or side, OFFICE, known)


def body_of_office(parent: str, side: str, at: tuple[int, int]) -> Party:
    """The body that only the title of a person at [start, end) names: "Kementerian Perdagangan" where the
    article has but "Menteri Perdagangan X".
    """
    kind = "local_government" if _LOCAL.match(parent) else "government"
    parent = parent.replace("Pemerintah Provinsi ", f"Pemerintah {level_in(side, 'Provinsi')} ")
    parent = full_name(parent) if kind == "local_government" else parent
    return Party(*at, parent, kind, side, OFFICE)


def speaker_name(scene: Scene) -> str | None:
    """Who speaks in a sentence, if anybody."""
    return scene.said_by.speaker if scene.said_by else None
