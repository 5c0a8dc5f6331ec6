"""How fast a site is asked, and when a host is left alone: pauses with seeded jitter, the circuit breaker."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass

from kerjasama.capture.reasons import FAILED, FetchFailed
from kerjasama.capture.settings import ClientSettings


class Pacer:
    """Spaces the requests to each site. `clock` is monotonic seconds; `sleep` waits."""

    def __init__(self, settings: ClientSettings, clock: Callable[[], float], sleep: Callable[[float], None]):
        self._settings = settings
        self._clock = clock
        self._sleep = sleep
        self._next: dict[str, float] = {}
        self._random: dict[str, random.Random] = {}
        self._lock = threading.Lock()

    def wait(self, site: str, pause: float) -> None:
        """Wait until the site may be asked again, and let it be asked next after `pause` seconds.

        The jitter only stretches, so a pause is never shorter than promised.
        """
        with self._lock:
            now = self._clock()
            start = max(now, self._next.get(site, now))
            stretch = 1 + self._settings.jitter * self._dice(site).random()
            self._next[site] = start + pause * stretch
        if start > now:
            self._sleep(start - now)

    def rest(self, site: str, seconds: float) -> None:
        """Let the site rest at least so long before the next request."""
        with self._lock:
            self._next[site] = max(self._next.get(site, 0.0), self._clock() + seconds)

    def stretched(self, site: str, seconds: float) -> float:
        """A pause stretched by the site's jitter."""
        with self._lock:
            return seconds * (1 + self._settings.jitter * self._dice(site).random())

    def _dice(self, site: str) -> random.Random:
        if site not in self._random:
            # Seeded with text: Python hashes it with SHA-512, so the same in every process.
            self._random[site] = random.Random(f"{self._settings.seed}:{site}")
        return self._random[site]


@dataclass
class _Host:
    stopped: bool = False
    failures: int = 0
    skips_left: int = 0
    openings: int = 0


_HOST_IS_ILL = frozenset(
    [
        "dns",
        "connection_refused",
        "connection_reset",
        "tls",
        "timeout",
        "too_slow",
        "protocol_error",
        "server_error",
        "rate_limited",
    ]
)


class Hosts:
    """What this run has learned of each host: answered 403 (stopped for the run), or ill (circuit open).

    The circuit is counted in addresses, not in minutes, so that the same answers give the same rows
    however long they took: after `breaker_failures` failures running the next `breaker_skips`
    addresses are passed over, then one is tried after a pause; each further failure doubles the number.
    """

    def __init__(self, settings: ClientSettings, rest: Callable[[str], None]):
        self._settings = settings
        self._rest = rest
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def admit(self, host: str) -> None:
        """FetchFailed `host_stopped` or `circuit_open` where the host is not to be asked now."""
        with self._lock:
            state = self._hosts.setdefault(host, _Host())
            if state.stopped:
                raise FetchFailed("host_stopped", f"{host} answered 403 in this run and is asked no more")
            if state.skips_left:
                state.skips_left -= 1
                if not state.skips_left:
                    self._rest(host)
                raise FetchFailed(
                    "circuit_open",
                    f"{host} failed {state.failures} times running and is left alone for a while",
                )

    def learn(self, host: str, reason: str | None) -> None:
        """Take note of how an address of the host ended: None for well, else the reason it failed."""
        with self._lock:
            state = self._hosts.setdefault(host, _Host())
            if reason == "forbidden":
                state.stopped = True
            elif reason in _HOST_IS_ILL:
                state.failures += 1
                at_once = reason == "rate_limited"
                if at_once or state.failures >= self._settings.breaker_failures:
                    state.skips_left = self._settings.breaker_skips * 2**state.openings
                    state.openings += 1
            elif reason is None or (reason in FAILED and reason != "circuit_open"):
                state.failures = state.openings = 0
