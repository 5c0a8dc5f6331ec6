"""Whose people are of whom no title tells a body: of the one printed beside the name ("Deputi Pencegahan KPK
Bahtiar", "Sugawara dari Institut X"), else of the one that the article names most on their side.

Who speaks in an article about a body and holds no office of state is rather that body's than the country's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kerjasama.extract.facts.parties import ORGANISATIONS, OUTSIDE, Party
from kerjasama.extract.facts.scenes import Scene
from kerjasama.extract.registry import public_people

# "Komisi Yudisial (KY) Bahtiar", "Unipa Prof. Dr. Melkianus": only brackets and honorifics in between.
_BEFORE = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:(?:[A-Z][a-z]{0,4}\.|Dr|Prof|H|Hj|Ir|Pak|Ibu)\s*)*")
_FROM = re.compile(r",?\s+(?:dari|asal)\s+")
# "Budi, peneliti X", "Somantri selaku Ketua Badan X": an office, in no more than four words without a verb.
_OFFICE = re.compile(r",?\s+(?:(?:selaku|sebagai)\s+)?(?:[\w-]+\s+){1,4}")
_NO_OFFICE = re.compile(r"\b(?:dan|dengan|yang|bersama|di|ke|untuk|oleh|pada|me\w+|ber\w+)\b")
_LEAST = 2
"""Times that an article names a body before people of no other body are its own."""


def employers(scenes: Sequence[Scene]) -> dict[str, Party]:
    """The body of each person of an article whose title tells none."""
    parties = [party for scene in scenes for party in scene.parties]
    people = {p.name: p for p in parties if p.kind == "person" and _of_no_told_body(p)}
    found: dict[str, Party] = {}
    for scene in scenes:
        for left, right in pairwise(scene.parties):
            between = scene.text[left.end : right.start]
            if left.side != right.side:
                continue
            if right.name in people and left.kind in ORGANISATIONS and _BEFORE.fullmatch(between):
                found.setdefault(right.name, left)
            elif left.name in people and right.kind in ORGANISATIONS and _tells_an_office(between):
                found.setdefault(left.name, right)
    bodies = [p for p in parties if p.kind in ORGANISATIONS and p.side != OUTSIDE]
    first = {(p.side, p.name): p for p in reversed(bodies)}
    most: dict[str, Party] = {}
    for key, times in Counter((p.side, p.name) for p in bodies).most_common():
        if times >= _LEAST:
            most.setdefault(key[0], first[key])
    of_the_article = {name: most[p.side] for name, p in people.items() if p.side in most}
    return of_the_article | found


def _of_no_told_body(party: Party) -> bool:
    """Whether neither a title nor public knowledge tells what a person stands for."""
    return party.actor is not None and not party.actor.parent and party.name.lower() not in public_people()


def _tells_an_office(between: str) -> bool:
    """Whether the words between a person and a body tell his place in it."""
    office = _OFFICE.fullmatch(between) and not _NO_OFFICE.search(between)
    return bool(_FROM.fullmatch(between) or office)
