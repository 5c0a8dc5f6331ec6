"""The surroundings of a quantity: its sentence, and what stands before and behind it there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kerjasama.codebook.alternatives import alternatives
from kerjasama.records import Figure
from kerjasama.text.dates import DateSpan
from kerjasama.text.numerals import Quantity

# "2 juta sepeda motor dan 400 ribu mobil": what stands between two things of one list, whatever they are.
AND_ALSO = re.compile(r"(?:\s[a-z-]+){0,3}(?:,|,?\s(?:dan|serta))\s(?:(?:sekitar|sebanyak|lebih dari)\s)?")


@dataclass(frozen=True)
class FigureSentence:
    """A sentence `[start, end)` of `text`; `lower` is the whole text in lower case, letter for letter."""

    text: str
    lower: str
    start: int
    end: int
    all_dates: Sequence[DateSpan]

    @cached_property
    def dates(self) -> list[DateSpan]:
        """The dates of the sentence, in order."""
        return [date for date in self.all_dates if self.start <= date.start < self.end]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The quantities before and behind one in its sentence; `last` is the figure made of the one before,
    rates of exchange in brackets passed over.

    `after` is no duration ("diikuti 12 peserta selama 2 bulan pada awal 2020").
    """

    before: Quantity | None
    after: Quantity | None
    last: Figure | None

    def left(self, sentence: FigureSentence) -> int:
        """Where the words before the quantity begin."""
        return self.before.end if self.before else sentence.start

    def right(self, sentence: FigureSentence) -> int:
        """Where the words behind the quantity end."""
        return self.after.start if self.after else sentence.end


_LISTED = re.compile(
    rf"[^.;:]{{0,60}}\b{alternatives('figures', 'lists')}\b[^.;:]{{0,40}}"
    r"|[\s,(]*|[^.;:]{0,40},[^.;:]{0,40}"
)


def continues(sentence: FigureSentence, start: int, end: int) -> bool:
    """Whether what stands between two numbers puts them into one list or comparison."""
    return _LISTED.fullmatch(sentence.lower, start, end) is not None


_RATE_OF_EXCHANGE = re.compile(r"\((?:dengan\s)?(?:asumsi\s)?(?:nilai\s)?(?:kurs|tukar)\s(?:[a-z]+\s){0,4}$")


def is_aside(sentence: FigureSentence, quantity: Quantity) -> bool:
    """ "US$ 15 miliar (asumsi kurs Rp 16.294 per dolar AS), komoditas …": a list goes on past the rate."""
    return _RATE_OF_EXCHANGE.search(sentence.lower, sentence.start, quantity.start) is not None
