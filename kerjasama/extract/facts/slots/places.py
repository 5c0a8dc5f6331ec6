"""Places of a fact: what its own sentence names (codebook section 2).

The words are in `codebook/places.yaml` and `foreign_places.yaml`.
"""

from __future__ import annotations

import re

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.records import Anchor

_LATER = re.compile(rf"\b{words('told_apart')}\b", re.I)


def places_of(act: Act) -> tuple[tuple[str, ...], tuple[str, ...], list[Anchor]]:
    """Indonesian places (codes) and foreign places (names) that the act's sentence prints."""
    home, foreign, anchors = [], [], []
    for hit in act.scene.of("place"):
        if _told(hit, act):
            home.append(hit.code)
            anchors.append(Anchor("places", f"place.{hit.code}", hit.start, hit.end))
    for hit in act.scene.of("foreign_place"):
        if _told(hit, act):
            foreign.append(hit.code.split(":", 1)[1])
            anchors.append(Anchor("foreign_places", f"foreign_place.{hit.code}", hit.start, hit.end))
    return tuple(dict.fromkeys(home)), tuple(dict.fromkeys(foreign)), anchors


def _told(hit: Hit, act: Act) -> bool:
    """Not where somebody said it: "kata dia di Jakarta, Senin"."""
    between = act.scene.text[act.trigger.end : hit.start]
    return hit.start < act.trigger.start or not _LATER.search(between)
