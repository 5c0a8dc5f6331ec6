"""Who takes part in a fact: of those whom rules bind and those whom the article names besides, the likely
ones, by a learned model.

A rule looks at one relation, the nearest body before the verb or the speaker's ministry; which of several
named ones a careful reader would write down depends on many at once. Weights: `bench/fit_parties.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kerjasama.extract.facts.judging.merge import Bundle
from kerjasama.extract.facts.sentences.parties import Bound, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.facts.slots.party_properties import Key, Mentions, Told, key_of, party_properties
from kerjasama.extract.facts.slots.roles import extra_people
from kerjasama.text.logistic import chance, read_model

FILE = Path(__file__).with_name("likely_parties.json")

LEAST = 0.35
"""Who takes part less likely than this is left out, but for the likeliest of each side. With the bounds 0.3,
0.35 and 0.4 facts_strict is .421 each time on `held`, .386, .380 and .374 on `national_held`, facts_soft
.615, .616 and .617, .669, .670 and .670."""

_GOVERNMENT = re.compile(r"pemerintah\s", re.I)

LIKELY = "binding.likely"
"""The rule of a party that only the model finds; `_FAR` is how far it is fetched, as by memory alone."""
_FAR = 3


class Takers(NamedTuple):
    """Who takes part in a fact: its parties, and people present at it with their role."""

    bound: tuple[Bound, ...]
    present: list[tuple[Party, str]]


def takers(bundle: Bundle, scenes: Sequence[Scene], named: Mentions) -> Takers:
    """Who takes part in the fact that a bundle of candidates tells: Indonesian parties first, each side's in
    the order of the rules, then of the text.
    """
    asked, present = asked_of(bundle, scenes, named)
    likely = set(chosen(asked))
    bound = [_bound(asked, key) for key in asked.everybody() if key in likely and key not in asked.attending]
    people = [(party, role) for party, role in present if key_of(party) in likely]
    return Takers(tuple(sorted(bound, key=lambda b: b.party.foreign)), people)


def asked_of(
    bundle: Bundle, scenes: Sequence[Scene], named: Mentions
) -> tuple[Told, list[tuple[Party, str]]]:
    """Of whom it is asked whether he takes part in a fact; and who is present at it, with his role."""
    present = extra_people(bundle.members, scenes)
    return Told(bundle.lead.act, bundle.parties(), [party for party, _ in present], named), present


def chosen(told: Told) -> list[Key]:
    """The likely ones of everybody, and at least one of each side that names anybody; in a meeting people
    stand instead of their bodies (codebook section 2).
    """
    weights = read_model(FILE)["weights"]
    likely = {key: chance(weights, party_properties(told, key)) for key in told.everybody()}
    likely_ones = _without_governed(told, likeliest(likely, LEAST))
    if told.act.instrument != "dialogue":
        return likely_ones
    represented = {(body, key[1]) for key in likely_ones if (body := told.body_of(key)) is not None}
    return [key for key in likely_ones if key not in represented]


def _without_governed(told: Told, keys: Sequence[Key]) -> list[Key]:
    """The keys without countries whose government is among them: "Jepang" beside "Pemerintah Jepang"."""
    parties = [told.party(key) for key in keys]
    governments = [party for party in parties if party.kind == "government"]
    governed = {party.side for party in governments if _GOVERNMENT.match(party.name)}
    return [
        key
        for key, party in zip(keys, parties, strict=True)
        if not (party.kind == "country" and party.side in governed)
    ]


def likeliest(likely: Mapping[Key, float], least: float) -> list[Key]:
    """Whose chance is `least` or more, and of each side the likeliest."""
    best = {
        max((key for key in likely if key[1] == foreign), key=lambda key: likely[key], default=None)
        for foreign in (False, True)
    }
    return [key for key in likely if likely[key] >= least or key in best]


def _bound(told: Told, key: Key) -> Bound:
    return told.of_rules.get(key) or Bound(told.party(key), LIKELY, _FAR)
