"""Whom people stand for of whom nothing tells a body: the body of their side that the article names most.

Who speaks in an article about a body and holds no office of state is rather that body's than the country's.
What stands beside a name (an office, a body) is read in `kerjasama.extract.actors.employers`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, OUTSIDE, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.registry import public_people

_LEAST = 2
"""Times that an article names a body before people of no other body are its own."""


def represented(scenes: Sequence[Scene]) -> dict[str, Party]:
    """The body that each person of an article without a told one stands for."""
    parties = [party for scene in scenes for party in scene.parties]
    bodies = [p for p in parties if p.kind in ORGANISATIONS and p.side != OUTSIDE]
    first = {(p.side, p.name): p for p in reversed(bodies)}
    most: dict[str, Party] = {}
    for key, times in Counter((p.side, p.name) for p in bodies).most_common():
        if times >= _LEAST:
            most.setdefault(key[0], first[key])
    return {
        p.name: most[p.side] for p in parties if p.kind == "person" and p.side in most and _of_no_told_body(p)
    }


def _of_no_told_body(party: Party) -> bool:
    """Whether neither a title nor public knowledge tells what a person stands for."""
    return party.actor is not None and not party.actor.parent and party.name.lower() not in public_people()
