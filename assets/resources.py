"""The resources that assets ask for: the clock, the home, the engine. A test swaps them, never patches.

Which values they get is `pipelines.definitions`; the table I/O manager is in `pipelines.tables_io`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import dagster as dg
from upath import UPath

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
    archive_location: str | None = None

    def home(self) -> Home:
        """The home, which need not exist yet."""
        return Home.at(self.location)

    def archive(self) -> UPath:
        """Where raw captures lie: in the home, unless a release is made again from another home's archive."""
        return UPath(self.archive_location) if self.archive_location else self.home().archive

    def ledger(self) -> str:
        """The text of `corrections.yaml` beside the archive (known errors, put right); empty without one."""
        path = self.archive().parent / "corrections.yaml"
        return path.read_text(encoding="utf-8") if path.exists() else ""


class EngineResource(dg.ConfigurableResource):
    """How work over many articles is spread: processes of this machine, or a Dask cluster."""

    workers: int = 1
    cluster: str | None = None


class Newsstand(dg.ConfigurableResource):
    """Where articles come from: the sample newsroom, live outlets, files, WARC files or Common Crawl.

    `commoncrawl` holds settings of such a source (`crawl`, `hosts`, `since`, …); `client` settings of the
    network client (`contact`, `delay`, …). `keywords` let a live address through by its title, URL or
    summary; by default they are the names of the partner countries.
    """

    source: str = "sample"
    paths: list[str] = []
    publishers: list[str] = []
    keywords: list[str] = []
    partner_countries: list[str] = ["JP"]
    commoncrawl: dict[str, Any] = {}
    client: dict[str, Any] = {}

    @contextmanager
    def open(self) -> Iterator[tuple[list[Any], dict[str, Any]]]:
        """The sources and the client's settings; the sample's server runs as long as the block."""
        if self.source == "sample":
            from kerjasama.sources.newsroom.server import serve

            with serve() as newsroom:
                # Our own server: no need to spare it.
                yield newsroom.sources, {"resolve": newsroom.resolve, "delay": 0, "backoff": 0}
        elif self.source == "live":
            from kerjasama.sources.publishers import live_sources

            yield live_sources(self.publishers), dict(self.client)
        elif self.source == "commoncrawl":
            yield [{"kind": "commoncrawl", **self.commoncrawl}], dict(self.client)
        else:
            yield [{"kind": self.source, "paths": self.paths}], dict(self.client)

    def gate(self) -> Any:
        """The keyword gate of live sources; None where everything is let through."""
        if self.source != "live":
            return None
        from kerjasama.sources.gate import country_words, keyword_gate

        return keyword_gate(self.keywords or country_words(self.partner_countries))


class Publishing(dg.ConfigurableResource):
    """Where each release is published, and what it may lose before somebody must accept it."""

    destinations: list[str] = []
    max_loss: float | None = None
    version: str | None = None
    accept: str | None = None

    def limits(self) -> dict[str, float]:
        """What overrides the limits of expectations/rules.yaml."""
        return {} if self.max_loss is None else {"maximum_loss": self.max_loss}
