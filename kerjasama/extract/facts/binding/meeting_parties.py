"""Who meets: the people of a meeting; else the body, the country or those told before who stand for them.

The parties of all other acts are bound in `kerjasama.extract.facts.binding.binding`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.acts.visits import visit, we_met
from kerjasama.extract.facts.binding.carry_over import both_met, recent_person, speaking, stand_in
from kerjasama.extract.facts.binding.joined import distinct, nearest, paired
from kerjasama.extract.facts.binding.memory import Memory, speaker_name
from kerjasama.extract.facts.binding.sites import called_at, towns_country
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Bound, Party
from kerjasama.extract.facts.sentences.scenes import Scene

# "Rapat koordinasi antara kedua kepolisian".
_OF = re.compile(rf"\s+(?:{words('meets_how')}\s+)*(?:{words('of_whom')}\s+)*", re.I)
# "Lebih dari 60 negara ingin bertemu …": then nobody told of before is who meets.
_STATES = re.compile(rf"\b(?:\d+|{alternatives('groups', 'of_states')}) negara\b", re.I)
_REMEMBERED = ("recent_person", "carry_person", "protagonist")
_THAT = re.compile(r"\bbahwa\b")


def meeting_side(act: Act, memory: Memory, foreign: bool) -> list[Bound]:
    """The people who meet; where none is named their organisation, the group, the country."""
    scene = act.scene
    here = [p for p in act.parties if p.foreign == foreign]
    people = [p for p in here if p.kind == "person"]
    people = _of_this_meeting(act, [p for p in people if p.start not in scene.weak] or people)
    speaker = speaker_name(scene)
    quiet = [p for p in people if p.name != speaker]
    if act.strength == "noun":
        # "X menjelaskan kunjungan Presiden Y": who visits stands behind the word.
        quiet = [p for p in quiet if p.start >= act.trigger.end] or quiet
    bodies = [p for p in here if p.kind in (*ORGANISATIONS, "group") and p.start not in scene.weak]
    told = _THAT.search(scene.text, act.trigger.end, scene.end) if act.within else None
    if told:
        # "Pada pertemuan dengan X, ia mengatakan bahwa …": what was said there names nobody who met.
        bodies = [p for p in bodies if p.start < told.start()]
    countries = [p for p in here if p.kind == "country"]
    both = _of_both(act)
    steps: list[tuple[str, list[Party]]] = [
        ("visit", [p for p in visit(act) or () if p.foreign == foreign]),
        ("people", quiet),
        ("speaker_person", [p for p in people if _acts_himself(p, act)]),
        ("pair_people", both_met(scene, memory, foreign)),
        ("pair", [p for p in paired(act) if p.foreign == foreign]),
        ("body", _represented(nearest(act, bodies), memory)),
        ("title_holder", _title_holders(countries, scene, memory)),
        # "Pada pertemuan dengan X, ia …": he who met last, not he who was named last.
        ("carry_person", memory.last_met.get(foreign, []) if act.within else []),
        ("speaker_person", speaking(scene, memory, foreign)),
        ("done_here", [] if foreign else called_at(act)),
        ("recent_person", recent_person(act, memory, foreign)),
        ("carry_person", memory.last_met.get(foreign, []) if not both else []),
        ("pair_countries", stand_in(act, "pair_countries", memory, foreign) if both else []),
        ("pair_stand_in", stand_in(act, "pair", memory, foreign) if both else []),
        ("carry_person", memory.last_met.get(foreign, [])),
        ("country", countries),
        ("carry", memory.last.get(foreign, []) if we_met(act) else []),
        ("town", towns_country(act, memory) if foreign else []),
        ("protagonist", memory.protagonist(foreign)),
    ]
    states = _STATES.search(scene.text, scene.start, act.trigger.start)
    for rule, chosen in steps:
        if chosen and not (states and rule in _REMEMBERED):
            return [Bound(party, f"binding.{rule}") for party in distinct(chosen)]
    return []


def _of_both(act: Act) -> bool:
    """Whether "kedua negara", "kedua kepolisian" or the like are who meets: right behind the word of meeting,
    or before the verb in its clause.
    """
    start = act.scene.clauses[act.clause][0]
    return any(
        hit.code in ("pair", "pair_countries")
        and (
            start <= hit.start < act.trigger.start
            or _OF.fullmatch(act.scene.text, act.trigger.end, hit.start)
        )
        for hit in act.scene.of("stand_in")
    )


def _of_this_meeting(act: Act, people: list[Party]) -> list[Party]:
    """Of a side's people those of the act's own clause, where another clause tells of another meeting."""
    scene = act.scene
    meetings = {scene.clause_of(hit.start) for hit in scene.of("trigger") if hit.code.startswith("dialogue.")}
    own = [p for p in people if scene.clause_of(p.start) == act.clause]
    others = [p for p in people if scene.clause_of(p.start) in meetings - {act.clause}]
    return [p for p in people if p not in others] if own and others else people


def _title_holders(countries: Sequence[Party], scene: Scene, memory: Memory) -> list[Party]:
    """The only person of a country whose office the sentence prints without a name ("PM Jepang")."""
    found = []
    for party in countries:
        if party.start in scene.weak:
            people = [a for a in memory.people if a.kind == "person" and a.country == party.side]
            if len(people) == 1:
                person = people[0]
                found.append(
                    Party(
                        party.start,
                        party.end,
                        person.name,
                        "person",
                        party.side,
                        "party.title_holder",
                        person,
                    )
                )
    return found


def _represented(bodies: Sequence[Party], memory: Memory) -> list[Party]:
    """A body that meets stands for the only person whom the article names as its own."""
    found = []
    for body in bodies:
        people = [
            a
            for a in memory.people
            if a.kind == "person" and a.parent == body.name and a.country == body.side
        ]
        if len(people) == 1 and body.foreign and body.kind != "group":
            person = people[0]
            body = replace(body, name=person.name, kind="person", rule="party.represents_body", actor=person)
        found.append(body)
    return found


def _acts_himself(party: Party, act: Act) -> bool:
    """Whether a speaker named in the sentence is also the one who meets: nobody stands between him and the
    verb.
    """
    if party.start > act.trigger.start:
        return False
    return not any(party.end <= other.start < act.trigger.start for other in act.scene.parties)
