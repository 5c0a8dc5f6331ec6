"""Hopes that ask nobody for anything: what may come of a thing, of a tie or of a document that is there.

The other rules of acceptance are in `kerjasama.extract.facts.judging.acceptance`.
"""

from __future__ import annotations

import re

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.sentences.frames import words

_BY_MEANS = re.compile(rf"\b{words('by_means_of')}\s+\Z", re.I)
_THIS = re.compile(rf"\b{words('this_too')}\s\Z", re.I)
_CAN = re.compile(rf"\s{words('might')}\b", re.I)
_IS_ABLE = re.compile(
    rf"[^,.;:\"”]{{0,80}}?\s(?:mampu|dapat|bisa)\s(?:{words('adverbs')}\s)*"
    rf"(?!{words('happens')}\b|{words('grows')}\b)(?:me|ber)[a-z]{{3,}}"
)
_READY = "siap"
_SO_THAT = re.compile(rf"\b{words('so_that')}\s+(?:[\w-]+\s+){{0,4}}\Z", re.I)
# How far behind a wish its subject may begin.
_STRAIGHT_BEHIND = 12
# "(Penandatanganan MoU) hari ini dapat membuka …", no "kerja sama ini berlanjut".
_MAY_BRING = re.compile(
    rf"(?:\s+(?:{words('papers')}|{words('ties')})){{0,2}}\s+(?:(?:hari|kali)\s+)?{words('this_one')}"
    rf"\s+(?:{words('adverbs')}\s+|mampu\s+|akan\s+|nantinya\s+|benar-benar\s+)*"
    rf"(?!{words('happens')}\b|{words('grows')}\b)(?:me|ber|ter)[a-z]{{3,}}",
    re.I,
)


def effect(candidate: Candidate) -> bool:
    """ "Langkah ini diharapkan dapat meningkatkan kerja sama": what may come of a thing, asked of nobody."""
    act, cue = candidate.act, candidate.act.reading.cue
    text = act.scene.text
    tie = act.reference and act.trigger_id.startswith("general.")
    if tie and _BY_MEANS.search(text, act.scene.start, act.start):
        return True  # "berharap lewat kerja sama ini kami dapat saling menguatkan"
    if cue is not None and cue.phrase == _READY and _SO_THAT.search(text, act.scene.start, cue.start):
        return True  # "pelatihan bagi UMKM agar siap memasuki pasar global"
    if cue is None or cue.phrase != "diharapkan":
        return False
    return bool(_THIS.search(text, max(0, cue.start - 12), cue.start)) and bool(_CAN.match(text, cue.end))


def hoped_of(act: Act) -> bool:
    """ "Semoga MoU ini bermanfaat", "berharap kerja sama ini membuka pasar": what a tie or a document that is
    there may bring about, where nobody is asked to do, widen or conclude anything (codebook section 4).
    """
    if act.stage != "requested":
        return False
    if _hoped_of_a_thing(act):
        return True
    if act.instrument not in ("agreement", "general"):
        return False
    return bool(_MAY_BRING.match(act.scene.text, act.trigger.end))


def _hoped_of_a_thing(act: Act) -> bool:
    """ "Berharap program magang di Waikato mampu meningkatkan ekspor": whether a subject right behind the
    wish, which is no party, is to bring about what follows; neither is asked of anybody.
    """
    cue, text = act.reading.cue, act.scene.text
    if cue is None or cue.code != "wishing" or act.strength != "theme":
        return False
    first = next((hit for hit in act.scene.of("trigger") if hit.start > cue.end), None)
    if first is None or first.start - cue.end > _STRAIGHT_BEHIND:
        return False
    brings = _IS_ABLE.match(text, first.end, act.scene.end)
    return brings is not None and (act.start == first.start or brings.end() <= act.start)
