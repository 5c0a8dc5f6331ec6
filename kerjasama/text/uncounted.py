"""Numbers that count nothing (codebook section 7, "Not figures"): labels, ranks, ages, times, parts of names.

Dates are told apart before, by `kerjasama.text.dates`; the words stand in `numerals.yaml`.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import any_of, one_of
from kerjasama.text.numbers import at_sentence_start
from kerjasama.text.quantity import TIME_UNITS, Quantity
from kerjasama.text.units import noun_unit

_any = partial(any_of, "numerals")

_LIST_NUMBER = re.compile(r"[.)]\s?(?:\s|[A-Z])")


@lru_cache(maxsize=1)
def _labels() -> tuple[frozenset[str], frozenset[str]]:
    words = load("numerals")
    weak = frozenset(words["weak_labels"])
    return frozenset(words["labels"]) - weak, weak


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    words = [*load("numerals")["not_behind"]]
    words += [name.lower() for names in load("calendar")["months"].values() for name in names]
    return re.compile(rf"[\s-]?(?:{one_of(words)})\b")


@lru_cache(maxsize=1)
def _shifts() -> re.Pattern[str]:
    return re.compile(rf"\s(?:yang\s)?{_any('time_shifts')}\b")


@lru_cache(maxsize=1)
def _ages() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('age_words')}\b[^.,;:]{{0,24}}$")


_OF_EACH = re.compile(rf"\b{_any('of_each')}\s$")
_THAT_ONE = re.compile(rf"\s{_any('that_one')}\b")
_EQUALS = re.compile(r"\s?=")
_RANKS = frozenset(("level", "posisi"))
_STAGES = 100
"""Levels with a higher number are no stages."""

# "seksi 1 dan 2", "lantai 3 sampai 5": the second number of a list behind a label.
_LISTED = re.compile(rf"\b([a-z]+)\s\d+(?:,\s\d+)*(?:,\s|,?\s{_any('listed')}\s)$")
YEAR = re.compile(r"(?:19|20)\d\d")
"""A bare number that is a year, most likely."""


def counts(text: str, lower: str, quantity: Quantity) -> bool:
    """Whether the number is a quantity by its surroundings (codebook section 7, "Not figures")."""
    before = lower[max(0, quantity.start - 48) : quantity.start]
    if before.rstrip().endswith("ke-"):
        return False
    if quantity.value == 1 and (_OF_EACH.search(before) or _EQUALS.match(lower, quantity.end)):
        return False  # "US$ 1 = Rp 16.289", "Rp 5.000 per 1 kg"
    money_or_share = quantity.magnitude > 1 or quantity.percent or quantity.currency is not None
    if money_or_share:
        return True
    span = quantity.number_start, quantity.number_end
    strong, weak = _labels()
    label = before.rstrip(" (").rpartition(" ")[2].rpartition("\n")[2].strip("().")
    if label in _RANKS and (quantity.value >= _STAGES or quantity.value % 1):
        label = ""  # "di level 7.351" is where an index stands, "level 3" a stage, "posisi 62" a rank
    if quantity.unit is None and (listed := _LISTED.search(before)) and listed[1] in strong | weak:
        return False
    if label in strong or (label in weak and quantity.unit is None and not quantity.value % 1):
        return False
    if quantity.unit is None and (_behind().match(lower, quantity.end) or YEAR.fullmatch(text, *span)):
        return False
    if quantity.unit == "times" and _THAT_ONE.match(lower, quantity.end):
        return False  # "pameran 2023 kali ini"
    if quantity.unit in TIME_UNITS:
        return not _is_time(text, lower, quantity, before)
    if quantity.unit is None:
        return _bare_counts(text, quantity)
    return True


def _is_time(text: str, lower: str, quantity: Quantity, before: str) -> bool:
    """A time told from now ("5 tahun terakhir", "dalam 3 bulan ke depan") or an age ("berusia 35 tahun")."""
    if _shifts().match(lower, quantity.end) or (
        _ages().search(before) and not _of_a_thing(text, before, quantity)
    ):
        return True
    if quantity.unit == "year" and _is_age_of_somebody(text, lower, quantity):
        return True
    bracketed = (
        text[max(0, quantity.start - 1) : quantity.start] == "("
        and text[quantity.end : quantity.end + 1] == ")"
    )
    return bracketed and quantity.unit == "year"


@lru_cache(maxsize=1)
def _ageing() -> re.Pattern[str]:
    return re.compile(rf"\busia\s{_any('ageing_things')}\b[^.,;:]{{0,24}}$")


_BODY_BEHIND = re.compile(rf"\s(?!{_any('time_zones')})[A-Z]{{3,}}\b")


def _of_a_thing(text: str, before: str, quantity: Quantity) -> bool:
    """ "usia persahabatan 75 tahun", "pada usia 50 tahun ASEAN": a body's years are told, no person's."""
    return _ageing().search(before) is not None or _BODY_BEHIND.match(text, quantity.end) is not None


# "Rina Putri, 28 tahun, mengatakan", "RP, perempuan, 28 tahun, berperan", "Gelandang 28 tahun itu"
_AGE_OF = re.compile(rf"(?:[A-Z][a-z]+|\b{_any('sexes')}),\s$")
_WORD_BEFORE = re.compile(r"\b([A-Za-z]+)\s$")


def _is_age_of_somebody(text: str, lower: str, quantity: Quantity) -> bool:
    near = max(0, quantity.start - 24), quantity.start
    if _AGE_OF.search(text, *near):
        return text[quantity.end : quantity.end + 1] == ","
    word = _WORD_BEFORE.search(lower, *near)
    unit = noun_unit(word[1]) if word else None
    return unit is not None and unit.name == "person" and _THAT_ONE.match(lower, quantity.end) is not None


def _bare_counts(text: str, quantity: Quantity) -> bool:
    """A number without a unit: not in brackets, not a list's, not behind a name, not half of a score."""
    if quantity.value_max is not None:
        return False  # "2-1", "0-3"
    before = text[max(0, quantity.start - 80) : quantity.start]
    after = text[quantity.end : quantity.end + 3]
    head = before.rstrip(" ")
    if not head or head[-1] in "\n([#":
        return False
    if _LIST_NUMBER.match(after) and (head[-1] in '.:;!?\u201d"' or len(head) == len(before)):
        return False
    if after[:1] in "-\u2013/)]" or text[quantity.start - 1 : quantity.start] in "-\u2013/":
        return False
    digits = text[quantity.number_start : quantity.number_end]
    # "0812…", "08.30": telephone numbers and the time of day.
    label = digits[:1] == "0" and (len(digits) == 1 or digits[1].isdigit())
    return not (label or (digits.isdigit() and len(digits) > 6) or ends_a_name(text, quantity.start))


def ends_a_name(text: str, start: int) -> bool:
    """Whether a number at `start` is behind a capitalised word that opens no sentence ("Boeing 737")."""
    head = text[max(0, start - 80) : start].rstrip(" ")
    word = head.rpartition(" ")[2].rpartition("\n")[2]
    if not word or not word[0].isupper() or word.lower().strip("().") in load("numerals")["measures"]:
        return False
    return not at_sentence_start(text, max(0, start - 80) + len(head) - len(word))
