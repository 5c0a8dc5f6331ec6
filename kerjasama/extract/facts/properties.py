"""The properties of a candidate fact that judge it, as named numbers.

Weights for them are measured by `bench/fit_confidence.py` and used in `kerjasama.extract.facts.confidence`;
nothing is decided here.
"""

from __future__ import annotations

from kerjasama.extract.facts.bearing import cue_table
from kerjasama.extract.facts.candidates import Candidate
from kerjasama.extract.facts.parties import Bound

_KINDS = {"country": "country", "group": "group", "person": "person"}


def properties(candidate: Candidate) -> dict[str, float]:
    """Named properties, each 0 or 1 or a small number; absent means 0."""
    act = candidate.act
    scene = act.scene
    home, foreign = candidate.side(False), candidate.side(True)
    cue = act.reading.cue
    found: dict[str, float] = {"bias": 1.0}

    def mark(name: str, value: float = 1.0) -> None:
        found[name] = value

    mark(f"instrument={act.instrument}")
    mark(f"stage={act.stage}")
    mark(f"kind={act.instrument}/{act.stage}")
    mark(f"trigger={act.trigger_id}")
    mark(f"strength={act.strength}")
    mark(f"strength={act.strength}/{'cue' if cue is not None else 'bare'}")
    if cue is not None:
        mark(f"cue={cue.code}")
        strong = bool(cue_table()[cue.code]["strong"])
        mark(f"strength={act.strength}/{'strong' if strong else 'weak'}")
        if 0 <= act.start - cue.end <= 2:
            mark("cue_adjacent")
        mark("cue_far", min(abs(act.start - cue.end), 120) / 60)
    mark(f"home={home[0].rule.removeprefix('binding.')}")
    mark(f"foreign={foreign[0].rule.removeprefix('binding.')}")
    mark("reach", candidate.reach(False) + candidate.reach(True))
    mark(f"reach_home={candidate.reach(False)}")
    mark(f"reach_foreign={candidate.reach(True)}")
    mark(f"levels={_level(home)}-{_level(foreign)}")
    if act.instrument == "dialogue":
        mark(f"meeting={_level(home)}-{_level(foreign)}")
    if not candidate.countries:
        mark("no_country")
    if len(candidate.countries) > 2:
        mark("many_countries")
    for name in ("purpose", "reference", "within"):
        if getattr(act, name):
            mark(name)
            mark(f"{name}/{act.instrument if act.instrument in ('dialogue', 'agreement') else 'other'}")
    if act.reading.denied:
        mark("denied")
    if scene.said_by is not None:
        mark("said")
        mark(f"said={scene.said_by.mode}")
    if scene.number == 0:
        mark("first_sentence")
    mark("later", min(scene.number, 20) / 10)
    triggers = scene.of("trigger")
    mark("crowded", min(len(triggers), 8) / 4)
    if any(h.code.startswith("general.") for h in triggers) and act.instrument != "general":
        mark("with_tie")
    if any(h.code.startswith("dialogue.") for h in triggers) and act.instrument != "dialogue":
        mark("with_meeting")
    distance = min(
        (abs(b.party.start - act.start) for b in foreign if scene.start <= b.party.start < scene.end),
        default=200,
    )
    mark("far_foreign", min(distance, 200) / 100)
    distance = min(
        (abs(b.party.start - act.start) for b in home if scene.start <= b.party.start < scene.end),
        default=200,
    )
    mark("far_home", min(distance, 200) / 100)
    if scene.end - scene.start > 300:
        mark("long_sentence")
    return found


def _level(bound: list[Bound]) -> str:
    kinds = {_KINDS.get(b.party.kind, "body") for b in bound}
    for level in ("person", "body", "group", "country"):
        if level in kinds:
            return level
    return "none"
