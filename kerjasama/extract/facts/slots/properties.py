"""The properties of a candidate fact that judge it, as named numbers.

Weights for them are measured by `bench/fit_confidence.py` and used in
`kerjasama.extract.facts.slots.confidence`; nothing is decided here.
"""

from __future__ import annotations

from kerjasama.extract.facts.acts.acts import SENTENCE, Act
from kerjasama.extract.facts.acts.bearing import cue_table
from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.sentences.parties import Bound
from kerjasama.extract.facts.sentences.scenes import Scene

Properties = dict[str, float]

_FARTHEST = 200
_LONG = 300


def properties(candidate: Candidate) -> Properties:
    """Named properties, each 0 or 1 or a small number; absent means 0."""
    return {
        "bias": 1.0,
        **_of_act(candidate.act),
        **_of_sides(candidate),
        **_of_meaning(candidate.act),
        **_of_sentence(candidate.act.scene, candidate.act),
        "far_foreign": _distance(candidate, foreign=True),
        "far_home": _distance(candidate, foreign=False),
        **_if(candidate.act.scene.end - candidate.act.scene.start > _LONG, "long_sentence"),
    }


def _if(holds: bool, *names: str) -> Properties:
    return dict.fromkeys(names, 1.0) if holds else {}


def _of_act(act: Act) -> Properties:
    """Instrument, stage, trigger, and the cue that gave the stage."""
    cue = act.reading.cue
    names = [
        f"instrument={act.instrument}",
        f"stage={act.stage}",
        f"kind={act.instrument}/{act.stage}",
        f"trigger={act.trigger_id}",
        f"strength={act.strength}",
        f"strength={act.strength}/{'cue' if cue is not None else 'bare'}",
    ]
    if cue is None:
        return _if(True, *names)
    strong = bool(cue_table()[cue.code]["strong"])
    return {
        **_if(True, *names, f"cue={cue.code}", f"strength={act.strength}/{'strong' if strong else 'weak'}"),
        **_if(0 <= act.start - cue.end <= 2, "cue_adjacent"),
        "cue_far": min(abs(act.start - cue.end), 120) / 60,
    }


def _of_sides(candidate: Candidate) -> Properties:
    """By which rules the parties are bound, how far they were fetched, and of what level they are."""
    home, foreign = candidate.side(False), candidate.side(True)
    near, far = candidate.reach(False), candidate.reach(True)
    levels = f"{_level(home)}-{_level(foreign)}"
    return {
        f"home={home[0].rule.removeprefix('binding.')}": 1.0,
        f"foreign={foreign[0].rule.removeprefix('binding.')}": 1.0,
        "reach": near + far,
        **_if(True, f"reach_home={near}", f"reach_foreign={far}", f"levels={levels}"),
        **_if(candidate.act.instrument == "dialogue", f"meeting={levels}"),
        **_if(True, *(f"home_by={rule}" for rule in _placed(home))),
        **_if(True, *(f"foreign_by={rule}" for rule in _placed(foreign))),
        **_if(not candidate.countries, "no_country"),
        **_if(len(candidate.countries) > 2, "many_countries"),
    }


def _of_meaning(act: Act) -> Properties:
    """How the act is meant: as a purpose, as told before, as what only dates something, as denied."""
    kind = act.instrument if act.instrument in ("dialogue", "agreement") else "other"
    return {
        **_if(act.purpose, "purpose", f"purpose/{kind}"),
        **_if(act.reference, "reference", f"reference/{kind}"),
        **_if(act.within, "within", f"within/{kind}"),
        **_if(act.reading.denied, "denied"),
        **({"whole_sentence": act.likely} if act.trigger_id == SENTENCE else {}),
    }


def _of_sentence(scene: Scene, act: Act) -> Properties:
    """Who says it, where in the article, and what else the sentence tells."""
    triggers = scene.of("trigger")
    tie = any(h.code.startswith("general.") for h in triggers) and act.instrument != "general"
    meeting = any(h.code.startswith("dialogue.") for h in triggers) and act.instrument != "dialogue"
    return {
        **(_if(True, "said", f"said={scene.said_by.mode}") if scene.said_by is not None else {}),
        **_if(scene.number == 0, "first_sentence"),
        "later": min(scene.number, 20) / 10,
        "crowded": min(len(triggers), 8) / 4,
        **_if(tie, "with_tie"),
        **_if(meeting, "with_meeting"),
    }


def _distance(candidate: Candidate, foreign: bool) -> float:
    """How far the nearest party of a side stands from the trigger, in hundreds of characters, at most two."""
    act, scene = candidate.act, candidate.act.scene
    inside = [b.party for b in candidate.side(foreign) if scene.start <= b.party.start < scene.end]
    return min([_FARTHEST, *(abs(party.start - act.start) for party in inside)]) / 100


def _level(bound: list[Bound]) -> str:
    kinds = {b.party.level for b in bound}
    for level in ("person", "body", "group", "country"):
        if level in kinds:
            return level
    return "none"


def _placed(bound: list[Bound]) -> set[str]:
    """By which rules the parties of a side have their country; "printed" where one's own words tell it."""
    actors = [b.party.actor for b in bound]
    anchors = [anchor for actor in actors if actor is not None for anchor in actor.anchors]
    rules = {anchor.rule.removeprefix("country.") for anchor in anchors if anchor.slot == "country"}
    return {"printed"} if None in actors else rules
