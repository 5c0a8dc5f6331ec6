"""Quantity: what a printed number with its unit amounts to. It is read in `kerjasama.text.numerals`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kerjasama.text.units import currencies

TIME_UNITS = frozenset(("year", "month", "week", "day", "hour", "minute", "second"))
"""Units of time: numbers of these may be ages or points in time, and no quantities."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at `text[start:end]`, its currency mark and unit included.

    `value` is normalised ("Rp520 triliun" is 520000000000000); `value_max` ends a range. `unit` is an ISO
    4217 code, `percent` or an English singular; None where the word behind the number is unknown (`noun`
    holds it) or where there is none. `magnitude` is what a magnitude word multiplies with, 1 without one;
    `whole` tells that only whole numbers of the unit exist; `rate` is what follows "per" ("hari").
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: float
    unit: str | None
    value_max: float | None = None
    unit_text: str | None = None
    noun: str | None = None
    qualifier: str = "exact"
    magnitude: int = 1
    whole: bool = False
    rate: str | None = None

    @property
    def currency(self) -> str | None:
        """The ISO 4217 code where the quantity is money."""
        return self.unit if self.unit and len(self.unit) == 3 and self.unit in currency_codes() else None

    @property
    def percent(self) -> bool:
        """Whether the quantity is a percentage."""
        return self.unit == "percent"


@lru_cache(maxsize=1)
def currency_codes() -> frozenset[str]:
    """All ISO 4217 codes that the vocabulary knows."""
    return frozenset(currencies().values())
