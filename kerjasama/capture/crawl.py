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
    due: deque[_Slot] = deque()
    queues: dict[str, deque[_Slot]] = {}
    running: dict[str, Future[Tried]] = {}
    places = count()
    more = True
    with ThreadPoolExecutor(recorder.client.settings.hosts_at_once, "capture") as pool:
        try:
            while more or due:
                while more and len(due) < WINDOW:
                    step = next(sifted, None)
                    more = step is not None
                    if step is not None:
                        due.append(_slot(*step, next(places), recorder, queues))
                _start(queues, running, due, recorder, pool)
                while due and (ready := due[0].settled(recorder)) is not None:
                    slot = due.popleft()
                    running = {site: f for site, f in running.items() if f is not slot.future}
                    yield slot.candidate, ready, bool(due) and due[0].arrived
                    _start(queues, running, due, recorder, pool)
                if due and running:
                    wait(running.values(), return_when=FIRST_COMPLETED)
                    running = {site: future for site, future in running.items() if not future.done()}
        finally:
            for future in running.values():
                future.cancel()


class _Slot:
    """A candidate's place in the order of rows."""

    __slots__ = ("candidate", "decided", "future", "place")

    def __init__(self, candidate: Candidate, decided: Decided | None, place: int):
        self.candidate = candidate
        self.decided = decided
        self.future: Future[Tried] | None = None
        self.place = place

    def settled(self, recorder: Recorder) -> Decided | None:
        """How it ended, kept in the archive; None while that is open."""
        if self.decided is None and self.future is not None and self.future.done():
            self.decided = recorder.keep(self.future.result())
        return self.decided

    @property
    def arrived(self) -> bool:
        """Whether nothing has to be waited for any more."""
        return self.decided is not None or (self.future is not None and self.future.done())

    @property
    def held(self) -> int:
        """Bytes of an answer that waits for its turn."""
        if self.future is None or not self.future.done():
            return 0
        return sum(len(exchange.content) for exchange in self.future.result().result.exchanges)


def _slot(
    candidate: Candidate,
    decided: Decided | None,
    place: int,
    recorder: Recorder,
    queues: dict[str, deque[_Slot]],
) -> _Slot:
    slot = _Slot(candidate, decided, place)
    if decided is None:
        try:
            site = site_of(urlsplit(checked_url(candidate.url)).hostname or "")
            queues.setdefault(site, deque()).append(slot)
        except FetchFailed as failure:
            slot.decided = failure
    return slot


def _start(
    queues: dict[str, deque[_Slot]],
    running: dict[str, Future[Tried]],
    due: deque[_Slot],
    recorder: Recorder,
    pool: ThreadPoolExecutor,
) -> None:
    """Start a request for every idle site, the earliest place first, while few bytes are waiting."""
    idle = [site for site, queue in queues.items() if queue and site not in running]
    for site in sorted(idle, key=lambda site: queues[site][0].place):
        if len(running) >= recorder.client.settings.hosts_at_once:
            return
        queue = queues[site]
        while queue and site not in running:
            if queue[0] is not due[0] and sum(slot.held for slot in due) > WINDOW_BYTES:
                return
            slot = queue.popleft()
            slot.decided = recorder.recall(slot.candidate.url)
            if slot.decided is None:
                conditions = recorder.conditions(slot.candidate.url)
                slot.future = pool.submit(recorder.ask, slot.candidate.url, *conditions)
                running[site] = slot.future
        if not queue:
            del queues[site]


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
