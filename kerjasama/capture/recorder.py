"""A client that remembers: answers come from the archive where this run has had them already, and go into it.

The one place where network and archive meet. A run that was killed and is started again with the same
clock asks the network only for what the archive does not hold.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kerjasama.capture import warc
from kerjasama.capture.addresses import checked_url, redact
from kerjasama.capture.archive import Archive, Capture
from kerjasama.capture.client import Client
from kerjasama.capture.reasons import FetchFailed
from kerjasama.capture.response import Exchange, Response, header

log = logging.getLogger(__name__)

ROBOTS_KEPT = timedelta(days=1)

Result = Response | FetchFailed
"""How trying an address ended."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An address, how trying it ended, and the robots.txt that had to be asked for on the way."""

    url: str
    result: Result
    robots: tuple[tuple[str, Result], ...] = ()


class Recorder:
    """Wraps a client and an archive for one run, whose clock is `now`.

    `get` does everything in one call. A crawl calls its parts: `recall` and `conditions` where the archive
    is, `ask` on any thread, `keep` where the archive is, in a fixed order, so that the archive's bytes do
    not depend on which host was faster.
    """

    def __init__(self, client: Client, archive: Archive, now: datetime):
        self.client = client
        self.archive = archive
        self.now = now.replace(microsecond=0)
        self._aside = threading.local()
        client.robots.load = self._load_robots

    def get(self, url: str) -> Response:
        """As `Client.get`, but from the archive where possible, and kept there. Raises FetchFailed."""
        known = self.recall(url)
        if known is None:
            known = self.keep(self.ask(url, *self.conditions(url)))
        if isinstance(known, FetchFailed):
            raise known
        return known

    def recall(self, url: str) -> Result | None:
        """How this run has tried the address already; None where it has not."""
        try:
            target = checked_url(url)
        except FetchFailed as failure:
            return failure
        told = self.archive.outcome(target, self.now)
        return self._from_outcome(told) if told else None

    def conditions(self, url: str) -> tuple[str | None, str | None]:
        """The ETag and Last-Modified that the newest capture of an address was given."""
        try:
            entry = self.archive.latest(checked_url(url))
        except FetchFailed:
            return None, None
        if entry is None or entry.kind == "resource":
            return None, None
        capture = self.archive.read(entry.record_id)
        if not capture.content:  # it failed as empty; "not modified" since then would hide that
            return None, None
        told = header(capture.headers, "ETag"), header(capture.headers, "Last-Modified")
        return (told[0] if _sendable(told[0]) else None), (told[1] if _sendable(told[1]) else None)

    def ask(self, url: str, etag: str | None = None, last_modified: str | None = None) -> Tried:
        """Ask the network. Touches the archive only to look for a robots.txt; keeps nothing yet."""
        self._aside.robots = []
        try:
            result: Result = self.client.get(url, etag=etag, last_modified=last_modified)
        except FetchFailed as failure:
            result = failure
        except Exception as error:
            # One odd answer among thousands must not end a run that nobody watches.
            log.exception("%s: unexpected", redact(url))
            result = FetchFailed("unexpected", f"{redact(url)}: {type(error).__name__}", attempts=1)
        aside, self._aside.robots = tuple(self._aside.robots), []
        return Tried(url, result, aside)

    def keep(self, tried: Tried) -> Result:
        """Append what was answered, robots.txt first; the result again, now with its record."""
        for url, result in tried.robots:
            self._keep_one(url, result)
        return self._keep_one(tried.url, tried.result)

    def _load_robots(self, url: str) -> Response:
        known = self.recall(url)
        if known is None:
            entry = self.archive.latest(url)
            if entry and warc.moment_of(entry.captured_at) > self.now - ROBOTS_KEPT:
                known = _response_of(self.archive.read(entry.record_id), 0, None)
        if known is None:
            try:
                known = self.client.fetch(url)
            except FetchFailed as failure:
                known = failure
            getattr(self._aside, "robots", []).append((url, known))
        if isinstance(known, FetchFailed):
            raise known
        return known

    def _keep_one(self, url: str, result: Result) -> Result:
        if not result.exchanges and not result.attempts:
            return result  # nothing was asked for: a refusal is found again without the network
        target = checked_url(url)
        group: list[warc.Record] = []
        content: warc.Record | str | None = None
        for exchange in result.exchanges:
            record, content = self._records_of(exchange)
            group += [warc.request(exchange, self.now, record.record_id), record]
        if isinstance(result, FetchFailed):
            fields = {"outcome": result.status, "reason": result.reason, "detail": result.detail}
            status, record_id, unchanged = result.http_status, None, False
            if isinstance(content, warc.Record) and result.exchanges[-1].content:
                record_id = content.record_id
        else:
            record_id = content if isinstance(content, str) else content.record_id if content else None
            unchanged = isinstance(content, str)
            status = result.status
            fields = {"outcome": "unchanged" if unchanged else "fetched"}
        fields["attempts"] = str(result.attempts)
        fields |= {"http-status": str(status)} if status else {}
        fields |= {"record": record_id} if record_id else {}
        fields |= {"lessons": " ".join(f"{host}={reason or 'well'}" for host, reason in result.lessons)}
        group.append(warc.outcome(target, self.now, fields, group[-1].record_id if group else None))
        self.archive.append(group)
        if isinstance(result, FetchFailed):
            return result
        if unchanged and result.status == 304:
            whole = self.archive.read(str(record_id))
            last = replace(result.exchanges[-1], content=whole.content, headers=whole.headers)
            result = replace(result, exchanges=(*result.exchanges[:-1], last))
        return replace(result, record_id=record_id, unchanged=unchanged)

    def _records_of(self, exchange: Exchange) -> tuple[warc.Record, warc.Record | str]:
        """The record to write for an exchange, and what holds its content: that one, or an older one's id."""
        if exchange.status in (200, 304):
            before = self.archive.latest(exchange.url)
            same = before and (exchange.status == 304 or before.digest == warc.sha256(exchange.content))
            if before and same and before.captured_at != warc.stamp(self.now):
                original = self.archive.entry(before.refers_to) if before.refers_to else before
                if original is not None:
                    at = warc.moment_of(original.captured_at)
                    again = warc.revisit(exchange, self.now, original.record_id, at, original.digest)
                    return again, original.record_id
        record = warc.response(exchange, self.now)
        return record, record

    def _from_outcome(self, told: Capture) -> Result:
        fields = told.fields
        attempts = int(fields.get("attempts", "0"))
        status = int(fields["http-status"]) if "http-status" in fields else None
        for host, _, reason in (lesson.partition("=") for lesson in fields.get("lessons", "").split()):
            self.client.hosts.learn(host, None if reason == "well" else reason)
        if fields["outcome"] in ("failed", "refused"):
            return FetchFailed(
                fields["reason"], fields.get("detail", ""), http_status=status, attempts=attempts
            )
        capture = self.archive.read(fields["record"])
        response = _response_of(capture, attempts, status)
        return replace(response, unchanged=fields["outcome"] == "unchanged")


def _sendable(value: str | None) -> bool:
    return value is not None and value.isascii() and value.isprintable()


def _response_of(capture: Capture, attempts: int, status: int | None) -> Response:
    exchange = Exchange(
        capture.url, (), status or capture.status or 200, "", capture.headers, capture.content
    )
    return Response((exchange,), attempts, record_id=capture.record_id)
