"""The proper name of a fact's programme, project, agreement or forum (codebook section 2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kerjasama.codebook.alternatives import either
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.facts.slots.programme_names import AGAIN, KINDS, Named, listed, programme_names
from kerjasama.extract.names.body_nouns import THAT
from kerjasama.records import Anchor

# What acts are about, the likelier kind of name first.
_KINDS = {
    "agreement": ("treaty", "programme"),
    "dialogue": ("event",),
    "trade": ("event", "programme", "treaty"),
}
_OTHERS = ("programme", "treaty")
_PLACES = ("country", "place", "foreign_place", "capital")
# Acts that are a part of a programme whose name stands in another sentence.
_PARTS = frozenset(
    (
        "agreement",
        "programme",
        "finance",
        "investment",
        "training_exchange",
        "technical_assistance",
        "labour_mobility",
    )
)
# So many names of a kind in one sentence are a list, and none of them is the fact's own.
_A_LIST = 3
_TALKS = re.compile(rf"\b{either(listed('talks'))}\b(?:\s[\w-]+){{0,3}}\s\Z", re.I)


def names_of(scenes: Sequence[Scene]) -> list[Named]:
    """The names of an article in its own sentences, without those that are a body's or a place's."""
    found = [
        one
        for scene in scenes
        for one in programme_names(scene.text)
        if scene.start <= one.start < scene.end and not _other(scene, one)
    ]
    believed = {one.name for one in found if one.rule != AGAIN}
    return [one for one in found if one.name in believed]


def programme_of(
    acts: Sequence[Act], names: Sequence[Named], scenes: Sequence[Scene]
) -> tuple[str, Anchor] | None:
    """The name of what a fact is about, if any: in its own sentences, the leading act's first, else the
    project that the sentence before names or the only one of the article. `names` and `scenes` are all of the
    article's.
    """
    own = (_in_sentence(act, names) for act in acts)
    told = next((one for one in own if one), None) or _carried(acts[0], names, scenes)
    return (told.name, Anchor("programme", told.rule, told.start, told.end)) if told else None


def _in_sentence(act: Act, names: Sequence[Named]) -> Named | None:
    """The name nearest to an act in its sentence, in its own clause first; none where several are listed."""
    here = [one for one in _told(act.scene, names) if _fits(act, one)]
    alike = {one.name for one in here if one.kind == here[0].kind}
    return min(here, key=lambda one: _distance(act, one), default=None) if len(alike) < _A_LIST else None


def _carried(act: Act, names: Sequence[Named], scenes: Sequence[Scene]) -> Named | None:
    """The project that the sentence before names, for what is signed, paid, built or taught; for a programme
    without a name also the only one that the article names.
    """
    if act.instrument not in _PARTS:
        return None
    projects = [one for one in names if one.kind == "programme"]
    last = next((scene for scene in scenes if scene.number == act.scene.number - 1), None)
    goes_on = last is not None and _same_side(last, act.scene)
    near = [one for one in projects if goes_on and last and last.start <= one.start < last.end]
    only = projects if act.instrument == "programme" else []
    for found, rule in ((near, "programme.before"), (only, "programme.only")):
        if len({one.name for one in found}) == 1:
            return replace(found[0], rule=rule)
    return None


def _same_side(before: Scene, scene: Scene) -> bool:
    """Whether two sentences have a foreign side in common, or one of them names none."""
    first, second = ({party.side for party in one.parties if party.foreign} for one in (before, scene))
    return not (first and second) or bool(first & second)


def _told(scene: Scene, names: Sequence[Named]) -> list[Named]:
    """The names that a sentence prints, and those that a noun in it points back at."""
    printed = [one for one in names if scene.start <= one.start < scene.end]
    pointed = []
    for kind in KINDS:
        before = [one for one in names if one.start < scene.start and one.kind == kind]
        for noun in _pointing(kind).finditer(scene.text, scene.start, scene.end) if before else ():
            same = [one for one in before if re.search(rf"\b{noun['noun']}\b", one.name, re.I)] or before
            pointed.append(replace(same[-1], start=noun.start(), end=noun.end(), rule="programme.pointed"))
    return [*printed, *pointed]


def _distance(act: Act, one: Named) -> tuple[bool, int, int]:
    """How far a name is from an act: in another clause, of a less likely kind, so many letters away."""
    rank = [*_KINDS.get(act.instrument, _OTHERS), *KINDS].index(one.kind)
    return act.scene.clause_of(one.start) != act.clause, rank, abs(one.start - act.trigger.end)


def _fits(act: Act, one: Named) -> bool:
    """Whether an act may be about a name of this kind."""
    if act.instrument == "dialogue" and one.kind == "treaty":
        return bool(_TALKS.search(act.scene.text, max(0, one.start - 60), one.start))
    return one.kind in _KINDS.get(act.instrument, _OTHERS)


def _other(scene: Scene, one: Named) -> bool:
    """Whether a name is a body's or a place's: one of them holds the head that makes it a name, or half
    of it.
    """
    if one.sure:
        return False
    spans = [(party.start, party.end) for party in scene.parties]
    spans += [(hit.start, hit.end) for kind in _PLACES for hit in scene.of(kind)]
    near = [(start, end) for start, end in spans if start < one.end and one.start < end]
    covered = {at for start, end in near for at in range(max(start, one.start), min(end, one.end))}
    if one.head is not None:
        return one.head in covered
    return 2 * len(covered) >= one.end - one.start or (one.kind == "treaty" and one.start in covered)


@cache
def _pointing(kind: str) -> re.Pattern[str]:
    """A noun that points back at a name of a kind: "program tersebut", "perjanjian dagang ini"."""
    nouns = either([*listed("nouns", kind), *listed("points", kind)])
    return re.compile(rf"\b(?P<noun>{nouns})(?:\s[a-z]+){{0,2}}?\s(?:{THAT})\b", re.I)
