"""Candidate facts: acts with their parties, each with the properties that judge it.

Accepting them is `kerjasama.extract.facts.judging.acceptance`' subject, joining those that tell one fact
`kerjasama.extract.facts.judging.merge`'s.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.facts.acts.act_reader import acts
from kerjasama.extract.facts.acts.acts import MORE, NAMED_TIES, TAKEN_UP, Act
from kerjasama.extract.facts.acts.bearing import cue_table
from kerjasama.extract.facts.acts.whole_sentences import sentence_properties, whole_sentence_act
from kerjasama.extract.facts.binding.binding import bind
from kerjasama.extract.facts.binding.makers import makers
from kerjasama.extract.facts.binding.memory import Memory
from kerjasama.extract.facts.binding.represented import most_named, represented
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Bound, Party, side_of
from kerjasama.extract.facts.sentences.pointing import Named, with_pointed
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.records import HOME, OUTSIDE, Actor

_DATES = re.compile(rf"{words('before_or_after')}\b")
_OF_OLD = re.compile(rf"\b{words('of_old')}\b", re.I)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act and its parties on both sides."""

    act: Act
    bound: tuple[Bound, ...]

    def side(self, foreign: bool) -> list[Bound]:
        """The parties of one side."""
        return [b for b in self.bound if b.party.foreign == foreign]

    @property
    def countries(self) -> tuple[str, ...]:
        """The foreign countries, sorted; international organisations give none."""
        return tuple(sorted({b.party.side for b in self.bound} - {HOME, OUTSIDE}))

    def reach(self, foreign: bool) -> int:
        """How far the nearest party of a side had to be fetched; 4 where there is none."""
        return min((b.reach for b in self.side(foreign)), default=4)

    @property
    def complete(self) -> bool:
        """Whether both sides are there."""
        return bool(self.side(False)) and bool(self.side(True))

    @property
    def strong_cue(self) -> bool:
        """Whether a word of wish, plan, agreement, signing, delay or end bears on the act."""
        cue = self.act.reading.cue
        return cue is not None and bool(cue_table()[cue.code]["strong"])

    @property
    def named_tie(self) -> bool:
        """Whether it tells of a twinning or a joint working group, no plain cooperation."""
        return self.act.instrument == "general" and not NAMED_TIES.isdisjoint(self.act.themes)

    @property
    def with_anybody(self) -> bool:
        """ "Memperkuat kolaborasi dengan mitra internasional": whether a plain cooperation is with unnamed
        partners of no country. Beside other facts it only leads to them.
        """
        groups = all(
            b.party.side == OUTSIDE and b.party.rule.startswith("party.group") for b in self.side(True)
        )
        return groups and self.act.instrument == "general" and self.act.stage == "ongoing"

    @property
    def of_old(self) -> bool:
        """Whether its clause tells since when it has been so, or that it has long been ("sejak 2014")."""
        return _OF_OLD.search(self.act.scene.text, *self.act.scene.clauses[self.act.clause]) is not None


@lru_cache(maxsize=1)
def _firms() -> re.Pattern[str]:
    """Names of unnamed groups of firms: "para pelaku usaha", "12 perusahaan"."""
    return re.compile(rf"(?:para\s+)?(?:\d+\s+)?{alternatives('groups', 'firms')}\b", re.IGNORECASE)


def between_firms(act: Act, bound: Sequence[Bound]) -> Act:
    """Plain cooperation of two firms is a business partnership (codebook section 3)."""
    if act.instrument != "general":
        return act
    firms = {b.party.foreign for b in bound if b.party.kind == "company" or _firms().match(b.party.name)}
    if "mitra" in act.trigger.phrase and any(_firms().match(b.party.name) for b in bound):
        return replace(act, instrument="business_partnership", rule=f"instrument.firms:{act.trigger.phrase}")
    if firms != {True, False} or any(b.party.kind not in ("company", "group") for b in bound):
        return act
    return replace(
        act, instrument="business_partnership", rule=f"instrument.between_firms:{act.trigger.phrase}"
    )


_OF_PEOPLE = ("labour_mobility", "training_exchange")
_TALKED_OF = tuple(load("frames")["talked_of"])


def taking_up(act: Act, found: Sequence[Candidate]) -> Act:
    """ "Permintaan itu disanggupi", "Turki membatalkan rencana serupa": an act of the kind of what was asked
    for, or told, last.
    """
    if act.trigger_id != TAKEN_UP:
        return act
    talked_of = act.trigger.phrase.startswith(_TALKED_OF)

    def answered(told: Candidate) -> bool:
        wished = told.strong_cue and (act.similar or told.act.stage == "requested")
        return wished or (talked_of and told.act.stage == "planned")

    last = next((c.act for c in reversed(found) if answered(c) and c.act.instrument != "dialogue"), None)
    if last is None:
        return act
    return replace(act, instrument=last.instrument, rule=f"instrument.taken_up:{last.trigger.phrase}")


def of_the_same_kind(act: Act, told: Collection[str]) -> Act:
    """ "Angkatan kedua berangkat Mei": workers where the acts `told` so far placed any, else learners; a
    general act, which asserts nothing by itself, where neither were told of.
    """
    if act.trigger_id != MORE:
        return act
    kind = next((one for one in _OF_PEOPLE if one in told), "general")
    return replace(act, instrument=kind, rule=f"instrument.more:{act.trigger.phrase}")


def dominant_country(scenes: Sequence[Scene]) -> str | None:
    """The foreign country that an article names most (the first among equals), where Indonesia is no
    bystander.

    None where no Indonesian party is named, or where two foreign countries are both named more often than
    Indonesia: then "kedua negara" are those two.
    """
    counts: Counter[str] = Counter()
    for scene in scenes:
        for party in scene.parties:
            counts[party.side] += 1
    # An Indonesian place where something is built stands for the country too.
    home = counts.pop(HOME, 0) or sum(len(scene.of("place")) for scene in scenes)
    counts.pop(OUTSIDE, 0)
    if not counts:
        # "Gubernur X melawat ke Shizuoka": a town stands for its country where no other party does.
        told = [scene for scene in scenes if scene.of("trigger")]
        counts.update(side_of(hit) for scene in told for hit in scene.of("foreign_place"))
    most = counts.most_common(2)
    if not most or not home or (len(most) == 2 and most[1][1] > 2 * home):
        return None
    return most[0][0]


def _with_international_body(scenes: Sequence[Scene]) -> bool:
    """Whether an article that names no foreign country names an international organisation."""
    parties = {(party.kind, party.side) for scene in scenes for party in scene.parties}
    abroad = {side for _, side in parties} - {HOME, OUTSIDE}
    return not abroad and ("international_organisation", OUTSIDE) in parties


def other_topic(scenes: Sequence[Scene]) -> str | None:
    """The subject of other_topics.yaml that an article is of, if any.

    War, trials and markets are none of them: of 27 annotated articles of these, three tell 12 facts of aid
    and exchange between the lines, and the others were read to tell 9.
    """
    counts: Counter[str] = Counter(hit.code for scene in scenes for hit in scene.of("topic"))
    for name, topic in load("other_topics")["topics"].items():
        if counts[name] >= max(3, topic["share"] * len(scenes)):
            return str(name)
    return None


def _in_passing(act: Act) -> bool:
    """ "X bertemu Y usai menjamu Z": whether a meeting only dates the one that its sentence tells first."""
    scene = act.scene
    start = scene.clauses[act.clause][0]
    met_first = any(hit.code.startswith("dialogue.") and hit.start < start for hit in scene.of("trigger"))
    return act.instrument == "dialogue" and met_first and bool(_DATES.match(scene.text, start))


def may_tell(scenes: Sequence[Scene]) -> bool:
    """Whether an article of these sentences can tell facts at all: of Indonesia and others, on no subject of
    other_topics.yaml.
    """
    sides = dominant_country(scenes) is not None or _with_international_body(scenes)
    return sides and other_topic(scenes) is None


def candidates(scenes: Sequence[Scene], actors: Sequence[Actor]) -> list[Candidate]:
    """All candidates of an article, in the order of the text."""
    if not may_tell(scenes):
        return []
    memory = Memory(
        people=actors,
        organisations={a.name.lower(): a for a in actors if a.kind != "person"},
        represented=represented(scenes),
        foreign=dominant_country(scenes),
        home_place=next((place for scene in scenes for place in scene.of("place")), None),
        most_named=most_named(scenes),
        makers=makers(scenes),
    )
    found: list[Candidate] = []
    unread: list[Candidate] = []
    kinds: set[str] = set()
    told: set[int] = set()
    for (scene, read), following in zip(read_acts(scenes), [*scenes[1:], None], strict=True):
        memory.following = following
        whole = whole_sentence_act(scene, sentence_properties(scenes, scene.number, read, told))
        if whole is not None:
            unread.append(
                Candidate(whole, _with_sides_before(bind(whole, memory), scenes[: scene.number + 1]))
            )
        for one in read:
            bound = bind(one, memory)
            act = between_firms(of_the_same_kind(taking_up(one, found), kinds), bound)
            candidate = Candidate(act, tuple(bound))
            kinds.add(act.instrument)
            if not candidate.complete:
                continue
            found.append(candidate)
            told.add(scene.number)
            if candidate.reach(True) <= 1 and candidate.reach(False) <= 2 and not _in_passing(act):
                memory.remember(act, bound)
            memory.trade(act, bound)
        memory.pass_by(scene)
    complete = [*found, *(candidate for candidate in unread if candidate.complete)]
    return sorted(complete, key=lambda candidate: candidate.act.scene.number)


def _with_sides_before(bound: Sequence[Bound], before: Sequence[Scene]) -> tuple[Bound, ...]:
    """The parties of an act, on a side that lacks any with the one that the article named last: by the words
    of a whole sentence an act is told, but not by whom.
    """
    found = list(bound)
    for foreign in (False, True):
        if not any(b.party.foreign == foreign for b in bound):
            found += [Bound(party, "binding.before", 3) for party in _named_last(before, foreign)]
    return tuple(found)


def _named_last(before: Sequence[Scene], foreign: bool) -> list[Party]:
    """The party of a side that was named last, rather one that neither places nor entitles something."""
    named = [
        (party.start in scene.weak | scene.located, party)
        for scene in reversed(before)
        for party in scene.parties
        if party.foreign == foreign and party.kind != "person"
    ]
    solid = [party for aside, party in named if not aside]
    return (solid or [party for _, party in named])[:1]


def read_acts(scenes: Sequence[Scene]) -> Iterator[tuple[Scene, list[Act]]]:
    """Each sentence, with whom it points back at, and the acts that rules read in it."""
    named = Named()
    for printed in scenes:
        scene = with_pointed(printed, named)
        yield scene, acts(scene)
