"""One row of the `captures` table, however it came about. What its columns mean is `kerjasama.schema`'s."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

from kerjasama.capture.warc import stamp


def row(
    now: datetime, day: str | None, status: str, *, url: str, found_via: str, **told: Any
) -> dict[str, Any]:
    """A row with every column, those that are not told null.

    `now` is the run's clock; `day` its partition (the clock's day, UTC, where it is None).
    """
    blank: dict[str, Any] = dict.fromkeys(
        ("publisher", "http_status", "reason", "detail", "content_type", "bytes", "content_digest")
    )
    moment = now.astimezone(UTC).replace(microsecond=0)
    return {
        "capture_id": capture_id(url, moment),
        "day": day or moment.date().isoformat(),
        "url": url,
        "found_via": found_via,
        "status": status,
        **blank,
        "captured_at": moment,
        "archive_record": None,
        "attempts": 0,
        "title_hint": None,
        "published_hint": None,
        **told,
    }


def capture_id(url: str, now: datetime) -> str:
    """Identifier of an attempt: `c` and 15 hexadecimal digits of the SHA-256 of address and time."""
    return "c" + hashlib.sha256(f"{url} {stamp(now)}".encode()).hexdigest()[:15]
