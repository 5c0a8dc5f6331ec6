"""Decides of single rows whether dates agree with each other, with their precision and with the capture."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from expectations.answers import Answers, answers, every
from expectations.frames import Frames
from expectations.rules import Rule, declared

if TYPE_CHECKING:
    import pyarrow

_FORM_OF_PRECISION = {
    "day": r"^\d{4}-\d{2}-\d{2}$",
    "month": r"^\d{4}-\d{2}$",
    "quarter": r"^\d{4}-Q[1-4]$",
    "year": r"^\d{4}$",
}


def published_not_after_capture(frames: Frames, rule: Rule) -> Answers:
    """The publication is not later than the capture, give or take the clocks' slack."""
    slack = timedelta(hours=frames.limits["clock_slack_hours"])
    rows = frames.columns(rule.table, "published_at", "captured_at")
    return np.fromiter(
        (
            published is None or captured is None or _moment(published) <= captured + slack
            for published, captured in rows
        ),
        bool,
        frames.rows(rule.table),
    )


def event_not_after_capture(frames: Frames, rule: Rule) -> Answers:
    """What has begun is not dated after the capture of the article that tells it."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not frames.has("articles"):
        return every(frames.rows(rule.table))
    dates, stages = frames.arrays(rule.table, "event_date", "stage")
    captured = frames.found(frames.array(rule.table, "article_id"), "articles", "captured_at")
    asked = pc.and_(pc.is_in(stages, value_set=pa.array(declared()["begun"])), pc.is_valid(captured))
    slack = pa.scalar(timedelta(hours=frames.limits["clock_slack_hours"]), pa.duration("ms"))
    latest = pc.add(captured.cast(pa.timestamp("ms", tz="UTC")), slack)
    late = pc.greater(_first_days(dates), latest)
    return answers(pc.invert(pc.and_kleene(asked, late)))


def date_agrees_with_precision(frames: Frames, rule: Rule) -> Answers:
    """A date is as long as its precision says and has a basis; no date, no precision and no basis."""
    import pyarrow as pa
    import pyarrow.compute as pc

    dates, precisions, bases = frames.arrays(rule.table, "event_date", "date_precision", "date_basis")
    none = pc.and_(pc.equal(precisions, "none"), pc.equal(bases, "none"))
    formed = pa.array(np.zeros(len(dates), bool))
    for precision, form in _FORM_OF_PRECISION.items():
        fits = pc.and_kleene(pc.equal(precisions, precision), pc.match_substring_regex(dates, form))
        formed = pc.or_kleene(formed, fits)
    good = pc.and_kleene(pc.and_kleene(formed, pc.not_equal(bases, "none")), pc.is_valid(_first_days(dates)))
    return answers(pc.if_else(pc.is_valid(dates), good, none))


def basis_agrees_with_date(frames: Frames, rule: Rule) -> Answers:
    """A date has a basis other than none, and only a date."""
    import pyarrow.compute as pc

    dates, bases = frames.arrays(rule.table, "date", "date_basis")
    return answers(pc.equal(pc.is_null(dates), pc.equal(bases, "none")))


def seen_in_order(frames: Frames, rule: Rule) -> Answers:
    """Last seen not before first seen."""
    import pyarrow.compute as pc

    return answers(pc.less_equal(*frames.arrays(rule.table, "first_seen", "last_seen")))


def _first_days(dates: pyarrow.Array) -> pyarrow.Array:
    """The first day of each ISO 8601 date of reduced precision, UTC; null where it is none.

    Told once for each date that occurs: a million facts tell some thousands of dates.
    """
    import pyarrow as pa

    told = dates.dictionary_encode()
    days = pa.array([first_day(date) for date in told.dictionary.to_pylist()], pa.timestamp("ms", tz="UTC"))
    return days.take(told.indices)


def first_day(date: str) -> datetime | None:
    """The first day of an ISO 8601 date of reduced precision (`2016`, `2016-07`, `2016-Q3`); None where it
    is no date."""
    year, _, rest = date.partition("-")
    month = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"}.get(rest, rest[:2] or "01")
    try:
        return datetime(int(year), int(month), int(rest[3:] or "1") if "Q" not in rest else 1, tzinfo=UTC)
    except ValueError:
        return None


def _moment(published: str) -> datetime:
    """A publication time as a moment; a bare date is its first second, UTC. A misformed one sorts first."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


CHECKS = (
    published_not_after_capture,
    event_not_after_capture,
    date_agrees_with_precision,
    basis_agrees_with_date,
    seen_in_order,
)
