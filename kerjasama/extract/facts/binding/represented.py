"""Whom people stand for of whom nothing tells a body: the body of their side that the article names most.

Who speaks in an article about a body and holds no office of state is rather that body's than the country's.
What stands beside a name (an office, a body) is read in `kerjasama.extract.actors.employers`.
"""

from __future__ import annotations

from collections.abc import Sequence

from kerjasama.extract.facts.binding.most_named import MostNamed
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.registry import public_people
from kerjasama.records import OUTSIDE

_LEAST = 2
"""Times that an article names a body before people of no other body are its own."""


def represented(scenes: Sequence[Scene]) -> dict[str, Party]:
    """The body that each person of an article without a told one stands for."""
    parties = [party for scene in scenes for party in scene.parties]
    named: MostNamed[str] = MostNamed()
    first: dict[tuple[str, str], Party] = {}
    for body in parties:
        if body.kind in ORGANISATIONS and body.side != OUTSIDE:
            named.count(body.side, body.name)
            first.setdefault((body.side, body.name), body)
    return {
        p.name: first[p.side, own]
        for p in parties
        if p.kind == "person" and (own := named.of(p.side, _LEAST)) and _of_no_told_body(p)
    }


def most_named(scenes: Sequence[Scene]) -> dict[bool, Party]:
    """The body of either side that a whole article names most, if often enough; the first among equals."""
    named: MostNamed[bool] = MostNamed()
    first: dict[tuple[bool, str], Party] = {}
    for party in (party for scene in scenes for party in scene.parties):
        if party.kind in ORGANISATIONS and party.side != OUTSIDE:
            named.count(party.foreign, party.name)
            first.setdefault((party.foreign, party.name), party)
    return {side: first[side, name] for side in (False, True) if (name := named.of(side, _LEAST))}


def _of_no_told_body(party: Party) -> bool:
    """Whether neither a title nor public knowledge tells what a person stands for."""
    return party.actor is not None and not party.actor.parent and party.name.lower() not in public_people()
