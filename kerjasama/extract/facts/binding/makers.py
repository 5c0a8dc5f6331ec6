"""Who made the goods that an article calls by their brand ("Rafale buatan Dassault Aviation").

Where such goods are bought or delivered their maker, or his country, is the other side, though the sentence
names only the brand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.records import OUTSIDE

# "Rafale jet tempur generasi 4,5 buatan Dassault": the brand, what it is, and the word of making.
_BRAND = re.compile(
    rf"\b(?P<brand>[A-Z][\w-]{{2,}})(?:\s+(?:[a-z]+|[\d.,]+)){{0,5}}?\s+{words('made_by')}\s+\Z"
)
_BEFORE = 90


def makers(scenes: Sequence[Scene]) -> dict[str, Party]:
    """The foreign maker of each brand of an article, a body before its country."""
    found: dict[str, Party] = {}
    for scene in scenes:
        for party in scene.parties:
            if not party.foreign or party.side == OUTSIDE or party.kind == "person":
                continue
            match = _BRAND.search(scene.text, max(scene.start, party.start - _BEFORE), party.start)
            if match and _is_brand(scene, match):
                known = found.get(match["brand"])
                if known is None or known.kind == "country":
                    found[match["brand"]] = party
    return found


def _is_brand(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a capitalised word is no party itself, and no common noun that opens a sentence."""
    if any(party.start <= match.start("brand") < party.end for party in scene.parties):
        return False
    return re.search(rf"\b{re.escape(match['brand'].lower())}\b", scene.text) is None


def maker(act: Act, brands: Mapping[str, Party]) -> list[Party]:
    """The maker of the goods that the act's clause calls by their brand."""
    if act.instrument not in ("trade", "agreement") or not brands:
        return []
    start, end = act.scene.clauses[act.clause]
    for brand, party in brands.items():
        if re.search(rf"\b{re.escape(brand)}\b", act.scene.text[start:end]):
            return [party]
    return []
