"""Acts that no rule reads: what a sentence tells as a whole, by a learned model of its words.

A rule knows the words that it was given; the press always has others. Logistic models judge a sentence:
whether it tells an act, of which instrument, and how far it is. Their weights, in `whole_sentences.json`,
are learned from annotated articles (`bench/fit_sentences.py`). Such an act is told only where no rule tells
one of the same sentence; who cooperates is bound by the rules that bind every act.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.acts import SENTENCE, THIS_ONE, Act, trigger_table
from kerjasama.extract.facts.acts.stages import Reading
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.facts.sentences.sentence_words import Word, pairs, sentence_words
from kerjasama.text.logistic import chance, log_odds, read_model

FILE = Path(__file__).with_name("whole_sentences.json")

LEAST = 0.6
"""A sentence less likely to tell an act than this tells none. How sure the whole fact is decides later. With
the bounds 0.35, 0.45 and 0.6 facts_soft is .611, .614 and .622 on `held`, .470, .458 and .458 on
`facts_held`, .683, .679 and .668 on `national_held`, whose writers annotate more than the press's readers."""

Properties = dict[str, float]

_FIRST = 6
_MANY = 3


def sentence_properties(
    scenes: Sequence[Scene], number: int, acts: Sequence[Act], told: Collection[int]
) -> Properties:
    """What speaks for or against an act in the sentence of this number: its words, its possible sides, what
    rules read in it (`acts`), and where they found candidates (`told`, numbers of sentences).
    """
    scene = scenes[number]
    words = sentence_words(scene)
    names = {
        "bias",
        *(f"word={word.stem}" for word in words),
        *(f"pair={pair}" for pair in pairs(words)),
        *_of_sides("sides", scene),
        *_of_hits(scene),
        *(name for act in acts for name in _of_act(act)),
        *_of_place(scenes, number, told),
    }
    # Sorted, since a sum of weights depends in its last digits on their order, and a set has none.
    return dict.fromkeys(sorted(names), 1.0)


def likelihood(found: Mapping[str, float]) -> float:
    """How likely a sentence with these properties tells an act that no rule reads."""
    return chance(read_model(FILE)["tells"], found)


def whole_sentence_act(scene: Scene, found: Properties) -> Act | None:
    """The act that a sentence with these properties tells as a whole, if it is likely enough to tell one."""
    likely = likelihood(found)
    if likely < LEAST:
        return None
    instrument = best("instrument", found)
    stage = best("stage", with_instrument(found, instrument))
    trigger = _trigger(scene, instrument)
    return Act(
        scene=scene,
        clause=scene.clause_of(trigger.start),
        trigger=trigger,
        trigger_id=SENTENCE,
        instrument=instrument,
        strength="act",
        reading=Reading(stage, f"stage.{stage}:sentence"),
        bearing=(),
        themes=(SENTENCE,),
        reference=bool(THIS_ONE.match(scene.text, trigger.end)),
        about=trigger.start,
        likely=likely,
        rule=f"instrument.sentence:{trigger.phrase}",
    )


def with_instrument(found: Properties, instrument: str) -> Properties:
    """The properties by which a stage is told: documents are signed, meetings are not."""
    return {**found, f"instrument={instrument}": 1.0}


def best(slot: str, found: Mapping[str, float]) -> str:
    """The likeliest code of a slot ("instrument", "stage")."""
    return likeliest(read_model(FILE)[slot], found)


def likeliest(weights: Mapping[str, Mapping[str, float]], found: Mapping[str, float]) -> str:
    """The code whose weights speak most for these properties."""
    return max(weights, key=lambda code: (log_odds(weights[code], found), code))


def _of_sides(name: str, scene: Scene) -> set[str]:
    """Which sides a sentence names, and which of them as more than a place or part of a title."""
    aside = scene.weak | scene.located
    solid = {party.foreign for party in scene.parties if party.start not in aside}
    named = {party.foreign for party in scene.parties}
    return {
        f"{name}={_sides(named)}",
        f"{name} solid={_sides(solid)}",
        *(f"{name} kind={'abroad' if p.foreign else 'home'} {p.kind}" for p in scene.parties),
    }


def _sides(named: Collection[bool]) -> str:
    return "both" if len(set(named)) == 2 else "abroad" if True in named else "home" if named else "none"


def _of_hits(scene: Scene) -> set[str]:
    """The words of acts and stages that the vocabularies know in a sentence."""
    triggers = {hit.code for hit in scene.of("trigger")}
    return {
        *(f"trigger={code}" for code in triggers),
        *(f"family={code.partition('.')[0]}" for code in triggers),
        *(f"cue={hit.code}" for hit in scene.of("cue")),
        *(() if triggers else ("no trigger",)),
    }


def _of_act(act: Act) -> set[str]:
    """What a rule reads, though it tells no fact."""
    flags = ("purpose", "reference", "within", "earlier", "potential")
    return {
        f"act={act.instrument}",
        f"act stage={act.stage}",
        f"act kind={act.instrument} {act.stage}",
        f"act strength={act.strength}",
        *(f"act {flag}" for flag in flags if getattr(act, flag)),
        *(("act denied",) if act.reading.denied else ()),
    }


def _of_place(scenes: Sequence[Scene], number: int, told: Collection[int]) -> set[str]:
    """Where in the article a sentence stands, who says it, and what stands around it."""
    scene = scenes[number]
    return {
        f"place={min(number, _FIRST)}",
        f"said={scene.said_by.mode if scene.said_by else 'no'}",
        *(("headline",) if scene.headline else ()),
        f"told before={min(sum(n < number for n in told), _MANY)}",
        *(("told just before",) if number - 1 in told else ()),
        *(_of_sides("before", scenes[number - 1]) if number else ()),
        *(_of_sides("after", scenes[number + 1]) if number + 1 < len(scenes) else ()),
    }


def _trigger(scene: Scene, instrument: str) -> Hit:
    """The words that stand for the act: those that the vocabulary knows for its instrument, else for another,
    else the word that speaks most for it.
    """
    hits = scene.of("trigger")
    table = trigger_table()
    own = [hit for hit in hits if table.get(hit.code, {}).get("instrument") == instrument]
    if hits:
        return (own or hits)[0]
    weights = read_model(FILE)["instrument"][instrument]
    words = [word for word in sentence_words(scene) if not word.masked]

    def speaks(word: Word) -> float:
        return float(weights.get(f"word={word.stem}", 0.0))

    told = max(words, key=speaks, default=Word(scene.start, scene.end, ""))
    return Hit(told.start, told.end, "trigger", SENTENCE, scene.text[told.start : told.end].lower())
