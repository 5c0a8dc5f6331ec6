"""Which cues of a sentence bear on a trigger: wishes, plans, signings, ends that are said of that very act.

The cues are in `codebook/stages.yaml`; what stage they give is read in `kerjasama.extract.facts.acts.stages`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.predicates import said_of, same_noun, told_of_itself
from kerjasama.extract.facts.sentences.compounds import compound_ids
from kerjasama.extract.facts.sentences.frames import words

# Words that open a clause which the verb before it still governs ("berharap … agar kerja sama ditingkatkan").
_GOVERNED = re.compile(rf"{words('governed')}\b", re.I)
# "Diharapkan (,) setelah seminar ini terjalin kerja sama": the wish is of what follows.
_WISH = re.compile(rf"\b{words('bare_wishes')}\s*,?\s*\Z", re.I)
_WHEN = re.compile(rf"(?:{words('when')}|melalui|lewat|dengan)\b", re.I)
_WISH_REACH = 20
# "pembangunan yang akan dibagi tiga tahap itu mendapat pinjaman": the plan is of the relative clause alone.
_RELATIVE = re.compile(r"\byang\s\Z")
_RELATIVE_REACH = 30
_CLOSED = re.compile(rf"\b{words('this_one')}\s+(?:{words('adverbs')}\s+|{words('already')}\s+)*\Z", re.I)
# "rencana investasi", "minat investasi", "komitmen pendanaan" hold their stage themselves.
_NAMED_WITH_STAGE = ("investment", "finance", "trade")
# Farther from its trigger than this a cue speaks of something else; a treaty is named in passing more often
# than made.
_FAR = 160
_TREATY_REACH = 45
_AHEAD = 70
_DONE_TO_IT = re.compile(r"\s+(?:segera\s+)?(?:mereka|kami|kita|ia|di[a-z]{4,})\b")
_AT_LAST = re.compile(r"\bakhirnya\b", re.I)
_NOUN_OF_IT = re.compile(rf"{words('intentions')}\s(?:itu|tersebut|ini)\b", re.I)
_ANSWERS = re.compile(rf"\b{words('answers')}\s+\Z", re.I)
# "Berharap kunjungan X dapat mempercepat …": what a meeting is to bring about, unless that is to be held.
_BRINGS_ABOUT = re.compile(
    rf"(?:\s+[\w.'()-]+){{0,6}}?\s+{words('might')}\s+(?:{words('adverbs')}\s+)*"
    rf"(?!{words('held')}|{words('happens')})(?:me|ber|di)[a-z]{{4,}}"
)
# "Momen itu mencerminkan persahabatan serta komitmen kedua negara": what a thing shows is promised by nobody.
_COMMITTED = ("komitmen", "komitmennya")
_SHOWN = re.compile(rf"\b(?:{words('shows')}|{words('shows_commitment')})\s+(?:[\w-]+\s+){{0,6}}\Z", re.I)
_SHOWN_REACH = 80
# "Komitmen Pemprov X yang terus mengirimkan pekerja": what is kept up is more than promised.
_KEPT = re.compile(rf"(?:\s[\w.()-]+){{0,6}}?\syang\s{words('kept_up')}\b")
# "Menjadi momen penting untuk menjajaki kerja sama": how important the moment is, not the act.
_IMPORTANT = "penting untuk"
_OF_A_NOUN = re.compile(rf"\b{words('occasions')}\s+(?:[a-z]+\s+)?\Z", re.I)
# "Penyelesaian FTA": a treaty that is still to be made, however far its wish stands.
_OF_A_TREATY = re.compile(rf"\b{words('treaty_makes')}\s+(?:[\w-]+\s+){{0,2}}\Z", re.I)


@lru_cache(maxsize=1)
def cue_table() -> dict[str, dict[str, Any]]:
    """The cues of stages.yaml by id."""
    return {cue["id"]: cue for cue in load("stages")["cues"]}


def governing(
    text: str,
    clauses: Sequence[tuple[int, int]],
    clause: int,
    cues: Sequence[Hit],
    trigger: Hit,
    instrument: str = "",
) -> list[Hit]:
    """The cues that bear on `trigger`, which stands in clause number `clause`, outermost first.

    A cue of scope `after` must stand before the trigger, in its clause or in an earlier one that governs it;
    a cue of scope `clause` may stand on either side within the clause.
    """
    if instrument == "agreement" and (own := told_of_itself(text, trigger, cues)):
        return [own]
    since, begin = _governing_start(text, clauses, clause), clauses[clause][0]
    bearing: list[Hit] = []
    for cue in _in_reach(text, clauses, clause, cues, trigger):
        entry = cue_table()[cue.code]
        if entry.get("of", instrument) != instrument or _of_another_time(text, cue, trigger, instrument):
            continue
        if _by_its_place(text, since, begin, cue, trigger, instrument):
            bearing.append(cue)
        elif entry["scope"] == "after" and said_of(text, begin, trigger, cue):
            # "Penandatanganan dijadwalkan …": the predicate governs what its subject says by itself.
            bearing = [own for own in bearing if own.start < trigger.start] + [cue]
    return bearing


def _in_reach(
    text: str, clauses: Sequence[tuple[int, int]], clause: int, cues: Sequence[Hit], trigger: Hit
) -> list[Hit]:
    """The cues in the clauses that govern a trigger's, in its own, and in the later ones that a cue may
    bear from: "Sempat terhenti karena pandemi, kini dilanjutkan".
    """
    since, until = _governing_start(text, clauses, clause), clauses[clause][1]
    broken_off = _relative_end(text, clauses, clause, trigger)

    def last(entry: dict[str, Any]) -> int:
        return clauses[-1][1] if entry.get("later") else broken_off if entry.get("override") else until

    return [cue for cue in cues if since <= cue.start < last(cue_table()[cue.code])]


def _by_its_place(text: str, since: int, begin: int, cue: Hit, trigger: Hit, instrument: str) -> bool:
    """Whether a cue bears on a trigger by where it stands: in it, before it, or in its clause, which begins
    at `begin`.
    """
    if trigger.start <= cue.start and cue.end <= trigger.end and cue.code != "signing":
        return _named_with_stage(cue, trigger, instrument)
    if _too_far(text, since, cue, trigger):
        return False
    if cue_table()[cue.code]["scope"] != "after":
        return cue.start >= begin or cue.end <= trigger.start
    return cue.start < trigger.start or (cue.code == "intending" and _of_the_act(text, trigger, cue))


def _governing_start(text: str, clauses: Sequence[tuple[int, int]], clause: int) -> int:
    """Where the first of the clauses begins whose verb still governs a clause."""

    def governed(at: int) -> bool:
        wished = _WHEN.match(text, at) and _WISH.search(text, max(0, at - _WISH_REACH), at)
        return bool(wished or _GOVERNED.match(text, at))

    while clause > 0 and governed(clauses[clause][0]):
        clause -= 1
    return clauses[clause][0]


def _of_another_time(text: str, cue: Hit, trigger: Hit, instrument: str) -> bool:
    """Whether a cue tells of something over, or told before: "Perjanjian yang digantung sejak 2018 akhirnya
    diteken"; "Niat itu mengemuka saat X menjamu Y".
    """
    if cue.phrase in _COMMITTED:
        shown = _SHOWN.search(text, max(0, cue.start - _SHOWN_REACH), cue.start)
        if shown or _KEPT.match(text, cue.end):
            return True
    if cue.phrase == _IMPORTANT and _OF_A_NOUN.search(text, max(0, cue.start - 30), cue.start):
        return True
    ended = cue_table()[cue.code].get("override")
    if ended and _AT_LAST.search(text, cue.end, max(cue.end, trigger.start)):
        return True
    if _NOUN_OF_IT.match(text, cue.start) and _ANSWERS.search(text, max(0, cue.start - 20), cue.start):
        return True
    if instrument != "dialogue":
        return False
    wished = cue.code == "wishing" and cue.end <= trigger.start
    return _NOUN_OF_IT.match(text, cue.start) is not None or (
        wished and _BRINGS_ABOUT.match(text, trigger.end) is not None
    )


def _named_with_stage(cue: Hit, trigger: Hit, instrument: str) -> bool:
    """Whether a trigger holds its own stage at its edge: "rencana investasi"."""
    at_edge = cue.start == trigger.start or cue.end == trigger.end
    joined = trigger.code in compound_ids() and instrument != "dialogue"
    return at_edge and (instrument in _NAMED_WITH_STAGE or joined)


def _too_far(text: str, since: int, cue: Hit, trigger: Hit) -> bool:
    """Whether a cue stands too far before its trigger to speak of it, or in a relative clause of another."""
    gap = trigger.start - cue.end
    if trigger.code == "agreement.treaty" and gap > _TREATY_REACH:
        return not _OF_A_TREATY.search(text, cue.end, trigger.start) or gap > _FAR
    if cue_table()[cue.code]["strong"] and gap > _FAR:
        return True
    relative = _RELATIVE.search(text, max(since, cue.start - 6), cue.start)
    closed = _CLOSED.search(text, cue.end, trigger.start)
    return relative is not None and (gap > _RELATIVE_REACH or closed is not None)


def _relative_end(text: str, clauses: Sequence[tuple[int, int]], clause: int, trigger: Hit) -> int:
    """Where the predicate of an act may end that a relative clause stands behind: "Kerja sama dengan Jaipur,
    yang dimulai pada 2015, kandas".
    """
    if clause + 1 < len(clauses):
        start, end = clauses[clause + 1]
        straight = start - trigger.end <= _AHEAD or same_noun(text, trigger, start)
        near = straight and trigger.start - clauses[clause][0] <= _RELATIVE_REACH
        if near and text.startswith("yang ", start):
            return end
    return clauses[clause][1]


def _of_the_act(text: str, trigger: Hit, cue: Hit) -> bool:
    """Whether a plan stands in a relative clause of the act itself: "investasi yang akan mereka lakukan"."""
    near = 0 < cue.start - trigger.end <= _AHEAD and not trigger.code.startswith("agreement")
    relative = _RELATIVE.search(text, trigger.end, cue.start) if near else None
    return bool(relative and _DONE_TO_IT.match(text, cue.end) and same_noun(text, trigger, relative.start()))
