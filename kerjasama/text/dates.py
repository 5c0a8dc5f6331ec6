"""Dates and periods in press Indonesian, resolved against the day of publication.

What happened on a date, and which figure a period belongs to, is decided in `kerjasama.extract`;
the publication date of a page is `kerjasama.parse.dates`'s subject.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial

from kerjasama.codebook.alternatives import any_of
from kerjasama.text.date_grammar import date_matches
from kerjasama.text.date_readers import READERS, as_date, full_day
from kerjasama.text.date_relative import Basis
from kerjasama.text.date_span import DateSpan, last_day

__all__ = ["DateSpan", "dates", "last_day", "reference_day"]

_any = partial(any_of, "calendar")


def dates(text: str, published_at: str | None) -> list[DateSpan]:
    """All dates and periods of `text` that can be read, in order and apart from each other.

    `published_at` is ISO 8601 (only its first ten characters count). Where it is None, the latest day that
    the text prints with its weekday, or a full date in its head, stands in for it (codebook section 2);
    without either, times that need a reference are left out.
    """
    matches = date_matches(text)
    reference = as_date(published_at) or _printed_reference(text, matches)
    spans: list[DateSpan] = []
    for match in matches:
        span = _read(text, match, _counted_from(match, spans) or reference)
        if span is not None:
            spans.append(span)
    return _join(text, spans)


def _counted_from(match: re.Match[str], spans: list[DateSpan]) -> date | None:
    """The day told last, from which "sehari sebelumnya" counts: not from the day of publication."""
    if not match["ago"] or match["ago_shift"] not in ("sebelumnya", "berikutnya"):
        return None
    days = [span for span in spans if span.precision == "day" and "/" not in span.value]
    return as_date(days[-1].value) if days else None


def reference_day(text: str, published_at: str | None) -> date | None:
    """The day against which `dates` resolves: of publication, or the one that the text itself prints."""
    return as_date(published_at) or _printed_reference(text, date_matches(text))


# --- reading one match ------------------------------------------------------------------------------


def _printed_reference(text: str, matches: list[re.Match[str]]) -> date | None:
    """The latest full date printed beside its weekday; else a full date in the first 400 characters."""
    beside_weekday: list[date] = []
    in_head: list[date] = []
    for match in matches:
        day = full_day(match)
        if day is None:
            continue
        if match["numeric_day"] or match["named_day"]:
            beside_weekday.append(day)
        elif match.start() < 400:
            in_head.append(day)
    if beside_weekday:
        return max(beside_weekday)
    return max(in_head, default=None)


def _read(text: str, match: re.Match[str], reference: date | None) -> DateSpan | None:
    kind = next(name for name in READERS if match[name])
    span = READERS[kind](text, match, reference)
    if span is None:
        return None
    value, precision, basis, rule = span
    before = text[max(0, match.start() - 24) : match.start()].lower()
    relation = None
    if _SINCE.search(before):
        relation = "since"
    elif _UNTIL.search(before):
        relation = "until"
    start, end = match.span()
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    return DateSpan(start, end, value, precision, basis, rule, relation)


_SINCE = re.compile(rf"\b{_any('since')}\s(?:{_any('edges')}\s)*$")
_UNTIL = re.compile(rf"\b{_any('until')}\s(?:{_any('edges')}\s)*$")


# --- periods told by two dates ----------------------------------------------------------------------

_TO = re.compile(
    rf"\)?\s?(?:[-\u0096\u2013\u2014]|{_any('until', 'until_short')})\s?{_any('edge_units')}?\s?$"
)


def _join(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    """Makes one period of two dates that "hingga", "sampai dengan" or a dash joins."""
    joined: list[DateSpan] = []
    for span in spans:
        if joined and "/" not in span.value and "/" not in joined[-1].value:
            left = joined[-1]
            between = text[left.end : span.start]
            if len(between) < 24 and _TO.fullmatch(between) and left.value < span.value:
                basis: Basis = "explicit" if left.basis == span.basis == "explicit" else "resolved"
                joined[-1] = replace(
                    left, end=span.end, value=f"{left.value}/{span.value}", basis=basis, rule="period"
                )
                continue
        joined.append(span)
    return joined
