"""What one side asks the other to do, promises it, or helps it with: verbs that tell an act by nothing else.

The other rules of acceptance are in `kerjasama.extract.facts.judging.acceptance`.
"""

from __future__ import annotations

import re

from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.sentences.frames import words

_EXPERTS = re.compile(rf"\b{words('experts')}\b", re.I)
_BEFORE_HELP = re.compile(rf"(?:\s*\([^()]{{2,20}}\)|\))?\s*(?:{words('before_help')}\s+)*", re.I)
# "Dibimbing oleh tiga insinyur irigasi dari X": who of the body behind the verb helps.
_BEHIND_HELP = re.compile(
    rf"\s+(?:oleh\s+|(?:[a-z-]+\s+){{1,4}}di\s+)?(?:(?:[\w-]+\s+){{0,2}}{words('experts')}\s+(?:[a-z]+\s+){{0,3}})?(?:{words('whom_helped')}\s+)?"
)
# What may stand between the party that is asked and what it is to do: ", Belanda, untuk ".
_STRAIGHT = re.compile(rf"\)?(?:,(?:\s[\w-]+){{1,6}},)?\s*(?:,?\s*{words('to_do')}\s*)*")


def asked_or_helped(candidate: Candidate) -> str | None:
    """The rule by which something asked for, promised or helped with is accepted, or None."""
    if max(candidate.reach(False), candidate.reach(True)) <= 2 and _asked(candidate):
        return "acceptance.asked"
    if candidate.reach(True) <= 1 and _promised(candidate):
        return "acceptance.promised"
    helps = candidate.act.trigger_id == "technical.help" and _helped(candidate)
    return "acceptance.helped" if helps else None


def _promised(candidate: Candidate) -> bool:
    """ "Perdana Menteri X berjanji memperpanjang visa": what the other side promises to do."""
    act, cue = candidate.act, candidate.act.reading.cue
    if cue is None or cue.code != "agreeing" or not _STRAIGHT.fullmatch(act.scene.text, cue.end, act.start):
        return False
    return any(b.party.end <= cue.start for b in candidate.side(True))


def _asked(candidate: Candidate) -> bool:
    """Whether a verb of asking is followed by the party that is to do it: "meminta Jepang membantu"."""
    act = candidate.act
    cue = act.reading.cue
    if cue is None or cue.code not in ("asking", "wishing", "urging") or cue.end > act.start:
        return False
    between = [b.party for b in candidate.bound if cue.end <= b.party.start and b.party.end <= act.start]
    last = max((party.end for party in between), default=0)
    return last > 0 and bool(_STRAIGHT.fullmatch(act.scene.text, last, act.start))


def _helped(candidate: Candidate) -> bool:
    """Whether one side stands right before the verb of helping and the other right behind it: "pakar dari
    Jepang membantu BMKG".
    """
    act = candidate.act
    text = act.scene.text
    before = [b.party for b in candidate.bound if b.party.end <= act.start]
    behind = [b.party for b in candidate.bound if b.party.start >= act.trigger.end]
    at_home = {b.rule for b in candidate.side(False)} == {"binding.located"}
    if not before or not behind or (candidate.reach(False) > 0 and not at_home):
        return False
    placed = [p for p in before if p.start in act.scene.located]
    if placed and not _EXPERTS.search(text, max(act.scene.start, placed[0].start - 40), placed[0].start):
        return False
    last, first = max(p.end for p in before), min(p.start for p in behind)
    return bool(_BEFORE_HELP.fullmatch(text, last, act.start)) and bool(
        _BEHIND_HELP.fullmatch(text, act.trigger.end, first)
    )
