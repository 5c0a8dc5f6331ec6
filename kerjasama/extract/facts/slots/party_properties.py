"""What speaks for or against somebody's taking part in a fact, as named properties.

Weights for them are measured by `bench/fit_parties.py` and used in
`kerjasama.extract.facts.slots.likely_parties`; nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.binding.memory import OFFICE, body_of_office
from kerjasama.extract.facts.sentences.parties import Bound, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.registry import word_set

Key = tuple[str, bool]
"""A name, and whether it stands on the foreign side."""
Mentions = Mapping[Key, Sequence[tuple[int, Party]]]
"""Where each possible party stands: the numbers of its sentences, in order, and how it is printed there."""

BOUND, PRESENT, NAMED, IMPLIED = "bound", "present", "named", "implied"
"""How a rule sees somebody: as a party, as one of those present, as somebody whom the article names, or whom
only the title of somebody named tells.
"""

_WORD = re.compile(r"[\w-]+|[,;:()\"]")
_BESIDE = word_set("frames", "beside_a_party")
_VERB = re.compile(r"me|ber|di|ter")
# Bodies whose head's title alone tells them.
_OF_STATE = re.compile(r"Kementerian |Pemerintah ")
_AROUND = 40
_ADJACENT = 4
_NEAR, _FAR = 3, 6
_LATE = 6


def key_of(party: Party) -> Key:
    """What tells one possible party of an article from another."""
    return party.name, party.foreign


def mentions(scenes: Iterable[Scene]) -> Mentions:
    """All possible parties of an article: whom it names, and behind them the ministries and regions that only
    the titles of people tell.
    """
    named: dict[Key, list[tuple[int, Party]]] = {}
    implied: dict[Key, list[tuple[int, Party]]] = {}
    for scene in scenes:
        for party in scene.parties:
            named.setdefault(key_of(party), []).append((scene.number, party))
            if (body := _implied(party)) is not None:
                implied.setdefault(key_of(body), []).append((scene.number, body))
    return {**named, **{key: found for key, found in implied.items() if key not in named}}


def _implied(person: Party) -> Party | None:
    """The body whose office somebody holds."""
    actor = person.actor
    if actor is None or actor.kind != "person" or not actor.country:
        return None
    if actor.parent is None or not _OF_STATE.match(actor.parent):
        return None
    return body_of_office(actor.parent, actor.country, (person.start, person.end))


@dataclass(frozen=True)
class Told:
    """A fact whose parties are asked for: its act, whom rules bind or see present, whom the article names."""

    act: Act
    bound: Sequence[Bound]
    present: Sequence[Party]
    named: Mentions

    @cached_property
    def of_rules(self) -> dict[Key, Bound]:
        """Whom rules bind."""
        return {key_of(b.party): b for b in self.bound}

    @cached_property
    def attending(self) -> dict[Key, Party]:
        """Who is present without being bound."""
        people = {key_of(party): party for party in self.present}
        return {key: party for key, party in people.items() if key not in self.of_rules}

    @cached_property
    def often(self) -> dict[Key, int]:
        """In how many sentences the article names each."""
        return {key: len({number for number, _ in found}) for key, found in self.named.items()}

    @cached_property
    def speaker(self) -> Party | None:
        """Who says the act's sentence, as the article first names him, at home rather than abroad."""
        said = self.act.scene.said_by
        keys = ((said.speaker, foreign) for foreign in (False, True)) if said and said.speaker else ()
        return next((self.named[key][0][1] for key in keys if key in self.named), None)

    def everybody(self) -> list[Key]:
        """Whom to ask of: those of the rules first."""
        return list(dict.fromkeys((*self.of_rules, *self.attending, *self.named)))

    def party(self, key: Key) -> Party:
        """Somebody as the rules take him, else as he is printed nearest to the act, before rather than
        behind.
        """
        if key in self.of_rules:
            return self.of_rules[key].party
        if key in self.attending:
            return self.attending[key]
        number = self.act.scene.number
        return min(self.named[key], key=lambda at: (abs(at[0] - number), at[0]))[1]

    def body_of(self, key: Key) -> str | None:
        """The body of a person, by the name under which the article tells it."""
        party = self.party(key)
        return party.actor.parent if party.level == "person" and party.actor is not None else None

    def standing(self, key: Key) -> str:
        """How the rules see somebody."""
        if key in self.of_rules or key in self.attending:
            return BOUND if key in self.of_rules else PRESENT
        return IMPLIED if self.named[key][0][1].rule == OFFICE else NAMED


class _Somebody:
    """Who may take part in a fact: how he is printed, how the rules see him, where the article names him."""

    def __init__(self, told: Told, key: Key):
        self.told, self.key = told, key
        self.name, self.foreign = key
        self.party = told.party(key)
        self.level = self.party.level
        self.standing = told.standing(key)
        self.named = told.named.get(key, ())
        self.side = "abroad" if self.foreign else "home"
        self.of_side = f"{self.side} {self.level}"
        self.sort = f"{self.standing} {self.level}"
        bound = [b.party for b in told.bound]
        self.beside = [p for p in bound if p.foreign == self.foreign and p.name != self.name]
        self.across = [p for p in bound if p.foreign != self.foreign]


def party_properties(told: Told, key: Key) -> dict[str, float]:
    """Named properties, each 1; absent means 0."""
    one = _Somebody(told, key)
    groups = (
        _of_itself,
        _of_act,
        _of_rules,
        _of_sentences,
        _of_stand_ins,
        _of_article,
        _of_offices,
        _of_speech,
    )
    names = {"bias"}.union(*(found(one) for found in groups))
    # Sorted, since a sum of weights depends in its last digits on their order, and a set has none.
    return dict.fromkeys(sorted(names), 1.0)


def _of_itself(one: _Somebody) -> set[str]:
    instrument = one.told.act.instrument
    return {
        f"kind={one.party.kind}",
        f"kind={one.party.kind} {instrument}",
        f"level={one.level} {instrument}",
        f"side={one.of_side}",
    }


def _of_act(one: _Somebody) -> set[str]:
    """By which words the act is told and how far it is, where in the article, whether somebody says it."""
    act = one.told.act
    cue = act.reading.cue.code if act.reading.cue else "none"
    sort = f"{one.side} {one.sort}"
    return {
        f"cue={cue} {sort}",
        f"cue={cue} {one.of_side}",
        f"trigger={act.trigger_id} {one.of_side}",
        f"told at={min(act.scene.number, _LATE)} {sort}",
        f"told by={'somebody' if act.scene.said_by else 'the paper'} {sort}",
    }


def _of_rules(one: _Somebody) -> set[str]:
    """Whether a rule binds him, which, and whom rules bind beside him."""
    act, standing, sort = one.told.act, one.standing, one.sort
    binding = one.told.of_rules.get(one.key)
    countries = {b.party.side for b in one.told.bound if b.party.foreign}
    return {
        f"standing={standing}",
        f"standing={sort}",
        f"standing={sort} {act.instrument}",
        f"stage={act.stage} {sort}",
        f"beside={min(len(one.beside), 2)} {standing}",
        f"beside={_levels(one.beside)} {sort}",
        f"across={_levels(one.across)} {one.side} {sort}",
        *((f"rule={binding.rule}", f"rule={binding.rule} {one.level}") if binding else ()),
        *((f"reach={binding.reach}",) if binding else ()),
        *((f"country bound={one.party.side in countries} {sort}",) if one.foreign else ()),
    }


def _levels(parties: Iterable[Party]) -> str:
    return "/".join(sorted({party.level for party in parties})) or "nobody"


def _of_sentences(one: _Somebody) -> set[str]:
    """Where he stands in the sentence of the act, or how far from it, and who else of his side is there."""
    scene, trigger = one.told.act.scene, one.told.act.trigger
    others = _levels(p for p in scene.parties if key_of(p) != one.key and p.foreign == one.foreign)
    here = [found for number, found in one.named if number == scene.number]
    if here:
        nearest = min(here, key=lambda found: abs(found.start - trigger.start))
        return _of_place(one, nearest) | {f"there={others} {one.sort}"}
    back = min((scene.number - number for number, _ in one.named if number < scene.number), default=None)
    ahead = min((number - scene.number for number, _ in one.named if number > scene.number), default=None)
    before = f"back={_distance(back)}"
    return {
        before,
        f"{before} {one.standing}",
        f"{before} {one.level}",
        f"ahead={_distance(ahead)} {one.standing}",
        f"instead={others} {one.sort}",
    }


def _of_stand_ins(one: _Somebody) -> set[str]:
    """What stands instead of names in the act's clause and elsewhere in its sentence: "kami", "kedua
    negara".
    """
    act = one.told.act
    start, end = act.scene.clauses[act.clause]
    stands = act.scene.of("stand_in")
    inside = {hit.phrase for hit in stands if start <= hit.start < end}
    outside = {hit.phrase for hit in stands} - inside
    return {
        *(f"stand-in={phrase} {one.side} {one.sort}" for phrase in inside),
        *(f"stand-in={phrase} {one.of_side}" for phrase in inside),
        *(f"stand-in elsewhere={phrase} {one.of_side}" for phrase in outside),
    }


def _distance(sentences: int | None) -> str:
    if sentences is None:
        return "never"
    return str(sentences) if sentences < _NEAR else "near" if sentences < _FAR else "far"


def _of_place(one: _Somebody, party: Party) -> set[str]:
    """On which side of the trigger he stands as a party of its sentence, in which clause, between which
    words, and how.
    """
    act, scene, standing, level = one.told.act, one.told.act.scene, one.standing, one.level
    way = "before" if party.end <= act.trigger.start else "behind"
    place = way if scene.clause_of(party.start) == act.clause else f"{way} elsewhere"
    left, right = (party.end, act.trigger.start) if way == "before" else (act.trigger.end, party.start)
    between = sum(other.foreign == party.foreign and left <= other.start < right for other in scene.parties)
    aside = "weak" if party.start in scene.weak else "located" if party.start in scene.located else "solid"
    preceding = _WORD.findall(scene.text, max(scene.start, party.start - _AROUND), party.start)
    following = _WORD.findall(scene.text, party.end, min(scene.end, party.end + _AROUND))
    first, last = _word(preceding[-1:]), _word(following[:1])
    return {
        f"place={place}",
        f"place={place} {standing}",
        f"place={place} {level} {act.instrument}",
        f"word before={first}",
        f"word before={first} {standing}",
        f"word before={first} {way} {level}",
        f"word behind={last} {way}",
        f"word behind={last} {level}",
        f"aside={aside} {standing}",
        f"aside={aside} {level}",
        f"between={min(between, 3)} {way} {standing}",
        *(("opens the sentence",) if party.start - scene.start < _ADJACENT else ()),
        *((f"beside the act {way} {act.instrument}",) if right - left < _ADJACENT else ()),
    }


def _word(beside: Sequence[str]) -> str:
    """A word beside a party: itself where it is one that links parties, else what it looks like."""
    if not beside:
        return "none"
    word = beside[0].lower()
    if not word[0].isalnum() or word in _BESIDE:
        return word
    shape = _VERB.match(word)
    return f"{shape[0]}-" if shape else "name" if beside[0][0].isupper() else "other"


def _of_article(one: _Somebody) -> set[str]:
    """How often and how early the article names him, beside others of his side and level."""
    told = one.told
    often = told.often.get(one.key, 0)
    rivals = sum(
        told.often[other] > often
        for other, found in told.named.items()
        if other[1] == one.foreign and found[0][1].level == one.level
    )
    first = f"first={min((*(number for number, _ in one.named), 3))}"
    rank = f"rank={min(rivals, 3)}"
    return {
        f"often={min(often, 5)}",
        f"{rank} {one.level}",
        f"{rank} {one.standing}",
        f"{rank} {one.level} {told.act.instrument}",
        first,
        f"{first} {one.sort}",
    }


def _of_offices(one: _Somebody) -> set[str]:
    """Whether his body, or who speaks for it, is bound beside him."""
    instrument = one.told.act.instrument
    parent = one.party.actor.parent if one.party.actor is not None else None
    with_parent = any(other.name == parent for other in one.beside)
    if one.level == "person":
        return {f"with his body={with_parent} {one.standing} {instrument}"}
    people = [other.actor for other in one.beside if other.kind == "person" and other.actor is not None]
    with_person = any(person.parent == one.party.name for person in people)
    return {
        f"with its person={with_person} {one.standing} {instrument}",
        *((f"with its parent {one.standing}",) if with_parent else ()),
    }


def _of_speech(one: _Somebody) -> set[str]:
    """Whether he, or somebody of his body or side, says the sentence."""
    said, speaks = one.told.act.scene.said_by, one.told.speaker
    if said is None or said.speaker is None:
        return set()
    if said.speaker == one.name:
        who = "speaker"
    elif speaks is None or speaks.foreign != one.foreign:
        return set()
    elif speaks.actor is not None and speaks.actor.parent == one.name:
        who = "speaker's body"
    else:
        return {f"speaker's side {one.level} {one.standing}"}
    return {who, f"{who} {one.standing}", f"{who} {one.told.act.instrument}"}
