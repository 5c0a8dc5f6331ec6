"""Triggers that a verb and its object make together: "membangun dua pabrik", "guru itu dikirim".

Which verb goes with which object is in `codebook/compounds.yaml`; what a trigger tells is
`kerjasama.extract.facts.acts.act_reader`'s subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.affixes import AGENTS
from kerjasama.codebook.alternatives import alternatives
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.frames import words

# "US$2", "US$ 2": a sum, or its sign alone.
_SUM = r"(?:Rp|US\$|\$)?\d[\d.,]*%?|(?:US)?\$"
# Before a passive verb the object's own description stands: "pinjaman senilai 30 miliar yen itu dicairkan".
_BEFORE = re.compile(rf"(?:,?\s+(?:{_SUM}|[\w/().-]+)){{0,7}},?\s+")
# What moves is described at greater length: from where, of whom.
_FAR_BEFORE = re.compile(_BEFORE.pattern.replace("{0,7}", "{0,13}"))
_VERB = rf"(?!{words('no_verbs')}\b)(?:mem|men|meng|meny)[a-z]{{3,}}"
_PASSIVE = ("di", "ter", *(f"{agent} " for agent in AGENTS))
# Between a noun and another that describes it stands nothing, or the legal form of a firm's name.
_DESCRIBES = re.compile(r" (?:PT )?")
_AID, _TRADE = "finance.aid", "trade."


@lru_cache(maxsize=1)
def _triggers() -> list[str]:
    """The trigger id of each compound, by its number."""
    return [str(compound["trigger"]) for compound in load("compounds")["compounds"]]


@lru_cache(maxsize=1)
def _moves() -> frozenset[str]:
    """Verbs without an object: what moves or comes stands before them."""
    return frozenset(load("compounds")["moves"])


@lru_cache(maxsize=1)
def compound_ids() -> frozenset[str]:
    """The ids of all triggers that compounds make."""
    return frozenset(_triggers())


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    """At most four words between a verb and its object, no comma, no word that opens another phrase and no
    other verb, whose object it would be ("meminta Jepang menyerap lulusan").
    """
    stops = alternatives("compounds", "stops")
    word = rf"(?!(?:{stops}|{_VERB})\s)(?:{_SUM}|[\w/-]+)"
    return re.compile(rf"(?:\s+{word}){{0,4}}\s+[\"“‘']?")


def compound_triggers(text: str, verbs: Sequence[Hit], objects: Sequence[Hit]) -> list[Hit]:
    """A trigger for each object and the verb nearest to it, in the order of the objects.

    It spans verb and object; of a passive verb behind its object only the verb, so that what stands before
    it ("guru itu akan dikirim") is not inside.
    """
    found = []
    for thing in _heads(text, verbs, objects):
        near = [verb for verb in verbs if verb.code == thing.code and _joined(text, verb, thing)]
        if near:
            verb = min(near, key=lambda hit: abs(hit.start - thing.start))
            end = max(verb.end, thing.end)
            phrase = f"{verb.phrase} {thing.phrase}"
            found.append(Hit(verb.start, end, "trigger", _triggers()[int(thing.code)], phrase))
    # "Mengirim bantuan 10 ton beras": what is given in need is not sold.
    given = {hit.start for hit in found if hit.code == _AID}
    return [hit for hit in found if hit.start not in given or not hit.code.startswith(_TRADE)]


def _heads(text: str, verbs: Sequence[Hit], objects: Sequence[Hit]) -> list[Hit]:
    """The objects without those that only describe the one right before them that has a verb, too: a noun's
    head comes first ("membeli tambang bauksit", "membeli saham PT Kertas Serayu").
    """
    described = {
        thing.start
        for thing in objects
        for head in objects
        if head.code != thing.code
        and _DESCRIBES.fullmatch(text, head.end, max(head.end, thing.start))
        and any(
            verb.code == head.code and verb.end <= head.start and _joined(text, verb, head) for verb in verbs
        )
    }
    return [thing for thing in objects if thing.start not in described]


def _joined(text: str, verb: Hit, thing: Hit) -> bool:
    if verb.end <= thing.start and verb.phrase not in _moves():
        return _after().fullmatch(text, verb.end, thing.start) is not None
    if thing.end <= verb.start and (verb.phrase.startswith(_PASSIVE) or verb.phrase in _moves()):
        gap = _FAR_BEFORE if verb.phrase in _moves() else _BEFORE
        return gap.fullmatch(text, thing.end, verb.start) is not None
    return False
