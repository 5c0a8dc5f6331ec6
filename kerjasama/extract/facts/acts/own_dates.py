"""The date that an act's own sentence gives it: the nearest that belongs to the act and to no other verb.

Which other sentence may date an act is read in `kerjasama.extract.facts.acts.event_dates`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.text.dates import DateSpan

DATED = ("completed", "signed", "planned", "agreed", "ongoing", "suspended", "cancelled")
"""The stages of what happens on a day; of a wish only what it wishes for does."""
SPOKEN = re.compile(rf"(?<![a-z]\s(?=[A-Z]))\b(?i:{words('spoken')})(?:nya)?\b")
"""Saying; no capital behind a small word, which is a name's ("program Langkah Terang")."""
SAID_SO = re.compile(rf"\b{words('said_so')}\b", re.I)
"""What is taken up is words, not the act: "Hal itu disampaikan …"."""
_SINCE = re.compile(r"\b(?:sejak|mulai|dari)\s+(?:tahun\s+|bulan\s+|awal\s+|akhir\s+)?\Z", re.I)
# "Yang pencairannya dimulai tahun lalu", "memulai studinya pada Januari 2022": begun, not only told, then.
_BEGUN_THEN = re.compile(rf"\b{words('begins_then')}\s(?:[a-z]+\s){{0,3}}\Z")
# "Untuk tiga tahun ke depan": how long, not when.
_FOR_SO_LONG = re.compile(r"\bke depan\Z")
_BEGINS = re.compile(rf"\b{words('begins')}\b", re.I)
# "Pada pameran Indo Defense 2025", "Undang-Undang Nomor 27 Tahun 2022", "kuota haji 2024": the year of a name
# or of one of a kind.
_NAME_YEAR = re.compile(
    rf"\b(?:(?!{words('year_openers')}\b)[A-Z]\w+\s(?:Tahun\s)?|Nomor\s\d+\sTahun\s|{words('years_of')}\s)\Z"
)
_FAR = 140
_FAR_EVENT = 320


def own_date(act: Act, dates: Sequence[DateSpan]) -> DateSpan | None:
    """The nearest date of an act's sentence that belongs to it."""
    far = _FAR_EVENT if act.instrument in ("dialogue", "agreement") else _FAR
    near = [span for span in dates_in(act.scene, dates) if _distance(act, span) <= far]
    own = (span for span in near if _belongs(act, span))
    return min(own, key=lambda span: _distance(act, span), default=None)


def dates_in(scene: Scene, dates: Sequence[DateSpan]) -> list[DateSpan]:
    """Those of an article's dates that a sentence prints."""
    return [span for span in dates if scene.start <= span.start and span.end <= scene.end]


def _distance(act: Act, span: DateSpan) -> int:
    """How far a date stands from an act's words; one before them a little farther than one behind."""
    behind = span.start - act.trigger.end
    return behind if behind >= 0 else act.trigger.start - span.end + 20


def _belongs(act: Act, span: DateSpan) -> bool:
    """Whether a date of an act's sentence tells when it happened: neither how long it lasts or what bears the
    year in its name, nor the day on which somebody spoke.
    """
    scene, end = act.scene, act.trigger.end
    if not span.value or span.rule == "decade" or _of_a_name(scene.text, scene.start, span):
        return False
    if span.relation == "until" and act.stage != "planned":
        return False
    if span.rule.endswith(":counted") and _FOR_SO_LONG.search(scene.text, scene.start, span.end):
        return False
    if span.start < end:
        spoken = SAID_SO.search(scene.text, scene.start, span.start)
    else:
        spoken = SPOKEN.search(scene.text, end, span.start)
    if spoken:
        return False
    if act.stage == "ongoing":
        return _since(act, span)
    if act.stage == "requested":
        return not span.relation and (span.start >= end or span.start == scene.start)
    return act.stage in DATED


def _of_a_name(text: str, start: int, span: DateSpan) -> bool:
    """Whether a printed year belongs to the name or the noun before it."""
    printed = span.precision == "year" and text[span.start].isdigit()
    return printed and bool(_NAME_YEAR.search(text, max(start, span.start - 25), span.start))


def _since(act: Act, span: DateSpan) -> bool:
    """Whether a date tells since when something runs, or on which days a meeting lasts."""
    text, start = act.scene.text, max(act.scene.start, span.start - 25)
    lasts = act.instrument == "dialogue" and span.precision == "day" and span.first != span.last
    begun = span.precision == "day" and begins(act)
    since = _SINCE.search(text, start, span.start) or _BEGUN_THEN.search(text, start - 15, span.start)
    return bool(lasts or begun or since)


def begins(act: Act) -> bool:
    """Whether the act is told as one that begins: "mulai membangun pabrik …, Rabu (14/9/2022)"."""
    return bool(_BEGINS.search(act.scene.text, act.scene.clauses[act.clause][0], act.trigger.end))
