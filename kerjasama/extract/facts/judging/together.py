"""Who does an act with whom: both sides side by side, one alongside the other, or a side with itself alone.

What follows from it for a fact is `kerjasama.extract.facts.judging.acceptance`'s subject.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Bound

# What may stand between a verb and those who do it together: "…, pabrikan Turki, rampung ".
_ADJACENT = re.compile(
    rf"(?:\s*\([^()]{{2,20}}\)|\))?(?:,(?:\s[\w-]+){{1,6}},)?\s+(?:{words('beside_verb')}\s+)*"
)
# "Mengembangkan baterai bersama X": right before whom it is done with.
_ALONGSIDE = re.compile(rf"\b{words('alongside')}\s+(?:{words('of_partners')}\s+)?\Z")
# What may stand between the verb and the firm with or for which it is done.
_TO_A_FIRM = re.compile(
    rf"(?:\s\([^()]+\))?(?:\s+[a-z]+){{0,3}}?\s+{words('to_whom')}\s+(?:{words('of_partners')}\s+)?"
)
_TIED = re.compile(rf"\)?\s+{words('alongside')}\s+(?:{words('of_partners')}\s+)?")
_BETWEEN = re.compile(r"\s+(?:[a-z]+\s+){0,3}?antara\b")


def side_by_side(candidate: Candidate) -> bool:
    """Whether both sides, joined, are the subject or the agent right beside the verb, or one of them does it
    and the other stands with it behind the verb.
    """
    act = candidate.act
    parties = [b.party for b in candidate.bound]
    if not all(p.kind in (*ORGANISATIONS, "country") for p in parties):
        return False
    if {b.rule for b in candidate.bound} != {"binding.pair"}:
        return _alongside(candidate)
    if not any(p.kind in ORGANISATIONS for p in parties):
        return False  # "Indonesia dan Jepang mengembangkan wisata": perhaps each for itself
    first, last = min(p.start for p in parties), max(p.end for p in parties)
    before, after = act.scene.text[last : act.start], act.scene.text[act.trigger.end : first]
    return bool(_ADJACENT.fullmatch(before) or _ADJACENT.fullmatch(after))


def _alongside(candidate: Candidate) -> bool:
    """Whether one side does it together with the other: "PT X mengembangkan baterai bersama Y Corp"."""
    act = candidate.act
    end = act.scene.clauses[act.clause][1]

    def beside(bound: Bound) -> bool:
        at = bound.party.start
        himself = bound.rule != "binding.person"  # "mendirikan X bersama Chris": founders, no states
        return (
            himself
            and act.trigger.end <= at < end
            and bool(_ALONGSIDE.search(act.scene.text, act.trigger.end, at))
        )

    return any(
        any(beside(b) for b in candidate.side(foreign)) and candidate.reach(not foreign) <= 2
        for foreign in (False, True)
    )


def joint(candidate: Candidate) -> bool:
    """Whether both sides do it together: both stand in the clause, or a word means both; or who speaks for
    one side tells what the other has promised ("Menteri X mengatakan China berkomitmen …"), or what his own
    promises it ("Dubes X menyatakan negaranya berkomitmen mendukung Indonesia").
    """
    rules = {b.rule for b in candidate.bound}
    sides = [{b.rule for b in candidate.side(foreign)} for foreign in (False, True)]
    named = {"binding.clause", "binding.subject", "binding.person"}
    promised = any(side == {"binding.speaker"} and other <= named for side, other in (sides, sides[::-1]))
    return promised or rules <= {
        "binding.pair",
        "binding.clause",
        "binding.pair_countries",
        "binding.pair_stand_in",
        "binding.subject",
    }


def between_both(candidate: Candidate) -> bool:
    """Whether a tie is one "antara" bodies of both sides that stand behind it in its clause."""
    act = candidate.act
    behind = all(b.party.start >= act.trigger.end for b in candidate.bound)
    here = candidate.reach(False) == candidate.reach(True) == 0
    return here and behind and bool(_BETWEEN.match(act.scene.text, act.trigger.end))


def with_a_firm(candidate: Candidate) -> bool:
    """Whether a body that the article is about does it with or for the firm right behind the verb: "digarap
    melalui kerja sama operasi dengan X", "dikirim kepada X".
    """
    act = candidate.act
    bodies = all(b.party.kind in ORGANISATIONS for b in candidate.side(False))
    behind = [b.party.start for b in candidate.side(True) if b.party.start >= act.trigger.end]
    return bodies and any(_TO_A_FIRM.fullmatch(act.scene.text, act.trigger.end, at) for at in behind)


def _to_work_there(candidate: Candidate) -> bool:
    """ "Direktorat SMK dan BP2MI menyiapkan perawat untuk bekerja di Jerman": the country where workers go is
    the other side, however many bodies at home send them.
    """
    goes = {b.rule for b in candidate.side(True)} == {"binding.located"}
    return goes and candidate.act.instrument == "labour_mobility"


def among_themselves(candidate: Candidate) -> bool:
    """ "Bulog menggandeng Satgas Pangan", "kerja sama MPR dengan Institut X": both sides of the verb or of
    the tie are of one country, and the other country's party would have to be fetched from elsewhere.
    """
    act = candidate.act
    text = act.scene.text
    start, end = act.scene.clauses[act.clause]
    if _to_work_there(candidate):
        return False
    for foreign in (False, True):
        bodies = [
            p
            for p in act.scene.parties
            if p.foreign == foreign and p.kind not in ("person", "country") and start <= p.start < end
        ]
        subjects = {p.name for p in bodies if p.end <= act.trigger.start}
        objects = {p.name for p in bodies if p.start >= act.trigger.end}
        tied = act.instrument == "general" and any(
            act.trigger.end <= one.start
            and one.name != other.name
            and _TIED.fullmatch(text, one.end, other.start)
            for one, other in pairwise(bodies)
        )
        if (tied or (subjects and objects - subjects)) and candidate.reach(not foreign) >= 2:
            return True
    return False
