"""How far an act is: the stage that the cues around its trigger give it (codebook section 4).

Which cues bear on a trigger is found in `kerjasama.extract.facts.acts.bearing`; which words are triggers is
told in `codebook/instruments.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.bearing import cue_table
from kerjasama.extract.facts.sentences.frames import words

_PUSHED_REACH = 8
# "Sudah saatnya kedua negara berunding": for whom it is time.
_DUE = "saatnya"
_WHO = re.compile(rf"(?:\s(?:bagi|untuk))?(?:\s(?:{words('for_whom')}|[A-Z][\w-]+)){{1,5}}\s")
_TIES = ("general", "business_partnership")
_NOT_ONLY = re.compile(rf"{words('not_only')}\b", re.I)
_UNDER_WAY = frozenset(load("frames")["under_way"])
_HAS = frozenset(load("frames")["has"])
_OVER = frozenset(load("frames")["visit_over"])
_ROUNDS_OFF = frozenset(load("frames")["rounds_off"])
_TALKS = ("exploring", "concluding")
# "mempercepat penyelesaian perundingan", "segera meneken": not yet.
_AIMED_AT = {
    code: re.compile(rf"\b{words(f'aimed_at_{code}')}\s+\Z", re.I) for code in ("concluding", "signing")
}
# "Tidak satu dolar pun dikucurkan", "tidak ada uang yang dicairkan": between "tidak" and the passive verb.
_NONE_OF_IT = re.compile(
    r"\s+(?:ada\s+[a-z]+\s+yang|(?:ada\s+)?(?:satu|se[a-z]+)(?:\s+[\w$]+)?\s+pun(?:\s+yang)?)\s+"
    rf"(?:{words('perfective')}\s+|pernah\s+)?",
    re.I,
)
# Between "sepakat" and the talks that are agreed on.
_BEGINS_TALKS = re.compile(rf"(?:\s+(?:{words('adverbs')}|untuk|akan|{words('begins_talks')}))+\s+", re.I)
_ASKS = re.compile(rf"{words('asks')}(?:nya)?", re.I)
# "Membantah isu bahwa X batal": whatever is said behind it is denied.
DENIALS = frozenset(load("frames")["denials"])
_DENIED_REACH = 120
# "belum" leaves an act open, "tidak" denies it.
_OPEN_NEGATION = frozenset(load("frames")["not_yet"])
_REQUESTS = frozenset(load("frames")["requests"])
_REFUSED = frozenset(load("frames")["refused"])
_DONE = ("agreed", "signed", "ongoing", "completed")
"""Stages that what is only told under a condition has not."""


_SINCE_YEAR = re.compile(r"sejak\s+(?:tahun\s+)?(?:19|20)\d\d\b", re.I)
_FINISHES = tuple(load("frames")["finishes"])
# "Membahas perkembangan kerja sama": what is there is looked at.
_HOW_IT_GOES = re.compile(rf"\s+(?:[a-z]+\s+){{0,2}}?{words('how_it_goes')}\s+(?:[a-z]+\s+){{0,3}}")
# Acts that end by being done: "telah menempatkan 120 perawat" is over, "sudah mendampingi petani" is not.
_TELIC = ("training_exchange", "labour_mobility", "finance", "trade", "technical_assistance")
_LEAVES, _RAISED = "investment.leave", "investment.round"
_DONE_ALREADY = re.compile(rf"\b{words('perfective')}\s+(?:{words('adverbs')}\s+)*\Z", re.I)
# "Hingga kini sudah dikirim 12 ton": up to when, not how far.
_BY_NOW = frozenset(load("frames")["by_now"])
_ENDS = re.compile(rf"(?:me|di)(?!(?:m|n|ng|ny)?{words('lasting_deeds')}\b)\w+")
_IN_COURSE = re.compile(rf"\b{words('progressive')}\s+(?:{words('adverbs')}\s+)*\Z", re.I)

_FOLLOWS_UP = re.compile(rf"\b{words('follows_up')}\s")


@dataclass(frozen=True, slots=True)
class Reading:
    """A stage and why: the cue that gave it (None where the trigger's own meaning did), and the rule."""

    stage: str
    rule: str
    cue: Hit | None = None
    denied: bool = False


# "…, namun (kemudian) dibatalkan": what was to happen did not.
_BUT = re.compile(rf"[^.;]{{0,130}}\b{words('but')}\s+(?:[\w-]+\s+){{0,3}}\Z")


def called_off(reading: Reading, text: str, cues: Sequence[Hit], trigger: Hit, until: int) -> Reading:
    """A reading of what was to happen, called off or put off behind "namun" before the next act."""
    if reading.stage not in ("planned", "requested"):
        return reading
    for cue in cues:
        ends = cue.code in ("ending", "delaying") and trigger.end <= cue.start < until
        if ends and _BUT.fullmatch(text, trigger.end, cue.start):
            stage = str(cue_table()[cue.code]["stage"])
            return Reading(stage, f"stage.{stage}:{cue.phrase}", cue)
    return reading


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
    real = [cue for cue in bearing if cue.code not in ("negation", "condition", "amid")]
    strong = _deciding(real)
    weak = max(real, key=lambda cue: _weight(text, cue), default=None)
    chosen = min(strong, key=_outermost) if strong else weak
    if chosen is not None and chosen.code == "asking" and trigger.start <= chosen.start:
        # "Sejak 2012 X mengundang mahasiswa": who is asked again and again comes.
        chosen = next((c for c in real if _repeated(text, c) and c.end <= trigger.start), chosen)
    if chosen is not None and strong and (other := _not_so_far(text, chosen, strong, real)):
        return other
    stage = default if chosen is None else str(cue_table()[chosen.code]["stage"])
    if chosen in strong and _HOW_IT_GOES.fullmatch(text, chosen.end, max(chosen.end, trigger.start)):
        stage = default
    words_of_it = chosen or trigger
    if negated := _negated(text, bearing, trigger, words_of_it.start):
        return negated
    if stage in _DONE and any(cue.code == "condition" for cue in bearing):
        return Reading("planned", "stage.planned:condition", chosen)
    return Reading(stage, f"stage.{stage}:{words_of_it.phrase}", chosen)


def _deciding(real: Sequence[Hit]) -> list[Hit]:
    """The strong cues, without those that yield to others or that another overrules: "Kesepakatan itu
    diteken", "perundingan telah rampung": what is signed is agreed, what is over was talked of.
    """
    table = cue_table()
    strong = [cue for cue in real if table[cue.code]["strong"]]
    strong = [cue for cue in strong if not table[cue.code].get("yields")] or strong
    overruled = {code for cue in strong for code in table[cue.code].get("over", ())}
    return [cue for cue in strong if cue.code not in overruled]


def _outermost(cue: Hit) -> tuple[int, int]:
    return -int(cue_table()[cue.code].get("override", 0)), cue.start


def _weight(text: str, cue: Hit) -> tuple[int, int]:
    rank = cue_table()["habit" if _repeated(text, cue) else cue.code]["rank"]
    return int(rank), -cue.start


def _repeated(text: str, cue: Hit) -> bool:
    """Whether a cue says that something is done again and again, or since a year."""
    return cue.code == "habit" or _SINCE_YEAR.match(text, cue.start) is not None


def _not_so_far(text: str, chosen: Hit, strong: Sequence[Hit], real: Sequence[Hit]) -> Reading | None:
    """The reading of a strong cue that another word beside it makes a plan or a wish, or None."""
    if chosen.code == "agreeing" and any(c.code in _TALKS and _to_talk(text, chosen, c) for c in strong):
        return Reading("planned", "stage.planned:sepakat menjajaki", chosen)
    aimed_at = _AIMED_AT.get(chosen.code)
    if aimed_at and aimed_at.search(text, max(0, chosen.start - 12), chosen.start):
        # "Mendorong agar perjanjian bisa diteken": what is aimed at is urged.
        urged = any(cue.code == "urging" and cue.end <= chosen.start for cue in real)
        stage = "requested" if urged else "planned"
        return Reading(stage, f"stage.{stage}:{chosen.phrase}", chosen)
    asked = [cue for cue in strong if cue.code in ("asking", "wishing") and cue.end <= chosen.start]
    if asked and chosen.phrase in _REFUSED and asked[0].phrase in _REQUESTS:
        return None  # "Usul Baku agar tarif dipangkas ditolak Jakarta" is refused, not asked for
    if asked and cue_table()[chosen.code].get("override"):
        # "mendesak pemerintah membatalkan kerja sama": an end that is asked for has not come.
        return Reading("requested", f"stage.requested:{chosen.phrase}", chosen, denied=True)
    urging = [cue for cue in real if cue.code == "urging" and cue.end <= chosen.start]
    # "mendorong adanya perundingan", "mendorong agar segera dibangun": what is asked for is no plan yet.
    if urging and cue_table()[chosen.code].get("yields"):
        return Reading("requested", f"stage.requested:{urging[-1].phrase}", chosen)
    pushed = [cue for cue in urging if _is_near_talks(text, cue, chosen)]
    if pushed and chosen.code in (*_TALKS, "preparing"):
        return Reading("requested", f"stage.requested:{pushed[-1].phrase}", pushed[-1])
    return None


def _is_near_talks(text: str, cue: Hit, talks: Hit) -> bool:
    begun = _BEGINS_TALKS.fullmatch(text, cue.end, talks.start)
    due = cue.phrase.endswith(_DUE) and _WHO.fullmatch(text, cue.end, talks.start)
    return talks.start - cue.end <= _PUSHED_REACH or bool(begun or due)


def _to_talk(text: str, agreed: Hit, talks: Hit) -> bool:
    """ "Sepakat menjajaki", "sepakat untuk segera memulai perundingan": whether talks are agreed on, not what
    comes of them ("sepakat menindaklanjuti pembahasan").
    """
    if _FOLLOWS_UP.search(text, agreed.end, max(agreed.end, talks.start)):
        return False
    begun = _BEGINS_TALKS.fullmatch(text, agreed.end, talks.start)
    return 0 < talks.start - agreed.end < 25 or begun is not None


def _negated(text: str, bearing: Sequence[Hit], trigger: Hit, anchor: int) -> Reading | None:
    """The reading that a negation right before the cue at `anchor`, or before the trigger, gives."""
    for cue in bearing:
        if cue.code != "negation" or _NOT_ONLY.match(text, cue.end + 1):
            continue
        if cue.phrase in DENIALS and 0 <= anchor - cue.end <= _DENIED_REACH:
            return Reading("cancelled", f"stage.cancelled:{cue.phrase}", cue, denied=True)
        none_of_it = _NONE_OF_IT.fullmatch(text, cue.end, max(cue.end, trigger.start))
        if 0 <= anchor - cue.end <= 25 or 0 <= trigger.start - cue.end <= 12 or none_of_it:
            if cue.phrase in _OPEN_NEGATION:
                return Reading("planned", f"stage.planned:{cue.phrase}", cue)
            return Reading("cancelled", f"stage.cancelled:{cue.phrase}", cue, denied=True)
    return None


def fitting(
    instrument: str, reading: Reading, bearing: Sequence[Hit], trigger: Hit, default: str, counted: bool
) -> Reading:
    """The stages that an instrument can have: a meeting that runs took place, only documents are signed."""
    stage, cue = reading.stage, reading.cue
    if instrument == "dialogue":
        return _of_a_meeting(reading, bearing, trigger)
    if cue is not None and cue.phrase in _ROUNDS_OFF and instrument != "agreement":
        return Reading("completed", f"stage.completed:{cue.phrase}", cue)
    flows = trigger.code in ("trade.act", "trade.flow")
    habit = cue is not None and cue.code == "habit"
    if flows and counted and not habit and (cue is None or stage == "ongoing"):
        return Reading("completed", f"stage.completed:{trigger.phrase}", None)
    if trigger.code == _RAISED and stage == "ongoing":
        return Reading("completed", f"stage.completed:{trigger.phrase}", cue)  # money got "tahun ini" is got
    if default in ("planned", "agreed", "cancelled") and stage in ("ongoing", "completed"):
        # "Menggelar uji tuntas": what is only looked into has not come by that. "Resmi berkomitmen",
        # "kesepakatan itu kini disorot": what was agreed is not under way by that. "Resmi hengkang" is over.
        return Reading(default, f"stage.{default}:{trigger.phrase}", cue)
    if trigger.code == _LEAVES and stage in ("planned", "suspended") and not reading.denied:
        # "Berencana hengkang karena izin tersendat": what somebody has decided to leave is given up.
        return Reading("cancelled", f"stage.cancelled:{trigger.phrase}", cue)
    if stage == "signed" and instrument != "agreement":
        return Reading("agreed", reading.rule, cue)
    if trigger.code == "agreement.talks" and cue is not None and cue.code == "agreeing":
        # "Sepakat mempercepat penyelesaian batas laut": agreed is only that one talks on.
        return Reading("planned", f"stage.planned:{cue.phrase}", cue)
    if cue is not None and cue.code == "announcing" and trigger.code == "agreement.document":
        # "Mengumumkan MoU dengan X": a document that is announced is drawn up, a deal is agreed on.
        return Reading("signed", f"stage.signed:{trigger.phrase}", cue)
    if instrument == "agreement":
        had = any(one.phrase in _HAS for one in bearing)
        run = stage == "ongoing" and default == "signed" and cue is not None and not had
        if stage == "completed" or run:
            # What runs or is done under a document says that the document was drawn up.
            return Reading("signed", f"stage.signed:{trigger.phrase}", cue)
    once = cue is not None and cue.code == "once"
    if instrument in _TIES and stage == "completed" and default != "completed" and not once:
        # "Resmi bergabung": a tie that came about exists.
        return Reading("ongoing", f"stage.ongoing:{trigger.phrase}", cue)
    return reading


def by_aspect(instrument: str, reading: Reading, trigger: Hit, before: str) -> Reading:
    """A reading that no strong cue gave, as far as an adverb right before the verb tells how far the act is:
    "sedang mengikuti pelatihan", "telah menempatkan 120 perawat".
    """
    if instrument == "dialogue" and reading.stage == "ongoing" and _DONE_ALREADY.search(before):
        # "Sudah berada di Jakarta sejak Senin dan telah melakukan kunjungan kehormatan"
        return Reading("completed", f"stage.completed:{trigger.phrase}", None)
    if instrument not in _TELIC or reading.stage not in ("ongoing", "completed"):
        return reading
    if _IN_COURSE.search(before):
        return Reading("ongoing", f"stage.ongoing:{trigger.phrase}", reading.cue)
    now = reading.cue is None or reading.cue.phrase in _BY_NOW
    done = _DONE_ALREADY.search(before) or trigger.phrase.startswith(_FINISHES)
    if now and done and _ENDS.match(trigger.phrase):
        return Reading("completed", f"stage.completed:{trigger.phrase}", None)
    return reading


def _of_a_meeting(reading: Reading, bearing: Sequence[Hit], trigger: Hit) -> Reading:
    """The stage of a meeting: it took place, unless it is told to be under way or to come."""
    stage, cue = reading.stage, reading.cue
    if cue is not None and trigger.code == "dialogue.discuss" and cue.start >= trigger.start:
        return Reading("completed", f"stage.completed:{trigger.phrase}", None)
    under_way = [one for one in bearing if one.phrase in _UNDER_WAY]
    if under_way and stage in ("ongoing", "completed"):
        return Reading("ongoing", f"stage.ongoing:{under_way[0].phrase}", under_way[0])
    over = cue is not None and cue.phrase in _OVER and stage == "cancelled"
    if stage in ("ongoing", "signed") or over:
        return Reading("completed", f"stage.completed:{trigger.phrase}", cue)
    strong = any(cue_table()[one.code]["strong"] and one.start < trigger.start for one in bearing)
    if stage == "agreed" and not strong:
        return Reading("completed", f"stage.completed:{trigger.phrase}", None)
    return reading
