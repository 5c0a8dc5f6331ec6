"""robots.txt: what it allows, how long it asks to wait, and what a missing or broken one means (RFC 9309)."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from kerjasama.capture.reasons import REFUSED, FetchFailed
from kerjasama.capture.response import Response

log = logging.getLogger(__name__)

MAX_BYTES = 512 * 1024
"""RFC 9309 section 2.5 asks to parse at least 500 KiB; what lies beyond is ignored."""
DAY = 86_400.0
_HOST_FAULTS = frozenset({"dns", "connection_refused", "tls", "circuit_open"})


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin's robots.txt says. `refusal` closes the whole origin; without parser all is allowed."""

    parser: Protego | None = None
    refusal: tuple[str, str] | None = None
    note: str = ""

    def check(self, url: str, agent: str, max_delay: float) -> float:
        """The pause in seconds that is asked for; FetchFailed where the URL may not be fetched."""
        if self.refusal:
            raise FetchFailed(*self.refusal)
        if self.parser is None:
            return 0.0
        if not self.parser.can_fetch(url, agent):
            raise FetchFailed(
                "robots_disallowed", f"robots.txt of {urlsplit(url).netloc} forbids {urlsplit(url).path}"
            )
        delay = self.delay(agent)
        if delay > max_delay:
            raise FetchFailed(
                "robots_crawl_delay",
                f"robots.txt of {urlsplit(url).netloc} asks for {delay:g} s between requests; "
                f"raise max_crawl_delay (now {max_delay:g} s) to wait that long",
            )
        return delay

    def delay(self, agent: str) -> float:
        """The longer of crawl-delay and request-rate, seconds; 0 where neither is told."""
        if self.parser is None:
            return 0.0
        rate = self.parser.request_rate(agent)
        spacing = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(self.parser.crawl_delay(agent) or 0.0), spacing)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that robots.txt names."""
        return tuple(self.parser.sitemaps) if self.parser else ()


def rules_of(status: int, content: bytes, content_type: str | None, where: str) -> Rules:
    """Read an answer to /robots.txt.

    2xx: its rules; a page of HTML holds none and allows all, as RFC 9309 asks of unparsable lines.
    401, 403, 429 and 5xx close the origin (stricter than the RFC for 401 and 403: who locks the
    rules away is taken at the safest word); any other status means that there are no rules.
    """
    if status in (401, 403, 429) or status >= 500:
        return Rules(refusal=("robots_unreachable", f"{where} answered {status}: taken as a refusal"))
    if not 200 <= status < 300:
        return Rules(note=f"HTTP {status}: no rules")
    text = content[:MAX_BYTES].decode("utf-8-sig", errors="replace")
    if "html" in (content_type or "").lower() or text.lstrip()[:1] == "<":
        log.warning("%s is a page of HTML, not rules: nothing is forbidden by it", where)
        return Rules(note="HTML instead of rules")
    return Rules(parser=Protego.parse(text))


class Robots:
    """The rules of every origin asked in a run; `load` gets a robots.txt, from network or archive.

    Rules are kept a day, a failure an hour. Safe to use from several threads.
    """

    def __init__(self, load: Callable[[str], Response], clock: Callable[[], float]):
        self.load = load
        self._clock = clock
        self._known: dict[str, tuple[float, Rules]] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def rules(self, url: str) -> Rules:
        """The rules of the URL's origin, loaded once."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            ends, rules = self._known.get(origin, (0.0, Rules()))
            if origin not in self._known or self._clock() >= ends:
                rules = self._read(origin + "/robots.txt")
                self._known[origin] = (self._clock() + (DAY if rules.refusal is None else DAY / 24), rules)
            return rules

    def _read(self, where: str) -> Rules:
        try:
            response = self.load(where)
        except FetchFailed as failure:
            if failure.http_status is not None and failure.http_status >= 400:
                return rules_of(failure.http_status, b"", None, where)
            if failure.reason in REFUSED or failure.reason in _HOST_FAULTS:
                return Rules(refusal=(failure.reason, failure.detail))
            return Rules(refusal=("robots_unreachable", f"{where}: {failure.reason} ({failure.detail})"))
        return rules_of(response.status, response.content, response.content_type, where)
