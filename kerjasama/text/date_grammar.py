"""The grammar of dates and periods: one pattern, and where it is worth trying.

What a match means is read in `kerjasama.text.dates`, branch by branch; the words stand in `calendar.yaml`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.text.patterns import one_of


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
    first = [name for names in (*words["months"].values(), *words["weekdays"].values()) for name in names]
    first += [phrase.split(" ")[0] for phrase in words["days"]]
    first += [*words["small_numbers"], *(word.capitalize() for word in words["small_numbers"])]
    first += [
        "pekan",
        "minggu",
        "bulan",
        "tahun",
        "kuartal",
        "triwulan",
        "semester",
        "caturwulan",
        "paruh",
        "separuh",
    ]
    first += ["Pekan", "Bulan", "Tahun", "Kuartal", "Triwulan", "Semester", "Caturwulan", "Paruh", "Separuh"]
    return re.compile(rf"(?<!\w)(?:\(?(?<!\d[.,])\d|[QH][1-4]|{one_of(first)})")


@lru_cache(maxsize=1)
def _grammar() -> re.Pattern[str]:
    words = load("calendar")
    month = rf"(?:{one_of(name for names in words['months'].values() for name in names)})"
    month = rf"(?:{month}|(?<=\d ){month.lower()})"
    weekday = one_of(weekdays())
    year = r"(?:19|20)\d\d(?![\d/]?\d|[.,]\d)"
    count = one_of(words["small_numbers"])
    shift = one_of([*words["past"], *words["future"], *words["present"]])
    ordinal = one_of(words["ordinals"])
    to = r"(?:\s?(?:\u00e2(?:\u0080[\u0093\u0094]|\u0088\u0092)|[-\u0096\u0097\u2013\u2014\u2212])\s?"
    to += r"|\s(?:hingga|sampai(?:\sdengan)?|s/d|s\.d\.?|dan|ke)\s(?:tanggal\s)?)"
    of_year = rf"(?:\.?[\s,]+(?:tahun\s)?(?P<{{0}}>{year})|\s(?P<{{0}}_shift>tahun\s(?:{shift})|{shift})\b)?"
    return re.compile(
        rf"\b(?P<iso>{year}-\d\d-\d\d)\b|\b(?P<iso_month>{year}-(?:0[1-9]|1[0-2]))(?![\d-])"
        # Senin (22/3), Minggu (28/2/2021), 28-02-2021, 28.2.2021
        rf"|(?:\b(?P<numeric_day>{weekday})\b,?\s*)?"
        r"(?P<numeric>\b\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:(?:19|20)\d\d|\d\d)\b"
        r"|\(\d{1,2}/\d{1,2}(?:/(?:19|20)?\d\d)?\)?(?!\d))"
        # Rabu, 11 Juni 2026; 20-21 Oktober; 2225 Juli; 22 Februari dan 24 Februari
        rf"|(?:\b(?P<named_day>{weekday})\b,?\s*\(?(?:tanggal\s)?)?\b(?P<days>\d{{1,2}}(?:{to}\d{{1,2}})?|\d{{4}})"
        rf"\s(?P<day_month>{month})\b"
        + of_year.format("day_year")
        +
        # Juli 2016, Juli lalu, September tahun lalu; Januari-September 2025
        rf"|\b(?P<month>{month})(?:{to}(?P<month2>{month}))?\b"
        + of_year.format("month_year")
        +
        # kuartal I 2024, triwulan II-2025, kuartal pertama tahun ini, Q1 2024, semester I/2023
        rf"|\b(?P<part>[Kk]uartal|[Tt]riwulan|[Ss]emester|[Cc]aturwulan|[Pp]aruh|[Ss]eparuh)\s?(?:ke-?)?(?P<part_number>{ordinal})\b"
        rf"(?:[\s/,-]*(?:tahun\s)?(?P<part_year>{year})|\s(?P<part_shift>tahun\s(?:{shift})|{shift})\b)?"
        rf"|\b(?P<q>[QH])(?P<q_number>[1-4])[\s/-]*(?P<q_year>{year})"
        # lima bulan pertama 2025, 4 bulan tahun ini
        rf"|\b(?P<first>(?i:{count}|1[01]|[2-9])\sbulan(?:\spertama)?)\s(?:di\s|pada\s)?"
        rf"(?:(?:tahun\s)?(?P<first_year>{year})|(?P<first_shift>tahun\s(?:{shift}))\b)"
        # 2018-2022, 2024/2025, 20242029, 1990-an, pada 2019
        rf"|(?<![\d.,/-])(?P<years>(?:19|20)\d\d(?:/|\s?[-\u0096\u2013]\s?|\shingga\s|\ssampai\s)?(?:19|20)\d\d)(?![\d.,]\d)"
        rf"|(?<![\d.,/-])(?P<decade>(?:19|20)\d0)-?an\b"
        rf"|(?<![\d.,/$-])(?P<year>{year})\b(?!\s?(?:persen|%|orang|unit|ton|juta|ribu|miliar|triliun))"
        # dua tahun lalu, 10 hari silam, setahun terakhir, beberapa pekan mendatang
        rf"|\b(?P<ago>(?i:{count}|\d{{1,3}})\s?(?P<ago_unit>hari|pekan|minggu|bulan|tahun)"
        rf"(?:\s(?:yang|ke))?\s(?P<ago_shift>{shift}))\b"
        # pekan lalu, bulan ini, tahun depan
        rf"|\b(?P<unit>[Pp]ekan|minggu|[Bb]ulan|[Tt]ahun)\s(?:yang\s)?(?P<unit_shift>{shift})\b"
        rf"|\b(?P<relative>{one_of(words['days'])})\b"
        rf"|\b(?P<weekday>{weekday})\b(?:\s(?P<weekday_shift>{shift})\b)?",
        # Month and weekday names are written with capitals, so case decides.
    )
