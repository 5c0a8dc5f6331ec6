"""Sectors and places of a fact: what its own sentences name (codebook sections 2 and 5).

The words are in `codebook/sectors.yaml`, `places.yaml` and `foreign_places.yaml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.acts import Act
from kerjasama.extract.candidates import Candidate
from kerjasama.extract.carry_over import Bound
from kerjasama.extract.scenes import Scene
from kerjasama.records import Anchor

# Words that say in general what other words of the sentence say exactly.
_BROAD = {
    "manufacturing": {
        "automotive",
        "electronics",
        "chemicals",
        "textiles",
        "food_beverage",
        "metals_machinery",
        "packaging_materials",
    }
}
# A subject that an article's sector words are mostly of is the subject of a fact whose sentences name none.
_SUBJECT_SHARE = 0.6
_SUBJECT_LEAST = 4
# What an instrument is about by its own meaning.
_BY_INSTRUMENT = {"trade": "trade_export", "labour_mobility": "labour"}
_LATER = re.compile(r"\b(?:sehingga|seraya|sementara|ujar|kata|ucap|jelas|tutur)\b", re.I)


def sectors_of(
    members: Sequence[Candidate], bound: Sequence[Bound], told_scenes: Sequence[Scene]
) -> tuple[tuple[str, ...], list[Anchor]]:
    """The sectors that the leading act's sentence names, else the fact's other sentences, else the article's
    one subject; `general` alone where none is named.

    `members` are the fact's candidates, the leading one first. A sector word inside the name of a
    participant names the participant, not the subject.
    """
    act = members[0].act
    own = _free(act.scene, bound)
    others = [hit for member in members[1:] for hit in _free(member.act.scene, bound)]
    for chosen in (own, others):
        codes = _exact({hit.code for hit in chosen})
        if codes:
            anchors = [_anchor(hit) for hit in chosen if hit.code in codes]
            return tuple(sorted(codes)), anchors
    subject = _subject([hit for scene in told_scenes for hit in scene.of("sector")])
    if subject:
        return (subject[0].code,), [Anchor("sectors", "sector.article", h.start, h.end) for h in subject[:3]]
    code = _BY_INSTRUMENT.get(act.instrument)
    if code:
        return (code,), [Anchor("sectors", "sector.instrument", act.trigger.start, act.trigger.end)]
    return ("general",), []


def _free(scene: Scene, bound: Sequence[Bound]) -> list[Hit]:
    """The sector words of a scene that stand in no name."""
    names = [(b.party.start, b.party.end) for b in bound if b.party.kind != "group"]
    names += [(p.start, p.end) for p in scene.parties if p.kind not in ("group", "country")]
    return [h for h in scene.of("sector") if not any(a <= h.start and h.end <= b for a, b in names)]


def _exact(codes: set[str]) -> set[str]:
    return {code for code in codes if not codes & _BROAD.get(code, set())}


def _subject(hits: Sequence[Hit]) -> list[Hit]:
    """The words of the sector that most sector words of an article are of, where it is one subject's
    article.
    """
    counts = Counter(hit.code for hit in hits)
    if not counts:
        return []
    code, times = counts.most_common(1)[0]
    if times < _SUBJECT_LEAST or times < _SUBJECT_SHARE * len(hits):
        return []
    return [hit for hit in hits if hit.code == code]


def _anchor(hit: Hit) -> Anchor:
    return Anchor("sectors", f"sector.{hit.code}:{hit.phrase}", hit.start, hit.end)


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
