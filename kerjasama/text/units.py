"""The unit vocabulary: which printed words are money, percent, a measure or a counted thing.

The words stand in `units.yaml`; numbers are read in `kerjasama.text.numerals`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import one_of


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the codebook's section 7. `whole` is True where fractions of it make no sense."""

    name: str
    whole: bool = False
    classifier: bool = False


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """The unit printed at `[start, end)` in the text."""

    start: int
    end: int
    unit: Unit


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Every printed unit word or phrase, in lower case, and its unit; money and percent too."""
    words = load("units")
    found: dict[str, Unit] = {word.lower(): Unit("percent") for word in words["percent"]}
    for code, forms in words["money"].items():
        for form in forms["after"]:
            found.setdefault(form.lower(), Unit(code))
    for name, forms in words["measures"].items():
        for form in forms:
            found.setdefault(form.lower(), Unit(name))
    for name, forms in words["classifiers"].items():
        for form in forms:
            found.setdefault(form.lower(), Unit(name, whole=True, classifier=True))
    for name, forms in words["things"].items():
        for form in forms:
            found.setdefault(form.lower(), Unit(name, whole=True))
    return found


@lru_cache(maxsize=1)
def currencies() -> dict[str, str]:
    """Currency marks that stand before a number, and their ISO 4217 codes."""
    return {mark: code for code, forms in load("units")["money"].items() for mark in forms["before"]}


@lru_cache(maxsize=1)
def _printed() -> re.Pattern[str]:
    # "5 persennya": the article -nya closes a noun; "-an" is read with the number. "7 x 4 jam" multiplies.
    return re.compile(rf"(?!hanya\b|x\s?\d)(?P<unit>{one_of(units())})(?:nya)?(?![\w])")


@lru_cache(maxsize=1)
def _symbols() -> re.Pattern[str]:
    return re.compile(r"[%€°]")


def unit_at(lowered: str, position: int) -> UnitMatch | None:
    """The longest unit printed at `position` of the lower-cased text.

    A word that only counts ("unit", "ekor", "lembar") gives way to the thing that follows it.
    """
    symbol = _symbols().match(lowered, position)
    if symbol and symbol[0] in units():
        return UnitMatch(position, symbol.end(), units()[symbol[0]])
    match = _printed().match(lowered, position)
    if match is None:
        return None
    unit = units()[match["unit"]]
    if unit.classifier and match.end() < len(lowered) and lowered[match.end()] == " ":
        thing = _printed().match(lowered, match.end() + 1)
        if thing and not (counted := units()[thing["unit"]]).classifier and counted.whole:
            return UnitMatch(position, thing.end(), counted)
    return UnitMatch(position, match.end(), unit)


def noun_unit(word: str) -> Unit | None:
    """The unit that a noun anywhere in a sentence names ("jumlah IKM" counts businesses), or None."""
    unit = units().get(word.lower())
    return unit if unit and unit.whole and not unit.classifier else None


def unit_word(word: str) -> bool:
    """Whether a lower-case word is a measure, a counter, percent, or a whole thing; currencies are not."""
    unit = units().get(word)
    return unit is not None and (unit.whole or unit.name.islower())


def counted_word(word: str) -> bool:
    """Whether a word names or counts whole things ("perjanjian", "unit"); measures and times do not."""
    unit = units().get(word.lower())
    return unit is not None and unit.whole
