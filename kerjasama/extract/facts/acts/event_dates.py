"""When an act happened or will happen: the date that its own sentences give it (codebook section 2).

Reading dates is `kerjasama.text.dates`' subject. The day on which somebody spoke, and the publication date,
are never an event date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.records import Anchor
from kerjasama.text.dates import DateSpan

_SPOKEN = re.compile(rf"\b{words('spoken')}(?:nya)?\b", re.I)
_SINCE = re.compile(r"\b(?:sejak|mulai|dari)\s+(?:tahun\s+|bulan\s+|awal\s+|akhir\s+)?\Z", re.I)
_BEGINS = re.compile(rf"\b{words('begins')}\b", re.I)
# "Pada pameran Indo Defense 2025": the year belongs to the name.
_NAME_YEAR = re.compile(rf"\b(?!{words('year_openers')}\b)[A-Z]\w+\s\Z")
# "Kesepakatan itu dicapai …", "Jamuan digelar pada …": the sentence goes on with the act before it.
_GOES_ON = re.compile(
    rf"(?i:{words('happenings')})\b(?:\s+\w+){{0,4}}?\s+(?:itu|ini|tersebut|{words('took_place')})\b",
)
# "Hal itu disampaikan …": what is taken up is words, not the act.
_SAID_SO = re.compile(rf"\b{words('said_so')}\b", re.I)
# "Dalam pertemuan tersebut, …": what the sentence tells happened when that did.
_THERE = re.compile(
    rf"\b{words('at_a_happening')}\s+"
    rf"(?:rangkaian\s+)?(?i:{words('happenings')})\b(?:\s+\w+){{0,2}}?\s+(?:itu|ini|tersebut)\b"
)
_OCCASION = re.compile(rf"\b{words('happenings')}\b", re.I)
_FAR = 140
_FAR_EVENT = 320
# What happens on a day of its own, which the sentence beside it may tell.
_TOLD_ON = {"dialogue": ("completed", "planned", "ongoing"), "agreement": ("signed", "agreed", "planned")}
_DATED = ("completed", "signed", "planned", "agreed", "ongoing", "suspended")


def event_date(
    acts: Sequence[Act], dates: Sequence[DateSpan], told_scenes: Sequence[Scene]
) -> tuple[str, str, str, Anchor] | None:
    """(value, precision, basis, anchor) of the date that belongs to a fact, or None; `acts` tell it, the
    best first.

    A meeting, a signing and a finished act take the nearest date of their sentences that is not the date of
    a statement, and so does what is planned or agreed; a meeting or a signing also one that the sentence
    before or after gives it; anything that the next sentence takes up ("Kesepakatan itu dicapai …") the day
    told there; what happened at an occasion told before ("Dalam pertemuan tersebut, …") that occasion's day;
    a running act only one after "sejak" or on which it began; a wish none.
    """
    for act in acts:
        span = own_date(act, dates)
        if span is not None:
            return _dated(span, f"date.{span.rule}")
    lead = acts[0]
    if lead.instrument in _TOLD_ON and lead.stage in _TOLD_ON[lead.instrument]:
        for number in (lead.scene.number - 1, lead.scene.number + 1):
            if 0 <= number < len(told_scenes):
                span = _beside(told_scenes[number], dates, lead.instrument)
                if span is not None:
                    return _dated(span, "date.sentence_beside")
    if lead.stage in _DATED and lead.stage != "ongoing":
        return _taken_up(lead.scene, dates, told_scenes) or _of_the_occasion(lead, dates, told_scenes)
    return None


def _taken_up(
    scene: Scene, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]
) -> tuple[str, str, str, Anchor] | None:
    """The day that the next sentence gives to what this one tells."""
    if scene.number + 1 >= len(told_scenes):
        return None
    after = told_scenes[scene.number + 1]
    if not _GOES_ON.match(after.text, after.start, after.end) or _SAID_SO.search(
        after.text, after.start, after.end
    ):
        return None
    span = _only_day(after, dates)
    return _dated(span, "date.taken_up") if span else None


def _of_the_occasion(
    act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]
) -> tuple[str, str, str, Anchor] | None:
    """The day of the meeting or ceremony told before, at which the act's sentence says that it happened."""
    scene = act.scene
    if act.stage == "planned" or not _THERE.search(scene.text, scene.start, act.trigger.end):
        return None
    for before in reversed(told_scenes[: scene.number]):
        span = _only_day(before, dates)
        if span is not None and _tells_occasion(before):
            return _dated(span, "date.occasion")
    return None


def _tells_occasion(scene: Scene) -> bool:
    """Whether a sentence tells a meeting, a visit or a ceremony."""
    meets = any(hit.code.startswith("dialogue.") for hit in scene.of("trigger"))
    return meets or bool(_OCCASION.search(scene.text, scene.start, scene.end))


def _only_day(scene: Scene, dates: Sequence[DateSpan]) -> DateSpan | None:
    """The one day that a sentence prints, if nobody speaks in it."""
    if scene.said_by is not None or _SPOKEN.search(scene.text, scene.start, scene.end):
        return None
    inside = [d for d in dates if scene.start <= d.start and d.end <= scene.end and d.precision == "day"]
    return inside[0] if len({d.first for d in inside}) == 1 else None


def _dated(span: DateSpan, rule: str) -> tuple[str, str, str, Anchor]:
    return span.first, span.precision, span.basis, Anchor("event_date", rule, span.start, span.end)


def _beside(scene: Scene, dates: Sequence[DateSpan], instrument: str) -> DateSpan | None:
    """The one day that a neighbouring sentence about the meeting or the document prints."""
    if not any(hit.code.startswith(f"{instrument}.") for hit in scene.of("trigger")):
        return None
    return _only_day(scene, dates)


def _begun(act: Act, span: DateSpan) -> bool:
    """Whether the act is told as begun on the day: "mulai membangun pabrik …, Rabu (14/9/2022)"."""
    return span.precision == "day" and bool(
        _BEGINS.search(act.scene.text, act.scene.clauses[act.clause][0], act.trigger.end)
    )


def own_date(act: Act, dates: Sequence[DateSpan]) -> DateSpan | None:
    """The date that an act's own sentence gives it: the nearest that tells not when somebody spoke."""
    if act.stage not in _DATED:
        return None
    scene = act.scene
    far = _FAR_EVENT if act.instrument in ("dialogue", "agreement") else _FAR
    best: tuple[int, DateSpan] | None = None
    for span in dates:
        if span.start < scene.start or span.end > scene.end or not span.value:
            continue
        since = bool(_SINCE.search(scene.text, max(scene.start, span.start - 25), span.start))
        lasts = act.instrument == "dialogue" and span.precision == "day" and span.first != span.last
        if act.stage == "ongoing" and not (since or lasts or _begun(act, span)):
            continue
        named = _NAME_YEAR.search(scene.text, max(scene.start, span.start - 25), span.start)
        if span.precision == "year" and named:
            continue
        after = span.start >= act.trigger.end
        if after and _SPOKEN.search(scene.text, act.trigger.end, span.start):
            continue
        distance = span.start - act.trigger.end if after else act.trigger.start - span.end + 20
        if distance <= far and (best is None or distance < best[0]):
            best = (distance, span)
    return best[1] if best else None
