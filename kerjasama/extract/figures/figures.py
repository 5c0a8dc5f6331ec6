"""Figures: what an article's quantities measure, for which time, and whether real, wished or guessed.

Numbers, units and qualifiers are read in `kerjasama.text.numerals`; this file applies the codebook's section
7 sentence by sentence, with one question a neighbouring file: `kinds`, `status`, `times`, `topic`, `units`,
`words`, `twins`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kerjasama.codebook.lexicon import lowered
from kerjasama.extract.figures.kinds import added_up, kind_of
from kerjasama.extract.figures.sentence import FigureSentence, Neighbours, is_aside
from kerjasama.extract.figures.status import converts, is_base, status_of, timely
from kerjasama.extract.figures.times import paired_times, shared_times, times_of
from kerjasama.extract.figures.topic import Topic, next_topic, with_topic
from kerjasama.extract.figures.twins import Told, told_once
from kerjasama.extract.figures.units import resolve_unit
from kerjasama.extract.figures.words import context, indicator
from kerjasama.records import Anchor, Figure
from kerjasama.text.date_span import in_months
from kerjasama.text.dates import DateSpan
from kerjasama.text.numerals import Quantity
from kerjasama.text.quantity import TIME_UNITS

if TYPE_CHECKING:
    from kerjasama.extract.document import Document


def figures(document: Document) -> tuple[Figure, ...]:
    """The article's figures in order; a quantity told again is one figure, at its first place in the body."""
    spans = [(sentence.start, sentence.end) for sentence in document.sentences]
    # A headline that a pointer ran into a sentence tells nothing ("Baca juga: Utang Naik Jadi Rp 7 Triliun").
    own = [q for q in document.quantities if not document.is_boilerplate(q.start, q.end)]
    read = read_figures(document.text, spans, own, document.dates)
    return tuple(_dated(timely(figure, document.article.published_at)) for figure in read)


def _dated(figure: Figure) -> Figure:
    """The figure with its times as ISO 8601 tells them."""
    return replace(
        figure,
        period=figure.period and in_months(figure.period),
        base_period=figure.base_period and in_months(figure.base_period),
    )


def read_figures(
    text: str, sentences: Sequence[tuple[int, int]], quantities: Sequence[Quantity], dates: Sequence[DateSpan]
) -> tuple[Figure, ...]:
    """Figures of the quantities that lie in `sentences`; those elsewhere (boilerplate) are passed over."""
    if not quantities:
        return ()
    lower = lowered(text)
    found: list[Told] = []
    earlier: list[Quantity] = []
    position = 0
    topic: Topic | None = None
    for start, end in sentences:
        while position < len(quantities) and quantities[position].start < start:
            position += 1
        inside = []
        while position < len(quantities) and quantities[position].end <= end:
            inside.append(quantities[position])
            position += 1
        sentence = FigureSentence(text, lower, start, end, dates)
        made = _of_sentence(sentence, inside, earlier, topic) if inside else []
        topic = next_topic(sentence, [told.figure for told in made], topic)
        found.extend(made)
    return tuple(told_once(found))


def _of_sentence(
    sentence: FigureSentence, inside: list[Quantity], earlier: list[Quantity], topic: Topic | None
) -> list[Told]:
    made: list[Quantity] = []
    for quantity in inside:
        resolved = resolve_unit(sentence, quantity, made, earlier)
        if resolved is not None:
            made.append(resolved)
            earlier.append(resolved)
    found: list[Figure] = []
    last: Figure | None = None
    for i, quantity in enumerate(made):
        neighbours = Neighbours(
            before=made[i - 1] if i else None,
            after=next((other for other in made[i + 1 :] if other.unit not in TIME_UNITS), None),
            last=last,
        )
        found.append(with_topic(sentence, quantity, _figure(sentence, quantity, neighbours), topic))
        if not is_aside(sentence, quantity):
            last = found[-1]
    timed = paired_times(sentence, shared_times(sentence, added_up(sentence, found)))
    quoted = _QUOTATION.search(sentence.text, sentence.start, sentence.end) is not None
    return [
        Told(figure, context(sentence, quantity), sentence.start, quoted)
        for figure, quantity in zip(timed, made, strict=True)
    ]


_QUOTATION = re.compile('["\u201c\u201d]')


def _figure(sentence: FigureSentence, quantity: Quantity, near: Neighbours) -> Figure:
    if near.before and near.last and converts(sentence, near.before, quantity):
        return replace(
            near.last,
            value=quantity.value,
            value_max=quantity.value_max,
            unit=quantity.unit or "unit",
            unit_text=quantity.unit_text,
            start=quantity.start,
            end=quantity.end,
            qualifier=quantity.qualifier if quantity.qualifier != "exact" else near.last.qualifier,
            anchors=(*near.last.anchors, Anchor("status", "conversion", near.before.end, quantity.start)),
        )
    base = is_base(sentence, quantity, near)
    kind, direction, kind_anchor = kind_of(sentence, quantity, near)
    status, status_anchor = status_of(sentence, quantity, near, base)
    period, base_period, time_anchors = times_of(sentence, quantity, near, kind, status, base)
    return Figure(
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit or "unit",
        unit_text=quantity.unit_text,
        start=quantity.start,
        end=quantity.end,
        kind=kind,
        direction=direction,
        status=status,
        qualifier=quantity.qualifier,
        indicator=indicator(sentence, quantity, near),
        period=period,
        base_period=base_period,
        anchors=tuple(anchor for anchor in (kind_anchor, status_anchor, *time_anchors) if anchor),
    )
