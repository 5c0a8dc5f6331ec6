"""The time of the sentences before, with which the next statistic goes on.

"Pada 2023 ekspor tercatat US$ 3 miliar. Impornya US$ 2 miliar": the import is for the same time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.figures import cues
from kerjasama.extract.figures.sentence import FigureSentence
from kerjasama.extract.figures.times import compares, is_period, opens
from kerjasama.records import Anchor, Figure
from kerjasama.text.date_span import last_day
from kerjasama.text.numerals import Quantity
from kerjasama.text.quantity import TIME_UNITS


class Topic(NamedTuple):
    """A time that stands, and the words `[start, end)` that told it; `unit` is their figure's."""

    period: str
    status: str
    unit: str | None
    start: int
    end: int


def next_topic(sentence: FigureSentence, made: list[Figure], standing: Topic | None) -> Topic | None:
    """The time with which the next sentence may go on: that of the first figure that has one and is no base.

    A sentence without figures ends it, or sets one where a time opens it ("Sepanjang 2022 ekspor tumbuh.
    …"). A look back ("sedangkan pada semester II/2022 …") does not take the place of the one before.
    """
    if not made:
        return _opening(sentence) or (standing if standing and standing.unit is None else None)
    for figure in made:
        if figure.period and not any(
            anchor.rule.startswith("base:") or anchor.rule == "actual:base" for anchor in figure.anchors
        ):
            looks_back = standing is not None and last_day(figure.period) < last_day(standing.period)
            own = Topic(figure.period, figure.status, figure.unit, figure.start, figure.end)
            return standing if looks_back else own
    return None


def _opening(sentence: FigureSentence) -> Topic | None:
    for date in sentence.dates[:1]:
        statistic = cues.STATISTIC.search(sentence.lower, date.end, sentence.end)
        if statistic and opens(sentence, date) and is_period(sentence, date) and not compares(sentence, date):
            return Topic(date.value, "actual", None, date.start, statistic.end())
    return None


def with_topic(sentence: FigureSentence, quantity: Quantity, figure: Figure, topic: Topic | None) -> Figure:
    """The figure with the standing time, where it has none of its own and goes on with what was told."""
    if figure.period or topic is None or topic.status != figure.status or quantity.unit in TIME_UNITS:
        return figure
    if any(anchor.rule == "actual:base" for anchor in figure.anchors):
        return figure
    if not _continues(sentence, quantity, topic):
        return figure
    anchor = Anchor("period", "carried from the sentence before", topic.start, topic.end)
    return replace(figure, period=topic.period, anchors=(*figure.anchors, anchor))


_SAME_TIME = re.compile(
    rf"\b{alternatives('figures', 'before_time')}\s{alternatives('figures', 'times')}\s(?:yang\s)?sama\b"
)
_POINTS_BACK = re.compile(
    rf"(?:dari\s|adapun\s|sementara\s)?(?:total\s|target\s)?{alternatives('figures', 'taken_up')}\s"
    r"(?:[a-z]+\s){0,2}(?:ini|itu|tersebut)\b"
)
_GOES_ON_WITH = re.compile(rf"{alternatives('figures', 'goes_on_with')}\b")
_EARLIER = re.compile(r"\bsebelumnya\s(?:[a-z]+\s){0,3}$")
_OTHER_TIME = re.compile(rf"\b{alternatives('figures', 'other_times')}\b")


def _continues(sentence: FigureSentence, quantity: Quantity, topic: Topic) -> bool:
    lower = sentence.lower
    if _SAME_TIME.search(lower, sentence.start, quantity.start):
        return True
    if _OTHER_TIME.search(lower, sentence.start, sentence.end):
        return False
    if _EARLIER.search(lower, sentence.start, quantity.start):
        return False
    if any(is_period(sentence, date) and not compares(sentence, date) for date in sentence.dates):
        return False
    if _POINTS_BACK.match(lower, sentence.start):
        return True
    kin = quantity.percent or quantity.currency or topic.unit == quantity.unit
    statistic = cues.STATISTIC
    own = statistic.search(lower, sentence.start, quantity.start) or (
        quantity.percent and _GOES_ON_WITH.match(lower, sentence.start)
    )
    return (
        bool(kin) and bool(own) and statistic.search(lower, max(0, topic.start - 120), topic.end) is not None
    )
