"""The grammar of dates and periods: one pattern, and where it is worth trying.

What a match means is read in `kerjasama.text.date_readers`, branch by branch; the words stand in
`calendar.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache, partial

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import any_of, one_of

_any = partial(any_of, "calendar")


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """The number of each month's name, in lower case."""
    return {name.lower(): number for number, names in load("calendar")["months"].items() for name in names}


@lru_cache(maxsize=1)
def weekdays() -> dict[str, int]:
    """The number of each weekday's name, Monday is 0."""
    return {name: number for number, names in load("calendar")["weekdays"].items() for name in names}


def date_matches(text: str) -> list[re.Match[str]]:
    """The grammar's matches from left to right. It is tried only where a word or number could begin one."""
    grammar, found, free = _grammar(), [], 0
    for trigger in _triggers().finditer(text):
        if trigger.start() >= free and (match := grammar.match(text, trigger.start())):
            found.append(match)
            free = match.end()
    return found


@lru_cache(maxsize=1)
def _triggers() -> re.Pattern[str]:
    words = load("calendar")
    first = [*_month_names(), *weekdays(), *(phrase.split(" ")[0] for phrase in words["days"])]
    first += [*_either_case(words["small_numbers"]), *_either_case(words["parts"]), *_units_alone()]
    first += words["ends"]
    return re.compile(rf"(?<!\w)(?:\(?(?<!\d[.,])\d|[QH][1-4]|{one_of(first)})")


@lru_cache(maxsize=1)
def _grammar() -> re.Pattern[str]:
    """All branches; month and weekday names are written with capitals, so case decides."""
    branches = (
        *(_iso(), _numeric(), _named_days(), _months(), _parts(), _first_months()),
        *(_years(), _ago(), _units(), _ends(), _relative(), _weekdays()),
    )
    return re.compile("|".join(branches))


_YEAR = r"(?:19|20)\d\d(?![\d/]?\d|[.,]\d)"
_DASH = r"[-\u2013\u2014\u2212]"


def _either_case(words: Iterable[str]) -> list[str]:
    """Words as they stand inside a sentence and at its beginning."""
    return [form for word in words for form in (word, word.capitalize())]


def _units_alone() -> list[str]:
    """Units that tell a time without a number ("pekan ini"), but for a weekday's name ("Minggu")."""
    units = [unit for unit, kind in load("calendar")["units"].items() if kind != "day"]
    return [form for form in _either_case(units) if form not in weekdays()]


def _month_names() -> list[str]:
    return [name for names in load("calendar")["months"].values() for name in names]


def _month() -> str:
    """A month's name, behind a number also in lower case."""
    month = f"(?:{one_of(_month_names())})"
    return rf"(?:{month}|(?<=\d ){month.lower()})"


def _weekday() -> str:
    return f"(?:{one_of(weekdays())})"


def _shift() -> str:
    """What puts a time before or after the day of publication."""
    return _any("past", "future", "present")


def _to() -> str:
    """Between the two days or months of a period."""
    return rf"(?:\s?{_DASH}\s?|\s{_any('until', 'until_short', 'two_days')}\s(?:tanggal\s)?)"


def _shifted_year(name: str) -> str:
    """ "tahun lalu", "mendatang": the year told from that of publication, in group `name`."""
    return rf"\s(?P<{name}>tahun\s{_shift()}|{_shift()})\b"


def _of_year(name: str) -> str:
    """The year behind a day or a month, printed in group `name` or told in `<name>_shift`, if any."""
    return rf"(?:\.?[\s,]+(?:tahun\s)?(?P<{name}>{_YEAR})|{_shifted_year(f'{name}_shift')})?"


def _iso() -> str:
    return rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b|\b(?P<iso_month>{_YEAR}-(?:0[1-9]|1[0-2]))(?![\d-])"


def _numeric() -> str:
    """Senin (22/3), Minggu (28/2/2021), 28-02-2021, 28.2.2021."""
    return (
        rf"(?:\b(?P<numeric_day>{_weekday()})\b,?\s*)?"
        r"(?P<numeric>\b\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:(?:19|20)\d\d|\d\d)\b"
        r"|\(\d{1,2}/\d{1,2}(?:/(?:19|20)?\d\d)?\)?(?!\d))"
    )


def _named_days() -> str:
    """Rabu, 11 Juni 2026; 20-21 Oktober; 2225 Juli; 22 Februari dan 24 Februari."""
    days = rf"\d{{1,2}}(?:{_to()}\d{{1,2}})?|\d{{4}}"
    return (
        rf"(?:\b(?P<named_day>{_weekday()})\b,?\s*\(?(?:tanggal\s)?)?\b(?P<days>{days})"
        rf"\s(?P<day_month>{_month()})\b{_of_year('day_year')}"
    )


def _months() -> str:
    """Juli 2016, Juli lalu, September tahun lalu; Januari-September 2025."""
    return rf"\b(?P<month>{_month()})(?:{_to()}(?P<month2>{_month()}))?\b{_of_year('month_year')}"


def _parts() -> str:
    """Kuartal I 2024, triwulan II-2025, kuartal pertama tahun ini, Q1 2024, semester I/2023."""
    part = one_of(_either_case(load("calendar")["parts"]))
    return (
        rf"\b(?P<part>{part})\s?(?:ke-?)?(?P<part_number>{_any('ordinals')})\b"
        rf"(?:[\s/,-]*(?:tahun\s)?(?P<part_year>{_YEAR})|{_shifted_year('part_shift')})?"
        rf"|\b(?P<q>[QH])(?P<q_number>[1-4])[\s/-]*(?P<q_year>{_YEAR})"
    )


def _first_months() -> str:
    """Lima bulan pertama 2025, 4 bulan tahun ini."""
    return (
        rf"\b(?P<first>(?i:{_any('small_numbers')}|1[01]|[2-9])\sbulan(?:\spertama)?)\s(?:di\s|pada\s)?"
        rf"(?:(?:tahun\s)?(?P<first_year>{_YEAR})|(?P<first_shift>tahun\s{_shift()})\b)"
    )


def _years() -> str:
    """2018-2022, 2024/2025, 20242029, 1990-an, pada 2019."""
    year = r"(?:19|20)\d\d"
    to = rf"(?:/|\s?[-\u0096\u2013]\s?|\s{_any('until')}\s)?"
    return (
        rf"(?<![\d.,/-])(?P<years>{year}{to}{year})(?![\d.,]\d)"
        r"|(?<![\d.,/-])(?P<decade>(?:19|20)\d0)-?an\b"
        rf"|(?<![\d.,/$-])(?P<year>{_YEAR})\b(?!\s?{_any('counted')})"
    )


def _ago() -> str:
    """Dua tahun lalu, 10 hari silam, setahun terakhir, beberapa pekan mendatang."""
    count = rf"(?i:{_any('small_numbers')}|\d{{1,3}})"
    unit, shift = _any("units"), _shift()
    return rf"\b(?P<ago>{count}\s?(?P<ago_unit>{unit})(?:\s(?:yang|ke))?\s(?P<ago_shift>{shift}))\b"


def _units() -> str:
    """Pekan lalu, bulan ini, kuartal ini, tahun depan."""
    return rf"\b(?P<unit>{one_of(_units_alone())})\s(?:yang\s)?(?P<unit_shift>{_shift()})\b"


def _ends() -> str:
    """Sejak awal tahun, hingga akhir bulan."""
    other = rf"(?:{_shift()}|{_any('no_calendar_years')}|yang|{_YEAR}|{_month()})"
    return rf"\b{_any('ends')}\s(?P<edge>tahun|bulan)\b(?!\s{other})"


def _relative() -> str:
    """Hari ini, kemarin."""
    return rf"\b(?P<relative>{_any('days')})\b"


def _weekdays() -> str:
    """Senin, Senin lalu."""
    return rf"\b(?P<weekday>{_weekday()})\b(?:\s(?P<weekday_shift>{_shift()})\b)?"
