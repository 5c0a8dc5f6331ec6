"""The time that a figure is for, and the one that a change is compared with.

Dates are read in `kerjasama.text.dates`; here they are given to the numbers of their sentence.
"""

from __future__ import annotations

import re

from kerjasama.extract.figure_cues import cues
from kerjasama.extract.figure_sentence import FigureSentence, Neighbours, continues
from kerjasama.records import Anchor
from kerjasama.text.dates import DateSpan
from kerjasama.text.numerals import Quantity
from kerjasama.text.quantity import TIME_UNITS

# A time that stands farther behind a number than this belongs to what follows it.
_BEHIND = 80
# A time this near to the sentence's beginning ("Pada 2016, …") is for all its numbers.
_OPENING = 24
# Days are when something was said, not what a number is for; a year in an event's name is the event's.
_NO_PERIOD_RULES = frozenset(
    (
        "year:name",
        "relative:hari",
        "relative:pekan",
        "relative:minggu",
        "relative:some days",
        "relative:last years",
        "decade",
    )
)

# Countries and places take part for longer than a day.
_NO_ATTENDANTS = frozenset(("country", "city", "province", "unit", "event", "session"))

Times = tuple[str | None, str | None, list[Anchor]]


def times_of(sentence: FigureSentence, quantity: Quantity, near: Neighbours, kind: str, base: bool) -> Times:
    """The period of the quantity, that of what it is compared with, and the words that tell them."""
    if quantity.unit in TIME_UNITS:
        return None, None, []  # how long something lasts is for no time
    left, right = near.left(sentence), near.right(sentence)
    before: DateSpan | None = None
    behind: DateSpan | None = None
    compared: DateSpan | None = None
    for date in sentence.dates:
        if not _is_period(sentence, date):
            continue
        compares = (
            cues().base.search(sentence.lower, max(sentence.start, date.start - 60), date.start) is not None
        )
        if quantity.end <= date.start < right:
            if compares and kind == "change":
                compared = compared or date
            elif not compares and not behind and _is_near(sentence, quantity, date, near):
                behind = date
        elif date.end <= quantity.start and _is_before(sentence, quantity, date, left, compares):
            before = date
    period = behind or before
    anchors = [Anchor("period", f"date:{period.rule}", period.start, period.end)] if period else []
    if compared:
        anchors.append(Anchor("base_period", f"date:{compared.rule}", compared.start, compared.end))
    value = period.value if period else None
    last = near.last
    if last and last.period and _A_YEAR_BEFORE.search(sentence.lower, left, min(right, quantity.end + 24)):
        # "naik dari Rp 53 triliun pada periode yang sama tahun sebelumnya": the same time, a year before.
        value = _year_before(last.period)
        anchors.append(Anchor("period", "a year before", last.start, last.end))
    parted = last and cues().barrier.search(sentence.lower, last.end, quantity.start)
    if (
        value is None
        and last
        and not base
        and last.period
        and not parted
        and continues(sentence, last.end, quantity.start)
    ):
        value = last.period
        anchors.append(Anchor("period", "carried", last.start, last.end))
    if value is None and (event := _attended(sentence, quantity)):
        value = event.first[:7]
        anchors.append(Anchor("period", "attended:month of the event", event.start, event.end))
    return value, compared.value if compared else None, anchors


def _goes_on(sentence: FigureSentence, start: int, end: int) -> bool:
    """Whether the time of the number before is this one's too."""
    return continues(sentence, start, end) and cues().barrier.search(sentence.lower, start, end) is None


def _attended(sentence: FigureSentence, quantity: Quantity) -> DateSpan | None:
    """The day of the event at which so many were present: the nearest one told before, or in the sentence."""
    if not quantity.whole or quantity.unit in _NO_ATTENDANTS:
        return None
    near = max(sentence.start, quantity.start - _BEHIND), min(sentence.end, quantity.end + 2 * _BEHIND)
    if cues().attended.search(sentence.lower, *near) is None:
        return None
    days = [date for date in sentence.all_dates if date.precision == "day" and date.start < sentence.end]
    if not days:
        return None
    # An event of an earlier sentence must be pointed at ("hadir dalam dua acara tersebut").
    here = days[-1].start >= sentence.start
    pointed = here or cues().this_event.search(sentence.lower, sentence.start, sentence.end)
    return days[-1] if pointed else None


_SINCE = re.compile(r"\bsejak\s(?:[a-z]+\s){1,3}$")
_AS_OF = re.compile(r"\b(?:per|posisi)\s(?:tanggal\s)?$")


def _is_period(sentence: FigureSentence, date: DateSpan) -> bool:
    if date.precision == "day":
        # "per 31 Maret 2026": a stock on that day.
        return _AS_OF.search(sentence.lower, sentence.start, date.start) is not None
    if date.rule in _NO_PERIOD_RULES or date.rule.endswith(":counted"):
        return False
    # "sejak 1978" tells when something began; "sejak Januari 1997 sampai Desember 2014" is a period.
    began = date.relation == "since" or _SINCE.search(sentence.lower, sentence.start, date.start)
    return not began or "/" in date.value


def _is_before(
    sentence: FigureSentence, quantity: Quantity, date: DateSpan, left: int, compares: bool
) -> bool:
    """Whether a time before the quantity is its own: it opens the sentence, or no act stands between."""
    if not compares and _opens(sentence, date):
        return True
    # "dibandingkan semester I/2022 yang hanya Rp 19,5 triliun" is the base's own time.
    return date.start >= left and cues().other_act.search(sentence.lower, date.end, quantity.start) is None


def _opens(sentence: FigureSentence, date: DateSpan) -> bool:
    return date.start - sentence.start < _OPENING


_A_YEAR_BEFORE = re.compile(
    r"\b(?:periode (?:yang )?sama|(?:dari|dibanding(?:kan)?) tahun sebelumnya yang|pada tahun sebelumnya)\b"
)


def _year_before(period: str) -> str:
    """The same part of the year before: 2023-Q1 to 2022-Q1, 2023-01/2023-06 to 2022-01/2022-06."""
    return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in period.split("/"))


_SEPARATES = re.compile(r"[,;]|\b(?:dan|atau|dengan|sedangkan|sementara|naik|turun|meningkat|menjadi)\b")


def _is_near(sentence: FigureSentence, quantity: Quantity, date: DateSpan, near: Neighbours) -> bool:
    """Whether a time behind the quantity is its own, and not that of the next number."""
    distance = date.start - quantity.end
    if distance >= _BEHIND:
        return False
    if cues().other_act.search(sentence.lower, quantity.end, date.start):
        return False
    after = near.after
    if after is None or after.unit in TIME_UNITS or after.start - date.end >= distance:
        return True
    return _SEPARATES.search(sentence.lower, date.end, after.start) is not None
