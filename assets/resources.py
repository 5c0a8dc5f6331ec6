"""The resources that assets ask for: the clock, the home, the engine. A test swaps them, never patches.

Which values they get is `pipelines.definitions`; the table I/O manager is in `pipelines.tables_io`.
"""

from __future__ import annotations

from datetime import UTC, datetime

import dagster as dg

from kerjasama.clock import parse_moment
from kerjasama.storage import Home


class Clock(dg.ConfigurableResource):
    """The one clock. Every stamp comes from it; `now` fixes it (ISO 8601 with an offset)."""

    now: str | None = None

    def moment(self) -> datetime:
        """The time, UTC, whole seconds."""
        return parse_moment(self.now) if self.now else datetime.now(UTC).replace(microsecond=0)


class HomeResource(dg.ConfigurableResource):
    """The root under which everything lives."""

    location: str

    def home(self) -> Home:
        """The home, which need not exist yet."""
        return Home.at(self.location)


class EngineResource(dg.ConfigurableResource):
    """How work over many articles is spread: processes of this machine, or a Dask cluster."""

    workers: int = 1
    cluster: str | None = None


class Newsstand(dg.ConfigurableResource):
    """Where articles come from: the sample newsroom, live outlets, files, WARC files or Common Crawl."""

    source: str = "sample"
    paths: list[str] = []
    publishers: list[str] = []
    partner_countries: list[str] = ["JP"]


class Publishing(dg.ConfigurableResource):
    """Where each release is published, and what it may lose before somebody must accept it."""

    destinations: list[str] = []
    max_loss: float = 0.5
    version: str | None = None
    accept: str | None = None
