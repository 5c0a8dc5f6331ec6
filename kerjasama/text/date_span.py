"""DateSpan: a date or period at its place in a text. It is read in `kerjasama.text.dates`."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from kerjasama.text.date_relative import Basis, Precision


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or period at `text[start:end]`.

    `value` is ISO 8601 at reduced precision (`2016-07`), a quarter (`2024-Q1`, which ISO has not: see
    `in_months`), or an interval `begin/end` of two such values. `basis` is `explicit` where the text prints
    the year, `resolved` where the day of publication gave it. `rule` names the grammar's branch; `relation`
    is `since` or `until` where such a word precedes.
    """

    start: int
    end: int
    value: str
    precision: Precision
    basis: Basis
    rule: str
    relation: str | None = None

    @property
    def first(self) -> str:
        """The date, or the beginning of the period."""
        return self.value.split("/")[0]

    @property
    def last(self) -> str:
        """The date, or the end of the period."""
        return self.value.split("/")[-1]


def in_months(value: str) -> str:
    """A quarter as the interval of its months, since ISO 8601 has no quarters; other values as they are.

    >>> in_months("2024-Q2")
    '2024-04/2024-06'
    """
    year, _, quarter = value.partition("-Q")
    if not quarter:
        return value
    last = int(quarter) * 3
    return f"{year}-{last - 2:02}/{year}-{last:02}"


def last_day(value: str) -> date:
    """The last day that an ISO value of `DateSpan` covers; ValueError where it is none."""
    tail = value.split("/")[-1]
    if len(tail) == 10:
        return date.fromisoformat(tail)
    year = int(tail[:4])
    month = int(tail[-1]) * 3 if "Q" in tail else int(tail[5:] or 12)
    return date(year, month, calendar.monthrange(year, month)[1])
