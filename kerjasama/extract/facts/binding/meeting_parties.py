"""Who meets: the people of a meeting; else the body, the country or those told before who stand for them.

The parties of all other acts are bound in `kerjasama.extract.facts.binding.binding`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.acts.visits import visit, visited_country, we_met
from kerjasama.extract.facts.binding.carry_over import both_met, recent_person, speaking, stand_in
from kerjasama.extract.facts.binding.joined import nearest, paired
from kerjasama.extract.facts.binding.memory import Memory, speaker_name
from kerjasama.extract.facts.binding.rules import Rule, by_first
from kerjasama.extract.facts.binding.sites import called_at, towns_country
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.groups import SOME_STATES
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Bound, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.records import Actor

# "Rapat koordinasi antara kedua kepolisian".
_OF = re.compile(rf"\s+(?:{words('meets_how')}\s+)*(?:{words('of_whom')}\s+)*", re.I)
_REMEMBERED = ("recent_person", "carry_person", "protagonist")
_DELEGATION = re.compile(rf"(?:\w+\s+)?{words('guests')}\b", re.I)
_SAYS = re.compile(r"\s+(?:juga\s+)?me[a-z]{3,}")
_THAT = re.compile(r"\bbahwa\b")
_HEAD_BEFORE = re.compile(rf"\b({words('single_offices')})\s+\Z", re.I)
# "Menurut Juru Bicara Wapres X, …": who only tells of it.
_SOURCE = re.compile(r"\b[Mm]enurut\s[^,;.]*\Z")
_WITH_OFFICE = re.compile(r"[^;:]{0,60}")
_WE = re.compile(rf"\b{words('ourselves')}\s+(?:{words('already')}\s+|{words('adverbs')}\s+)*\Z", re.I)
_WITH = re.compile(r"\b(?:dengan|bersama)\s")
_MEETS = re.compile(words("meets"))
_WRITTEN_OUT = {"pm": "perdana menteri"}


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What the rules of one side of a meeting choose from.

    `people`, `bodies` (also groups) and `countries` are the side's parties in the act's sentence; `met` those
    of the people who do not only speak of it; `of_both` whether a word for both sides is who meets.
    """

    act: Act
    memory: Memory
    foreign: bool
    people: tuple[Party, ...]
    met: tuple[Party, ...]
    bodies: tuple[Party, ...]
    countries: tuple[Party, ...]
    of_both: bool

    @classmethod
    def of(cls, act: Act, memory: Memory, foreign: bool) -> _Meeting:
        """The side of an act's sentence."""
        here = [p for p in act.parties if p.foreign == foreign]
        people = _people_of(act, here)
        countries = tuple(p for p in here if p.kind == "country")
        return cls(
            act,
            memory,
            foreign,
            tuple(people),
            tuple(_not_only_speaking(act, people)),
            tuple(_bodies_of(act, here)),
            countries,
            _of_both(act),
        )

    def stand_in(self, code: str) -> list[Party]:
        """The side that a word for both stands for, where it is who meets."""
        return stand_in(self.act, code, self.memory, self.foreign) if self.of_both else []

    def last_met(self) -> list[Party]:
        """Who met last."""
        return self.memory.last_met.get(self.foreign, [])


_RULES: tuple[Rule[_Meeting], ...] = (
    Rule("visit", 0, lambda side: [p for p in visit(side.act) or () if p.foreign == side.foreign]),
    Rule("speaker_person", 1, lambda side: _speaker_met(side)),
    Rule("people", 0, lambda side: [*side.met]),
    Rule("speaker_person", 1, lambda side: [p for p in side.people if _acts_himself(p, side.act)]),
    Rule("pair_people", 1, lambda side: both_met(side.act.scene, side.memory, side.foreign)),
    Rule("pair", 0, lambda side: [p for p in paired(side.act) if p.foreign == side.foreign]),
    Rule("body", 0, lambda side: _represented(nearest(side.act, side.bodies), side.memory)),
    Rule("title_holder", 1, lambda side: _title_holders(side.countries, side.act.scene, side.memory)),
    Rule("speaker_person", 1, lambda side: [p for p in side.people if _tells_of_it(p, side.act)]),
    Rule("office_met", 1, lambda side: _offices_met(side)),
    # "Pada pertemuan dengan X, ia …": he who met last, not he who was named last.
    Rule("carry_person", 3, lambda side: side.last_met() if side.act.within else []),
    Rule("speaker_person", 1, lambda side: speaking(side.act.scene, side.memory, side.foreign)),
    Rule("done_here", 1, lambda side: [] if side.foreign else called_at(side.act)),
    Rule("recent_person", 1, lambda side: recent_person(side.act, side.memory, side.foreign)),
    Rule("carry_person", 3, lambda side: [] if side.of_both else side.last_met()),
    Rule("pair_countries", 1, lambda side: side.stand_in("pair_countries")),
    Rule("pair_stand_in", 2, lambda side: side.stand_in("pair")),
    Rule("carry_person", 3, _Meeting.last_met),
    Rule("visited", 1, lambda side: _visited(side.act, side.foreign)),
    Rule("country", 1, lambda side: [*side.countries]),
    Rule("carry", 3, lambda side: side.memory.last.get(side.foreign, []) if we_met(side.act) else []),
    Rule("town", 2, lambda side: towns_country(side.act, side.memory) if side.foreign else []),
    Rule("protagonist", 3, lambda side: side.memory.protagonist(side.foreign)),
    # "Usai pertemuan bilateral di Moskow": of two states, one of which nobody stands for.
    Rule("pair_countries", 2, lambda side: stand_in(side.act, "pair_countries", side.memory, side.foreign)),
)
"""The rules that bind a side of a meeting, in the order in which they are tried."""

_OF_STATES = tuple(rule for rule in _RULES if rule.name not in _REMEMBERED)
"""The same where many states meet ("Lebih dari 60 negara ingin bertemu …"): none of those told of before."""


def meeting_side(act: Act, memory: Memory, foreign: bool) -> list[Bound]:
    """The people who meet; where none is named their organisation, the group, the country."""
    states = SOME_STATES.search(act.scene.text, act.scene.start, act.trigger.start)
    return by_first(_OF_STATES if states else _RULES, _Meeting.of(act, memory, foreign))


def _speaker_met(side: _Meeting) -> list[Party]:
    """Who speaks, where he says that he met: "Pada musim panas kita bertemu di Kremlin"."""
    scene, start = side.act.scene, side.act.scene.clauses[side.act.clause][0]
    met = side.act.strength == "act" and _WE.search(scene.text, start, side.act.trigger.start)
    return speaking(scene, side.memory, side.foreign) if met else []


def _visited(act: Act, foreign: bool) -> list[Party]:
    country = visited_country(act)
    return [country] if country is not None and country.foreign == foreign else []


def _people_of(act: Act, here: Sequence[Party]) -> list[Party]:
    """The people of a side who may meet; whose something is only where nobody else is named."""
    text, start = act.scene.text, act.scene.start
    people = [p for p in here if p.kind == "person" and not _SOURCE.search(text, start, p.start)]
    return _of_this_meeting(act, [p for p in people if p.start not in act.scene.weak] or people)


def _not_only_speaking(act: Act, people: Sequence[Party]) -> list[Party]:
    """A side's people but for the sentence's speaker; behind the noun of a meeting, where any stand there:
    "X menjelaskan kunjungan Presiden Y".
    """
    speaker = speaker_name(act.scene)
    others = [p for p in people if p.name != speaker]
    behind = [p for p in others if p.start >= act.trigger.end] if act.strength == "noun" else []
    return behind or others


def _bodies_of(act: Act, here: Sequence[Party]) -> list[Party]:
    """The bodies and groups of a side, but for those that only what was said at a meeting names: "Pada
    pertemuan dengan X, ia mengatakan bahwa …".
    """
    scene = act.scene
    told = _THAT.search(scene.text, act.trigger.end, scene.end) if act.within else None
    until = told.start() if told else scene.end
    bodies = [p for p in here if p.kind in (*ORGANISATIONS, "group") and p.start not in scene.weak]
    return [p for p in bodies if p.start < until]


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
    """The only person of a country whose office the sentence prints without a name ("PM Jepang"); "Raja
    Norwegia" is not its minister.
    """
    found = []
    for party in countries:
        if party.start in scene.weak:
            people = [a for a in memory.people if a.kind == "person" and a.country == party.side]
            people = [a for a in people if _may_hold(a, scene, party.start)]
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


def _offices_met(side: _Meeting) -> list[Party]:
    """The countries of those met, told by their offices alone: "bertemu Menlu Nauru dan Menlu Samoa"."""
    act, text = side.act, side.act.scene.text
    offices = [p for p in side.countries if p.start in act.scene.weak and p.start >= act.trigger.end]
    near = bool(offices) and _WITH_OFFICE.fullmatch(text, act.trigger.end, offices[0].start)
    with_them = near and (
        _MEETS.match(act.trigger.phrase) or _WITH.search(text, act.trigger.end - 7, offices[0].start)
    )
    return offices if with_them else []


def _may_hold(person: Actor, scene: Scene, country: int) -> bool:
    """Whether a person may be meant by the office before the country at an offset: his own office is none
    other.
    """
    office = _HEAD_BEFORE.search(scene.text, scene.start, country)
    if office is None or person.role_title is None:
        return True
    own, meant = ((_WRITTEN_OUT.get(t, t)) for t in (person.role_title.lower(), office[1].lower()))
    return own.startswith((meant, f"mantan {meant}", "pm "))


def _represented(bodies: Sequence[Party], memory: Memory) -> list[Party]:
    """A body that meets stands for the only person whom the article names as its own, a delegation for the
    only one of its country.
    """
    found = []
    for body in bodies:
        people = [
            a
            for a in memory.people
            if a.kind == "person" and a.parent == body.name and a.country == body.side
        ]
        if _DELEGATION.match(body.name):
            people = [a for a in memory.people if a.kind == "person" and a.country == body.side]
        if len(people) == 1 and body.foreign:
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


def _tells_of_it(party: Party, act: Act) -> bool:
    """Whether somebody, as the subject behind the opening of his sentence, tells what he said at a meeting:
    "Dalam pertemuan dengan CEO X, Menteri Y menanyakan …".
    """
    return act.within and party.start >= act.trigger.end and bool(_SAYS.match(act.scene.text, party.end))
