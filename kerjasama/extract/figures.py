"""Figures: what an article's quantities measure, for which time, and whether they are real, wished or guessed.

Numbers, units and qualifiers are read in `kerjasama.text.numerals`; this file applies the codebook's section 7.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kerjasama.extract.figure_cues import cues
from kerjasama.extract.figure_units import resolve_unit
from kerjasama.extract.figure_words import indicator, same_thing
from kerjasama.records import Anchor, Figure
from kerjasama.text.dates import DateSpan
from kerjasama.text.numerals import Quantity
from kerjasama.text.patterns import lowered

if TYPE_CHECKING:
    from kerjasama.extract.document import Document


def figures(document: Document) -> tuple[Figure, ...]:
    """The article's figures in order; a quantity told again is one figure, at its first place in the body."""
    spans = [(sentence.start, sentence.end) for sentence in document.sentences]
    return read_figures(document.text, spans, document.quantities, document.dates)


def read_figures(
    text: str, sentences: Sequence[tuple[int, int]], quantities: Sequence[Quantity], dates: Sequence[DateSpan]
) -> tuple[Figure, ...]:
    """Figures of the quantities that lie in `sentences`; those elsewhere (boilerplate) are passed over."""
    if not quantities:
        return ()
    lower = lowered(text)
    found: list[Figure] = []
    earlier: list[Quantity] = []
    position = 0
    for start, end in sentences:
        while position < len(quantities) and quantities[position].start < start:
            position += 1
        inside = []
        while position < len(quantities) and quantities[position].end <= end:
            inside.append(quantities[position])
            position += 1
        if inside:
            found.extend(_of_sentence(_Sentence(text, lower, start, end, dates), inside, earlier))
    return tuple(_told_once(found))


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    lower: str
    start: int
    end: int
    all_dates: Sequence[DateSpan]

    @property
    def dates(self) -> list[DateSpan]:
        return [date for date in self.all_dates if self.start <= date.start < self.end]


def _of_sentence(sentence: _Sentence, inside: list[Quantity], earlier: list[Quantity]) -> list[Figure]:
    found: list[Figure] = []
    made: list[Quantity] = []
    for quantity in inside:
        resolved = resolve_unit(sentence.lower, sentence.start, quantity, made, earlier)
        if resolved is not None:
            made.append(resolved)
            earlier.append(resolved)
    dates = sentence.dates
    for i, quantity in enumerate(made):
        before = made[i - 1] if i else None
        after = made[i + 1] if i + 1 < len(made) else None
        found.append(_figure(sentence, quantity, before, after, found[-1] if found else None, dates))
    return _addends(sentence, found)


def _figure(
    sentence: _Sentence,
    quantity: Quantity,
    before: Quantity | None,
    after: Quantity | None,
    last: Figure | None,
    dates: list[DateSpan],
) -> Figure:
    left = before.end if before else sentence.start
    right = after.start if after else sentence.end
    if before and last and _converts(sentence.lower, before, quantity):
        return replace(
            last,
            value=quantity.value,
            value_max=quantity.value_max,
            unit=quantity.unit or "unit",
            unit_text=quantity.unit_text,
            start=quantity.start,
            end=quantity.end,
            qualifier=quantity.qualifier if quantity.qualifier != "exact" else last.qualifier,
            anchors=(*last.anchors, Anchor("status", "conversion", before.end, quantity.start)),
        )
    kind, direction, kind_anchor = _kind(sentence, quantity, left)
    is_base = bool(last and last.kind == "change" and _is_base(sentence.lower, left, quantity))
    status, status_anchor = _status(sentence, quantity, left, before, last, is_base)
    period, base, time_anchors = _times(sentence, quantity, left, right, last, dates, kind, is_base)
    words = indicator(sentence.text, sentence.start, sentence.end, quantity, left)
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
        indicator=words,
        period=period,
        base_period=base,
        anchors=tuple(anchor for anchor in (kind_anchor, status_anchor, *time_anchors) if anchor),
    )


# --- one amount in two units ------------------------------------------------------------------------


def _converts(lower: str, before: Quantity, quantity: Quantity) -> bool:
    """ "US$ 5,2 miliar (setara Rp 75,4 triliun)": money behind money of another currency."""
    if not (before.currency and quantity.currency) or before.currency == quantity.currency:
        return False
    between = lower[before.end : quantity.start]
    return len(between) < 30 and cues().conversion.fullmatch(between) is not None


# --- kind -------------------------------------------------------------------------------------------


def _kind(sentence: _Sentence, quantity: Quantity, left: int) -> tuple[str, str | None, Anchor | None]:
    """`change`, `share` or `level`, the direction of a change, and the word that says so."""
    lower, vocabulary = sentence.lower, cues()
    window = max(left, quantity.start - 110)
    match = vocabulary.change.search(lower, window, quantity.start)
    if match and not _names_a_level(lower[match.end("word") : quantity.start], quantity):
        return _changed(match)
    noun = vocabulary.change_noun.search(lower, window, quantity.start)
    if noun and _governs(noun["rest"], quantity):
        return _changed(noun)
    if quantity.percent:
        if vocabulary.compared.match(lower, quantity.end):
            down = re.compile(r"lebih (?:rendah|kecil|sedikit|murah)").search(
                lower, quantity.end, quantity.end + 24
            )
            return (
                "change",
                "down" if down else "up",
                Anchor("kind", "change:compared", quantity.end, quantity.end + 1),
            )
        rate = vocabulary.rates.search(lower, window, quantity.start)
        if rate:
            return "level", None, Anchor("kind", "level:rate", rate.start(), rate.end())
        return "share", None, None
    if quantity.unit == "times" and lower[quantity.start : quantity.end].endswith("lipat"):
        return "change", "up", Anchor("kind", "change:lipat", quantity.start, quantity.end)
    return "level", None, None


def _changed(match: re.Match[str]) -> tuple[str, str, Anchor]:
    word = match["word"]
    direction = "up" if word in cues().up else "down"
    return "change", direction, Anchor("kind", f"change:{word}", match.start("word"), match.end("word"))


def _names_a_level(between: str, quantity: Quantity) -> bool:
    """ "naik menjadi 30 persen", "turun dari 5 persen", "meningkat hingga 2 juta": where it came to, not by how much."""
    words = set(between.split())
    return bool(words & {"menjadi", "dari", "ke"}) or (
        bool(words & {"hingga", "sampai", "mencapai"}) and not quantity.percent
    )


_STOPS_GOVERNING = re.compile(r",\s(?!yang)|\b(?:namun|tetapi|sedangkan|sehingga|dengan|melalui|untuk|dan)\b")


def _governs(rest: str, quantity: Quantity) -> bool:
    """Whether a noun of change still speaks of the number, `rest` standing between them."""
    if _STOPS_GOVERNING.search(rest) or len(rest.split()) > 11:
        return False
    if quantity.percent:
        return True
    return not re.search(r"\b(?:menjadi|dari|ke|hingga|di|bagi|atas)\b", rest) and bool(
        re.search(r"\b(?:sebesar|sebanyak|mencapai|senilai|sekitar|diperkirakan)\b|^\s?$", rest)
    )


# --- status -----------------------------------------------------------------------------------------


def _status(
    sentence: _Sentence,
    quantity: Quantity,
    left: int,
    before: Quantity | None,
    last: Figure | None,
    is_base: bool,
) -> tuple[str, Anchor | None]:
    """`actual`, `target` or `estimate`: the nearest cue before the number, else one behind it."""
    lower, vocabulary = sentence.lower, cues()
    now = vocabulary.now.match(lower, quantity.end)
    if now:
        return "actual", Anchor("status", "actual:now", now.start(), now.end())
    if is_base:
        return "actual", Anchor("status", "actual:base", quantity.start, quantity.end)
    begin = left
    if before:
        own = vocabulary.now.match(lower, left)
        if own:
            begin = own.end()
            if re.fullmatch(r"\s?(?:menjadi|ke|hingga)\s(?:sekitar\s)?", lower[begin : quantity.start]):
                return "target", Anchor("status", "target:from now to", begin, quantity.start)
    nearest = None
    for match in vocabulary.status.finditer(lower, begin, quantity.start):
        if match["cue"] or not quantity.currency:
            nearest = match
    if nearest:
        return _status_of(nearest)
    if last and before and _of_one_kind(before, quantity) and _continues(lower, before.end, quantity.start):
        return last.status, Anchor("status", "carried", before.start, before.end)
    following = vocabulary.status.search(lower, quantity.end, min(sentence.end, quantity.end + 80))
    if following and following["cue"] in (
        "akan",
        "bakal",
        "ditargetkan",
        "direncanakan",
        "diperkirakan",
        "nantinya",
    ):
        return _status_of(following)
    return "actual", None


def _status_of(match: re.Match[str]) -> tuple[str, Anchor]:
    cue = match["cue"]
    status = cues().status_of[cue] if cue else "target"
    return status, Anchor("status", f"{status}:{cue or 'purpose'}", match.start(), match.end())


_LISTED = re.compile(
    r"[^.;:]{0,60}\b(?:atau|dan|menjadi|serta|hingga)\b[^.;:]{0,40}|[\s,(]*|[^.;:]{0,40},[^.;:]{0,40}"
)


def _of_one_kind(a: Quantity, b: Quantity) -> bool:
    """Whether two neighbours can belong to one list: both money, both shares, one unit, or a level and its change."""
    return a.unit == b.unit or bool(a.currency and b.currency) or a.percent or b.percent


def _continues(lower: str, start: int, end: int) -> bool:
    """Whether the next number stands in one list or comparison with the one before it."""
    return bool(_LISTED.fullmatch(lower, start, end))


def _is_base(lower: str, left: int, quantity: Quantity) -> bool:
    """ "meningkat 4,7 persen dari 3,85 juta": what the change is measured from."""
    return bool(
        re.fullmatch(
            r"[^.;]{0,60}\b(?:dari|dibanding|dibandingkan)\s(?:[a-z]+\s){0,4}", lower[left : quantity.start]
        )
    )


_NO_PERIODS = frozenset(
    ("year:name", "relative:hari", "relative:pekan", "relative:minggu", "relative:some days", "decade")
)


# --- time -------------------------------------------------------------------------------------------


def _times(
    sentence: _Sentence,
    quantity: Quantity,
    left: int,
    right: int,
    last: Figure | None,
    dates: list[DateSpan],
    kind: str,
    is_base: bool,
) -> tuple[str | None, str | None, list[Anchor]]:
    """The period of the quantity and of what it is compared with."""
    period: DateSpan | None = None
    base: DateSpan | None = None
    for date in dates:
        if date.precision == "day" or date.rule in _NO_PERIODS:
            continue
        if date.relation == "since" and "/" not in date.value:
            continue
        compares = (
            cues().base.search(sentence.lower, max(sentence.start, date.start - 60), date.start) is not None
        )
        if quantity.end <= date.start < right:
            if compares and kind == "change":
                base = base or date
            elif (
                date.start - quantity.end < 60
                and not compares
                and not (period and period.start > quantity.end)
            ):
                period = date
        elif date.end <= quantity.start and not compares and not (period and period.start > quantity.end):
            if date.start >= left or _opens(sentence, date):
                period = date
    anchors = [Anchor("period", f"date:{period.rule}", period.start, period.end)] if period else []
    if base:
        anchors.append(Anchor("base_period", f"date:{base.rule}", base.start, base.end))
    value = period.value if period else None
    if (
        value is None
        and last
        and not is_base
        and last.period
        and _continues(sentence.lower, last.end, quantity.start)
    ):
        value = last.period
        anchors.append(Anchor("period", "carried", last.start, last.end))
    return value, base.value if base else None, anchors


def _opens(sentence: _Sentence, date: DateSpan) -> bool:
    """A time at the sentence's beginning ("Pada 2016, …") is for all its numbers."""
    return date.start - sentence.start < 24


_ADDEND = re.compile(r"[^.;]{0,30}\bsehingga\s(?:total|jumlah)[^.;]{0,60}")


def _addends(sentence: _Sentence, found: list[Figure]) -> list[Figure]:
    """ "182.000 unit sehingga total akan menjadi 4,03 juta": the first is added, for the time of the second."""
    made = list(found)
    for i in range(len(made) - 1):
        first, second = made[i], made[i + 1]
        if first.kind == "level" and _ADDEND.fullmatch(sentence.lower, first.end, second.start):
            made[i] = replace(first, kind="change", direction="up", period=first.period or second.period)
    return made


# --- told again -------------------------------------------------------------------------------------


def _told_once(found: list[Figure]) -> list[Figure]:
    """Leaves out what is told again: the same quantity of the same thing."""
    kept: list[Figure] = []
    for figure in found:
        twin = next((i for i, other in enumerate(kept) if _same(other, figure)), None)
        if twin is None:
            kept.append(figure)
        elif kept[twin].period is None and figure.period is not None:
            kept[twin] = replace(kept[twin], period=figure.period)
    return kept


def _same(a: Figure, b: Figure) -> bool:
    if (a.value, a.value_max, a.unit) != (b.value, b.value_max, b.unit):
        return False
    if a.period and b.period and a.period != b.period:
        return False
    return same_thing(a, b)
