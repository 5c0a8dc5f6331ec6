"""A quantity told again for the same thing and time is one figure (codebook section 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import one_of
from kerjasama.extract.figures.times import with_time_of
from kerjasama.extract.figures.words import Context
from kerjasama.extract.registry import word_set
from kerjasama.records import Figure
from kerjasama.text.quantity import TIME_UNITS, currency_codes

# So many things of one kind are hardly counted twice in one article.
_MANY = 10
# A number with so many digits is the same one, whatever time a sentence seems to give it.
_SURE_DIGITS = 4
# One with so many is not told twice by chance.
_CHANCE_DIGITS = 3
_FEW_DIGITS = 2
_PEOPLE = "orang"
_NOUNS_OF_PEOPLE = word_set("figures", "people")
_LARGE_SUM = 1_000_000
# A quotation follows its paraphrase within so many letters.
_NEAR = 250


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, the words around it, where its sentence begins, and whether somebody is quoted there."""

    figure: Figure
    context: Context
    sentence: int
    quoted: bool = False


def told_once(found: list[Told]) -> list[Figure]:
    """The figures without those told again, in order; a later telling may add the time."""
    kept: list[Told] = []
    by_value: dict[tuple[float, float | None, str], list[int]] = {}
    for told in found:
        figure = told.figure
        twins = by_value.setdefault((figure.value, figure.value_max, figure.unit), [])
        twin = next((i for i in twins if _same(kept[i], told)), None)
        if twin is None:
            twins.append(len(kept))
            kept.append(told)
        else:
            first = kept[twin]
            kept[twin] = replace(
                first,
                figure=with_time_of(figure, first.figure),
                context=first.context.joined(told.context),
            )
            if twin + 1 < len(kept) and _is_converted(kept[twin + 1].figure):
                other = kept[twin + 1]
                kept[twin + 1] = replace(other, figure=with_time_of(kept[twin].figure, other.figure))
    return [told.figure for told in kept]


def _is_converted(figure: Figure) -> bool:
    return any(anchor.rule == "conversion" for anchor in figure.anchors)


def _same(a: Told, b: Told) -> bool:
    """Whether two figures of one value and unit measure the same.

    A number of three or more significant digits is not told twice by chance, nor one of two where both are
    levels or changes; percentages of two digits are many. A small or round one is the same where it counts
    ten things or more, where it is pointed back to, where a quotation repeats it, or where the words around
    it agree: one of them at least, and of a percentage the noun behind it and the names.
    """
    first, second = a.figure, b.figure
    digits = _digits(first)
    if _apart(a, b, digits):
        return False
    if digits >= _CHANCE_DIGITS or b.context.points_back or _echoes(a, b):
        return True
    if digits == _FEW_DIGITS and first.unit != "percent" and first.kind == second.kind:
        return True
    levied, again = a.context.levied_by, b.context.levied_by
    if levied is not None and again is not None:
        return not levied or not again or levied == again
    return _many_of_one_noun(first, second) or _one_large_sum(a, b) or _told_in_like_words(a, b)


def _apart(a: Told, b: Told, digits: int) -> bool:
    """Whether sentence, time or rate tell two figures of one value and unit apart."""
    first, second = a.figure, b.figure
    if a.sentence == b.sentence and not b.context.points_back:
        return True  # "setoran Rp500 miliar, sitaan Rp500 miliar", "yen melemah 2 persen, won 2 persen"
    if first.period and second.period and first.period != second.period and digits < _SURE_DIGITS:
        return True
    # "100 ton" shipped, and "100 ton setiap bulan" to be shipped
    return a.context.rate != b.context.rate and first.status != second.status


def _echoes(a: Told, b: Told) -> bool:
    """ "Anggarannya Rp 5 miliar. "Kami siapkan Rp 5 miliar," kata …": who is quoted tells the same again."""
    near = b.figure.start - a.figure.end < _NEAR
    return b.quoted and near and a.sentence != b.sentence


def _many_of_one_noun(first: Figure, second: Figure) -> bool:
    """Whether two figures count so many of one thing that it is hardly counted twice."""
    noun = _noun(first)
    return (
        noun is not None and noun == _noun(second) and first.value >= _MANY and first.unit not in TIME_UNITS
    )


def _one_large_sum(a: Told, b: Told) -> bool:
    """ "2 miliar euro … €2 miliar": so large a foreign sum in two sentences is hardly told of two things."""
    figure = a.figure
    foreign = figure.unit in currency_codes() - {"IDR"}
    return foreign and figure.value >= _LARGE_SUM and a.sentence != b.sentence


def _told_in_like_words(a: Told, b: Told) -> bool:
    """Whether the words around two figures agree: the noun behind, of a percentage the names, and a word."""
    if a.context.head and b.context.head and a.context.head != b.context.head:
        return False
    if a.figure.unit == "percent" and not _agree(a.context.names, b.context.names):
        return False
    return _agree(a.context.words, b.context.words)


def _agree(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sets of words share one, or one of them is empty."""
    return not words or not others or bool(words & others)


# "50 unit pesawat", told again as "50 pesawat"
_COUNTERS = one_of(word for forms in load("units")["classifiers"].values() for word in forms)
_COUNTER = re.compile(rf"^(?:{_COUNTERS})\s(?=\S)")


def _noun(figure: Figure) -> str | None:
    """The printed noun of a counted thing; None of money, shares and times."""
    if figure.unit_text is None or figure.unit in TIME_UNITS:
        return None
    noun = _COUNTER.sub("", figure.unit_text.lower()).split()[0]
    return _PEOPLE if noun in _NOUNS_OF_PEOPLE else noun


def _digits(figure: Figure) -> int:
    """The significant digits of a number; of a range, those of both ends but one ("15-20" is common)."""
    most = significant_digits(figure.value_max) - 1 if figure.value_max is not None else 0
    return significant_digits(figure.value) + most


def significant_digits(value: float) -> int:
    """Digits of a number without the zeros at both ends: 10.000 has one, 56,94 four."""
    return len(f"{abs(value):.6f}".replace(".", "").strip("0")) or 1
