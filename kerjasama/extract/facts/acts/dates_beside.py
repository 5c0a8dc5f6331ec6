"""Dates of an act that another sentence than its own tells, each way of telling a rule with a name.

Each rule takes the act, the article's dates and its scenes, and returns the date or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.acts.own_dates import SAID_SO, SPOKEN, begins, dates_in
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.text.dates import DateSpan

# "Kesepakatan itu dicapai …", "Jamuan digelar pada …": the sentence goes on with the act before it.
_GOES_ON = re.compile(
    rf"(?i:{words('happenings')})\b(?:\s+\w+){{0,4}}?\s+(?:itu|ini|tersebut|{words('took_place')})\b",
)
# "Kesanggupan itu disampaikan dalam …", "Surat pembatalan diterima …": the words that are the act.
_WORDS_OF_IT = re.compile(
    rf"(?:Surat\b|{words('done_by_words')}(?:nya|\s{words('this_one')})\b|{words('done_by_words')}\sdari\s)"
)
# "Dalam pertemuan tersebut, …": what the sentence tells happened when that did.
_THERE = re.compile(
    rf"\b{words('at_a_happening')}\s+"
    rf"(?:rangkaian\s+)?(?i:{words('happenings')})\b(?:\s+\w+){{0,2}}?\s+{words('this_one')}\b"
)
_SAME_DAY = re.compile(rf"\b{words('same_day')}\b")
# "Kala itu, …", "Pada kesempatan tersebut, …", at the head of the act's sentence.
_THEN = re.compile(rf"(?:(?:Pada|Di|Dalam)\s)?{words('times')}\s(?:itu|tersebut|yang sama)\b")
# "… kata X seusai pertemuan di Istana, Kamis (5/12)": the day on which somebody spoke is the meeting's too.
_OCCASIONS = {
    sort: re.compile(
        rf"\b(?:{words('at_a_happening')}|saat)\s+(?:acara\s+)?{words(name)}\b[^.;\d]{{0,80}}\W\Z"
    )
    for sort, name in (("dialogue", "met"), ("agreement", "signings"), ("begun", "openings"))
}
# "Kemitraan itu berjalan sejak Juli", "X menuturkan, pembangunan dimulai pada September", "Barangnya tiba
# bulan lalu": what the act is called by, or a thing of it, and what came of it then.
_OF_IT = (
    r"(?:(?:\A|[,:“\"]|\bbahwa|\bdan|[a-z]{4,})\s?)"
    rf"(?P<subject>(?i:mereka|keduanya)|(?:[A-Za-z-]+\s){{1,4}}?{words('this_one')}|(?:[A-Za-z-]+\s)?[A-Za-z-]+nya"
    rf"(?:\s[a-z]+)?|(?i:{words('deeds')})(?:\s[a-z]+){{0,2}}),?\s"
    rf"(?:{words('adverbs_of_time')}\s)*"
)
_BEGAN = re.compile(
    rf"{_OF_IT}{words('set_out')}(?:\s(?!kembali\b|{words('came_to_an_end')}\b)[^\s.;]+){{0,5}}[\s(]+\Z"
)
_ENDED = re.compile(rf"{_OF_IT}{words('came_to_an_end')}(?:\s[^\s.;]+){{0,5}}[\s(]+\Z")
# "Sejak awal November, …", "Terhitung mulai tanggal 1 Juli …".
_SINCE_THEN = re.compile(rf"(?:Sejak|Terhitung|Mulai)\s(?:{words('edges_of_time')}\s)*")
# "1. Perjanjian bebas visa …", "Kedua, BI dan PBOC …": one of several things that came about together.
_LISTED = re.compile(rf"(?:\d{{1,2}}[.)]\s|{words('one_after_another')},\s)")
_TO_COME = re.compile(rf"\b{words('to_come')}\b")
_MEETING = re.compile(rf"\b{words('meetings')}\b", re.I)
_GOES_ON_FOR = 2
_REACH = 300
"""Letters before a date in which what happened then is named, far more than the dozen words of it."""
# What happens on a day of its own, which the sentence beside it may tell.
_TOLD_ON = {"dialogue": ("completed", "planned", "ongoing"), "agreement": ("signed", "agreed", "planned")}
DONE = ("completed", "signed")
"""The stages of what lies behind."""


def _sentence_beside(act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]) -> DateSpan | None:
    """The one day that a neighbouring sentence about the meeting or the document prints."""
    if act.stage not in _TOLD_ON.get(act.instrument, ()):
        return None
    for number in (act.scene.number - 1, act.scene.number + 1):
        if 0 <= number < len(told_scenes):
            scene = told_scenes[number]
            if _tells(scene, act.instrument) and (span := _only_day(scene, dates)):
                return span
    return None


def _taken_up(act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]) -> DateSpan | None:
    """The day that one of the next sentences gives to what this one tells."""
    if act.stage in ("ongoing", "requested"):
        return None
    for after in _following(act.scene, told_scenes):
        if _GOES_ON.match(after.text, after.start, after.end) and not SAID_SO.search(
            after.text, after.start, after.end
        ):
            return _only_day(after, dates)
    return None


def _said_then(act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]) -> DateSpan | None:
    """When, by one of the next sentences, the words were said or written that are the act: a promise or a
    refusal. (Of a wish the annotators date what is wished for.)
    """
    if act.stage not in ("agreed", "cancelled"):
        return None
    for after in _following(act.scene, told_scenes, _GOES_ON_FOR + 1):
        if _WORDS_OF_IT.match(after.text, after.start, after.end):
            inside = dates_in(after, dates)
            return inside[0] if len(inside) == 1 else None
    return None


def _occasion(act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]) -> DateSpan | None:
    """The day of the meeting or ceremony told before, at which the act's sentence says that it happened, or
    the day told last, which it says was the same.
    """
    scene = act.scene
    same_day = bool(_SAME_DAY.search(scene.text, scene.start, scene.end))
    there = same_day or _THERE.search(scene.text, scene.start, act.trigger.end)
    if act.stage in ("planned", "ongoing", "requested") or not there:
        return None
    for before in reversed(told_scenes[: scene.number]):
        span = _only_day(before, dates)
        if span is not None and (same_day or _tells(before, "dialogue")):
            return span
    return None


def _then(act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]) -> DateSpan | None:
    """The month or year told last in the sentence before, to which the act's points back: "Kala itu, …"."""
    scene = act.scene
    if act.stage in ("planned", "ongoing", "requested") or not _THEN.match(scene.text, scene.start):
        return None
    before = told_scenes[max(0, scene.number - 1) : scene.number]
    inside = [span for one in before for span in dates_in(one, dates)]
    return inside[-1] if inside and inside[-1].precision != "day" else None


def _scene_set(act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]) -> DateSpan | None:
    """The day of the sentence before, which sets the scene for what is told as done: "Sirene terdengar di
    Dermaga Ujung, Senin (11/3). Dua kapal bertolak …".
    """
    if act.scene.number and (act.stage in DONE or (act.stage == "ongoing" and begins(act))):
        return _only_day(told_scenes[act.scene.number - 1], dates)
    return None


def _listed(act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]) -> DateSpan | None:
    """The day told last before a list, one item of which is the act."""
    if act.stage in ("planned", "requested") or not _is_listed(act.scene):
        return None
    before = (scene for scene in reversed(told_scenes[: act.scene.number]) if not _is_listed(scene))
    return next((span for scene in before if (span := _only_day(scene, dates))), None)


def _is_listed(scene: Scene) -> bool:
    """Whether a sentence is an item of a list."""
    return bool(_LISTED.match(scene.text, scene.start))


def _spoken_there(act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]) -> DateSpan | None:
    """The day on which somebody spoke at or after the meeting, signing or opening that the act is."""
    sort = act.instrument if act.instrument in _OCCASIONS else "begun"
    if act.stage not in DONE and not (sort == "begun" and act.stage == "ongoing" and begins(act)):
        return None
    spoken = (scene for scene in told_scenes if scene.said_by is not None)
    return next((span for scene in spoken if (span := _day_at(scene, dates, _OCCASIONS[sort]))), None)


def _day_at(scene: Scene, dates: Sequence[DateSpan], occasion: re.Pattern[str]) -> DateSpan | None:
    """The first day of a sentence that stands right behind an occasion of a sort."""
    inside = (d for d in dates if scene.start < d.start and d.end <= scene.end and d.precision == "day")
    return next((span for span in inside if occasion.search(scene.text, scene.start, span.start)), None)


def _gone_on(act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]) -> DateSpan | None:
    """When, by one of the next sentences, what an act tells set out, or ended if it is over."""
    if act.stage == "requested":
        return None
    patterns = (_BEGAN, _ENDED) if act.stage == "completed" else (_BEGAN,)
    for scene in _following(act.scene, told_scenes):
        for span in dates_in(scene, dates):
            text = scene.text[scene.start : span.start]
            since = max(0, len(text) - _REACH)
            match = next((found for pattern in patterns if (found := pattern.search(text, since))), None)
            if match and _is_told_of(act, match):
                return span
    return None


def _since_then(act: Act, dates: Sequence[DateSpan], told_scenes: Sequence[Scene]) -> DateSpan | None:
    """Since when, as a sentence beside it opens, what runs or rests does so: "Sejak Februari, …"."""
    if act.stage not in ("ongoing", "suspended"):
        return None
    number = act.scene.number
    beside = (*told_scenes[number + 1 : number + 2], *told_scenes[max(0, number - 1) : number])
    for scene in (one for one in beside if one.paragraph == act.scene.paragraph):
        inside = dates_in(scene, dates)
        span = next((one for one in inside if one.precision in ("day", "month")), None)
        if span and _SINCE_THEN.fullmatch(scene.text, scene.start, span.start):
            return span
    return None


def _following(scene: Scene, told_scenes: Sequence[Scene], number: int = _GOES_ON_FOR) -> Sequence[Scene]:
    """The sentences that may still tell of what this one tells."""
    return told_scenes[scene.number + 1 : scene.number + 1 + number]


def _is_told_of(act: Act, match: re.Match[str]) -> bool:
    """Whether what happened then can be what the act tells: a meeting where it is one, nothing still to come
    where it has come.
    """
    met = bool(_MEETING.search(match["subject"])) == (act.instrument == "dialogue")
    return met and (act.stage in ("planned", "agreed") or not _TO_COME.search(match[0]))


def _tells(scene: Scene, instrument: str) -> bool:
    """Whether a sentence has a trigger of an instrument."""
    return any(hit.code.startswith(f"{instrument}.") for hit in scene.of("trigger"))


def _only_day(scene: Scene, dates: Sequence[DateSpan]) -> DateSpan | None:
    """The one day that a sentence prints, if nobody speaks in it."""
    if scene.said_by is not None or SPOKEN.search(scene.text, scene.start, scene.end):
        return None
    days = [span for span in dates_in(scene, dates) if span.precision == "day"]
    return days[0] if len({day.first for day in days}) == 1 else None


Rule = Callable[[Act, Sequence[DateSpan], Sequence[Scene]], DateSpan | None]

RULES: Mapping[str, Rule] = {
    "sentence_beside": _sentence_beside,
    "taken_up": _taken_up,
    "said_then": _said_then,
    "occasion": _occasion,
    "then": _then,
    "listed": _listed,
    "gone_on": _gone_on,
    "since_then": _since_then,
    "scene_set": _scene_set,
    "spoken_there": _spoken_there,
}
"""The rules in the order in which they are tried, by the name that an anchor bears."""
