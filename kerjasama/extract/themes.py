"""Sectors and places of a fact: what its own sentences name (codebook sections 2 and 5).

The words are in `codebook/sectors.yaml`, `places.yaml` and `foreign_places.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.acts import Act
from kerjasama.extract.binding import Bound
from kerjasama.records import Anchor

# Words that say in general what other words of the sentence say exactly.
_BROAD = {"manufacturing": {"automotive", "electronics", "chemicals", "textiles", "food_beverage", "metals_machinery", "packaging_materials"},
          "trade_export": set()}  # fmt: skip
_LATER = re.compile(r"\b(?:sehingga|seraya|sementara|ujar|kata|ucap|jelas|tutur)\b", re.I)


def sectors_of(act: Act, bound: Sequence[Bound]) -> tuple[tuple[str, ...], list[Anchor]]:
    """The sectors that the act's clause names, else its sentence; `general` alone where none is named.

    A sector word inside the name of a participant names the participant, not the subject.
    """
    scene = act.scene
    start, end = scene.clauses[act.clause]
    names = [(b.party.start, b.party.end) for b in bound if b.party.kind != "group"]
    names += [(p.start, p.end) for p in scene.parties if p.kind not in ("group", "country")]
    hits = [h for h in scene.of("sector") if not any(a <= h.start and h.end <= b for a, b in names)]
    inside = [h for h in hits if start <= h.start < end]
    chosen = inside or hits
    codes = {hit.code for hit in chosen}
    for broad, narrow in _BROAD.items():
        if broad in codes and codes & narrow:
            codes.discard(broad)
    anchors = [
        Anchor("sectors", f"sector.{h.code}:{h.phrase}", h.start, h.end) for h in chosen if h.code in codes
    ]
    return (tuple(sorted(codes)) or ("general",)), anchors


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
