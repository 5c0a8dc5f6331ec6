"""What a clause says of an act that is its subject: "Kerja sama kedua negara perlu diperkuat".

Elsewhere a cue stands before the words that it bears on (`kerjasama.extract.facts.acts.stages`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.text.clauses import verb_pattern

# Farther behind its subject a predicate is another one's.
_REACH = 90
_PASSIVE = "di"
_PREDICATES = ("exploring", "preparing", "intending", "future", "wishing", "asking", "urging", "agreeing")
_OF_PERSONS = frozenset(load("frames")["asked_of_persons"])
# "Penandatanganan direncanakan pada Mei": needs no other verb.
_PLANNED_BY_ITSELF = frozenset(load("frames")["planned_by_itself"])
# "Naskahnya tinggal menanti restu", "penandatanganan menyusul": said of the thing itself.
_OF_THINGS = ("menyusul", "tinggal ")
_MODALS = ("intending", "future", "wishing", "urging")
_DONE_TO_IT = re.compile(rf"\s+(?:{words('adverbs')}\s+)*(?:di[a-z]{{4,}}|{words('happens')})\b")
_OF_IT = re.compile(rf"\byang\s+(?:{words('already')}\s+)*\Z", re.I)
_GROWS = re.compile(rf"\s+(?:{words('adverbs')}\s+)*{words('grows')}\b")


def said_of(text: str, clause_start: int, trigger: Hit, cue: Hit) -> bool:
    """Whether `cue`, which stands behind `trigger`, is said of it: the trigger is a noun, no verb but one of
    saying stands before it in its clause, and none between the two.
    """
    if not 0 < cue.start - trigger.end <= _REACH or cue.code not in _PREDICATES:
        return False
    return (
        _fits(text, cue)
        and not _verbal().match(trigger.phrase)
        and not _doing().search(text, clause_start, trigger.start)
        and same_noun(text, trigger, cue.start)
    )


def told_of_itself(text: str, trigger: Hit, cues: Sequence[Hit]) -> Hit | None:
    """The cue of a document that a relative clause says to be signed or agreed: "kontrak yang telah diteken".

    How far that which is done under the document is ("akan melaksanakan kontrak …") is another matter.
    """
    for cue in cues:
        inside = trigger.start <= cue.start < trigger.end
        behind = 0 < cue.start - trigger.end <= _REACH
        if (
            cue.code in ("signing", "agreeing")
            and (inside or behind)
            and cue.phrase.startswith(_PASSIVE)
            and (relative := _OF_IT.search(text, max(0, cue.start - 40), cue.start))
            and (inside or same_noun(text, trigger, relative.start()))
        ):
            return cue
    return None


def same_noun(text: str, trigger: Hit, until: int) -> bool:
    """Whether what stands at `until` still describes the trigger: neither verb nor "yang" lies between."""
    return not _breaks().search(text, trigger.end, until)


def _fits(text: str, cue: Hit) -> bool:
    """Whether an act can be the subject of the cue: a passive, or a modal before one ("akan dimulai")."""
    if cue.phrase in _OF_PERSONS:
        return False
    if cue.phrase.startswith(_OF_THINGS):
        return True
    if cue.code in _MODALS and cue.phrase not in _PLANNED_BY_ITSELF:
        grown = cue.code == "wishing" and _GROWS.match(text, cue.end)
        return bool(_DONE_TO_IT.match(text, cue.end) or grown)
    return cue.phrase.startswith(_PASSIVE)


@lru_cache(maxsize=1)
def _verbal() -> re.Pattern[str]:
    return re.compile(rf"{verb_pattern()}\b")


@lru_cache(maxsize=1)
def _doing() -> re.Pattern[str]:
    """A verb that is none of saying: what follows it is its object."""
    saying = alternatives("speech_verbs", "saying")
    return re.compile(rf"\b(?!{saying}\b){verb_pattern()}\b")


@lru_cache(maxsize=1)
def _breaks() -> re.Pattern[str]:
    return re.compile(rf"\b(?:yang|{verb_pattern()})\b")
