"""What the capture tests share: a clock, quick clients, and a run over a list of addresses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kerjasama.capture.archive import Archive
from kerjasama.capture.candidate import Candidate
from kerjasama.capture.client import Client
from kerjasama.capture.crawl import capture
from kerjasama.capture.settings import ClientSettings

HOST = "kabar.example"
NOW = datetime(2026, 1, 31, 6, 0, tzinfo=UTC)


class World:
    """A clock that only moves when somebody sleeps, and the sleeps that were asked for."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.sleeps: list[float] = []

    def clock(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.time += seconds


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def make_client(web: Any, world: World) -> Callable[..., Client]:
    """A client of the loopback server that waits for nothing; settings by keyword."""

    def make(**settings: Any) -> Client:
        quick = {
            "delay": 0,
            "jitter": 0,
            "backoff": 0,
            "retries": 2,
            "read_timeout": 2.0,
            "total_timeout": 5.0,
        }
        hosts = [HOST, *settings.pop("hosts", [])]
        resolve = web.resolve(*hosts) | settings.pop("resolve", {})
        return Client(
            ClientSettings(resolve=resolve, **(quick | settings)),
            sleep=world.sleep,
            clock=world.clock,
            wall=lambda: NOW.timestamp(),
        )

    return make


@pytest.fixture
def run(make_client: Callable[..., Client], tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    """Capture addresses (paths of HOST or whole URLs) into the test's archive; the rows."""

    def go(
        *addresses: str, now: datetime = NOW, client: Client | None = None, **settings: Any
    ) -> list[dict[str, Any]]:
        urls = [a if ":" in a else f"http://{HOST}{a}" for a in addresses]
        candidates = [Candidate(url, "kabar", "test") for url in urls]
        archive = Archive(tmp_path / "archive", fsync=False)
        rows = list(capture(candidates, client or make_client(**settings), archive, now))
        archive.close()
        return rows

    return go
