"""Sectors of a fact: which of those that its article's words name it is about (codebook section 5).

A sentence prints words of sectors that its fact is not about ("pendidikan" in a biography, "industri" in
"revolusi industri"), and a fact's sentence often leaves to the article what it is about. How far a word
speaks for the fact is a logistic model over where it stands; its weights in `sectors.json` are learned from
annotated articles (`bench/fit_sectors.py`). The words are in `codebook/sectors.yaml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from pathlib import Path

from kerjasama.codebook.lexicon import Hit, cooperation_lexicon
from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.records import Anchor
from kerjasama.text.logistic import chance, read_model

FILE = Path(__file__).with_name("sectors.json")
LEAST = 0.5
"""A sector less likely than this is left out: the bound of the best mean Jaccard over the folds."""

UNNAMED = "general"

Properties = dict[str, float]

# What "industri" in general says is said better by the name of one of the industries.
_INDUSTRY = "manufacturing"
_INDUSTRIES = frozenset(
    [
        "automotive",
        "electronics",
        "chemicals",
        "textiles",
        "food_beverage",
        "metals_machinery",
        "packaging_materials",
    ]
)
# Who is placed abroad works there, whatever else the sentence names: a nurse's placement is of labour too.
_OF_KIND = {"labour_mobility": ("labour",)}
_OPENING = 2
_NEAR = 3
_MANY = 10


def sectors_of(
    members: Sequence[Candidate], told_scenes: Sequence[Scene]
) -> tuple[tuple[str, ...], list[Anchor]]:
    """The sectors of the fact that `members` tell, the leading one first; `general` alone where none is
    likely enough. Each is anchored to its words in the fact's own sentences, else to those of the article.
    """
    lead, others = members[0].act, [member.act.scene for member in members[1:]]
    found = sector_properties(lead.scene, others, told_scenes, lead.instrument, _bodies(members))
    codes = sorted({*likely(found, read_model(FILE), LEAST), *_OF_KIND.get(lead.instrument, ())})
    if not codes:
        return (UNNAMED,), []
    anchors = [anchor for code in codes for anchor in _anchors(code, [lead.scene, *others], told_scenes)]
    return tuple(codes), anchors


def likely(found: Mapping[str, Mapping[str, float]], weights: Mapping[str, float], least: float) -> list[str]:
    """The sectors that the weights give a chance of `least` or more; without industry in general where one of
    the industries is among them.
    """
    codes = [code for code, properties in found.items() if chance(weights, properties) >= least]
    return [code for code in codes if code != _INDUSTRY or not _INDUSTRIES & set(codes)]


def _bodies(members: Sequence[Candidate]) -> list[str]:
    """The names of a fact's parties, and of the bodies that its people belong to."""
    parties = [bound.party for member in members for bound in member.bound]
    parents = [party.actor.parent for party in parties if party.actor is not None and party.actor.parent]
    return [*(party.name for party in parties), *parents]


def sector_properties(
    lead: Scene,
    others: Sequence[Scene],
    told_scenes: Sequence[Scene],
    instrument: str,
    bodies: Iterable[str],
) -> dict[str, Properties]:
    """For each sector that the article's words name: where they stand, seen from a fact.

    `lead` is the scene that tells the fact, `others` those that tell it again; words inside the name of a
    body name the body, not the subject, and count apart. `bodies` are the names of the fact's own.
    """
    counts = Counter(hit.code for scene in told_scenes for hit in scene.of("sector"))
    free = _free(lead)
    found = _in_article(counts, {hit.code for hit in free}, instrument)

    def mark(hits: Iterable[Hit], place: str) -> None:
        for hit in hits:
            found[hit.code][place] = 1.0

    mark(free, "own sentence")
    mark([hit for hit in lead.of("sector") if hit not in free], "in a name")
    mark([hit for scene in others for hit in _free(scene)], "other sentence")
    mark([hit for scene in _beside(lead, told_scenes) for hit in _free(scene)], "next sentence")
    mark([hit for scene in told_scenes[:_OPENING] for hit in _free(scene)], "opening")
    for scene in told_scenes[max(0, lead.number - _NEAR) : lead.number + _NEAR + 1]:
        if scene.number != lead.number:
            mark(_free(scene), _distance(scene.number - lead.number))
    for code in found.keys() & {code for body in bodies for code in _named(body)}:
        found[code]["its party"] = 1.0
    times = Counter(hit.code for hit in free)
    mark([hit for hit in free if times[hit.code] > 1], "twice")
    for hit in free:
        found[hit.code][f"word {hit.phrase}"] = 1.0
    return found


def _in_article(counts: Mapping[str, int], own: Set[str], instrument: str) -> dict[str, Properties]:
    """How the whole article speaks of each sector, beside those of the fact's `own` sentence."""
    total, most = sum(counts.values()), max(counts.values(), default=0)
    return {
        code: {
            "": 1.0,
            f"is {code}": 1.0,
            f"fact {instrument}": 1.0,
            f"fact {instrument} is {code}": 1.0,
            "share": count / total,
            "often": min(count, _MANY) / _MANY,
            f"itself {code in own}, others {bool(own - {code})}": 1.0,
            **({"most": 1.0} if count == most else {}),
        }
        for code, count in counts.items()
    }


def _distance(sentences: int) -> str:
    """How far before or after a fact's sentence another stands."""
    way = "after" if sentences > 0 else "before"
    return f"{way} {'next' if abs(sentences) == 1 else 'near'}"


@lru_cache(maxsize=1024)
def _named(body: str) -> frozenset[str]:
    """The sectors that a body's name tells ("Kementerian Pertanian"); a body is party to many facts."""
    return frozenset(hit.code for hit in cooperation_lexicon().hits(body) if hit.kind == "sector")


def _free(scene: Scene) -> list[Hit]:
    """The sector words of a scene that stand in no name of a body or person."""
    names = [(p.start, p.end) for p in scene.parties if p.kind not in ("group", "country")]
    return [h for h in scene.of("sector") if not any(a <= h.start and h.end <= b for a, b in names)]


def _beside(lead: Scene, told_scenes: Sequence[Scene]) -> list[Scene]:
    """The sentences before and after, of the same paragraph."""
    return [
        scene
        for scene in told_scenes
        if abs(scene.number - lead.number) == 1 and scene.paragraph == lead.paragraph
    ]


def _anchors(code: str, own: Sequence[Scene], told_scenes: Sequence[Scene]) -> list[Anchor]:
    """The words of a sector in the fact's own sentences, else the first three of the article."""
    told = [hit for scene in own for hit in _free(scene) if hit.code == code]
    if told:
        return [Anchor("sectors", f"sector.{code}:{hit.phrase}", hit.start, hit.end) for hit in told]
    article = [hit for scene in told_scenes for hit in scene.of("sector") if hit.code == code]
    return [Anchor("sectors", "sector.article", hit.start, hit.end) for hit in article[:3]]
