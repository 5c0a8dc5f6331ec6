"""How each kind of printed date is read: one function a kind of match, with its value, precision and basis.

Where such matches stand is `kerjasama.text.date_grammar`'s subject, reckoning with days and years
`kerjasama.text.date_relative`'s.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache, partial

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import any_of
from kerjasama.text.date_grammar import date_matches, months, weekdays
from kerjasama.text.date_relative import (
    Basis,
    Reading,
    calendar_day,
    last_years,
    moved,
    nearest,
    shifted_year,
    toward,
)

_any = partial(any_of, "calendar")


def as_date(stamp: str | None) -> date | None:
    """The day that an ISO 8601 stamp begins with, or None."""
    if not stamp:
        return None
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def full_day(match: re.Match[str]) -> date | None:
    """The day of a match that prints day, month and year, or None."""
    if match["iso"]:
        return as_date(match["iso"])
    if match["numeric"]:
        parts = [int(part) for part in re.findall(r"\d+", match["numeric"])]
        return calendar_day(full_year(parts[2]), parts[1], parts[0]) if len(parts) == 3 else None
    if match["days"] and match["day_year"]:
        numbers = day_numbers(match["days"])
        if numbers:
            return calendar_day(int(match["day_year"]), months()[match["day_month"].lower()], numbers[-1])
    return None


def full_year(year: int) -> int:
    """2024 from 24 and from 2024."""
    return year if year > 99 else 2000 + year


def day_numbers(words: str) -> list[int]:
    """[22] from "22", [20, 21] from "20-21" and, with the dash lost, from "2021"; [] where none are days."""
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    if len(numbers) == 1 and len(words) == 4:
        numbers = [int(words[:2]), int(words[2:])]
        if numbers[0] >= numbers[1]:
            return []
    return numbers if all(1 <= number <= 31 for number in numbers) else []


def _read_iso(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    day = as_date(match["iso"])
    return (day.isoformat(), "day", "explicit", "full:iso") if day else None


def _read_iso_month(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    return match["iso_month"], "month", "explicit", "full:iso"


def _read_numeric(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    day = full_day(match)
    if day is not None:
        return day.isoformat(), "day", "explicit", "full:numeric"
    numbers = [int(part) for part in re.findall(r"\d+", match["numeric"])]
    if len(numbers) != 2 or reference is None:
        return None
    weekday = weekdays().get(match["numeric_day"] or "")
    day = nearest(reference, numbers[1], numbers[0], weekday)
    return (day.isoformat(), "day", "resolved", "resolved:(day/month)") if day else None


def _read_days(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    numbers = day_numbers(match["days"])
    if not numbers:
        return None
    month = months()[match["day_month"].lower()]
    year = match["day_year"] or _year_of_the_end(text, match)
    if year:
        found = [calendar_day(int(year), month, number) for number in numbers]
        basis: Basis = "explicit"
    elif reference is not None:
        weekday = weekdays().get(match["named_day"] or "")
        shift = match["day_year_shift"]
        if shift and shift.startswith("tahun"):
            found = [calendar_day(reference.year + toward(shift), month, number) for number in numbers]
        else:
            found = [nearest(reference, month, number, weekday, toward(shift)) for number in numbers]
        basis = "resolved"
    else:
        return None
    days = [day.isoformat() for day in found if day is not None]
    if len(days) != len(numbers):
        return None
    return "/".join(days), "day", basis, f"{'full' if basis == 'explicit' else 'resolved'}:day month"


_END_WITH_YEAR = re.compile(
    rf"\s?(?:[-\u2013]|{_any('until', 'until_short', 'two_days')})\s?"
    r"(?:tanggal\s)?\d{1,2}\s[A-Za-z]+\s((?:19|20)\d\d)\b"
)


def _year_of_the_end(text: str, match: re.Match[str]) -> str | None:
    """ "28 Juli hingga 2 Agustus 2024": the year is printed with the last day only."""
    if match["day_year_shift"]:
        return None
    behind = _END_WITH_YEAR.match(text, match.end())
    return behind[1] if behind else None


def _read_month(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    month = months()[match["month"].lower()]
    second = months()[match["month2"].lower()] if match["month2"] else None
    if match["month_year"]:
        year: int | None = int(match["month_year"])
        basis: Basis = "explicit"
    else:
        if not match["month_year_shift"] and not _follows(text, match.start(), "before_month"):
            return None
        since = _SINCE.search(text, max(0, match.start() - 24), match.start())
        year = shifted_year(
            match["month_year_shift"] or ("lalu" if since else None), reference, second or month
        )
        basis = "resolved"
    if year is None:
        return None
    value = f"{year}-{month:02}"
    if second:
        value = f"{year - (month > second)}-{month:02}/{year}-{second:02}"
    return value, "month", basis, f"{'full' if basis == 'explicit' else 'resolved'}:month"


_SINCE = re.compile(r"\b[Ss](?:ejak|emenjak)\s(?:\w+\s)?\Z")
_WORD_BEFORE = re.compile(r"([\w/.]+)\W*\s$")


def _follows(text: str, start: int, words: str) -> bool:
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    return before is not None and before[1].lower() in _cues(words)


@lru_cache(maxsize=4)
def _cues(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in load("calendar")[name])


def _read_part(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    number = load("calendar")["ordinals"][match["part_number"]]
    if match["part_year"]:
        year, basis = int(match["part_year"]), "explicit"
    elif printed := _year_of_the_same_part(text, match):
        year, basis = printed, "resolved"
    elif reference is not None:
        year, basis = reference.year + toward(match["part_shift"]), "resolved"
    else:
        return None
    kind = match["part"].lower()
    length = load("calendar")["parts"][kind]
    if length == _QUARTER:
        return f"{year}-Q{number}", "quarter", basis, f"part:{kind}"  # type: ignore[return-value]
    if number * length > 12:
        return None
    value = f"{year}-{(number - 1) * length + 1:02}/{year}-{number * length:02}"
    return value, "month", basis, f"part:{kind}"  # type: ignore[return-value]


_QUARTER = 3


def _year_of_the_same_part(text: str, match: re.Match[str]) -> int | None:
    """ "triwulan III 2022 … triwulan ke-3": the one year that the text prints with the same part."""
    if match["part_shift"]:
        return None
    ordinals = load("calendar")["ordinals"]
    own = match["part"].lower(), ordinals[match["part_number"]]
    years = {
        int(other["part_year"])
        for other in date_matches(text)
        if other["part_year"] and (other["part"].lower(), ordinals[other["part_number"]]) == own
    }
    return years.pop() if len(years) == 1 else None


def _read_first(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    """ "Lima bulan pertama 2025" is January to May."""
    head = match["first"].split()[0].lower()
    number = int(head) if head.isdigit() else load("calendar")["small_numbers"][head]
    if match["first_year"]:
        year, basis = int(match["first_year"]), "explicit"
    elif reference is not None:
        year, basis = reference.year + toward(match["first_shift"]), "resolved"
    else:
        return None
    if not number or not 2 <= number <= 11:
        return None
    return f"{year}-01/{year}-{number:02}", "month", basis, "part:first months"  # type: ignore[return-value]


def _read_q(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    year, number = match["q_year"], int(match["q_number"])
    if match["q"] == "Q":
        return f"{year}-Q{number}", "quarter", "explicit", "part:Q"
    if number > 2:
        return None
    return f"{year}-{number * 6 - 5:02}/{year}-{number * 6:02}", "month", "explicit", "part:H"


def _read_years(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    first, last = re.findall(r"(?:19|20)\d\d", match["years"])[:2]
    return (f"{first}/{last}", "year", "explicit", "years") if first < last else None


def _read_decade(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    return f"{match['decade']}/{int(match['decade']) + 9}", "year", "explicit", "decade"


def _read_year(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    start, end = match.span("year")
    before = text[max(0, start - 1) : start]
    if before == "(" and text[end : end + 1] == ")":
        return match["year"], "year", "explicit", "year:bracket"
    if _follows(text, start, "before_year"):
        return match["year"], "year", "explicit", "year"
    # A year behind a capitalised word belongs to an event's name ("SPIEF 2025"), still a year.
    word = re.search(r"(\w+)\s$", text[max(0, start - 20) : start])
    if word and word[1][0].isupper():
        return match["year"], "year", "explicit", "year:name"
    after = text[end : end + 12].lstrip()
    if after.split(" ")[0].rstrip(".,") in load("calendar")["behind_year"]:
        return match["year"], "year", "explicit", "year"
    return None


def _read_ago(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    if reference is None:
        return None
    words = match["ago"].split()
    numbers = load("calendar")["small_numbers"]
    unit, shift = match["ago_unit"], match["ago_shift"]
    head = words[0].lower()
    amount = (
        int(head)
        if head.isdigit()
        else numbers.get("se" if head.startswith("se") and head not in numbers else head)
    )
    way = toward(shift)
    if way == 0:
        return None
    if shift == "terakhir" and amount is not None:
        return last_years(unit, amount, reference)
    if amount is None:
        # "beberapa hari lalu": the month is as much as can be told.
        if load("calendar")["units"][unit] != "day":
            return None
        return (
            (reference + way * timedelta(days=3)).isoformat()[:7],
            "month",
            "resolved",
            "relative:some days",
        )
    value, precision, basis, rule = moved(unit, way * amount, reference)
    return value, precision, basis, f"{rule}:counted"


def _read_unit(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    if reference is None or match["unit_shift"] in load("calendar")["only_counted"]:
        return None
    return moved(match["unit"].lower(), toward(match["unit_shift"]), reference)


def _read_edge(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    """ "Sejak awal tahun", "hingga akhir bulan": of the year or month of publication."""
    if reference is None or not _follows(text, match.start(), "before_month"):
        return None
    return moved(match["edge"], 0, reference)


def _read_relative(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    if reference is None:
        return None
    shift = load("calendar")["days"][match["relative"]]
    return (reference + timedelta(days=shift)).isoformat(), "day", "resolved", f"relative:{match['relative']}"


# "Setiap Selasa, Kamis, dan Sabtu": no one day.
_EVERY = re.compile(r"\b(?:[Ss]etiap|[Tt]iap|[Ss]aban)\s(?:hari\s)?(?:[A-Z]\w+,?\s(?:dan\s)?)*\Z")
_OPENS = re.compile(r"(?:^|[.!?\n\"\u201c])\s?$")


def _read_weekday(text: str, match: re.Match[str], reference: date | None) -> Reading | None:
    if reference is None or _EVERY.search(text, max(0, match.start() - 40), match.start()):
        return None
    wanted, way = weekdays()[match["weekday"]], toward(match["weekday_shift"])
    if match["weekday"] == "Minggu" and match["weekday_shift"] and _OPENS.search(text[: match.start()][-2:]):
        return moved("minggu", way, reference)  # "Minggu lalu, …" begins a sentence: the week
    if way > 0:
        day = reference + timedelta(days=(wanted - reference.weekday() - 1) % 7 + 1)
    else:
        back = (reference.weekday() - wanted) % 7
        day = reference - timedelta(days=back or (7 if match["weekday_shift"] == "lalu" else 0))
    return day.isoformat(), "day", "resolved", "resolved:weekday"


READERS = {
    "iso": _read_iso,
    "iso_month": _read_iso_month,
    "numeric": _read_numeric,
    "days": _read_days,
    "month": _read_month,
    "part": _read_part,
    "first": _read_first,
    "q": _read_q,
    "years": _read_years,
    "decade": _read_decade,
    "year": _read_year,
    "ago": _read_ago,
    "unit": _read_unit,
    "edge": _read_edge,
    "relative": _read_relative,
    "weekday": _read_weekday,
}
