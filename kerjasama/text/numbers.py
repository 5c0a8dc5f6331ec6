"""One printed number: digits or words, its magnitude, its currency mark, and the unit behind it.

Ranges, shared units and qualifiers are `kerjasama.text.numerals`' subject, numbers that count nothing
`kerjasama.text.uncounted`'s.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import any_of, one_of
from kerjasama.text.quantity import TIME_UNITS, Quantity, currency_codes
from kerjasama.text.units import currencies, noun_unit, unit_at

_any = partial(any_of, "numerals")

_DIGITS = re.compile(
    r"[0-9](?:[0-9]{0,2}(?:(?:\.[0-9]{3})+(?:,[0-9]+)?|(?:,[0-9]{3})+(?:\.[0-9]+)?)(?![0-9])"
    r"|[0-9]*(?:\s?,[0-9]+|\.[0-9]+)?(?![0-9]))"
)


@lru_cache(maxsize=1)
def _currency_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])({one_of(currencies())})\.?\s?$")


@lru_cache(maxsize=1)
def _currency_ends() -> frozenset[str]:
    """Last letters of currency marks: a cheap test before the search for one."""
    return frozenset(mark[-1] for mark in currencies()) | {"."}


@lru_cache(maxsize=1)
def _magnitude_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{one_of([*load('units')['magnitudes'], *load('numerals')['whole']])})(?!\w)"
    )


@lru_cache(maxsize=1)
def _spelled() -> re.Pattern[str]:
    ones, scales = _any("ones"), _any("scales")
    return re.compile(rf"\b(?:{ones}|se(?=\w))(?:\s?{scales})?(?:\s{ones}(?:\s{scales})?){{0,3}}\s$")


def numbers(text: str, lower: str, blocked: list[tuple[int, int]]) -> list[Quantity]:
    """Every number in digits, and every spelled one with a magnitude, outside the blocked spans."""
    found = [quantity for match in _DIGITS.finditer(text) if (quantity := _from_digits(text, lower, match))]
    for match in _magnitude_words().finditer(lower):
        if quantity := _from_words(text, lower, match):
            found.append(quantity)
    found.sort(key=lambda quantity: quantity.start)
    free, at = [], 0
    for quantity in found:
        while at < len(blocked) and blocked[at][1] <= quantity.number_start:
            at += 1
        if at == len(blocked) or blocked[at][0] >= quantity.number_end:
            free.append(quantity)
    return free


def _number(digits: str, whole: bool) -> Decimal:
    """The number by Indonesian marks; before three digits a comma groups thousands where things are whole."""
    number = re.sub(r"\s", "", digits)
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", number):
        return Decimal(number.replace(".", "").replace(",", "."))
    english = re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2},\d{3}\.\d+", number)
    if english or (re.fullmatch(r"[1-9]\d{0,2},\d{3}", number) and (whole or number.endswith(",000"))):
        return Decimal(number.replace(",", ""))
    return Decimal(number.replace(",", "."))


def _from_words(text: str, lower: str, match: re.Match[str]) -> Quantity | None:
    """ "dua ratus lima puluh ribu" → 250000; "satu setengah juta" → 1500000; "sejuta"."""
    table = load("numerals")
    start, end = match.span()
    if match[0] in table["whole"]:
        magnitude = table["whole"][match[0]]
        value = Decimal(magnitude)
    else:
        head = _spelled().search(lower, max(0, start - 48), start)
        if head is None:
            return None
        start = head.start()
        magnitude = load("units")["magnitudes"][match[0]]
        value = _spelled_number(head[0].split()) * magnitude
    if text[start].isupper() and not at_sentence_start(text, start):
        return None  # "Kepulauan Seribu"
    counted = _counted(text, lower, end, None, True)
    if counted is None:
        return None
    return Quantity(
        start, counted.end, start, end, float(value), counted.unit, None, counted.unit_text, counted.noun,
        magnitude=magnitude, whole=counted.whole, rate=counted.rate,
    )  # fmt: skip


# The scale that adds to a number word instead of multiplying it.
_TEEN = "belas"


def _spelled_number(words: list[str]) -> Decimal:
    """The number below the magnitude: ["dua", "ratus", "lima", "puluh"] is 250, ["sebelas"] is 11."""
    ones, scales = load("numerals")["ones"], load("numerals")["scales"]
    total, current = Decimal(0), Decimal(0)
    for word in words:
        if word in ones:
            total, current = total + current, Decimal(str(ones[word]))
            continue
        scale = next(scale for scale in scales if word.endswith(scale))
        if word.startswith("se"):
            total, current = total + current, Decimal(1)
        elif word != scale:
            total, current = total + current, Decimal(str(ones[word.removesuffix(scale)]))
        if scale == _TEEN:
            current += scales[scale]
        else:
            current *= scales[scale]
    return total + current


def _from_digits(text: str, lower: str, match: re.Match[str]) -> Quantity | None:
    """ "US$ 5,2 miliar", "12.000 ton": digits with what stands around them; None where they are no number."""
    number_start, end = match.span()
    mark = _currency_mark(text, number_start)
    if (mark is None and not _begins_number(text, number_start)) or _goes_on(text, end, mark):
        return None
    currency = currencies()[mark[1]] if mark else None
    magnitude, end, about = _magnitude(text, lower, end, currency is not None)
    counted = _counted(text, lower, end, currency, magnitude > 1)
    if counted is None or (mark and magnitude == 1 and _is_a_standard(mark[1], match[0])):
        return None
    # Money has two decimals, so three digits behind a comma are thousands ("$3,500").
    whole = (counted.whole or currency is not None) and magnitude == 1
    value = _number(match[0], whole) * magnitude
    more = lower.startswith(" lebih", end)
    return Quantity(
        start=mark.start() if mark else number_start,
        end=counted.end,
        number_start=number_start,
        number_end=end,
        value=float(-value if _is_negative(text, lower, number_start, mark) else value),
        unit=counted.unit,
        unit_text=counted.unit_text,
        noun=counted.noun,
        qualifier="about" if about else "more_than" if more else "exact",
        magnitude=magnitude,
        whole=counted.whole,
        rate=counted.rate,
    )


def _currency_mark(text: str, start: int) -> re.Match[str] | None:
    """The mark of a currency right before a number that begins at `start`."""
    if _last_letter(text, start) not in _currency_ends():
        return None
    return _currency_before().search(text, max(0, start - 12), start)


def _last_letter(text: str, start: int) -> str:
    """The last character before `start`, a blank aside: a cheap test before a search."""
    return text[max(0, start - 2) : start].rstrip()[-1:]


def _goes_on(text: str, end: int, mark: re.Match[str] | None) -> bool:
    """Whether digits that end at `end` go on as a clock time or the like; "Rp55.000/5 kg" is a price."""
    beyond = _GOES_ON.match(text, end)
    return beyond is not None and not (mark and beyond[0][0] == "/")


def _is_negative(text: str, lower: str, start: int, mark: re.Match[str] | None) -> bool:
    """Whether a minus stands before the number; "rugi" is none, "minus US$ 70 juta" is."""
    if mark:
        return _MINUS_WORD.search(lower, max(0, mark.start() - 20), mark.start()) is not None
    possible = _last_letter(text, start) in _MINUS_ENDS
    return possible and _MINUS.search(lower, max(0, start - 12), start) is not None


# Clock times, versions, telephone numbers, dates of other shapes, host names.
_GOES_ON = re.compile(r"[.,:/]\d|[-/]\d+[-/]\d|\.[a-z]")
_MINUS_ENDS = frozenset("-\u2212sf")
# The blank before the dash of "Rp 45 -50 juta" stands behind a digit: a range.
_MINUS = re.compile(rf"(?:(?:^|(?<![\d%])[\s(])[-\u2212]|(?<!plus )\b{_any('minus')}\s)$")
_MINUS_WORD = re.compile(rf"(?<!plus )\b{_any('minus')}\s(?:sebesar\s)?$")


def _is_a_standard(mark: str, digits: str) -> bool:
    """Whether a currency's mark and a number name a standard or an event: "Euro 4", "Euro 2024"."""
    numbered = re.fullmatch(r"[1-9]|(?:19|20)\d\d", digits) is not None
    return numbered and mark in load("numerals")["standards"]


def at_sentence_start(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or a line begins at `start`, so that a capital there tells nothing."""
    before = text[:start].rstrip()
    return not before or before[-1] in '.!?"\u201c\u201d:' or "\n" in text[len(before) : start]


_ABOUT = re.compile(r"-?an\b")
_LINK = re.compile(r"(?:\s?\([a-z ]{2,24}\))?(?:\s" + _any("before_unit") + r"(?=\s))?\s{0,3}")


_GLUED_WORD = re.compile(r"[^\W\d_]+$")
# "2,5-3 kali", "80%-90%", "80 persen-90 persen"
_RANGE_BEGUN = re.compile(r"(?:[\d%][\s-]*|\d\s?[a-z]{3,9})[-\u2013\u0096]$")


# "(+0,5 persen)", "melebar +90 bps"; not "C++20", and not "+62 812", which is a telephone number.
_SIGN = re.compile(r"(?:^|[\s(])\+(?!62)")


def _begins_number(text: str, start: int) -> bool:
    """Whether digits at `start` begin a number and are no part of a name, an address or a longer number."""
    if start == 0:
        return True
    before = text[start - 1]
    if before == "+" and _SIGN.search(text, max(0, start - 2), start + 2):
        return True
    if before in ".,:/_#@=&?+" or (before in "-\u2013\u0096" and start > 1 and not text[start - 2].isspace()):
        # "-" is kept for ranges ("2,5-3 kali"): a digit or a unit must stand before it.
        return before in "-\u2013\u0096" and bool(_RANGE_BEGUN.search(text, max(0, start - 14), start))
    glued = _GLUED_WORD.search(text, max(0, start - 16), start) if before.isalpha() else None
    if glued is None:
        return True
    # A link lost its blank ("mencapai50 orang"); "CP202", "B20", "Covid19" are names.
    return glued[0].islower() and len(glued[0]) > 3 and glued[0] not in load("numerals")["numbered_names"]


@lru_cache(maxsize=1)
def _magnitudes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("units")
    long = re.compile(rf"[\s-]?({one_of(words['magnitudes'])})\b")
    short = re.compile(rf"\s?({'|'.join(words['short_magnitudes'])})\b")
    return long, short


def _magnitude(text: str, lower: str, end: int, money: bool) -> tuple[int, int, bool]:
    """What the number is multiplied with, where it ends then, and whether "-an" makes it vague."""
    product, about = 1, False
    vague = _ABOUT.match(lower, end)
    if vague:
        end, about = vague.end(), True
    long, short = _magnitudes()
    for _ in range(2):
        match = long.match(lower, end)
        if match is None:
            break
        product *= load("units")["magnitudes"][match[1]]
        about = about or match[1].endswith("an")
        end = match.end()
    vague = _ABOUT.match(lower, end) if product > 1 else None
    if vague:
        end, about = vague.end(), True
    if money and product == 1 and (match := short.match(text, end)):
        product, end = load("units")["short_magnitudes"][match[1]], match.end()
    return product, end, about


_NOUN = re.compile(r"[a-z][a-z-]*[a-z]|[A-Z][A-Za-z-]*[a-z]|[A-Z]{2,6}\b")
_NAMED_TIME = re.compile(rf"\s(?:(?:19|20)\d\d|{_any('named_times')})\b")
_RATE = re.compile(rf"\s?(?:/|per\s|se(?={_any('rate_units')}))\s?(?P<rate>[a-z]+(?:/[a-z]+)?)\b")


class _Counted(NamedTuple):
    """What a number counts, and where the quantity ends with it."""

    end: int
    unit: str | None = None
    unit_text: str | None = None
    noun: str | None = None
    whole: bool = False
    rate: str | None = None


def _counted(text: str, lower: str, end: int, currency: str | None, large: bool) -> _Counted | None:
    """The unit behind a number that ends at `end`; None where letters are glued to it ("5G", "20detik")."""
    if currency is not None:
        rate = _RATE.match(lower, end)
        return _Counted(end, currency, rate=rate["rate"] if rate else None)
    link = _LINK.match(lower, end)
    position = link.end() if link else end
    glued = position == end and position < len(text) and (text[position].isalpha() or text[position] == "_")
    match = unit_at(lower, position)
    if match is None:
        if glued:
            return None
        noun = _NOUN.match(text, position) if position > end else None
        # "2.000 wargaPalestina": a link lost its blank.
        named = noun_unit(noun[0]) if noun else None
        if noun and named:
            return _Counted(noun.end(), named.name, noun[0], noun[0], True)
        return _Counted(end, noun=noun[0] if noun else None)
    unit = match.unit
    if unit.name in TIME_UNITS and _NAMED_TIME.match(text, match.end):
        # "3,85 juta tahun 2016": the word is the time's. "5 bulan ini" counts nothing.
        return _Counted(end) if large else None
    if glued and (
        (text[position].isupper() and (unit.whole or unit.name == "times")) or unit.name == "second"
    ):
        return None  # "[Gambas:Video 20detik]", "Boeing 777X"
    rate = _RATE.match(lower, match.end)
    behind = rate.end() if rate and unit.name != "percent" else match.end
    unprinted = unit.name == "percent" or unit.name in currency_codes()
    unit_text = None if unprinted else text[match.start : behind]
    return _Counted(behind, unit.name, unit_text, None, unit.whole, rate["rate"] if rate else None)
