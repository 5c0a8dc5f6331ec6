"""Binds an act to its parties on both sides: in its frame, its clause, its sentence, or by a rule of
carry-over.

Which spans can be parties is `kerjasama.extract.facts.sentences.parties`' subject, what part each plays
`kerjasama.extract.facts.slots.roles`'. Who meets is found in
`kerjasama.extract.facts.binding.meeting_parties`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.facts.acts.acts import GIVING, Act
from kerjasama.extract.facts.binding.carry_over import (
    announced,
    both_of_the_tie,
    by_pronoun,
    offices,
    own_side,
    side_of_a_country,
    spoken_for,
    stand_in,
    told_to_the_met,
    we,
)
from kerjasama.extract.facts.binding.joined import nearest, paired
from kerjasama.extract.facts.binding.makers import maker
from kerjasama.extract.facts.binding.meeting_parties import meeting_side
from kerjasama.extract.facts.binding.memory import FOR_COUNTRY, Memory, speaker_name
from kerjasama.extract.facts.binding.rules import Rule, by_first
from kerjasama.extract.facts.binding.sites import (
    articles_place,
    built_here,
    done_here,
    goods_from,
    invested_in,
    towns_country,
)
from kerjasama.extract.facts.binding.taught import placed, taught
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Bound, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.registry import country_name
from kerjasama.records import OUTSIDE

# What may stand before a clause's subject: a conjunction, a dateline, the long form of its name.
_OPENING = re.compile(r"(?:[A-Z][^,]{0,25},\s)?(?:[A-Z(][\w.()]*[\s,–—-]+|(?:dan|serta)\s+)*\(?")
# What economists judge without doing it.
_JUDGED = ("trade", "investment", "finance", "labour_mobility")
# "Yang dimiliki oleh kedua perusahaan itu": behind a preposition stands no subject.
_NO_SUBJECT = re.compile(rf"\b{words('before_no_subject')}\s+\Z", re.I)
_OF_THE_STATE = ("government", "local_government", "public_agency")
_MISSIONS = re.compile(rf"{alternatives('organisation_forms', 'missions')}\b")
# What may stand between a body of somebody's title and his name: more of its bodies.
_TITLE_ONLY = re.compile(r"\)?(?:\s+\(?[A-Z][\w.()&-]*\)?|\s+(?:dan|bidang))*,?\s+")
_DELEGATION = re.compile(r"\bdelegasi\s", re.I)


def bind(act: Act, memory: Memory) -> list[Bound]:
    """The parties of an act, Indonesian ones first; empty on a side where no rule finds any."""
    meets = act.instrument == "dialogue"
    one_side = meeting_side if meets else _side
    home, foreign = one_side(act, memory, foreign=False), one_side(act, memory, foreign=True)
    if _stands_by(act, home, foreign):
        home = []
    return [*home, *foreign] if meets else [*_lean(home), *_lean(foreign)]


def _stands_by(act: Act, home: list[Bound], foreign: list[Bound]) -> bool:
    """Whether who is bound at home has no part in the act: he is only remembered, or speaks, or judges.

    "BYD dan Scorpio meneken kontrak": two foreign sides need no third one. Two may give to one.
    """
    several = len({b.party.side for b in foreign}) > 1 and act.trigger_id not in GIVING
    remembered = any(b.rule in ("binding.protagonist", "binding.carry") for b in home)
    if remembered and _among_foreigners(act):
        return True
    return (several and (remembered or _agree_alone(act, home, foreign))) or _only_observes(act, home)


def _among_foreigners(act: Act) -> bool:
    """ "Tiongkok dipasok Peru dan Kenya", "BYD membangun pabrik di Thailand": whether bodies or states of two
    foreign countries stand on either side of the verb.
    """
    if act.instrument == "dialogue" or act.trigger_id in GIVING:
        return False
    scene = act.scene
    start, end = scene.clauses[act.clause]
    aside = scene.weak if act.instrument == "investment" else scene.weak | scene.located
    there = [p for p in scene.parties if start <= p.start < end and p.foreign and p.start not in aside]
    there = [p for p in there if p.side != OUTSIDE and p.kind in ("country", *ORGANISATIONS)]
    before = {p.side for p in there if p.end <= act.trigger.start}
    behind = {p.side for p in there if p.start >= act.trigger.end}
    return bool(before and behind) and before.isdisjoint(behind)


def _agree_alone(act: Act, home: list[Bound], foreign: list[Bound]) -> bool:
    """ "Presiden berharap Cina dan AS mencapai kesepakatan": whether the states before the verb agree with
    each other, and who is at home only speaks of it.
    """
    subjects = all(b.rule == "binding.clause" and b.party.end <= act.trigger.start for b in foreign)
    spoken = all(b.rule == "binding.speaker" for b in home)
    return act.instrument == "agreement" and subjects and spoken


def _only_observes(act: Act, home: list[Bound]) -> bool:
    """Whether the only side at home is the institute of somebody who judges the trade or the money of
    others.
    """
    told = {b.rule for b in home} <= {"binding.speaker", "binding.person", "binding.title"}
    institutes = all(b.party.kind == "education_research" for b in home)
    return bool(home) and told and institutes and act.instrument in _JUDGED


@dataclass(frozen=True, slots=True)
class _Side:
    """What the rules of one side of an act choose from.

    `here` are the side's parties in the act's sentence, `solid` those of them that are bodies, groups or
    countries and neither only place nor entitle something; `owners` are people whose something is ("arahan
    Presiden X"), who are left out of `here`.
    """

    act: Act
    memory: Memory
    foreign: bool
    speaker: str | None
    here: tuple[Party, ...]
    solid: tuple[Party, ...]
    owners: tuple[Party, ...]

    @classmethod
    def of(cls, act: Act, memory: Memory, foreign: bool) -> _Side:
        """The side of an act's sentence; an unplaced person stands on none."""
        scene, speaker = act.scene, speaker_name(act.scene)
        named = [
            p for p in act.parties if p.foreign == foreign and not (p.side == OUTSIDE and p.kind == "person")
        ]
        owners = [p for p in named if p.kind == "person" and p.start in scene.weak]
        here = [side_of_a_country(_mission(p), scene, memory) for p in named if p not in owners]
        aside = scene.weak | scene.located
        solid = [p for p in here if p.kind != "person" and p.start not in aside and p.name != speaker]
        solid = _without_speakers_own(act, solid)
        return cls(act, memory, foreign, speaker, tuple(here), tuple(solid), tuple(owners))

    def in_clause(self) -> list[Party]:
        """The solid parties of the act's own clause."""
        start, end = self.act.scene.spelt_out(self.act.clause)
        return [p for p in self.solid if start <= p.start < end]

    def entitling(self) -> list[Party]:
        """The parties that are only part of somebody's title ("Duta Besar Jepang")."""
        return [p for p in self.here if p.start in self.act.scene.weak]

    def placing(self) -> list[Party]:
        """The parties that only say where something is; abroad only of the act's own clause, not of what its
        sentence tells besides ("menyerap beras, kata Presiden sebelum bertolak ke India").
        """
        scene = self.act.scene
        start, end = scene.clauses[self.act.clause] if self.foreign else (scene.start, scene.end)
        return [p for p in self.here if p.start in scene.located and start <= p.start < end]


def _without_speakers_own(act: Act, parties: list[Party]) -> list[Party]:
    """Without the bodies of the title of who speaks, where what is said has a subject of that side ("Kepala
    Dinas X Kabupaten Y Sutarno mengatakan, 20 siswa SMK Z akan dikirim").
    """
    scene = act.scene
    speaker = next((p for p in scene.parties if p.name == speaker_name(scene) and p.kind == "person"), None)
    if speaker is None:
        return parties
    entitled = [p for p in parties if _TITLE_ONLY.fullmatch(scene.text, p.end, max(p.end, speaker.start))]
    said = [p for p in parties if p.start > speaker.end]
    another = {p.name for p in said}.isdisjoint(own.name for own in entitled)
    said = said if another and any(p.end <= act.trigger.start for p in said) else []
    return said if entitled and said and parties[0] in entitled else parties


def _side(act: Act, memory: Memory, foreign: bool) -> list[Bound]:
    """The parties of one side by the first rule that finds any."""
    return by_first(_RULES, _Side.of(act, memory, foreign))


def _mission(party: Party) -> Party:
    """A foreign ministry or a delegation of a country acts for it."""
    missions = {"government": FOR_COUNTRY, "group": _DELEGATION}.get(party.kind)
    if missions and party.side != OUTSIDE and missions.search(party.name):
        return replace(party, name=country_name(party.side), kind="country", rule="party.mission", actor=None)
    return party


def _pair_or_subject(side: _Side) -> list[Party]:
    """The pair's party of a side; where a body is the clause's subject and the pair follows ("Kemendag
    menargetkan perjanjian Indonesia–Uni Eropa"), the subject itself on its own side.
    """
    act = side.act
    pair = [_mission(p) for p in paired(act) if p.foreign == side.foreign and p.kind != "person"]
    if pair and pair[0].kind == "country" and pair[0].start > act.trigger.start:
        start = act.scene.clauses[act.clause][0]
        before = [p for p in act.scene.parties if start <= p.start < act.trigger.start]
        before = [p for p in before if p.kind != "country"]
        subjects = [p for p in before[:1] if p in side.solid and p.kind in ORGANISATIONS]
        named = all(p.kind != "person" for p in before)
        if subjects and named and _OPENING.fullmatch(act.scene.text, start, subjects[0].start):
            return subjects
    return pair


def _subject(side: _Side) -> list[Party]:
    """What a person stands for who is the clause's subject, where no body of that side comes before the
    verb.
    """
    start, end = side.act.scene.clauses[side.act.clause][0], side.act.trigger.start
    if any(start <= p.start < end for p in side.solid):
        return []
    people = [
        p for p in side.here if p.kind == "person" and start <= p.start < end and p.name != side.speaker
    ]
    return offices(people[-1:], side.speaker, side.memory)


def _given_by(side: _Side) -> list[Party]:
    """ "Vaksin Pfizer hibah dari Kanada": who stands right behind that "dari" gives it, not who made it."""
    end = side.act.trigger.end
    solid = (*side.in_clause(), *side.placing())
    behind = sorted((p for p in solid if p.start > end), key=lambda p: p.start)
    given = side.act.trigger.phrase.endswith(" dari") and behind and behind[0].start == end + 1
    return nearest(side.act, behind) if given else []


def _both_as_subject(side: _Side) -> list[Party]:
    """Whom "keduanya" or "kedua pihak" stands for as the subject of the act's clause, else whom the article
    told of before: then no country named there is the party. Who funds what both do stands behind it.
    """
    act = side.act
    start, stands = act.scene.clauses[act.clause][0], act.scene.of("stand_in")
    countries = any(hit.code == "pair_countries" for hit in stands)
    text = act.scene.text
    both = any(
        hit.code == "pair"
        and start <= hit.start < act.trigger.start
        and not _NO_SUBJECT.search(text, start, hit.start)
        for hit in stands
    )
    if not both or countries or act.instrument == "finance":
        return []
    told = stand_in(act, "pair", side.memory, side.foreign)
    return told or _carried(side) or side.memory.protagonist(side.foreign)


def _who_places(side: _Side) -> list[Party]:
    """Who tells of workers that are placed, where his clause names nobody else at home: "Kepala BP2MI X
    menyebut penempatan perawat Indonesia ke Jepang bertambah".
    """
    named = side.in_clause()
    if side.foreign or side.act.instrument != "labour_mobility":
        return []
    if not named or any(p.kind != "group" for p in named):
        return []
    aside = side.act.scene.weak | side.act.scene.located
    bodies = [p for p in side.here if p.kind in ORGANISATIONS and p.start not in aside]
    bodies = bodies[:1] or offices([p for p in side.here if p.name == side.speaker], None, side.memory)
    # An embassy or a nurses' union only knows how many there are.
    return [p for p in bodies if p.kind in _OF_THE_STATE and not _MISSIONS.match(p.name)]


def _invested_in_behind(side: _Side) -> list[Party]:
    """The country invested in that stands behind the verb, where nobody of that side stands before it but an
    office of the state whose officer tells of it ("Deputi Promosi BKPM Hasan Lubis menjelaskan").
    """
    if any(p.start < side.act.trigger.start and not _employs(p, side.act.scene) for p in side.solid):
        return []
    return [p for p in _invested_in(side) if p.start > side.act.trigger.end]


def _employs(party: Party, scene: Scene) -> bool:
    """Whether an office of the state is named only as that of a person, whose name follows."""
    return party.kind in _OF_THE_STATE and any(
        p.kind == "person" and 0 < p.start - party.end < 3 for p in scene.parties
    )


def _invested_in(side: _Side) -> list[Party]:
    return [] if side.foreign else invested_in(side.act, side.here)


def _invested_in_or_built_here(side: _Side) -> list[Party]:
    """Indonesia as the place of an investment. Who asks that something be built is its party, rather than the
    place where it would stand.
    """
    asked_for = side.act.stage == "requested"
    return _invested_in(side) or ([] if side.foreign or asked_for else built_here(side.act))


def _carried(side: _Side) -> list[Party]:
    carried = side.memory.carried(side.act, side.foreign)
    return side.memory.own_branch(side.act.scene, carried)


def _at_home(find: Callable[[Act], list[Party]]) -> Callable[[_Side], list[Party]]:
    """A rule that finds parties at home alone."""
    return lambda side: [] if side.foreign else find(side.act)


_RULES: tuple[Rule[_Side], ...] = (
    Rule("pair", 0, _pair_or_subject),
    Rule("pair_stand_in", 2, _both_as_subject),
    Rule("tie", 2, lambda side: both_of_the_tie(side.act, side.solid, side.memory, side.foreign)),
    Rule("invested_in", 1, _invested_in_behind),
    Rule("subject", 0, _subject),
    Rule("speaker", 2, lambda side: we(side.act, side.solid, side.memory, side.foreign)),
    Rule("places", 1, _who_places),
    Rule("given_by", 0, _given_by),
    Rule("clause", 0, lambda side: nearest(side.act, side.in_clause())),
    Rule("pair_countries", 1, lambda side: stand_in(side.act, "pair_countries", side.memory, side.foreign)),
    Rule("sentence", 1, lambda side: nearest(side.act, side.solid)),
    Rule("person", 1, lambda side: offices(side.here, side.speaker, side.memory)),
    Rule("pair_stand_in", 2, lambda side: stand_in(side.act, "pair", side.memory, side.foreign)),
    Rule("invested_in", 1, _invested_in_or_built_here),
    Rule("speaker", 2, lambda side: spoken_for(side.act, side.memory, side.foreign)),
    Rule("own", 2, _at_home(own_side)),
    Rule("pronoun", 2, lambda side: by_pronoun(side.act, side.memory, side.foreign)),
    Rule("taught", 1, _at_home(taught)),
    Rule("invested_in", 1, _at_home(built_here)),
    Rule("located", 2, _Side.placing),
    Rule("town", 2, lambda side: towns_country(side.act, side.memory) if side.foreign else []),
    Rule("maker", 1, lambda side: maker(side.act, side.memory.makers) if side.foreign else []),
    Rule("met", 2, lambda side: told_to_the_met(side.act.scene, side.memory, side.foreign)),
    Rule("carry", 3, _carried),
    Rule("title", 2, lambda side: side.entitling() or offices(side.owners, side.speaker, side.memory)),
    Rule("protagonist", 3, lambda side: side.memory.protagonist(side.foreign)),
    Rule("to_come", 3, lambda side: side.memory.to_come(side.act, side.foreign)),
    Rule("announced", 2, lambda side: announced(side.act, side.memory, side.foreign)),
    Rule("placed", 1, _at_home(placed)),
    Rule("done_here", 1, _at_home(done_here)),
    Rule("goods_from", 2, _at_home(goods_from)),
    Rule("articles_place", 3, lambda side: [] if side.foreign else articles_place(side.act, side.memory)),
)
"""The rules that bind a side, in the order in which they are tried."""


def _lean(bound: list[Bound]) -> list[Bound]:
    """Without the country beside an organisation or a group of its own: there it is only an attribute."""
    named = {b.party.side for b in bound if b.party.kind != "country"}
    return [b for b in bound if b.party.kind != "country" or b.party.side not in named]
