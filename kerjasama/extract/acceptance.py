"""Which candidates assert a fact: the rules that keep praise, purposes and bare subjects out.

How sure the program is of an accepted fact is `kerjasama.extract.confidence`'s subject.
"""

from __future__ import annotations

import re

from kerjasama.extract.candidates import Candidate

_MET_WITH = re.compile(r"\s*(?:\w+\s+){0,2}(?:dengan|bersama|antara)\b", re.I)
_SUM = re.compile(
    r"(?:US\$|USD|Rp|EUR|€|¥)\s?\d|\d[\d.,]*\s(?:juta|miliar|milyar|triliun)\s(?:dolar|dollar|rupiah|euro|yen|ton)|\d+\sproyek|\d[\d.,]*\ston\b",
    re.I,
)


def accepted(candidate: Candidate) -> str | None:
    """The rule that accepts a candidate as a fact, or None."""
    act = candidate.act
    home, foreign = candidate.reach(False), candidate.reach(True)
    if act.reading.denied and act.instrument not in (
        "trade",
        "investment",
        "general",
        "business_partnership",
    ):
        return None
    if act.instrument == "dialogue":
        return _meeting(candidate)
    if foreign >= 3 and home >= 3:
        # "Semoga pelatihan ini berlanjut": a wish about what the sentences before told.
        wished = act.reference and act.stage == "requested" and candidate.strong_cue
        return "acceptance.wish_about_it" if wished else None
    if act.strength == "joint":
        return "acceptance.joint" if max(home, foreign) <= 2 and _joint(candidate) else None
    if not candidate.countries and home > 0:
        return None
    if act.strength == "theme":
        cue = act.reading.cue
        if (
            cue is not None
            and cue.code == "urging"
            and 0 <= act.start - cue.end <= 3
            and foreign <= 1
            and home <= 2
        ):
            return "acceptance.urged_theme"
        paired = {b.rule for b in candidate.bound} == {"binding.pair"}
        if paired and act.reading.cue is not None and act.trigger_id in ("trade.flow", "investment.noun"):
            return "acceptance.paired_theme"
        if _counted(candidate) and max(home, foreign) <= 1 and act.stage in ("ongoing", "completed"):
            return "acceptance.sum_shows_it"
        return "acceptance.theme" if candidate.strong_cue and foreign <= 1 and home <= 2 else None
    if act.purpose and not candidate.strong_cue:
        return None
    if act.reference and not candidate.strong_cue:
        return None
    if act.strength == "noun" and act.reading.cue is None and (home > 1 or foreign > 1):
        return None
    if act.strength == "noun" and act.instrument == "general":
        told = candidate.strong_cue or act.reading.cue is not None
        return "acceptance.tie" if told and foreign <= 2 else None
    if foreign <= 2:
        return "acceptance.act"
    return None


def _counted(candidate: Candidate) -> bool:
    """Whether a sum or a count in the act's sentence shows the trade or the investment (codebook section 1)."""
    act = candidate.act
    if act.trigger_id not in ("trade.flow", "investment.noun"):
        return False
    return bool(_SUM.search(act.scene.text, act.scene.start, act.scene.end))


def _joint(candidate: Candidate) -> bool:
    """Whether both sides do it together: both stand in the clause, or a word means both."""
    rules = {b.rule for b in candidate.bound}
    return rules <= {
        "binding.pair",
        "binding.clause",
        "binding.pair_countries",
        "binding.pair_stand_in",
        "binding.subject",
    }


def _meeting(candidate: Candidate) -> str | None:
    act = candidate.act
    if candidate.reach(True) >= 3 and candidate.reach(False) >= 3 and not act.earlier:
        return None
    people = {b.party.foreign for b in candidate.bound if b.party.kind == "person"}
    if act.earlier and candidate.reach(False) <= 3:
        return "acceptance.earlier_meeting"
    if act.strength == "act":
        return "acceptance.meeting" if candidate.reach(True) <= 1 else None
    if act.reference or not people or candidate.reach(True) > 1:
        return None
    met_with = _MET_WITH.match(act.scene.text, act.trigger.end)
    if act.within and len(people) < 2 and not met_with:
        return None
    bodies = all(b.party.kind not in ("country",) for b in candidate.bound)
    return "acceptance.meeting_noun" if len(people) == 2 or bodies else None
