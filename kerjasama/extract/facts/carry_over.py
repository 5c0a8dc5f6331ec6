"""What carries a party over from outside an act's own words: memory, stand-ins, speakers, offices.

"Kedua negara", "keduanya", "kami", a minister who speaks for his country, the people of the last meeting.
Which rule is tried when is decided in `kerjasama.extract.facts.binding`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kerjasama.extract.facts.acts import Act
from kerjasama.extract.facts.frames import words
from kerjasama.extract.facts.parties import HOME, OUTSIDE, Party, country_name, home_country
from kerjasama.extract.facts.scenes import Scene
from kerjasama.records import Actor

MISSION = re.compile(rf"\b{words('missions')}\b", re.IGNORECASE)
"""Names of bodies that act for their country: embassies, consulates, foreign ministries."""

ORGANISATIONS = (
    "government",
    "local_government",
    "public_agency",
    "company",
    "association",
    "education_research",
    "international_organisation",
)
"""Actor kinds that are bodies of their own, neither people nor unnamed groups nor countries."""

# The president of a firm, a club or a university speaks for that body, not for a country.
_OWN_BODIES = ("company", "association", "education_research", "international_organisation")
_LOCAL = re.compile(r"Pemerintah (?:Provinsi|Kabupaten|Kota|Daerah)|Dinas |DPRD ")
_MEETS = re.compile(words("meets"))
_HEAD = re.compile(r"(?:Wakil )?Presiden(?! (?:Direktur|Komisaris))|Perdana Menteri")
_PLURAL = frozenset(("kami", "pihaknya", "pihak kami"))
_TWO_OF_A_KIND = {
    "perusahaan": "company",
    "bank": "company",
    "universitas": "education_research",
    "kota": "local_government",
    "daerah": "local_government",
}
_TWO_PEOPLE = re.compile(r"keduanya|(?:kedua|dua) (?:pemimpin|kepala|menteri|pihak|belah|delegasi)")
# What only stands in for parties, or where something is, is not kept for the sentences that follow.
_PASSING = (
    "binding.pair_countries",
    "binding.own",
    "binding.located",
    "binding.invested_in",
    "binding.title",
)
# Offices that speak for their country rather than for a ministry of their own.
_FOR_COUNTRY = re.compile(rf"\b{words('offices_of_country')}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bound:
    """A party of an act and the rule that bound it ("clause", "sentence", "speaker", "carry", …)."""

    party: Party
    rule: str


@dataclass
class Memory:
    """What earlier sentences established: the parties last bound on each side, the article's countries."""

    people: Sequence[Actor] = ()
    organisations: dict[str, Actor] = field(default_factory=dict)
    employers: dict[str, Party] = field(default_factory=dict)
    foreign: str | None = None
    last: dict[bool, list[Party]] = field(default_factory=dict)
    last_met: dict[bool, list[Party]] = field(default_factory=dict)
    recent: dict[bool, Party] = field(default_factory=dict)
    heads: dict[bool, Party] = field(default_factory=dict)
    bodies: dict[tuple[bool, str], Party] = field(default_factory=dict)
    pair_abroad: bool = False
    told_of: dict[bool, Counter[str]] = field(default_factory=lambda: {False: Counter(), True: Counter()})
    traded: dict[bool, Party] = field(default_factory=dict)

    def pass_by(self, scene: Scene) -> None:
        """Keep the people and the bodies that a sentence names, and whether it tells of two states abroad."""
        named = {p.side for p in scene.parties if p.side != OUTSIDE}
        if len(named) > 1 or HOME in named:
            self.pair_abroad = HOME not in named
        for party in scene.parties:
            if party.kind in ORGANISATIONS:
                if party.name.lower() in self.organisations:
                    self.told_of[party.foreign][party.name] += 1
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
        most = [
            name for name, times in self.told_of[foreign].most_common(1) if times >= (2 if foreign else 1)
        ]
        return [self.bodies[foreign, name] for name in most]

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
                store[foreign] = lasting

    def trade(self, act: Act, bound: Iterable[Bound]) -> None:
        """Keep who trades, also the country that the goods go to."""
        if act.instrument == "trade":
            for side in bound:
                if side.party.kind in (*ORGANISATIONS, "country"):
                    self.traded[side.party.foreign] = side.party

    def carried(self, act: Act, foreign: bool) -> list[Party]:
        """The parties of the acts before, else those who met; of trade that nobody else has bound, who traded
        before: the firm named last of the country that the goods go to, else the country.
        """
        known = self.last.get(foreign) or self.last_met_offices(foreign)
        trader = self.traded.get(foreign)
        if known or act.instrument != "trade" or trader is None:
            return known
        buyer = self.bodies.get((True, "company"))
        return [buyer if foreign and buyer and buyer.side == trader.side else trader]

    def own_branch(self, scene: Scene, parties: list[Party]) -> list[Party]:
        """ "Perusahaannya siap bermitra dengan IKM": who speaks for the branch at home of the foreign firm
        carried over speaks of that branch, which then stands on the foreign side.
        """
        name = speaker_name(scene)
        speaker = next((a for a in self.people if a.name == name and a.kind == "person"), None)
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
    employer = memory.employers.get(actor.name)
    if employer is not None and not parent and not _FOR_COUNTRY.search(title):
        return replace(employer, start=at[0], end=at[1], rule="party.employer")
    if (_FOR_COUNTRY.search(title) and not own) or MISSION.search(parent) or not parent:
        if not actor.country:
            return None
        return Party(*at, country_name(side), "country", side, "party.office_of_country")
    if known is None:
        kind = "local_government" if _LOCAL.match(parent) else "government"
        return Party(*at, parent, kind, side, "party.office")
    return Party(*at, known.name, known.kind, known.country or side, "party.office", known)


def speaker_name(scene: Scene) -> str | None:
    """Who speaks in a sentence, if anybody."""
    return scene.said_by.speaker if scene.said_by else None


def first_mention(actor: Actor, scene: Scene) -> tuple[int, int]:
    """Where an actor is first printed: what anchors a party that the sentence itself does not print."""
    return actor.mentions[0] if actor.mentions else (scene.start, scene.end)


def speaker_party(scene: Scene, memory: Memory, foreign: bool) -> Party | None:
    """What the speaker of a sentence stands for, where he is of the side asked for."""
    name = speaker_name(scene)
    if name is None:
        return None
    for actor in memory.people:
        if actor.name == name:
            party = office(actor, memory, first_mention(actor, scene))
            return party if party and party.foreign == foreign else None
    return None


def spoken_for(act: Act, memory: Memory, foreign: bool) -> list[Party]:
    """What the speaker stands for; a minister who speaks of a whole country, its firms or groups speaks for
    his own country.
    """
    party = speaker_party(act.scene, memory, foreign)
    if party is None:
        return []
    others = [p for p in act.scene.parties if p.foreign != foreign and p.kind in ORGANISATIONS]
    if party.kind == "government" and party.rule == "party.office" and not others:
        return [
            replace(
                party,
                name=country_name(party.side),
                kind="country",
                rule="party.minister_for_country",
                actor=None,
            )
        ]
    return [party]


def we(act: Act, here: Sequence[Party], memory: Memory, foreign: bool) -> list[Party]:
    """ "Kami berharap JICA …, yang dibutuhkan Indonesia": who says "kami" before the act is its party, not
    the country that comes after it.
    """
    stands = act.scene.of("stand_in")
    first = any(h.code == "speaker" and h.start < act.trigger.start for h in stands)
    own = [p for p in here if p.start < act.trigger.start or p.kind != "country"]
    if own or not first or any(h.code == "pair_countries" for h in stands):
        return []
    return spoken_for(act, memory, foreign)


def told_to_the_met(scene: Scene, memory: Memory, foreign: bool) -> list[Party]:
    """ "Kami memiliki kemitraan": in direct speech of one who met somebody, the other side is whom he met."""
    if scene.said_by is None or not any(h.code == "speaker" for h in scene.of("stand_in")):
        return []
    return memory.last_met_offices(foreign)


def stand_in(act: Act, code: str, memory: Memory, foreign: bool) -> list[Party]:
    """The side that "kedua negara" (`pair_countries`) or "kedua pihak" (`pair`) stands for."""
    hits = [h for h in act.scene.of("stand_in") if h.code == code]
    if not hits:
        return []
    hit = hits[0]
    if code == "pair_countries":
        if memory.pair_abroad and not any(p.side == HOME for p in act.scene.parties):
            return []
        if not foreign:
            return [Party(hit.start, hit.end, home_country(), "country", HOME, f"party.{code}")]
        if memory.foreign:
            name = country_name(memory.foreign)
            return [Party(hit.start, hit.end, name, "country", memory.foreign, f"party.{code}")]
        return []
    met, last = memory.last_met_offices(foreign), memory.last.get(foreign, [])
    parties = met if met and (not last or all(p.kind == "country" for p in last)) else last
    if not parties:
        # "Kedua perusahaan": where nothing has bound them yet, the firms of both sides named last.
        kind = _TWO_OF_A_KIND.get(hit.phrase.rpartition(" ")[2], "")
        last_named = [memory.bodies.get((side, kind)) for side in (foreign, not foreign)]
        parties = [party for party in last_named[:1] if party and last_named[1]]
    return [replace(p, start=hit.start, end=hit.end, rule=f"party.{code}") for p in parties]


def recent_person(act: Act, memory: Memory, foreign: bool) -> list[Party]:
    """The person of a side named last before the sentence: who "saat bertemu Presiden" leaves out."""
    person = memory.recent.get(foreign)
    told_by = memory.last_met.get(foreign)
    if person is None:
        return []
    if any(h.code == "pronoun" for h in act.scene.of("stand_in")):
        # "Beliau diterima Rektor X": of the side that the sentence does not name.
        return [] if any(p.foreign == foreign for p in act.scene.parties) else [person]
    if told_by or not _MEETS.match(act.trigger.phrase):
        return []
    return [person]


def both_met(scene: Scene, memory: Memory, foreign: bool) -> list[Party]:
    """ "Kedua pemimpin", "keduanya": the people of the last meeting."""
    hits = [
        h
        for h in scene.of("stand_in")
        if h.code in ("pair", "pair_countries") and _TWO_PEOPLE.match(h.phrase)
    ]
    if not hits:
        return []
    return [replace(p, start=hits[0].start, end=hits[0].end) for p in memory.last_met.get(foreign, [])]


def own_side(act: Act, foreign: bool) -> list[Party]:
    """Indonesia, where the sentence says "pemerintah" or the like."""
    if foreign:
        return []
    hits = [h for h in act.scene.of("stand_in") if h.code == "own"]
    return [Party(h.start, h.end, home_country(), "country", HOME, "party.own") for h in hits[:1]]


def offices(here: Sequence[Party], speaker: str | None, memory: Memory) -> list[Party]:
    """What the people of a sentence stand for, its speaker left out."""
    found = []
    for party in here:
        if party.kind == "person" and party.actor and party.name != speaker:
            stands = office(party.actor, memory, (party.start, party.end))
            if stands:
                found.append(stands)
    return found


def _whom_he_speaks_of(speaker: Party, memory: Memory) -> Party:
    """The head of state named last, where a minister tells of a meeting: the president met, he reports."""
    head = memory.heads.get(speaker.foreign)
    if head is None or head.name == speaker.name:
        return speaker
    title = speaker.actor.role_title if speaker.actor and speaker.actor.role_title else ""
    return replace(head, rule="party.reported_by_minister") if title.startswith("Menteri") else speaker


def _for_his_body(scene: Scene, foreign: bool) -> bool:
    """Whether "kami" met a body, not a person: then the speaker's own body met it."""
    words = {hit.phrase for hit in scene.of("stand_in") if hit.code == "speaker"}
    other = {p.kind for p in scene.parties if p.foreign != foreign}
    return bool(words & _PLURAL) and "saya" not in words and "person" not in other and bool(other)


def speaking(scene: Scene, memory: Memory, foreign: bool) -> list[Party]:
    """The speaker himself, where the sentence speaks in the first person or of "ia"."""
    if not any(h.code in ("speaker", "pronoun") for h in scene.of("stand_in")):
        return []
    name = speaker_name(scene)
    for actor in memory.people:
        if (
            actor.name == name
            and actor.kind == "person"
            and actor.country
            and (actor.country != HOME) == foreign
        ):
            at = first_mention(actor, scene)
            stands = office(actor, memory, at) if _for_his_body(scene, foreign) else None
            if stands is not None:
                return [stands]
            speaker = Party(*at, actor.name, "person", actor.country, "party.speaker", actor)
            return [_whom_he_speaks_of(speaker, memory)]
    return []
