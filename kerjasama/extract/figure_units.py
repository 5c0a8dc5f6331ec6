"""What a number without a unit of its own counts: the noun that its sentence is about, or the number before it.

Units that are printed behind the number are read in `kerjasama.text.units`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kerjasama.extract.figure_cues import cues
from kerjasama.text.numerals import Quantity
from kerjasama.text.units import noun_unit

# "jumlah penyedia", "total IKM", "penjualan mobil": the noun that the sentence counts.
_COUNTED = re.compile(
    r"\b(?:jumlah|total|populasi|banyaknya|penjualan|produksi|ekspor|impor|kapasitas|penyerapan|serapan|kebutuhan)\s"
    r"(?:produksi\s|penjualan\s|ekspor\s|seluruh\s|para\s)?([a-z-]+)(?:\s([a-z-]+))?"
)
_WORD = re.compile(r"[a-z][a-z-]+")
# Things of which "unit" is the usual counter; other nouns nearby ("di 5 kota … 300 unit") are none.
_COUNTED_IN_UNITS = frozenset(
    [
        "business",
        "car",
        "motorcycle",
        "bus",
        "truck",
        "vehicle",
        "house",
        "aircraft",
        "ship",
        "machine",
        "device",
        "container",
        "apartment",
        "train",
    ]
)


def resolve_unit(
    lower: str, start: int, quantity: Quantity, here: list[Quantity], earlier: list[Quantity]
) -> Quantity | None:
    """The quantity with its unit, or None where it counts nothing that the text names.

    `start` begins the sentence; `here` are the sentence's quantities so far, `earlier` those of the article.
    """
    if quantity.unit == "unit":
        named = _counted_in_units(lower, start, quantity)
        return replace(quantity, unit=named) if named else quantity
    if quantity.unit is not None:
        return quantity
    if quantity.noun and quantity.noun[0].islower() and quantity.noun not in cues().no_nouns:
        return replace(quantity, unit=quantity.noun, unit_text=quantity.noun)
    if quantity.magnitude == 1 and not cues().announcer.search(
        lower, max(start, quantity.start - 16), quantity.start
    ):
        return _included(lower, quantity, here)
    return _from_context(lower, start, quantity, here, earlier)


def _counted_in_units(lower: str, start: int, quantity: Quantity) -> str | None:
    for match in reversed(list(_WORD.finditer(lower, max(start, quantity.start - 90), quantity.start))):
        unit = noun_unit(match[0])
        if unit and unit.name in _COUNTED_IN_UNITS:
            return unit.name
    return None


def _included(lower: str, quantity: Quantity, here: list[Quantity]) -> Quantity | None:
    """ "10.000 pesawat (termasuk 2.500 Falcon)": a part of what was counted just before."""
    if (
        here
        and quantity.noun
        and re.search(r"\b(?:termasuk|di antaranya|terdiri dari)\s$", lower[: quantity.start][-24:])
    ):
        return replace(quantity, unit=here[-1].unit, unit_text=quantity.noun)
    return None


def _from_context(
    lower: str, start: int, quantity: Quantity, here: list[Quantity], earlier: list[Quantity]
) -> Quantity | None:
    match = None
    for match in _COUNTED.finditer(lower, start, quantity.start):
        pass
    if match:
        for word in (" ".join(filter(None, match.groups())), match[1], match[2]):
            unit = noun_unit(word) if word else None
            if unit:
                return replace(quantity, unit=unit.name, unit_text=word)
    for other in reversed([*earlier[-3:], *here[-3:]]):
        if other.unit and not other.percent and other.currency is None and quantity.start - other.end < 400:
            return replace(quantity, unit=other.unit, unit_text=other.unit_text)
    for other in reversed(here):
        if other.currency and quantity.magnitude > 1:
            return replace(quantity, unit=other.unit)
    if quantity.magnitude == 1:
        return None
    for word in reversed(_WORD.findall(lower, max(start, quantity.start - 90), quantity.start)):
        unit = noun_unit(word)
        if unit:
            return replace(quantity, unit=unit.name, unit_text=word)
    return replace(quantity, unit="unit")
