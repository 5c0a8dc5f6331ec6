"""Ending an answer that takes too long in all, however slowly it drips: a watchdog that shuts the socket.

A socket time-out only bounds one silence; headers or a body sent a byte a second never trip it.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass(eq=False)
class Watch:
    """One answer being waited for. `expired` is set when the watchdog ended it."""

    ends: float
    sock: socket.socket | None = None
    expired: bool = field(default=False)


class Watchdog:
    """Shuts the sockets whose time is up. One thread, asleep while nothing is watched."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._watches: set[Watch] = set()
        self._thread: threading.Thread | None = None
        self._local = threading.local()

    @contextmanager
    def watch(self, seconds: float) -> Iterator[Watch]:
        """Bound what this thread does with its connection until the block ends."""
        watch = Watch(time.monotonic() + seconds)
        self._local.watch = watch
        with self._condition:
            self._watches.add(watch)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="capture-watchdog", daemon=True)
                self._thread.start()
            elif len(self._watches) == 1:
                self._condition.notify()
        try:
            yield watch
        finally:
            self._local.watch = None
            with self._condition:
                self._watches.discard(watch)

    def connected(self, sock: socket.socket | None) -> None:
        """Tell which socket this thread's watch is about."""
        watch = getattr(self._local, "watch", None)
        if watch is not None:
            with self._condition:
                watch.sock = sock
                if watch.expired:
                    _shut(sock)

    def _run(self) -> None:
        with self._condition:
            while True:
                now = time.monotonic()
                for watch in self._watches:
                    if watch.ends <= now and not watch.expired:
                        watch.expired = True
                        _shut(watch.sock)
                waiting = [watch.ends - now for watch in self._watches if not watch.expired]
                self._condition.wait(max(0.01, min(waiting)) if waiting else None)


def _shut(sock: socket.socket | None) -> None:
    if sock is not None:
        with suppress(OSError):
            # The plain socket's method: SSLSocket's own would pull the TLS object from under its reader.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)
