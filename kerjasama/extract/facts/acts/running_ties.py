"""A tie that runs and the wish for more of it, told by one word: two facts (codebook section 1)."""

from __future__ import annotations

import re
from dataclasses import replace

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.acts.stages import Reading
from kerjasama.extract.facts.sentences.frames import words

# "Kerja sama (Sumut dan India) yang (telah) terjalin": what opens the clause of a tie that runs.
_WHICH = re.compile(r"[^.,;:]*\syang\s(?:[a-z]+\s){0,2}")
# "(Perlu) terus ditingkatkan": what is wanted of it.
_MORE_OF_IT = re.compile(
    rf"\s(?:{words('adverbs')}\s)*di(?:tingkat|lanjut|kembang|perluas|perkuat|perdalam|pererat|jaga|terus)"
)
_TIES = ("general.cooperate", "general.tie", "general.relation", "general.twin", "trade.flow")
# How far behind its word a tie is told to run.
_AS_FAR = 110


def of_the_same_tie(act: Act) -> list[Act]:
    """ "Berharap kerja sama yang sudah terjalin ditingkatkan": the tie that runs, beside the wish for more of
    it; "kerja sama itu sudah lama terjalin dan perlu ditingkatkan": the wish, beside the tie; or nothing.
    """
    if act.trigger_id not in _TIES or act.stage not in ("requested", "ongoing"):
        return []
    wished = act.stage == "requested"
    cue, stage = (_runs(act), "ongoing") if wished else (_wanted(act), "requested")
    if cue is None:
        return []
    return [replace(act, reading=Reading(stage, f"stage.{stage}:{cue.phrase}", cue), bearing=(cue,))]


def _runs(act: Act) -> Hit | None:
    """The words by which a tie that is wished for is said to run."""
    scene, end = act.scene, act.trigger.end
    runs = (c for c in scene.of("cue") if c.code == "running" and 0 <= c.start - end <= _AS_FAR)
    return next((c for c in runs if _WHICH.fullmatch(scene.text, end, c.start)), None)


def _wanted(act: Act) -> Hit | None:
    """The words by which more is wanted of a tie that is said to run."""
    scene, own = act.scene, act.reading.cue
    if own is None or own.code != "running" or own.start < act.trigger.end:
        return None
    urges = (c for c in scene.of("cue") if c.code in ("urging", "wishing") and c.start >= own.end)
    return next((c for c in urges if _MORE_OF_IT.match(scene.text, c.end)), None)
