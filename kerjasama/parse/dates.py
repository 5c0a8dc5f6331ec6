"""When an article was published, from what metadata and sites print: ISO stamps, "Kamis, 21 Mei 2026 12:30
WIB".

Dates inside the article's own sentences are `kerjasama.text.dates`' subject.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import one_of

__all__ = ["WIB", "Stamp", "find_stamp", "read_stamp"]

WIB = "+07:00"
_ZONES = {"wib": WIB, "wit": "+09:00", "wita": "+08:00", "gmt": "+00:00", "utc": "+00:00", "z": "+00:00"}
_MONTHS = {
    name.lower(): number
    for months in (load("calendar")["months"], load("press")["stamped_months"])
    for number, names in months.items()
    for name in names
}
_MONTH = one_of(_MONTHS)
_CLOCK = (
    r"(?:[\s,|/–—•·@-]*(?:pukul|jam|pkl\.?|at|on)?[\s,|:–—-]*"
    r"(?P<hour>[01]?\d|2[0-3])\s?[:.]\s?(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?:\.\d+)?\s*(?P<half>[ap]m\b)?"
    r"\s*\(?(?P<zone>wita|wib|wit|gmt(?:\s*\+\s*\d{1,2})?|utc|z|[+-]\d{2}:?\d{2})?\)?)?"
)
_ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)(?:T|(?=\s))?" + _CLOCK,
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?<!\d)(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[\s.-]{{0,3}}(?P<name>{_MONTH})\b[\s.,'-]{{0,3}}"
    rf"(?P<year>(?:19|20)\d\d)(?!\d)" + _CLOCK,
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    rf"\b(?P<name>{_MONTH})\.?\s+(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)"
    + _CLOCK,
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/])"
    + _CLOCK,
    re.IGNORECASE,
)
_FORMS = (_ISO, _WORDS, _ENGLISH, _NUMBERS)
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*")
# No page of the web is older; a stamp of 1970 is an empty field of a database.
_FIRST_YEAR = 1994


class Stamp(NamedTuple):
    """A publication date as ISO 8601, date or time with offset, and where it stood in the text."""

    value: str
    start: int
    end: int


def read_stamp(text: str | None, *, zone: str = WIB) -> str | None:
    """The first date of a metadata field or printed line as ISO 8601, exactly as precise as it is told.

    A time without a zone gets `zone`, the outlet's own; "3/4/2025" is the third of April, as Indonesia
    writes it, unless only the other order makes a date. None where there is no date.
    """
    stamp = find_stamp(text or "", zone=zone)
    if stamp is not None:
        return stamp.value
    if text and (epoch := _EPOCH.fullmatch(text)):
        moment = datetime.fromtimestamp(int(epoch.group(1)), tz=_offset(zone))
        return moment.isoformat() if moment.year >= _FIRST_YEAR else None
    return None


def find_stamp(text: str, *, zone: str = WIB, start: int = 0, end: int | None = None) -> Stamp | None:
    """The earliest printed date of the text, with its span; None where there is none."""
    stop = len(text) if end is None else end
    candidates: list[Stamp] = []
    for form in _FORMS:
        for match in form.finditer(text, start, stop):
            value = _value(match, zone)
            if value is not None:
                candidates.append(Stamp(value, match.start(), match.end()))
                break
        if candidates and candidates[-1].start == start:
            break  # none can be earlier
    return min(candidates, key=lambda stamp: (stamp.start, -stamp.end)) if candidates else None


def _value(match: re.Match[str], zone: str) -> str | None:
    groups = match.groupdict()
    year, day = int(groups["year"]), int(groups["day"])
    month = _MONTHS[groups["name"].lower()] if groups.get("name") else int(groups["month"])
    if match.re is _NUMBERS and month > 12 >= day:
        day, month = month, day
    try:
        moment = datetime(year, month, day)
    except ValueError:
        return None
    if year < _FIRST_YEAR:
        return None
    if groups["hour"] is None:
        return moment.date().isoformat()
    hour = int(groups["hour"])
    if groups["half"] and hour <= 12:
        hour = hour % 12 + (12 if groups["half"].lower() == "pm" else 0)
    seconds = int(groups["second"] or 0)
    clock = f"{hour:02d}:{int(groups['minute']):02d}:{seconds:02d}"
    return f"{moment.date().isoformat()}T{clock}{_zone(groups['zone'], zone)}"


def _zone(printed: str | None, default: str) -> str:
    if not printed:
        return default
    name = re.sub(r"\s", "", printed.lower())
    if name in _ZONES:
        return _ZONES[name]
    if name.startswith("gmt+"):
        return f"+{int(name[4:]):02d}:00"
    return name if ":" in name else f"{name[:3]}:{name[3:]}"


def _offset(zone: str) -> timezone:
    sign = -1 if zone.startswith("-") else 1
    hours, minutes = zone.lstrip("+-").split(":")
    return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))
