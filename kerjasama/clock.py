"""Moments as text: how a fixed clock is written and read. Nothing here asks the machine for the time."""

from __future__ import annotations

from datetime import UTC, datetime


def parse_moment(text: str) -> datetime:
    """An ISO 8601 moment with its offset, as UTC in whole seconds; ValueError says what is wrong with it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is no ISO 8601 time; write it like 2026-01-31T06:00:00Z") from error
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no offset; write it like 2026-01-31T06:00:00Z")
    return moment.astimezone(UTC).replace(microsecond=0)
