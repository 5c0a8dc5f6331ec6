"""Quantities in press Indonesian: numbers with magnitude, unit, range and qualifier.

What a quantity measures, and whether it is a target, is decided in `kerjasama.extract.figures`. One number is
read in `kerjasama.text.numbers`; those that count nothing are left out by `kerjasama.text.uncounted`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache, partial

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import any_of, one_of
from kerjasama.codebook.lexicon import lowered
from kerjasama.text.numbers import numbers
from kerjasama.text.quantity import Quantity
from kerjasama.text.uncounted import YEAR, counts, ends_a_name

__all__ = ["Quantity", "quantities"]

_any = partial(any_of, "numerals")


def quantities(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Quantity]:
    """The quantities of `text`, in order and apart from each other.

    `taken` are spans that hold no quantity, such as the dates that `kerjasama.text.dates` found. A bare
    number without unit or magnitude is returned too (its `unit` is None), unless its surroundings show that
    it counts nothing.
    """
    lower = lowered(text)
    found = _shared_units(text, lower, _ranges(lower, numbers(text, lower, sorted(taken))))
    return [_qualified(lower, quantity) for quantity in found if counts(text, lower, quantity)]


# --- ranges -----------------------------------------------------------------------------------------

_RANGE = re.compile(
    r"\s?[-\u2013\u2014\u2212]\s?"
    rf"|\s{_any('ranges')}\s"
)
_AND = re.compile(rf"\s{_any('ranges_between')}\s")
_OR = re.compile(r"\satau\s")
_BETWEEN = re.compile(r"\bantara\s+$")


def _ranges(lower: str, found: list[Quantity]) -> list[Quantity]:
    """Makes one quantity of two that a dash, "hingga" or "antara … dan …" joins."""
    merged: list[Quantity] = []
    for quantity in found:
        if merged and (joined := _joined(lower, merged[-1], quantity)):
            merged[-1] = joined
        else:
            merged.append(quantity)
    return merged


_PER = re.compile(
    r"\sper\s(?:dolar (?:as|amerika serikat)|us\$|[a-z]+)"
    rf"(?=\s[-\u2013\u2014]\s|\s{_any('ranges')}\s)"
)


def _rate_end(lower: str, quantity: Quantity) -> int:
    """Behind "per …" of a price that begins a range: "Rp14.825 per dolar AS - Rp14.975 per dolar AS"."""
    rate = _PER.match(lower, quantity.end) if quantity.currency else None
    return rate.end() if rate else quantity.end


def _joined(lower: str, left: Quantity, right: Quantity) -> Quantity | None:
    between = lower[_rate_end(lower, left) : right.start]
    if len(between) > 16 or left.value_max is not None:
        return None
    joins = _RANGE.fullmatch(between)
    if not joins:
        joins = _AND.fullmatch(between) if _BETWEEN.search(lower, 0, left.start) else None
    if not joins and right.value == left.value + 1 and left.magnitude == right.magnitude == 1:
        joins = _OR.fullmatch(between)  # "3 atau 4 proyek"
    if not joins or (left.unit and right.unit and left.unit != right.unit):
        return None
    low, high = left.value, right.value
    if left.magnitude == 1 and low * right.magnitude < high:
        low = round(low * right.magnitude, 6)
    if low >= high:
        return None
    return replace(
        right,
        start=left.start,
        number_start=left.number_start,
        value=low,
        value_max=high,
        unit=right.unit or left.unit,
        unit_text=right.unit_text or left.unit_text,
        qualifier=left.qualifier,
    )


_SHARES = re.compile(
    rf"\s?,\s?|,?\s{_any('shares')}\s(?:{_any('shares_about')}\s)?"
    rf"|,?\s(?:{_any('moves_when')}\s)?(?:{_any('moves')}\s(?:{_any('moves_how')}\s)?)?"
    rf"{_any('moves_to')}\s(?:{_any('shares_about')}\s)?"
)


def _shared_units(text: str, lower: str, found: list[Quantity]) -> list[Quantity]:
    """Gives bare numbers the unit of the next one: "143 dari 193 negara", "dari 39 menjadi 35 perusahaan".

    A number that ends a name ("RTX 3070 menjadi 16 GB") has none.
    """
    shared = list(found)
    for i in range(len(found) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if left.unit is not None or right.unit is None or not _SHARES.fullmatch(lower, left.end, right.start):
            continue
        year = YEAR.fullmatch(lower, left.number_start, left.number_end)
        if not year and not ends_a_name(text, left.start):
            shared[i] = replace(left, unit=right.unit, unit_text=right.unit_text, whole=right.whole)
    return shared


# --- qualifiers -------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _qualifiers() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """The pattern before a number, the qualifier of each phrase, and the words that may end the pattern."""
    words = load("numerals")
    table = {phrase: name for name, phrases in words["qualifiers"].items() for phrase in phrases}
    between = words["between_qualifier_and_number"]
    pattern = re.compile(rf"\b({one_of(table)})\s(?:(?:{one_of(between)})\s){{0,2}}\(?$")
    return pattern, table, frozenset(phrase.split()[-1] for phrase in (*table, *between))


def _qualified(lower: str, quantity: Quantity) -> Quantity:
    if quantity.qualifier != "exact":
        return quantity
    pattern, table, ends = _qualifiers()
    before = lower[max(0, quantity.start - 48) : quantity.start]
    last = before.split()[-1:]
    if not last or last[0] not in ends:
        return quantity
    match = pattern.search(before)
    return replace(quantity, qualifier=table[match[1]]) if match else quantity
