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
from kerjasama.text.dates import DateSpan, last_day

_SPOKEN = re.compile(rf"\b{words('spoken')}(?:nya)?\b", re.I)
_SINCE = re.compile(r"\b(?:sejak|mulai|dari)\s+(?:tahun\s+|bulan\s+|awal\s+|akhir\s+)?\Z", re.I)
# "Untuk tiga tahun ke depan": how long, not when.
_FOR_SO_LONG = re.compile(r"\bke depan\Z")
_BEGINS = re.compile(rf"\b{words('begins')}\b", re.I)
# "Pada pameran Indo Defense 2025": the year belongs to the name.
_NAME_YEAR = re.compile(rf"\b(?!{words('year_openers')}\b)[A-Z]\w+\s(?:Tahun\s)?\Z")
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
_SAME_DAY = re.compile(rf"\b{words('same_day')}\b")
_OCCASION = re.compile(rf"\b{words('happenings')}\b", re.I)
# "Kemitraan itu berjalan sejak Juli", "X menuturkan, pembangunan dimulai pada September", "Barangnya tiba
# bulan lalu": what the act is called by, or a thing of it, and what came of it then.
_OF_IT = (
    r"(?:(?:\A|[,:“\"]|\bbahwa|[a-z]{4,})\s?)"
    r"(?P<subject>(?i:mereka|keduanya)|(?:[A-Za-z-]+\s){1,4}?(?:itu|ini|tersebut)|(?:[A-Za-z-]+\s)?[A-Za-z-]+nya"
    rf"(?:\s[a-z]+)?|(?i:{words('deeds')})(?:\s[a-z]+){{0,2}}),?\s"
    rf"(?:{words('adverbs_of_time')}\s)*"
)
_BEGAN = re.compile(
    rf"{_OF_IT}{words('set_out')}(?:\s(?!kembali\b|{words('came_to_an_end')}\b)[^\s.;]+){{0,5}}[\s(]+\Z"
)
_ENDED = re.compile(rf"{_OF_IT}{words('came_to_an_end')}(?:\s[^\s.;]+){{0,5}}[\s(]+\Z")
_TO_COME = re.compile(rf"\b{words('to_come')}\b")
_MEETING = re.compile(rf"\b{words('meetings')}\b", re.I)
_FAR = 140
_FAR_EVENT = 320
_GOES_ON_FOR = 2
# What happens on a day of its own, which the sentence beside it may tell.
_TOLD_ON = {"dialogue": ("completed", "planned", "ongoing"), "agreement": ("signed", "agreed", "planned")}
_DONE = ("completed", "signed")
_DATED = ("completed", "signed", "planned", "agreed", "ongoing", "suspended", "cancelled")


def event_date(
    acts: Sequence[Act],
    dates: Sequence[DateSpan],
    told_scenes: Sequence[Scene],
    published: str | None = None,
) -> tuple[str, str, str, Anchor] | None:
    """(value, precision, basis, anchor) of the date that belongs to a fact, or None; `acts` tell it, the
    best first. `published` (ISO 8601) parts what has come from what is to come.

    A meeting, a signing and a finished act take the nearest date of their sentences that is not the date of
    a statement, and so does what is planned or agreed; a meeting or a signing also one that the sentence
    before or after gives it; anything that the next sentence takes up ("Kesepakatan itu dicapai …") the day
    told there; what happened at an occasion told before ("Dalam pertemuan tersebut, …") that occasion's day;
    a running act only one after "sejak" or on which it began; a wish none.
    """
    if published:
        dates = [span for span in dates if _can_be(span, acts[0].stage, published[:10])]
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
    if lead.stage not in _DATED:
        return None
    if lead.stage != "ongoing":
        found = _taken_up(lead.scene, dates, told_scenes) or _of_the_occasion(lead, dates, told_scenes)
        if found:
            return found
    return _gone_on(lead, dates, told_scenes)


def _taken_up(
    scene: Scene, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]
) -> tuple[str, str, str, Anchor] | None:
    """The day that one of the next sentences gives to what this one tells."""
    for after in _following(scene, told_scenes):
        if _GOES_ON.match(after.text, after.start, after.end) and not _SAID_SO.search(
            after.text, after.start, after.end
        ):
            span = _only_day(after, dates)
            return _dated(span, "date.taken_up") if span else None
    return None


def _can_be(span: DateSpan, stage: str, today: str) -> bool:
    """Whether an act of a stage can be of a date: what is done lies not ahead, what is planned not behind."""
    if stage in _DONE:
        return span.first.split("-Q")[0] <= today
    return stage != "planned" or not span.value or last_day(span.value).isoformat() >= today


def _following(scene: Scene, told_scenes: Sequence[Scene]) -> Sequence[Scene]:
    """The sentences that may still tell of what this one tells."""
    return told_scenes[scene.number + 1 : scene.number + 1 + _GOES_ON_FOR]


def _gone_on(
    act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]
) -> tuple[str, str, str, Anchor] | None:
    """When, by one of the next sentences, what an act tells set out, or ended if it is over."""
    patterns = (_BEGAN, _ENDED) if act.stage == "completed" else (_BEGAN,)
    for scene in _following(act.scene, told_scenes):
        for span in dates:
            if scene.start < span.start and span.end <= scene.end:
                text = scene.text[scene.start : span.start]
                match = next((found for pattern in patterns if (found := pattern.search(text))), None)
                if match and _is_told_of(act, match):
                    return _dated(span, "date.gone_on")
    return None


def _is_told_of(act: Act, match: re.Match[str]) -> bool:
    """Whether what happened then can be what the act tells: a meeting where it is one, nothing still to come
    where it has come.
    """
    met = bool(_MEETING.search(match["subject"])) == (act.instrument == "dialogue")
    return met and (act.stage in ("planned", "agreed") or not _TO_COME.search(match[0]))


def _of_the_occasion(
    act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]
) -> tuple[str, str, str, Anchor] | None:
    """The day of the meeting or ceremony told before, at which the act's sentence says that it happened, or
    the day told last, which it says was the same.
    """
    scene = act.scene
    same_day = bool(_SAME_DAY.search(scene.text, scene.start, scene.end))
    there = same_day or _THERE.search(scene.text, scene.start, act.trigger.end)
    if act.stage == "planned" or not there:
        return None
    for before in reversed(told_scenes[: scene.number]):
        span = _only_day(before, dates)
        if span is not None and (same_day or _tells_occasion(before)):
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
    anchor = Anchor("event_date", rule, span.start, span.end)
    if span.precision == "month" and span.first != span.last and span.rule.startswith("part:"):
        return span.first[:4], "year", span.basis, anchor  # half a year is no precision of a fact
    return span.first, span.precision, span.basis, anchor


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
        if span.rule.endswith(":counted") and _FOR_SO_LONG.search(scene.text, scene.start, span.end):
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
