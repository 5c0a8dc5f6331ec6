"""How far an act is: the stage that the words around its trigger give it (codebook section 4).

The cues are in `codebook/stages.yaml`; which words are triggers is told in
`codebook/instruments.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.compounds import compound_ids
from kerjasama.extract.facts.frames import words
from kerjasama.extract.facts.predicates import said_of, same_noun, told_of_itself

# Words that open a clause which the verb before it still governs ("berharap … agar kerja sama ditingkatkan").
_GOVERNED = re.compile(rf"{words('governed')}\b", re.I)
# "pembangunan yang akan dibagi tiga tahap itu mendapat pinjaman": the plan is of the relative clause alone.
_RELATIVE = re.compile(r"\byang\s\Z")
_RELATIVE_REACH = 30
# "rencana investasi", "minat investasi", "komitmen pendanaan" hold their stage themselves.
_NAMED_WITH_STAGE = ("investment", "finance", "trade")
# Farther from its trigger than this a cue speaks of something else; a treaty is named in passing more often
# than made.
_FAR = 160
_TREATY_REACH = 45
_PUSHED_REACH = 8
_AHEAD = 70
_DONE_TO_IT = re.compile(r"\s+(?:segera\s+)?(?:mereka|kami|kita|ia|di[a-z]{4,})\b")
_NOT_ONLY = re.compile(r"(?:hanya|saja|sekadar|cuma|sebatas|lagi|lain|terlepas)\b", re.I)
_UNDER_WAY = ("sedang", "tengah", "terus", "berada di")
# Who "has" an agreement tells of one that exists.
_HAS = ("memiliki", "telah memiliki", "sudah memiliki", "mempunyai", "punya")
# A visit that ends took place; a contract that ends is over.
_OVER = ("berakhir", "berakhirnya", "diakhiri", "mengakhiri")
_TIES = ("general", "business_partnership")
_TALKS = ("exploring", "concluding")
# "mempercepat penyelesaian perundingan", "segera meneken": not yet.
_AIMED_AT = {
    "concluding": re.compile(r"\b(?:segera|untuk|guna|mempercepat|percepatan|target|menuju)\s+\Z", re.I),
    "signing": re.compile(r"\b(?:segera|bisa|dapat|siap|tinggal|jelang|menjelang|menuju)\s+\Z", re.I),
}
_AT_LAST = re.compile(r"\bakhirnya\b", re.I)
_NOUN_OF_IT = re.compile(rf"{words('intentions')}\s(?:itu|tersebut|ini)\b", re.I)
_ASKS = re.compile(rf"{words('asks')}(?:nya)?", re.I)
# "belum" leaves an act open, "tidak" denies it.
# "Membantah isu bahwa X batal": whatever is said behind it is denied.
_DENIALS = ("membantah", "menepis", "menampik")
_DENIED_REACH = 120
_OPEN_NEGATION = ("belum", "belum ada")


@dataclass(frozen=True, slots=True)
class Reading:
    """A stage and why: the cue that gave it (None where the trigger's own meaning did), and the rule."""

    stage: str
    rule: str
    cue: Hit | None = None
    denied: bool = False
    before: bool = True


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
    first = clause
    while first > 0 and _GOVERNED.match(text, clauses[first][0]):
        first -= 1
    since, until = clauses[first][0], clauses[clause][1]
    broken_off = _relative_end(text, clauses, clause, trigger)
    table = cue_table()
    bearing: list[Hit] = []
    for cue in cues:
        if cue.start < since or cue.start >= (broken_off if table[cue.code].get("override") else until):
            continue
        if table[cue.code].get("of", instrument) != instrument:
            continue
        if table[cue.code].get("override") and _AT_LAST.search(text, cue.end, max(cue.end, trigger.start)):
            # "Perjanjian yang digantung sejak 2018 akhirnya diteken": the halt is over.
            continue
        if instrument == "dialogue" and _NOUN_OF_IT.match(text, cue.start):
            # "Niat itu mengemuka saat X menjamu Y": told before, and not of the meeting.
            continue
        if trigger.start <= cue.start and cue.end <= trigger.end and cue.code != "signing":
            at_edge = cue.start == trigger.start or cue.end == trigger.end
            if at_edge and (instrument in _NAMED_WITH_STAGE or trigger.code in compound_ids()):
                bearing.append(cue)
            continue
        if trigger.code == "agreement.treaty" and trigger.start - cue.end > _TREATY_REACH:
            continue
        if table[cue.code]["strong"] and trigger.start - cue.end > (
            _TREATY_REACH if trigger.code == "agreement.treaty" else _FAR
        ):
            continue
        if (
            _RELATIVE.search(text, max(since, cue.start - 6), cue.start)
            and trigger.start - cue.end > _RELATIVE_REACH
        ):
            continue
        if table[cue.code]["scope"] == "after":
            if cue.start < trigger.start or (cue.code == "intending" and _of_the_act(text, trigger, cue)):
                bearing.append(cue)
            elif said_of(text, clauses[clause][0], trigger, cue):
                # "Penandatanganan dijadwalkan …": the predicate governs what its subject says by itself.
                bearing = [own for own in bearing if own.start < trigger.start] + [cue]
        elif cue.start >= clauses[clause][0] or cue.end <= trigger.start:
            bearing.append(cue)
    return bearing


def _relative_end(text: str, clauses: Sequence[tuple[int, int]], clause: int, trigger: Hit) -> int:
    """Where the predicate of an act may end that a relative clause stands behind: "Kerja sama dengan Jaipur,
    yang dimulai pada 2015, kandas".
    """
    if clause + 1 < len(clauses):
        start, end = clauses[clause + 1]
        near = start - trigger.end <= _AHEAD and trigger.start - clauses[clause][0] <= _RELATIVE_REACH
        if near and text.startswith("yang ", start):
            return end
    return clauses[clause][1]


def _of_the_act(text: str, trigger: Hit, cue: Hit) -> bool:
    """Whether a plan stands in a relative clause of the act itself: "investasi yang akan mereka lakukan"."""
    near = 0 < cue.start - trigger.end <= _AHEAD and not trigger.code.startswith("agreement")
    relative = _RELATIVE.search(text, trigger.end, cue.start) if near else None
    return bool(relative and _DONE_TO_IT.match(text, cue.end) and same_noun(text, trigger, relative.start()))


def asked_for(reading: Reading, verb: str | None) -> Reading:
    """A reading that no cue gave, of words whose speaker asks for what they name: "…," ajaknya."""
    if reading.cue is None and reading.stage == "ongoing" and verb and _ASKS.fullmatch(verb):
        return Reading("requested", f"stage.requested:{verb}")
    return reading


def read_stage(text: str, bearing: Sequence[Hit], trigger: Hit, default: str) -> Reading:
    """The stage that the bearing cues give, else the trigger's own `default`.

    The outermost strong cue decides ("telah sepakat akan bekerja sama" is agreed, "akan membahas kerja sama"
    planned); weak ones ("terus", "harus", "selesai") decide only where no strong one stands.
    """
    table = cue_table()
    negations = [cue for cue in bearing if cue.code == "negation" and not _NOT_ONLY.match(text, cue.end + 1)]
    real = [cue for cue in bearing if cue.code not in ("negation", "condition", "amid")]
    strong = [cue for cue in real if table[cue.code]["strong"]]
    chosen: Hit | None = None
    strong = [cue for cue in strong if not table[cue.code].get("yields")] or strong
    # "Kesepakatan itu diteken", "perundingan telah rampung": what is signed is agreed, what is over was
    # talked of.
    overruled = {code for cue in strong for code in table[cue.code].get("over", ())}
    strong = [cue for cue in strong if cue.code not in overruled]
    if strong:
        chosen = min(strong, key=lambda cue: (-int(table[cue.code].get("override", 0)), cue.start))
        if chosen.code == "agreeing" and any(
            c.code in _TALKS and 0 < c.start - chosen.end < 25 for c in strong
        ):
            return Reading("planned", "stage.planned:sepakat menjajaki", chosen)
        aimed_at = _AIMED_AT.get(chosen.code)
        if aimed_at and aimed_at.search(text, max(0, chosen.start - 12), chosen.start):
            return Reading("planned", f"stage.planned:{chosen.phrase}", chosen)
        if table[chosen.code].get("override") and any(
            cue.code in ("asking", "wishing") and cue.end <= chosen.start for cue in strong
        ):
            # "mendesak pemerintah membatalkan kerja sama": an end that is asked for has not come.
            return Reading("requested", f"stage.requested:{chosen.phrase}", chosen, denied=True)
        pushed = [
            cue for cue in real if cue.code == "urging" and 0 <= chosen.start - cue.end <= _PUSHED_REACH
        ]
        if chosen.code in (*_TALKS, "preparing") and pushed:
            # "mendorong adanya perundingan": talks that are asked for are no plan yet.
            return Reading("requested", f"stage.requested:{pushed[-1].phrase}", pushed[-1])
    elif real:
        chosen = max(real, key=lambda cue: (table[cue.code]["rank"], -cue.start))
    if chosen is None:
        stage, rule = default, f"stage.{default}:{trigger.phrase}"
    else:
        stage = str(table[chosen.code]["stage"])
        rule = f"stage.{stage}:{chosen.phrase}"
    anchor = chosen.start if chosen else trigger.start
    for negation in negations:
        if negation.phrase in _DENIALS and 0 <= anchor - negation.end <= _DENIED_REACH:
            return Reading("cancelled", f"stage.cancelled:{negation.phrase}", negation, denied=True)
        if 0 <= anchor - negation.end <= 25 or 0 <= trigger.start - negation.end <= 12:
            if negation.phrase in _OPEN_NEGATION:
                return Reading("planned", f"stage.planned:{negation.phrase}", negation)
            return Reading("cancelled", f"stage.cancelled:{negation.phrase}", negation, denied=True)
    if any(cue.code == "condition" for cue in bearing) and stage in (
        "agreed",
        "signed",
        "ongoing",
        "completed",
    ):
        return Reading("planned", "stage.planned:condition", chosen)
    return Reading(stage, rule, chosen, before=chosen is None or chosen.start < trigger.start)


def fitting(
    instrument: str, reading: Reading, bearing: Sequence[Hit], trigger: Hit, default: str, counted: bool
) -> Reading:
    """The stages that an instrument can have: a meeting that runs took place, only documents are signed."""
    stage = reading.stage
    if instrument == "dialogue":
        strong = [c for c in bearing if cue_table()[c.code]["strong"] and c.start < trigger.start]
        under_way = [cue for cue in bearing if cue.phrase in _UNDER_WAY]
        if under_way and stage in ("ongoing", "completed"):
            return Reading("ongoing", f"stage.ongoing:{under_way[0].phrase}", under_way[0])
        over = reading.cue is not None and reading.cue.phrase in _OVER
        if stage in ("ongoing", "signed") or (over and stage == "cancelled"):
            return Reading("completed", f"stage.completed:{trigger.phrase}", reading.cue)
        if stage == "agreed" and not strong:
            return Reading("completed", f"stage.completed:{trigger.phrase}", None)
    elif (
        trigger.code in ("trade.act", "trade.flow")
        and counted
        and (reading.cue is None or stage == "ongoing")
    ):
        return Reading("completed", f"stage.completed:{trigger.phrase}", None)
    elif default == "planned" and stage in ("ongoing", "completed"):
        # "Menggelar uji tuntas": what is only looked into has not come by that.
        return Reading("planned", f"stage.planned:{trigger.phrase}", reading.cue)
    elif default == "agreed" and stage in ("ongoing", "completed"):
        # "Resmi berkomitmen", "kesepakatan itu kini disorot": what was agreed is not under way by that.
        return Reading("agreed", f"stage.agreed:{trigger.phrase}", reading.cue)
    elif stage == "signed" and instrument != "agreement":
        return Reading("agreed", reading.rule, reading.cue)
    elif instrument == "agreement" and (
        stage == "completed"
        or (
            stage == "ongoing"
            and default == "signed"
            and reading.cue is not None
            and not any(cue.phrase in _HAS for cue in bearing)
        )
    ):
        # What runs or is done under a document says that the document was drawn up.
        return Reading("signed", f"stage.signed:{trigger.phrase}", reading.cue)
    elif instrument in _TIES and stage == "completed" and default != "completed":
        # "Resmi bergabung": a tie that came about exists.
        return Reading("ongoing", f"stage.ongoing:{trigger.phrase}", reading.cue)
    return reading
