"""Binds an act to its parties on both sides: in its frame, its clause, its sentence, or by a rule of
carry-over.

Which spans can be parties is `kerjasama.extract.facts.parties`' subject; what carries a party over is
`kerjasama.extract.facts.carry_over`'s, what part each plays `kerjasama.extract.facts.roles`'.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from kerjasama.extract.facts.acts import GIVING, Act
from kerjasama.extract.facts.carry_over import (
    MISSION,
    ORGANISATIONS,
    Bound,
    Memory,
    both_met,
    offices,
    own_side,
    recent_person,
    speaker_name,
    speaking,
    spoken_for,
    stand_in,
    told_to_the_met,
    we,
)
from kerjasama.extract.facts.parties import HOME, OUTSIDE, Party, country_name, home_country
from kerjasama.extract.facts.scenes import Scene
from kerjasama.extract.facts.visits import visit

_PAIR = re.compile(r"\s*\)?\s*(?:[-–—/&]|dan|dengan|serta|bersama|maupun)\s*(?:pihak\s+|negara\s+)?\Z")
_BETWEEN = re.compile(r"\b(?:antara|antar|oleh|bersama)\s+(?:\w+\s+){0,3}\Z")
_LISTED = re.compile(
    r"\s*\)?\s*(?:\([^()]*\))?\s*(?:[,&]|dan|serta|maupun|hingga|sampai|atau|\s)+(?:\s*[\w/-]+){0,3}\s*,?\s*(?:dan\s+|serta\s+)?"
)
_AND = re.compile(r"\b(?:dan|serta|maupun|hingga|sampai)\b|&")
# What may stand before a clause's subject: a conjunction, a dateline, the long form of its name.
_OPENING = re.compile(r"(?:[A-Z][^,]{0,25},\s)?(?:[A-Z(][\w.()]*[\s,–—-]+|(?:dan|serta)\s+)*\(?")
_LAST_LINK = re.compile(r"\s*\)?\s*(?:\([^()]*\))?,?\s*(?:dan|serta)\s+")
_THAT = re.compile(r"\bbahwa\b")
_AT = re.compile(
    r"(?:\b(?:di|ke)\s+(?:kawasan\s+|daerah\s+|wilayah\s+)?|\b(?:di|ke)\s+[A-Z][\w\s]{2,40},\s+)(?:Kabupaten\s+|Kota\s+|Provinsi\s+)?\Z"
)
_TOWN = re.compile(
    r"\b(?:ke|menuju|dari|asal|tujuan|warga|di)\s+(?:(?:kota|pelabuhan|bandara|pasar)\s+)?\Z", re.I
)
_WITH = re.compile(r"\s*(?:dengan|bersama|oleh|antara)\b")


_DONE_AT_A_PLACE = ("finance", "technical_assistance", "training_exchange", "programme")


def bind(act: Act, memory: Memory) -> list[Bound]:
    """The parties of an act, Indonesian ones first; empty on a side where no rule finds any."""
    chooser = _meeting_side if act.instrument == "dialogue" else _side
    home = chooser(act, memory, foreign=False)
    foreign = chooser(act, memory, foreign=True)
    several = len({b.party.side for b in foreign}) > 1 and act.trigger_id not in GIVING
    if several and any(b.rule == "binding.protagonist" for b in home):
        # "BYD dan Scorpio meneken kontrak": two foreign sides need no third one. Two may give to one.
        home = []
    if act.instrument != "dialogue":
        home, foreign = _level(home, foreign)
    return [*home, *foreign]


def _side(act: Act, memory: Memory, foreign: bool) -> list[Bound]:
    scene = act.scene
    start, end = scene.clauses[act.clause]
    speaker = speaker_name(scene)
    here = [
        p
        for p in _apart_from_besides(act)
        if p.foreign == foreign and not (p.side == OUTSIDE and p.kind == "person")
    ]
    owners = [p for p in here if p.kind == "person" and p.start in scene.weak]
    here = [_mission(p) for p in here if p not in owners]
    solid = [
        p
        for p in here
        if p.kind != "person"
        and p.start not in scene.weak
        and p.start not in scene.located
        and p.name != speaker
    ]
    invested_in = _countries_invested_in(act, here) if not foreign else []
    steps: list[tuple[str, Callable[[], list[Party]]]] = [
        ("pair", lambda: _pair_or_subject(act, solid, foreign)),
        (
            "invested_in",
            lambda: (
                [p for p in invested_in if p.start > act.trigger.end]
                if not any(p.start < act.trigger.start for p in solid)
                else []
            ),
        ),
        ("subject", lambda: _subject(act, here, solid, speaker, memory)),
        ("speaker", lambda: we(act, solid, memory, foreign)),
        ("clause", lambda: nearest(act, [p for p in solid if start <= p.start < end])),
        ("pair_countries", lambda: stand_in(act, "pair_countries", memory, foreign)),
        ("sentence", lambda: nearest(act, solid)),
        ("person", lambda: offices(here, speaker, memory)),
        ("pair_stand_in", lambda: stand_in(act, "pair", memory, foreign)),
        # Who asks that something be built is its party, rather than the place where it would stand.
        (
            "invested_in",
            lambda: (
                invested_in
                or ([] if foreign or act.stage == "requested" else _built_here(act, ("investment",)))
            ),
        ),
        ("speaker", lambda: spoken_for(act, memory, foreign)),
        ("own", lambda: own_side(act, foreign)),
        ("invested_in", lambda: [] if foreign else _built_here(act, ("investment",))),
        ("located", lambda: [p for p in here if p.start in scene.located]),
        ("town", lambda: _towns(act, memory) if foreign else []),
        ("title", lambda: [p for p in here if p.start in scene.weak] or offices(owners, speaker, memory)),
        ("met", lambda: told_to_the_met(scene, memory, foreign)),
        ("carry", lambda: memory.own_branch(scene, memory.carried(act, foreign))),
        ("protagonist", lambda: memory.protagonist(foreign)),
        ("invested_in", lambda: [] if foreign else _built_here(act, _DONE_AT_A_PLACE)),
    ]
    for rule, step in steps:
        chosen = step()
        if chosen:
            return [Bound(party, f"binding.{rule}") for party in _distinct(chosen)]
    return []


def nearest(act: Act, parties: Sequence[Party]) -> list[Party]:
    """Of the parties of one side those that belong together nearest to the trigger.

    The subject, the first before the trigger, comes before what follows it; an enumeration ("A, B, dan C")
    is taken whole, of a chain without "dan" ("program studi X, Fakultas Y, Universitas Z") only its first
    link.
    """
    if len(parties) < 2:
        return list(parties)
    text = act.scene.text
    runs: list[list[Party]] = []
    for party in parties:
        if runs and any(p.name == party.name for p in runs[-1]):
            runs[-1][-1] = replace(runs[-1][-1], end=party.end)
        elif runs and _LISTED.fullmatch(text, runs[-1][-1].end, max(runs[-1][-1].end, party.start)):
            runs[-1].append(party)
        else:
            runs.append([party])
    before = [run for run in runs if run[0].start < act.trigger.start]
    run = before[0] if before else runs[0]
    if (
        before
        and _WITH.match(text, act.trigger.end)
        and runs[-1][0].start > act.trigger.end
        and run[0].foreign
    ):
        run = next(r for r in runs if r[0].start > act.trigger.end)
    joined = any(_AND.search(text, a.end, max(a.end, b.start)) for a, b in pairwise(run))
    firms = len(run) > 2 and all(p.kind in ("company", "country") for p in run)
    return run if joined or firms or len(run) > 3 or _goes_on(act.scene, run[-1]) else run[:1]


def _goes_on(scene: Scene, last: Party) -> bool:
    """Whether an enumeration of one side ends with a party of the other: "PT A, PT B, dan X Corp"."""
    following = next((p for p in scene.parties if p.start >= last.end), None)
    return following is not None and bool(_LAST_LINK.fullmatch(scene.text, last.end, following.start))


def _apart_from_besides(act: Act) -> list[Party]:
    """The scene's parties on the act's side of an opening "Selain …,"."""
    cut = act.scene.besides
    inside = act.trigger.start < cut
    return [p for p in act.scene.parties if (p.start < cut) == inside or cut == act.scene.start]


def _mission(party: Party) -> Party:
    """An embassy or a consulate acts for its country."""
    if party.kind == "government" and party.side != OUTSIDE and MISSION.search(party.name):
        return replace(party, name=country_name(party.side), kind="country", rule="party.mission", actor=None)
    return party


def _pair_or_subject(act: Act, solid: Sequence[Party], foreign: bool) -> list[Party]:
    """The pair's party of a side; where a body is the clause's subject and the pair follows ("Kemendag
    menargetkan perjanjian Indonesia–Uni Eropa"), the subject itself on its own side.
    """
    pair = [_mission(p) for p in paired(act) if p.foreign == foreign and p.kind != "person"]
    if pair and pair[0].kind == "country" and pair[0].start > act.trigger.start:
        start = act.scene.clauses[act.clause][0]
        before = [p for p in act.scene.parties if start <= p.start < act.trigger.start]
        before = [p for p in before if p.kind != "country"]
        subjects = [p for p in before[:1] if p in solid and p.kind in ORGANISATIONS]
        named = all(p.kind != "person" for p in before)
        if subjects and named and _OPENING.fullmatch(act.scene.text, start, subjects[0].start):
            return subjects
    return pair


def _subject(
    act: Act, here: Sequence[Party], solid: Sequence[Party], speaker: str | None, memory: Memory
) -> list[Party]:
    """What a person stands for who is the clause's subject, where no body of that side comes before the
    verb.
    """
    start = act.scene.clauses[act.clause][0]
    if any(start <= p.start < act.trigger.start for p in solid):
        return []
    people = [
        p for p in here if p.kind == "person" and start <= p.start < act.trigger.start and p.name != speaker
    ]
    return offices(people[-1:], speaker, memory)


def paired(act: Act) -> list[Party]:
    """Parties of the two sides that stand joined ("Indonesia–Jepang", "antara BI dan PBOC") in the act's
    clause.
    """
    scene = act.scene
    start, end = scene.clauses[act.clause]
    inside = [p for p in scene.parties if start <= p.start < end and p.start not in scene.weak]
    chosen: list[Party] = []
    for left, right in pairwise(inside):
        if left.foreign == right.foreign or not _PAIR.match(scene.text[left.end : right.start]):
            continue
        gap = scene.text[act.trigger.end : left.start]
        if right.end <= act.trigger.start or len(gap) <= 15 or (len(gap) <= 90 and _BETWEEN.search(gap)):
            chosen += [left, right]
    if not chosen and {p.foreign for p in inside} != {True, False}:
        chosen = _other_pair(act)
    return _distinct(chosen)


def _other_pair(act: Act) -> list[Party]:
    """The pair of an earlier tie in the sentence ("… kerja sama antara X dan Y, yang bertujuan …")."""
    scene = act.scene
    for tie in scene.of("trigger"):
        if tie.start >= act.trigger.start or not tie.code.startswith(
            ("general.tie", "general.cooperate", "agreement.")
        ):
            continue
        for left, right in pairwise(scene.parties):
            gap = scene.text[tie.end : left.start] if left.start >= tie.end else None
            near = gap is not None and (len(gap) <= 15 or (len(gap) <= 90 and _BETWEEN.search(gap)))
            if near and left.foreign != right.foreign and _PAIR.match(scene.text[left.end : right.start]):
                return [left, right]
    return []


def _meeting_side(act: Act, memory: Memory, foreign: bool) -> list[Bound]:
    """The people who meet; where none is named their organisation, the group, the country."""
    scene = act.scene
    here = [p for p in _apart_from_besides(act) if p.foreign == foreign]
    people = [p for p in here if p.kind == "person"]
    people = [p for p in people if p.start not in scene.weak] or people
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
        ("recent_person", recent_person(act, memory, foreign)),
        ("carry_person", memory.last_met.get(foreign, [])),
        ("country", countries),
        ("protagonist", memory.protagonist(foreign)),
    ]
    for rule, chosen in steps:
        if chosen:
            return [Bound(party, f"binding.{rule}") for party in _distinct(chosen)]
    return []


def _countries_invested_in(act: Act, here: Sequence[Party]) -> list[Party]:
    """The countries where an investment is made: those that the sentence names as a place."""
    if act.instrument != "investment":
        return []
    return [p for p in here if p.kind == "country" and p.start in act.scene.located]


def _built_here(act: Act, instruments: Sequence[str]) -> list[Party]:
    """Indonesia, where something is built, paid or taught at a place of it that the sentence names ("pabrik
    di Karawang").
    """
    if act.instrument not in instruments or act.strength != "act":
        return []
    scene = act.scene
    for place in scene.of("place"):
        before = scene.text[max(scene.start, place.start - 60) : place.start]
        behind = place.start > act.trigger.end or act.instrument != "investment"
        if behind and _AT.search(before):
            return [
                Party(place.start, place.end, home_country(), "country", HOME, "party.place_of_investment")
            ]
    return []


def _towns(act: Act, memory: Memory) -> list[Party]:
    """The country of the foreign town that something comes from or goes to ("mengirim penyuluh ke Harare"),
    or where it is done; the parties of that country that were told last, where there are any.
    """
    scene = act.scene
    for town in scene.of("foreign_place"):
        if _TOWN.search(scene.text, max(scene.start, town.start - 40), town.start):
            code = town.code.partition(":")[0]
            told = [party for party in memory.last.get(True, []) if party.side == code]
            country = Party(town.start, town.end, country_name(code), "country", code, "party.town")
            return told or [country]
    return []


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


def _distinct(parties: Iterable[Party]) -> list[Party]:
    seen: dict[tuple[str, str], Party] = {}
    for party in parties:
        seen.setdefault((party.name, party.side), party)
    return list(seen.values())


def _level(home: list[Bound], foreign: list[Bound]) -> tuple[list[Bound], list[Bound]]:
    """Beside an organisation or a group of its own, a country is only an attribute: it goes."""

    def lean(bound: list[Bound]) -> list[Bound]:
        named = {b.party.side for b in bound if b.party.kind != "country"}
        return [b for b in bound if b.party.kind != "country" or b.party.side not in named]

    return lean(home), lean(foreign)
