"""Times told from the day of publication: "tahun lalu", "Juli mendatang", "(22/3)", "tiga hari lalu".

Pure reckoning with days and years; which words are such times is read in `kerjasama.text.dates`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from kerjasama.codebook import load

Precision = Literal["day", "month", "quarter", "year"]
Basis = Literal["explicit", "resolved"]
Reading = tuple[str, Precision, Basis, str]
"""ISO value, precision, basis, and the name of the rule."""


def calendar_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


# The press gets a weekday wrong more often than it prints a day this near to publication of another year.
_SURE_DAYS = 45


def nearest(reference: date, month: int, day: int, weekday: int | None, direction: int = 0) -> date | None:
    """That day and month in the year nearest to the reference; far from it, the weekday has a say."""
    years = (reference.year, reference.year - 1, reference.year + 1)
    found = [candidate for year in years if (candidate := calendar_day(year, month, day))]
    if direction:
        directed = [candidate for candidate in found if (candidate - reference).days * direction >= 0]
        found = directed or found
    found.sort(key=lambda candidate: abs((candidate - reference).days))
    if found and weekday is not None and abs((found[0] - reference).days) > _SURE_DAYS:
        found = [candidate for candidate in found if candidate.weekday() == weekday] or found
    return found[0] if found else None


def toward(shift: str | None) -> int:
    """-1 for words that point back, 1 for those that point ahead, 0 for "ini" or nothing."""
    if not shift:
        return 0
    word = shift.split()[-1]
    return -1 if word in load("calendar")["past"] else 1 if word in load("calendar")["future"] else 0


def shifted_year(shift: str | None, reference: date | None, month: int) -> int | None:
    """The year of a month told with "tahun lalu", "lalu", "mendatang" or nothing: the nearest that fits."""
    if reference is None:
        return None
    way = toward(shift)
    if shift and shift.startswith("tahun"):
        return reference.year + way
    if way < 0:
        return reference.year if month <= reference.month else reference.year - 1
    if way > 0:
        return reference.year if month >= reference.month else reference.year + 1
    if shift:
        return reference.year
    years = (reference.year, reference.year - 1, reference.year + 1)
    return min(years, key=lambda year: abs((year - reference.year) * 12 + month - reference.month))


def last_years(unit: str, amount: int | None, reference: date) -> Reading | None:
    """ "Lima tahun terakhir": from so many years back until the present one."""
    if load("calendar")["units"][unit] != "year" or amount is None:
        return None
    return f"{reference.year - amount}/{reference.year}", "year", "resolved", "relative:last years"


def moved(unit: str, amount: int, reference: date) -> Reading:
    """So many days, weeks, months, quarters or years from the reference; of a week only its month is told."""
    rule, kind = f"relative:{unit}", load("calendar")["units"][unit]
    if kind == "day":
        return (reference + timedelta(days=amount)).isoformat(), "day", "resolved", rule
    if kind == "week":
        return (reference + timedelta(days=7 * amount)).isoformat()[:7], "month", "resolved", rule
    if kind == "month":
        months = reference.year * 12 + reference.month - 1 + amount
        return f"{months // 12}-{months % 12 + 1:02}", "month", "resolved", rule
    if kind == "quarter":
        quarters = reference.year * 4 + (reference.month - 1) // 3 + amount
        return f"{quarters // 4}-Q{quarters % 4 + 1}", "quarter", "resolved", rule
    return str(reference.year + amount), "year", "resolved", rule
