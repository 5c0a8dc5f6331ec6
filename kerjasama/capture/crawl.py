"""The crawl: candidates in, one `captures` row out for each, pages into the archive.

Sites are asked at the same time, each by one request at a time. Rows come, and the archive grows, in
the order of the candidates, whichever site was faster.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from kerjasama.capture.addresses import checked_url, redact, site_of
from kerjasama.capture.archive import Archive
from kerjasama.capture.candidate import Candidate
from kerjasama.capture.client import Client
from kerjasama.capture.reasons import FetchFailed, status_of
from kerjasama.capture.recorder import Recorder, Result, Tried
from kerjasama.capture.rows import row
from kerjasama.capture.warc import sha256

log = logging.getLogger(__name__)

Gate = Callable[[Candidate], str | None]
"""Says why a candidate is passed over (a reason of status `skipped`), or None to let it through."""

TOGETHER = 32
"""Rows that are made durable together at most."""
WINDOW = 256
"""Candidates that are looked at ahead of the one whose row is due."""
WINDOW_BYTES = 64 * 1024 * 1024
"""Bytes of bodies that may wait for their turn before no further request is started."""


def capture(
    candidates: Iterable[Candidate],
    client: Client,
    archive: Archive,
    now: datetime,
    gate: Gate | None = None,
    *,
    day: str | None = None,
    lane: str = "",
) -> Iterator[dict[str, Any]]:
    """Try every candidate and yield its row of the `captures` table once its capture is durable.

    A second candidate of the same address is left out; a twin by `Candidate.key` gives a row of status
    `skipped`. What this run (by its clock `now`) has tried already comes from the archive, without the
    network. `day` and `lane` as for `rows.row` and `Archive.writing`.
    """
    recorder = Recorder(client, archive, now)
    waiting: list[dict[str, Any]] = []
    with archive.writing(now, lane):
        for candidate, result, more in _in_order(_sifted(candidates, gate), recorder):
            waiting.append(_row(candidate, result, recorder.now, day))
            # One fsync serves all rows that are due at the same moment.
            if (not more or len(waiting) >= TOGETHER) and archive.flush():
                yield from waiting
                waiting = []
        archive.flush(force=True)
        yield from waiting


def fetch_ahead(addresses: Iterable[str], recorder: Recorder) -> None:
    """Ask for addresses on several sites at once and keep the answers, so that `recorder.get` finds them.

    The archive must be open for writing. Failures are kept as well and raised by `get`.
    """
    candidates = ((Candidate(url, None, "ahead"), None) for url in dict.fromkeys(addresses))
    for _ in _in_order(candidates, recorder):
        pass
    recorder.archive.flush(force=True)


Decided = Result | str
"""How a candidate ended, or the reason why it was skipped."""


def _sifted(candidates: Iterable[Candidate], gate: Gate | None) -> Iterator[tuple[Candidate, Decided | None]]:
    """Leave out repeated addresses; tell at once how those end that need no request."""
    addresses: set[int] = set()
    keys: set[int] = set()
    for candidate in candidates:
        address = _fingerprint(_address(candidate.url))
        key = _fingerprint(candidate.key) if candidate.key else None
        if address in addresses:
            continue
        addresses.add(address)
        if candidate.problem is not None:
            yield candidate, FetchFailed(candidate.problem.reason, candidate.problem.detail)
        elif gate is not None and (reason := gate(candidate)):
            yield candidate, reason
        elif key in keys:
            yield candidate, "duplicate"
        else:
            if key is not None:
                keys.add(key)
            yield candidate, None


def _address(url: str) -> str:
    try:
        return checked_url(url)
    except FetchFailed:
        return redact(url)


def _fingerprint(url: str) -> int:
    """A number of 64 bits that stands for an address, so that a long crawl stays small in memory."""
    return int(sha256(url.encode("utf-8", "surrogatepass"))[:16], 16)


def _in_order(
    sifted: Iterator[tuple[Candidate, Decided | None]], recorder: Recorder
) -> Iterator[tuple[Candidate, Decided, bool]]:
    """Run requests to different sites at once, and give the results in the order of the candidates.

    The third value tells whether the next result is there already.
    """
    places = count()
    more = True
    with ThreadPoolExecutor(recorder.client.settings.hosts_at_once, "capture") as pool:
        window = _Window(recorder, pool)
        try:
            while more or window.due:
                while more and len(window.due) < WINDOW:
                    step = next(sifted, None)
                    more = step is not None
                    if step is not None:
                        window.take(_Slot(*step, next(places)))
                window.start()
                while (slot := window.next_settled()) is not None:
                    yield slot.candidate, slot.decided, window.next_arrived  # type: ignore[misc]
                    window.start()
                window.wait()
        finally:
            for slot in window.running.values():
                slot.future.cancel()  # type: ignore[union-attr]


class _Slot:
    """A candidate's place in the order of rows."""

    __slots__ = ("candidate", "decided", "future", "held", "place")

    def __init__(self, candidate: Candidate, decided: Decided | None, place: int):
        self.candidate = candidate
        self.decided = decided
        self.future: Future[Tried] | None = None
        self.held = 0  # bytes of an answer that waits for its turn
        self.place = place

    @property
    def arrived(self) -> bool:
        """Whether nothing has to be waited for any more."""
        return self.decided is not None or (self.future is not None and self.future.done())


class _Window:
    """The candidates that are looked at: those due in order, queued by site, running, and bytes held."""

    def __init__(self, recorder: Recorder, pool: ThreadPoolExecutor):
        self.due: deque[_Slot] = deque()
        self.running: dict[str, _Slot] = {}
        self._queues: dict[str, deque[_Slot]] = {}
        self._held = 0
        self._recorder = recorder
        self._pool = pool

    def take(self, slot: _Slot) -> None:
        """Give a slot its place, and queue it at its site where it needs a request."""
        self.due.append(slot)
        if slot.decided is None:
            try:
                site = site_of(urlsplit(checked_url(slot.candidate.url)).hostname or "")
                self._queues.setdefault(site, deque()).append(slot)
            except FetchFailed as failure:
                slot.decided = failure

    def start(self) -> None:
        """Start a request for every idle site, the earliest place first, while few bytes are waiting."""
        self._collect()
        at_once = self._recorder.client.settings.hosts_at_once
        idle = [site for site, queue in self._queues.items() if queue and site not in self.running]
        for site in sorted(idle, key=lambda site: self._queues[site][0].place):
            if len(self.running) >= at_once:
                return
            queue = self._queues[site]
            while queue and site not in self.running:
                if queue[0] is not self.due[0] and self._held > WINDOW_BYTES:
                    return
                self._ask(queue.popleft(), site)
            if not queue:
                del self._queues[site]

    def next_settled(self) -> _Slot | None:
        """The slot that is due, once it has ended and its answer is in the archive; None while it has not."""
        if not self.due or not self.due[0].arrived:
            return None
        self._collect()
        slot = self.due.popleft()
        if slot.decided is None and slot.future is not None:
            slot.decided = self._recorder.keep(slot.future.result())
            self._held -= slot.held
        return slot

    @property
    def next_arrived(self) -> bool:
        """Whether the slot that is due now needs no more waiting."""
        return bool(self.due) and self.due[0].arrived

    def wait(self) -> None:
        """Wait for an answer, where one is asked for."""
        if self.due and self.running:
            wait([slot.future for slot in self.running.values() if slot.future], return_when=FIRST_COMPLETED)

    def _ask(self, slot: _Slot, site: str) -> None:
        """Take the answer from this run's archive, or else ask the site."""
        url = slot.candidate.url
        slot.decided = self._recorder.recall(url)
        if slot.decided is None:
            slot.future = self._pool.submit(self._recorder.ask, url, *self._recorder.conditions(url))
            self.running[site] = slot

    def _collect(self) -> None:
        """Let sites go whose answer has come, and count the bytes that wait."""
        for site, slot in list(self.running.items()):
            if slot.future is not None and slot.future.done():
                del self.running[site]
                exchanges = slot.future.result().result.exchanges
                slot.held = sum(len(exchange.content) for exchange in exchanges)
                self._held += slot.held


def _row(candidate: Candidate, decided: Decided, now: datetime, day: str | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "url": redact(candidate.url),
        "publisher": candidate.publisher,
        "found_via": candidate.found_via,
        "title_hint": candidate.title,
        "published_hint": candidate.published_at,
    }
    if isinstance(decided, str):
        return row(now, day, status_of(decided), reason=decided, **told)
    told["attempts"] = decided.attempts
    if isinstance(decided, FetchFailed):
        log.info("%s: %s", told["url"], decided)
        told |= {"reason": decided.reason, "detail": decided.detail, "http_status": decided.http_status}
        return row(now, day, decided.status, **told)
    return row(
        now,
        day,
        "unchanged" if decided.unchanged else "fetched",
        http_status=decided.status,
        content_type=decided.content_type,
        bytes=len(decided.content),
        content_digest=sha256(decided.content),
        archive_record=decided.record_id,
        **told,
    )
