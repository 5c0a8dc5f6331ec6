"""Content that is at hand already (files, records of other archives): taken into the archive, a row each.

Who reads the files is `kerjasama.sources`'s; what has to be fetched is `crawl.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kerjasama.capture import warc
from kerjasama.capture.archive import Archive
from kerjasama.capture.candidate import Problem
from kerjasama.capture.reasons import status_of
from kerjasama.capture.response import Exchange, Headers
from kerjasama.capture.rows import capture_id, row


@dataclass(frozen=True, slots=True)
class Deposit:
    """Content and what is known of it, or the problem that kept it away.

    `url` is the address it is archived under. `status` and `headers` are those of an HTTP answer that
    another archive holds; without `status` the content is kept as a resource. `captured_at` is when the
    other archive captured it (None: this run). `fields` go into the record's header.
    """

    url: str
    publisher: str | None
    found_via: str
    content: bytes = b""
    content_type: str = "application/octet-stream"
    status: int | None = None
    headers: Headers = ()
    captured_at: datetime | None = None
    fields: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    published_at: str | None = None
    problem: Problem | None = None


def take_in(
    deposits: Iterable[Deposit], archive: Archive, now: datetime, *, day: str | None = None, lane: str = ""
) -> Iterator[dict[str, Any]]:
    """Archive each deposit and yield its `captures` row once it is durable.

    Content that the archive holds already under the same address is not written again: at the same
    capture time the row is the same as before, at a later one its status is `unchanged`.
    """
    now = now.replace(microsecond=0)
    waiting: list[dict[str, Any]] = []
    seen: set[str] = set()
    with archive.writing(now, lane):
        for deposit in deposits:
            twin = capture_id(deposit.url, deposit.captured_at or now)
            if twin in seen:
                continue
            seen.add(twin)
            waiting.append(_kept(deposit, archive, now, day))
            if archive.flush():
                yield from waiting
                waiting = []
        archive.flush(force=True)
        yield from waiting


def _kept(deposit: Deposit, archive: Archive, now: datetime, day: str | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "url": deposit.url,
        "publisher": deposit.publisher,
        "found_via": deposit.found_via,
        "title_hint": deposit.title,
        "published_hint": deposit.published_at,
    }
    if deposit.problem is not None:
        status = status_of(deposit.problem.reason)
        return row(now, day, status, reason=deposit.problem.reason, detail=deposit.problem.detail, **told)
    at = (deposit.captured_at or now).replace(microsecond=0)
    told["capture_id"] = capture_id(deposit.url, at)
    told |= {"bytes": len(deposit.content), "content_type": deposit.content_type or None}
    told |= {"content_digest": warc.sha256(deposit.content), "http_status": deposit.status, "attempts": 1}
    known = archive.at(deposit.url, at) or archive.latest(deposit.url)
    if known is not None and known.digest == told["content_digest"]:
        held = known.refers_to or known.record_id
        status = "fetched" if known.captured_at == warc.stamp(at) else "unchanged"
        return row(now, day, status, archive_record=held, captured_at=at, **told)
    record = _record(deposit, at)
    group = [record]
    if record.kind == "response":
        fields = {
            "outcome": "fetched",
            "attempts": "1",
            "record": record.record_id,
            "found": deposit.found_via,
        }
        group.append(warc.outcome(deposit.url, at, fields, record.record_id))
    archive.append(group)
    return row(now, day, "fetched", archive_record=record.record_id, captured_at=at, **told)


def _record(deposit: Deposit, at: datetime) -> warc.Record:
    if deposit.status is None:
        return warc.resource(deposit.url, deposit.content, deposit.content_type, at, deposit.fields)
    return warc.response(Exchange(deposit.url, (), deposit.status, "", deposit.headers, deposit.content), at)
