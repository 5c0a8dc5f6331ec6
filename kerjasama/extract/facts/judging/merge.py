"""Joins candidates that tell one fact, and keeps apart those that do not (codebook section 1).

Nothing is accepted or refused here but what another fact already says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kerjasama.codebook import load
from kerjasama.extract.facts.acts.event_dates import own_date
from kerjasama.extract.facts.acts.visits import visit
from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.judging.papers import of_this_paper, papers_apart, set_down
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.joining import ITEM
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Bound, Party
from kerjasama.text.dates import DateSpan

_VISIT = timedelta(days=4)
"""Days on which one visit's meetings may fall."""

# "Sebelas nota kesepahaman": documents that a list tells one by one.
_SEVERAL = re.compile(
    rf"\b(?:\d+|sejumlah|beberapa|{words('counted')})\s+{words('documents_listed')}\b", re.I
)
_TELEPHONE = "telepon"
_HALTS = frozenset(load("frames")["halts"])
_UNNAMED = ("country", "group")
# Acts by which goods or people are sent to a country, and the bodies there that may take them.
_SENT = ("trade", "labour_mobility", "training_exchange")
_PLACED = ("binding.located", "binding.town")
_BY_PEOPLE = "binding.person"
_PROMISE = "general.commit"
"""The trigger of agreeing to something that no word of the same clause names."""
# "Pemerintah Indonesia": a state's government is as little a body of its own as the state.
_STATES = re.compile(
    r"Pemerintah (?:RI|Republik \w+|(?!Kota|Kabupaten|Provinsi|Daerah|Desa)[A-Z]\w+(?: [A-Z]\w+)?)"
)
# "Bekerja sama dengan X, antara lain dalam pelatihan": what it does is an example.
_EXAMPLES = re.compile(rf"\b{words('for_example')}\b", re.I)
_PARTNER = re.compile(rf"{words('partners_without_a_name')} {words('of_here')}", re.I)
_TAKERS = ("company", "association", "education_research", "local_government", "public_agency")


@dataclass
class Bundle:
    """The candidates that tell one fact, with the rules that accepted them and the dates that their own
    sentences give; the first accepted one leads.
    """

    members: list[Candidate] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    days: list[DateSpan | None] = field(default_factory=list)

    @property
    def lead(self) -> Candidate:
        """The candidate that tells the fact best: both parties nearest, then the first."""
        return min(self.members, key=lambda c: (c.reach(True) + c.reach(False) >= 3, c.act.start))

    @property
    def by_name(self) -> Candidate:
        """The leading candidate, unless it tells of countries alone: then the first that names others."""
        lead = self.lead
        if self.instrument != "dialogue" or any(b.party.kind != "country" for b in lead.bound):
            return lead
        return next((c for c in self.members if any(b.party.kind != "country" for b in c.bound)), lead)

    def in_order(self) -> list[Candidate]:
        """The members in the order of the text."""
        return sorted(self.members, key=lambda c: c.act.start)

    def by_closeness(self) -> list[Candidate]:
        """The leading candidate, then the others in the order of the text."""
        lead = self.lead
        return [lead, *(c for c in self.in_order() if c is not lead)]

    @property
    def instrument(self) -> str:
        """The instrument that all members share."""
        return self.members[0].act.instrument

    @property
    def stage(self) -> str:
        """The stage that all members share."""
        return self.members[0].act.stage

    def parties(self) -> tuple[Bound, ...]:
        """The parties of the leading candidate; of a meeting, people named later stand for a body named
        first.
        """
        bound = self.lead.bound
        if self.instrument == "agreement":
            return self._named_later()
        if self.instrument != "dialogue":
            return bound
        chosen: list[Bound] = []
        for foreign in (False, True):
            own = [b for b in bound if b.party.foreign == foreign]
            if not any(b.party.kind == "person" for b in own):
                for member in self.in_order():
                    people = [b for b in member.side(foreign) if b.party.kind == "person" and b.reach <= 1]
                    if people:
                        own = people
                        break
            chosen += self._enumerated(own)
        return tuple(chosen)

    def _enumerated(self, people: list[Bound]) -> list[Bound]:
        """The people of a side of a meeting, by the sentence that names the most of them together."""
        names = {b.party.name for b in people}
        lists = (m.side(people[0].party.foreign) for m in self.in_order() if people)
        fuller = ([b for b in side if b.rule == "binding.people"] for side in lists)
        return max((people, *(p for p in fuller if names < {b.party.name for b in p})), key=len)

    def _named_later(self) -> tuple[Bound, ...]:
        """The parties of a document, by name where a later sentence that speaks of it names who is a group
        or a country in the leading one: "Indonesia dan konsorsium Jepang … Nota itu diteken X dan Y".
        """
        chosen: list[Bound] = []
        for foreign in (False, True):
            own = list(self.lead.side(foreign))
            if all(b.party.kind in _UNNAMED for b in own):
                later = (m.side(foreign) for m in self.in_order() if m.act.reference)
                named = (
                    [b for b in side if b.party.kind in ORGANISATIONS and b.reach <= 1] for side in later
                )
                own = next((bodies for bodies in named if bodies), own)
            chosen += own
        return tuple(chosen)


def bundles(accepted: Sequence[tuple[Candidate, str]], dates: Sequence[DateSpan] = ()) -> list[Bundle]:
    """Facts of an article as bundles of candidates, in the order of their first candidate.

    `dates` are those of the article: the same people who meet on two days meet twice.
    """
    made: list[Bundle] = []
    # A headline tells again what the body tells: it only adds evidence, unless the body does not.
    accepted = [pair for pair in accepted if not _announces(pair[0], accepted)]
    body = [pair for pair in accepted if not pair[0].act.scene.headline]
    heads = [pair for pair in accepted if pair[0].act.scene.headline]
    for candidate, rule in [*body, *heads]:
        day = own_date(candidate.act, dates)
        order = made[::-1] if of_this_paper(candidate) else made
        told = next((bundle for bundle in order if _same(bundle, candidate, day)), None)
        if told is not None:
            told.members.append(candidate)
            told.rules.append(rule)
            told.days.append(day)
        elif not (candidate.act.scene.headline and made):
            made.append(Bundle([candidate], [rule], [day]))
    kept = [bundle for bundle in made if not _told_elsewhere(bundle, made)]
    for bundle in kept:
        bundle.members = [_named_elsewhere(member, kept) for member in bundle.members]
    return kept


def _announces(candidate: Candidate, accepted: Sequence[tuple[Candidate, str]]) -> bool:
    """Whether an act only announces the list that follows its colon, whose items tell what it is ("…
    menyaksikan pertukaran tiga MoU, yaitu: 1. MoU antara …").
    """
    scene = candidate.act.scene
    items = [
        other.act.scene.number
        for other, _ in accepted
        if other.act.instrument == candidate.act.instrument
        and other.act.stage == candidate.act.stage
        and ITEM.match(scene.text, other.act.scene.start)
    ]
    if ITEM.match(scene.text, scene.start):
        return False
    counted = candidate.act.instrument == "agreement" and _SEVERAL.search(scene.text, scene.start, scene.end)
    colon = scene.text[scene.start : scene.end].rstrip().endswith(":")
    return (colon and scene.number + 1 in items) or (bool(counted) and len(set(items)) > 1)


def _named_elsewhere(candidate: Candidate, made: Sequence[Bundle]) -> Candidate:
    """The candidate with the one body of a country that the article's other facts name, in place of a
    country where goods or people only go to ("mengekspor rumput laut ke Jepang", whose buyer comes later) or
    that its people in a sentence stand for ("disaksikan Presiden Xi").
    """
    if all(b.party.kind == "country" for b in candidate.side(False)):
        return candidate
    rules = (*_PLACED, _BY_PEOPLE) if candidate.act.instrument in _SENT else (_BY_PEOPLE,)
    bound = tuple(_body_of(b, made) if b.party.foreign and b.rule in rules else b for b in candidate.bound)
    return replace(candidate, bound=bound)


def _body_of(placed: Bound, made: Sequence[Bundle]) -> Bound:
    if placed.party.kind != "country":
        return placed
    bodies = {
        b.party.name: b.party
        for bundle in made
        for member in bundle.members
        for b in member.bound
        if b.party.side == placed.party.side and b.party.kind in _TAKERS
    }
    if len(bodies) != 1:
        return placed
    body = replace(next(iter(bodies.values())), start=placed.party.start, end=placed.party.end)
    return replace(placed, party=replace(body, rule="party.named_elsewhere"))


def _same(bundle: Bundle, candidate: Candidate, day: DateSpan | None) -> bool:
    if bundle.instrument != candidate.act.instrument or not _same_stage(bundle, candidate):
        return False
    lead = bundle.lead
    if lead.act.earlier != candidate.act.earlier or _items_apart(lead, candidate):
        return False
    if not set(lead.countries) & set(candidate.countries) and (lead.countries or candidate.countries):
        return False
    if candidate.act.reference:
        # "Penandatanganan itu disaksikan …": whoever else stands there, it is the one told before.
        return True
    apart = _levels_apart(lead, candidate) or papers_apart(lead, candidate)
    if apart or lead.named_tie != candidate.named_tie or _the_other_way(lead, candidate):
        return False
    told = zip(bundle.members, bundle.days, strict=True)
    if any(_times_apart(member, first, candidate, day) for member, first in told):
        return False
    return not any(_apart(bundle.by_name, candidate, foreign) for foreign in (False, True))


def _the_other_way(one: Candidate, other: Candidate) -> bool:
    """Whether both tell of a visit, and the one's guest is the other's host: a return visit."""
    visits = visit(one.act), visit(other.act)
    guests = {told.guest.foreign for told in visits if told is not None}
    return one.act.instrument == "dialogue" and len(guests) == 2


def _same_stage(bundle: Bundle, candidate: Candidate) -> bool:
    """Whether both are as far; a meeting under way is the one that has taken place in the next sentence, and
    so is what "membuka pelatihan ini" points back at, what has been halted for the time being is what "sudah
    dihentikan" there.
    """
    stages = {bundle.stage, candidate.act.stage}
    cue = candidate.act.reading.cue
    if stages == {"suspended", "cancelled"} and bundle.stage == "suspended":
        return cue is not None and cue.phrase in _HALTS
    told = bundle.instrument == "dialogue" or (candidate.act.reference and cue is None)
    return len(stages) == 1 or (told and stages == {"ongoing", "completed"})


def _items_apart(one: Candidate, other: Candidate) -> bool:
    """Whether both stand in items of a list, each in its own ("1. MoU antara …", "2. Kontrak …")."""
    scenes = one.act.scene, other.act.scene
    if scenes[0].number == scenes[1].number:
        return False
    return all(ITEM.match(scene.text, scene.start) for scene in scenes)


def _times_apart(one: Candidate, first: DateSpan | None, other: Candidate, second: DateSpan | None) -> bool:
    """Whether an act was at another time than one told before, a meeting also by telephone: a visit lasts
    some days.
    """
    meeting = one.act.instrument == "dialogue"
    if first is None or second is None:
        on_the_telephone = _TELEPHONE in other.act.trigger.phrase and _TELEPHONE not in one.act.trigger.phrase
        return meeting and on_the_telephone
    days = [date.fromisoformat(span.first) for span in (first, second) if span.precision == "day"]
    if len(days) == 2:
        return abs(days[0] - days[1]) > (_VISIT if meeting else timedelta(0))
    return not (first.first.startswith(second.first) or second.first.startswith(first.first))


def _apart(one: Candidate, other: Candidate, foreign: bool) -> bool:
    """Whether both name their own, different parties on a side; a partner without a name ("perusahaan lokal")
    may be anybody.
    """
    mine, theirs = _own_names(one, foreign), _own_names(other, foreign)
    if any(_PARTNER.fullmatch(name) for name in mine | theirs):
        return False
    return bool(mine) and bool(theirs) and not any(_alike(a, b) for a in mine for b in theirs)


def _own_names(candidate: Candidate, foreign: bool) -> set[str]:
    """The parties that its own sentence names on a side; a foreigner who meets stands for his body, too, and
    in a document an agency for its ministry.
    """
    own = [b.party for b in candidate.side(foreign) if b.reach <= 1 and not _is_state(b.party)]
    kinds = {"dialogue": ("person",) if foreign else (), "agreement": ("government", "public_agency")}
    standing = kinds.get(candidate.act.instrument, ())
    bodies = {p.actor.parent for p in own if p.kind in standing and p.actor and p.actor.parent}
    return {p.name for p in own} | bodies


def _is_state(party: Party) -> bool:
    return party.kind == "country" or (party.kind == "government" and bool(_STATES.fullmatch(party.name)))


def _alike(one: str, other: str) -> bool:
    """Whether two names share half of their words ("pelaku IKM Jepang", "IKM Jepang")."""
    a, b = set(one.lower().split()), set(other.lower().split())
    return len(a & b) * 2 >= len(a | b)


def _levels_apart(one: Candidate, other: Candidate) -> bool:
    """Whether one is told of two countries and the other of bodies of theirs, both in so many words."""

    def level(candidate: Candidate) -> str:
        kinds = {b.party.kind == "country" for b in candidate.bound if b.reach <= 2}
        sides = {b.party.foreign for b in candidate.bound if b.reach <= 2}
        if len(sides) < 2 or len(kinds) > 1:
            return "mixed"
        return "country" if kinds == {True} else "body"

    return {level(one), level(other)} == {"country", "body"} and one.act.instrument not in (
        "agreement",
        "dialogue",
    )


def _frame_of(tie: Candidate, kind: Candidate) -> bool:
    """Whether a plain cooperation is only the frame of an act that its sentence tells of the same parties,
    and a promise that of what is promised ("bersepakat untuk memulai perundingan CEPA").
    """
    same_names = {b.party.name for b in tie.bound} == {b.party.name for b in kind.bound}
    behind = tie.act.scene.number == kind.act.scene.number and tie.act.start < kind.act.start
    if tie.act.trigger_id == _PROMISE and behind and same_names and kind.act.instrument != "dialogue":
        return True
    if tie.act.instrument != "general" or kind.act.instrument in ("general", "dialogue", "agreement"):
        return False
    # "Program X, buah kerja sama antara Y dan Z" tells the programme alone.
    if kind.act.strength == "theme" and kind.act.instrument != "programme":
        return False
    if _EXAMPLES.search(tie.act.scene.text, tie.act.trigger.end, max(tie.act.trigger.end, kind.act.start)):
        return False
    running = {tie.act.stage, kind.act.stage} <= {"ongoing", "completed"}
    same_stage = tie.act.stage == kind.act.stage or running
    return tie.act.scene.number == kind.act.scene.number and same_stage and same_names


def _told_elsewhere(bundle: Bundle, made: Sequence[Bundle]) -> bool:
    """Whether a plain cooperation is what another fact of the same parties already tells: a signed document
    of theirs, unless it is older than that, or an act of a kind of its own in the same sentence ("bekerja
    sama …, melatih petani").
    """
    others = [member for other in made if other is not bundle for member in other.members]
    if any(_frame_of(bundle.lead, member) for member in others):
        return True
    if bundle.lead.with_anybody and len(made) > 1:
        return True
    if any(set_down(bundle.lead, other.lead) for other in made):
        return True
    agreed = bundle.instrument == "agreement" and bundle.stage == "agreed"
    tie = bundle.instrument in ("general", "business_partnership") and not bundle.lead.of_old
    if not agreed and not (tie and bundle.stage in ("ongoing", "completed")):
        return False
    names = {b.party.name for b in bundle.lead.bound if b.party.kind != "country"}
    for other in made:
        if other.instrument == "agreement" and other.stage == "signed":
            theirs = {b.party.name for b in other.lead.bound if b.party.kind != "country"}
            if len(names & theirs) >= 2:
                return True
    return False
