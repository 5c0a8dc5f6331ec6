"""Parties that stand joined: a pair of the two sides ("Indonesia–Jepang"), or an enumeration of one side.

Which of them an act takes is decided in `kerjasama.extract.facts.binding.binding`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Party
from kerjasama.extract.facts.sentences.scenes import Scene

# "Dua perusahaan asal Taiwan, yakni X": a group before the bodies that it is.
_APPOSED = rf"(?:[a-z]+\s+){{1,3}}(?:(?:asal|dari)\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?,\s{words('spells_out')}\s+"
_PAIR = re.compile(
    rf"\s*\)?(?:\s*\([^()]{{2,20}}\))?(?:\s+{words('on_behalf')}(?:\s[\w-]+){{1,4}}?)?\s*{words('pairs')}\s*(?:pihak\s+|negara\s+|{_APPOSED})?\Z"
)
_BETWEEN = re.compile(rf"\b{words('between_two')}\s+(?:\w+\s+){{0,3}}\Z")
_LISTED = re.compile(
    rf"\.?\s*\)?\s*(?:\([^()]*\))?\s*(?:[,&]|{words('adds')}|atau|\s)+(?:\s*[\w/-]+){{0,3}}\s*,?\s*(?:dan\s+|serta\s+)?"
)
_AND = re.compile(rf"\b(?:{words('adds')}|atau)\b|&")
# "A, B, dan C", where nobody knows C.
_UNKNOWN_LINK = re.compile(r"\.?\s*\)?\s*(?:\([^()]*\))?,\s+(?:dan|serta)\s+[A-Z]")
_LAST_LINK = re.compile(r"\s*\)?\s*(?:\([^()]*\))?,?\s*(?:dan|serta)\s+")
_ORIGIN = re.compile(r"\)?,?\s+(?:(?:asal|dari|di)\s+(?:[A-Z][\w-]+,\s+)?)?")
_WITH = re.compile(rf"\s*{words('together_with')}\b")


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
    """Whether an enumeration of one side ends with a party of the other or with one that nobody knows:
    "PT A, PT B, dan X Corp".
    """
    if _UNKNOWN_LINK.match(scene.text, last.end, scene.end):
        return True
    following = next((p for p in scene.parties if p.start >= last.end), None)
    return following is not None and bool(_LAST_LINK.fullmatch(scene.text, last.end, following.start))


def paired(act: Act) -> list[Party]:
    """Parties of the two sides that stand joined ("Indonesia–Jepang", "antara BI dan PBOC") in the act's
    clause.
    """
    scene = act.scene
    start, end = scene.spelt_out(act.clause)
    inside = [p for p in scene.parties if start <= p.start < end and p.start not in scene.weak]
    inside = _with_origins(scene.text, inside)
    chosen: list[Party] = []
    for left, right in pairwise(inside):
        if left.foreign == right.foreign or not _PAIR.match(scene.text[left.end : right.start]):
            continue
        gap = scene.text[act.trigger.end : left.start]
        if right.end <= act.trigger.start or len(gap) <= 15 or (len(gap) <= 90 and _BETWEEN.search(gap)):
            chosen += [left, right, *_listed_with(scene.text, inside, right)]
    if not chosen and {p.foreign for p in inside} != {True, False}:
        chosen = _other_pair(act)
    return distinct(chosen)


def _listed_with(text: str, parties: Sequence[Party], first: Party) -> list[Party]:
    """The bodies of its own side that a pair's second party is listed with: "antara X dengan A dan B"."""
    found: list[Party] = []
    last = first
    for party in parties[parties.index(first) + 1 :]:
        same = party.side == last.side and party.kind == last.kind and party.kind in ORGANISATIONS
        if not same or not _LAST_LINK.fullmatch(text, last.end, party.start):
            break
        found.append(party)
        last = party
    return found


def _with_origins(text: str, parties: Sequence[Party]) -> list[Party]:
    """Each body together with the country that only tells where it is from: "Kivi Oy asal Finlandia dan"."""
    kept: list[Party] = []
    for party in parties:
        last = kept[-1] if kept else None
        own = last is not None and last.kind in ORGANISATIONS and last.side == party.side
        if last and own and party.kind == "country" and _ORIGIN.fullmatch(text, last.end, party.start):
            kept[-1] = replace(last, end=party.end)
        else:
            kept.append(party)
    return kept


def _other_pair(act: Act) -> list[Party]:
    """The pair of an earlier tie in the sentence ("… kerja sama antara X dan Y, yang bertujuan …")."""
    scene = act.scene
    for tie in scene.of("trigger"):
        if tie.start >= act.trigger.start or not tie.code.startswith(
            ("general.tie", "general.relation", "general.cooperate", "agreement.")
        ):
            continue
        for left, right in pairwise(scene.parties):
            gap = scene.text[tie.end : left.start] if left.start >= tie.end else None
            near = gap is not None and (len(gap) <= 15 or (len(gap) <= 90 and _BETWEEN.search(gap)))
            if near and left.foreign != right.foreign and _PAIR.match(scene.text[left.end : right.start]):
                return [left, right]
    return []


def distinct(parties: Iterable[Party]) -> list[Party]:
    """Each party once, by name and side, the first of its spans."""
    seen: dict[tuple[str, str], Party] = {}
    for party in parties:
        seen.setdefault((party.name, party.side), party)
    return list(seen.values())
