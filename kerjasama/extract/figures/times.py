"""The time that a figure is for, and the one that a change is compared with.

Dates are read in `kerjasama.text.dates`; here they are given to the numbers of their sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.figures import cues
from kerjasama.extract.figures.earlier import earlier_part
from kerjasama.extract.figures.sentence import AND_ALSO, FigureSentence, Neighbours, continues
from kerjasama.records import Anchor, Figure
from kerjasama.text.date_span import in_months
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


def with_time_of(other: Figure, figure: Figure) -> Figure:
    """The figure with the period of another that tells of the same, where it has none itself."""
    if figure.period:
        return figure
    words = tuple(anchor for anchor in other.anchors if anchor.slot == "period")
    return replace(figure, period=other.period, anchors=(*figure.anchors, *words))


def times_of(
    sentence: FigureSentence, quantity: Quantity, near: Neighbours, kind: str, status: str, base: bool
) -> Times:
    """The period of the quantity, that of what it is compared with, and the words that tell them."""
    if quantity.unit in TIME_UNITS and not is_anniversary(sentence, quantity):
        return None, None, []  # how long something lasts is for no time
    period, compared = _printed(sentence, quantity, near, kind)
    anchors = []
    if period:
        told = "base" if compares(sentence, period) else "date"
        anchors.append(Anchor("period", f"{told}:{period.rule}", period.start, period.end))
    if compared:
        anchors.append(Anchor("base_period", f"date:{compared.rule}", compared.start, compared.end))
    value = _value(sentence, period) if period else None
    last = near.last
    if last and (earlier := earlier_part(sentence, quantity, near)):
        value = earlier
        anchors.append(Anchor("period", "the part before", last.start, last.end))
    goes_on = last and last.period and not base and not _is_for_a_base(last)
    if value is None and last and goes_on and _goes_on(sentence, last.end, quantity.start):
        value = last.period
        anchors.append(Anchor("period", "carried", last.start, last.end))
    if value is None and (event := _attended(sentence, quantity)):
        value = event.first[:7]
        anchors.append(Anchor("period", "attended:month of the event", event.start, event.end))
    return value, compared.value if compared else None, anchors


def _is_for_a_base(figure: Figure) -> bool:
    """Whether the figure's time is what something is compared with ("dari 2017 senilai Rp 9 triliun")."""
    return any(anchor.slot == "period" and anchor.rule.startswith("base:") for anchor in figure.anchors)


_ANNIVERSARY = re.compile(rf"\b{alternatives('figures', 'anniversaries')}\s(?:ke\s|yang\s)?$")


def is_anniversary(sentence: FigureSentence, quantity: Quantity) -> bool:
    """ "merayakan 75 tahun hubungan diplomatik pada 2025": so many years have passed in that year."""
    return (
        quantity.unit == "year"
        and _ANNIVERSARY.search(sentence.lower, sentence.start, quantity.start) is not None
    )


def _printed(
    sentence: FigureSentence, quantity: Quantity, near: Neighbours, kind: str
) -> tuple[DateSpan | None, DateSpan | None]:
    """The time printed for the quantity, and the one printed for what it is compared with."""
    left, right = near.left(sentence), near.right(sentence)
    before: DateSpan | None = None
    behind: DateSpan | None = None
    compared: DateSpan | None = None
    for date in sentence.dates:
        if not is_period(sentence, date):
            continue
        comparing = compares(sentence, date)
        if quantity.end <= date.start < right:
            if comparing and kind == "change":
                compared = compared or date
            elif not comparing and not behind and _is_near(sentence, quantity, date, near):
                behind = date
        elif comparing and kind == "change" and left <= date.start and date.end <= quantity.start:
            # "dibanding 2022, ekspor naik 5 persen"; "dibanding 2022 yang naik 5 persen" is for 2022
            if _ITS_OWN.match(sentence.lower, date.end, quantity.start):
                before = date
            else:
                compared = date
        elif (
            date.end <= quantity.start
            and not _of_the_one_before(sentence, quantity, date, near)
            and _is_before(sentence, quantity, date, left, comparing)
        ):
            before = date
    return behind or before, compared


_ITS_OWN = re.compile(r"\s?yang\b")
_RANGE = re.compile(r"\d[-\u2013]\d|[a-z]\s?[-\u2013]\s?[a-z]|\b(?:hingga|sampai|s/d)\b")


_OR_ALSO = re.compile(r",?\s(?:maupun|ataupun)\s(?:periode\s|tahun\s)?")


def compares(sentence: FigureSentence, date: DateSpan) -> bool:
    """Whether a time is what something is measured against ("dibandingkan periode 2023")."""
    before = next((other for other in reversed(sentence.dates) if other.end <= date.start), None)
    if before and _OR_ALSO.fullmatch(sentence.lower, before.end, date.start):
        return compares(sentence, before)  # "dibandingkan 2022-2025 maupun 2010-2019"
    base = cues.BASE.search(sentence.lower, max(sentence.start, date.start - 60), date.start)
    # "dari Januari hingga Juni 2025" is a period, "naik dari Januari 2025" a comparison.
    if base is None or base[0].strip() != "dari":
        return base is not None
    return _RANGE.search(sentence.lower, date.start, date.end) is None


def _value(sentence: FigureSentence, date: DateSpan) -> str:
    """The period that a date tells: "hingga triwulan III 2022" are nine months, "hingga 19 Mei" the month."""
    if date.relation == "until" and date.precision == "quarter" and not date.value.endswith("Q1"):
        return f"{date.value[:4]}-01/{in_months(date.value).split('/')[-1]}"
    if date.relation == "until" and date.precision == "day":
        return date.first[:7]
    return date.value


_WITH_VALUE = re.compile(
    rf"[^.;:]{{0,70}}\b(?:{alternatives('figures', 'with_value')}\s(?:[a-z]+\s){{0,4}}"
    rf"|{alternatives('figures', 'consists')}\s[^.;:]{{0,60}})"
)


_AGAINST = alternatives("figures", "against")
# "menjadi US$ 493 juta dari sebelumnya US$ 489 juta": the other had an earlier time.
_EARLIER = re.compile(rf"\b{_AGAINST}\s(?:[a-z]+\s){{0,2}}(?:sebelumnya|semula)\b[^.;,]{{0,30}}$")


def _was_before(sentence: FigureSentence, start: int, end: int) -> bool:
    """Whether the words from `start` to a number at `end` tell that it was so at an earlier time."""
    return any(words.search(sentence.lower, start, end) for words in (_EARLIER, cues.MOVED_FROM))


def _of_the_one_before(
    sentence: FigureSentence, quantity: Quantity, date: DateSpan, near: Neighbours
) -> bool:
    """ "857 miliar pada 2024, naik dari posisi 750 miliar": the time is that of the first number."""
    left = near.left(sentence)
    if date.end <= left:
        return _was_before(sentence, left, quantity.start)
    moved = near.before and cues.MOVED_FROM.search(sentence.lower, date.end, quantity.start)
    return moved is not None


def _goes_on(sentence: FigureSentence, start: int, end: int) -> bool:
    """Whether the time of the number before is this one's too: in a list, or as its value."""
    if cues.BARRIER.search(sentence.lower, start, end) or _was_before(sentence, start, end):
        return False
    return continues(sentence, start, end) or _WITH_VALUE.fullmatch(sentence.lower, start, end) is not None


_SHARED_TIME = re.compile(
    AND_ALSO.pattern
    + rf"|\s{alternatives('figures', 'comes_to')}\s(?:{alternatives('figures', 'about_a_level')}\s)?"
)
_FROM = re.compile(r"\bdari\s(?:[a-z]+\s)?$")


def shared_times(sentence: FigureSentence, found: list[Figure]) -> list[Figure]:
    """The time behind a list or a result is for all of it.

    "2 juta sepeda motor dan 400 ribu mobil pada 2025", "naik 5 persen menjadi 3 juta pada 2024"; what a
    change began from ("dari …") had another time.
    """
    made = list(found)
    for i in range(len(made) - 2, -1, -1):
        first, second = made[i], made[i + 1]
        behind = next(
            (a for a in second.anchors if a.slot == "period" and (a.start or 0) >= second.end), None
        )
        if first.period or not behind or _FROM.search(sentence.lower, sentence.start, first.start):
            continue
        if _SHARED_TIME.fullmatch(sentence.lower, first.end, second.start):
            anchor = Anchor("period", "shared", behind.start, behind.end)
            made[i] = replace(first, period=second.period, anchors=(*first.anchors, anchor))
    return made


_JOINED = re.compile(rf"\)?,?\s(?:dan|serta)\s(?:{alternatives('figures', 'joined_by')}\s)?")


def paired_times(sentence: FigureSentence, found: list[Figure]) -> list[Figure]:
    """ "pada 2023 dan 2024 masing-masing Rp 43 triliun dan Rp 50 triliun": the first for the first."""
    made = list(found)
    times = [date for date in sentence.dates if is_period(sentence, date)]
    pairs = [(a, b) for a, b in pairwise(times) if _JOINED.fullmatch(sentence.lower, a.end, b.start)]
    for i, (first, second) in enumerate(pairwise(found)):
        if first.unit != second.unit or not _JOINED.fullmatch(sentence.lower, first.end, second.start):
            continue
        for one, other in pairs:
            if other.end <= first.start or second.end <= one.start:
                made[i], made[i + 1] = _for(first, one), _for(second, other)
    return made


def _for(figure: Figure, date: DateSpan) -> Figure:
    anchors = [anchor for anchor in figure.anchors if anchor.slot != "period"]
    return replace(
        figure, period=date.value, anchors=(*anchors, Anchor("period", "paired", date.start, date.end))
    )


def _attended(sentence: FigureSentence, quantity: Quantity) -> DateSpan | None:
    """The day of the event at which so many were present: the nearest one told before, or in the sentence."""
    if not quantity.whole or quantity.unit in _NO_ATTENDANTS:
        return None
    near = max(sentence.start, quantity.start - _BEHIND), min(sentence.end, quantity.end + 2 * _BEHIND)
    cue = cues.ATTENDED.search(sentence.lower, *near)
    if cue is None or _SAID.search(sentence.lower, cue.end(), max(cue.end(), quantity.start)):
        return None
    if _MAY_COME.search(sentence.lower, max(sentence.start, cue.start() - 16), cue.start()):
        return None
    days = [date for date in sentence.all_dates if date.precision == "day" and date.start < sentence.end]
    if not days:
        return None
    # An event of an earlier sentence must be pointed at ("hadir dalam dua acara tersebut").
    here = days[-1].start >= sentence.start
    pointed = here or cues.THIS_EVENT.search(sentence.lower, sentence.start, sentence.end)
    return days[-1] if pointed else None


# "Menteri yang hadir mengatakan pabrik itu akan menyerap 850 orang": they are not those who attended.
_SAID = re.compile(rf"\b{alternatives('figures', 'not_of_those_there')}\b")
_MAY_COME = re.compile(rf"\b{alternatives('figures', 'may_come')}\s$")
_SINCE = re.compile(r"\bsejak\s(?:[a-z]+\s){1,3}$")
# "menaikkan gaji menjadi HKD 4.520 sejak September 2018"
_BECAME = re.compile(r"\bmenjadi\s(?:[^,.;]|[.,]\d){1,30}\s(?:sejak|mulai)\s$")


def _counts_up(sentence: FigureSentence, date: DateSpan) -> bool:
    """ "Pendapatan negara sampai 31 Agustus mencapai …": a statistic up to that day."""
    return cues.STATISTIC.search(sentence.lower, max(sentence.start, date.start - 60), date.start) is not None


_AS_OF = re.compile(r"\b(?:per|posisi)\s(?:tanggal\s)?$")


def is_period(sentence: FigureSentence, date: DateSpan) -> bool:
    """Whether a date is a time that numbers are for, and not the day on which something was said or done."""
    if date.precision == "day":
        # "per 31 Maret 2026": a stock on that day; so are prices of a day of trading.
        return (
            _AS_OF.search(sentence.lower, sentence.start, date.start) is not None
            or (date.relation == "until" and (opens(sentence, date) or _counts_up(sentence, date)))
            or cues.TRADED.search(sentence.lower, sentence.start, sentence.end) is not None
        )
    if date.rule in _NO_PERIOD_RULES or date.rule.endswith(":counted"):
        return False
    if date.relation == "since" and _BECAME.search(sentence.lower, sentence.start, date.start):
        return True
    # "sejak 1978" tells when something began; "sejak Januari 1997 sampai Desember 2014" is a period.
    began = date.relation == "since" or _SINCE.search(sentence.lower, sentence.start, date.start) is not None
    # "turun dari kuartal I 2017 yang sebesar Rp 5 miliar" compares.
    began = began and not compares(sentence, date)
    return not began or "/" in date.value


def _is_before(
    sentence: FigureSentence, quantity: Quantity, date: DateSpan, left: int, comparing: bool
) -> bool:
    """Whether a time before the quantity is its own: it opens the sentence, or no act stands between."""
    if _QUOTATION_ENDS.search(sentence.lower, date.end, quantity.start):
        return False
    if not comparing and opens(sentence, date):
        return _ANNOUNCED.search(sentence.lower, date.end, quantity.start) is None
    # "dibandingkan semester I/2022 yang hanya Rp 19,5 triliun" is the base's own time.
    if comparing and _NEW_MATTER.search(sentence.lower, date.end, quantity.start):
        return False
    if date.start < left or cues.OTHER_ACT.search(sentence.lower, date.end, quantity.start):
        return False
    return _BUT.search(sentence.lower, date.end, quantity.start) is None


_QUOTATION_ENDS = re.compile(cues.QUOTATION_ENDS)
# "dibanding tahun lalu, dengan surplus US$ 2 miliar"
_NEW_MATTER = re.compile(rf",\s(?!{alternatives('figures', 'same_matter')})")
# Then the time is that of the saying ("Pada Juni 2023, Rina mengatakan …").
_ANNOUNCED = re.compile(rf"\b{alternatives('figures', 'announced')}\b")
# Behind these another state of things is told ("23 persen pada 2025, sementara realisasinya baru 11 persen").
_BUT = re.compile(rf"\b{alternatives('figures', 'but')}\b")


def opens(sentence: FigureSentence, date: DateSpan) -> bool:
    """Whether a date stands at the sentence's beginning."""
    return date.start - sentence.start < _OPENING


_SEPARATES = re.compile(rf"[,;]|\b{alternatives('figures', 'parts_numbers')}\b")


# "pada 2021 naik menjadi 15 persen dan pada 2024 menjadi 17 persen"
_OF_THE_NEXT = re.compile(rf"\b{alternatives('figures', 'goes_on_to')}\s(?:pada|di|untuk)\s(?:tahun\s)?$")


# "Sungai yang panjangnya 297 kilometer ini dinobatkan pada 2018": the time is of what is told of the thing.
_CLOSED = re.compile(
    rf"\s(?:[a-z]+\s)?{alternatives('figures', 'this_event')}"
    rf"\s(?!{alternatives('figures', 'came_about')}\b)[a-z]"
)


def _is_near(sentence: FigureSentence, quantity: Quantity, date: DateSpan, near: Neighbours) -> bool:
    """Whether a time behind the quantity is its own, and not that of the next number."""
    distance = date.start - quantity.end
    if distance >= _BEHIND or _CLOSED.match(sentence.lower, quantity.end, date.start):
        return False
    if _QUOTATION_ENDS.search(sentence.lower, quantity.end, date.start):
        return False
    if near.after and _OF_THE_NEXT.search(sentence.lower, quantity.end, date.start):
        return False
    if cues.OTHER_ACT.search(sentence.lower, quantity.end, date.start):
        return False
    after = near.after
    if after is None or after.unit in TIME_UNITS or after.start - date.end >= distance:
        return True
    return _SEPARATES.search(sentence.lower, date.end, after.start) is not None
