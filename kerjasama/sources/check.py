"""`kerjasama sources check`: visits an outlet's declared sources and reports what works. Keeps nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from kerjasama.capture.client import Client
from kerjasama.capture.reasons import FetchFailed
from kerjasama.capture.response import Response
from kerjasama.sources.config import NETWORK_KINDS, Source
from kerjasama.sources.discover import discover, moment_told
from kerjasama.sources.publishers import Publisher, publisher_of_host

_ENOUGH = 200
"""Addresses that are looked at; the rest of a large sitemap is left unread."""


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What one source gave: addresses, how many of them dated and how many on the outlet's hosts.

    `newest` is the latest date told, ISO 8601. `reason` and `detail` say why it failed (None: it did not),
    `reading` how its sample article was read.
    """

    name: str
    addresses: int = 0
    dated: int = 0
    at_home: int = 0
    newest: str | None = None
    sample: str | None = None
    reason: str | None = None
    detail: str | None = None
    reading: str | None = None

    @property
    def works(self) -> bool:
        """Whether it names addresses of its own outlet."""
        return self.reason is None and self.at_home > 0


@dataclass(frozen=True, slots=True)
class PublisherReport:
    """What a visit to an outlet found. `crawl_delay` is in seconds; robots.txt names the `sitemaps`."""

    publisher: str
    sources: tuple[SourceReport, ...]
    robots: str
    crawl_delay: float = 0.0
    sitemaps: tuple[str, ...] = ()
    undeclared: tuple[str, ...] = field(default=())

    @property
    def works(self) -> bool:
        """Whether at least one source works."""
        return any(source.works for source in self.sources)


Reader = Callable[[Response], str]
"""Says in words how an article's page was read; pages are no subject of this folder."""


def check(
    publisher: Publisher, client: Client, now: datetime, reader: Reader | None = None
) -> PublisherReport:
    """Visit each declared source of an outlet once, and one article of the first that works.

    Never raises for what a site does: every failure is told in the report.
    """
    sources = publisher.declared_sources()
    reports = tuple(_checked(source, publisher, client, now, reader) for source in sources)
    address = next((s.url for s in publisher.declared_sources() if s.url), f"https://{publisher.hosts[0]}/")
    rules = client.robots.rules(address)
    told = rules.refusal[1] if rules.refusal else rules.note or "rules"
    declared = {source.url for source in publisher.declared_sources()}
    return PublisherReport(
        publisher.id,
        reports,
        told,
        rules.delay(client.settings.robots_agent),
        rules.sitemaps,
        tuple(sitemap for sitemap in rules.sitemaps if sitemap not in declared),
    )


def _checked(
    source: Source, publisher: Publisher, client: Client, now: datetime, reader: Reader | None
) -> SourceReport:
    if source.kind not in NETWORK_KINDS:
        return SourceReport(source.name, reason="not_visited", detail="brings its pages itself")
    addresses = dated = at_home = 0
    newest: datetime | None = None
    sample = reason = detail = reading = None
    # Without the time window: an old feed is a finding here, not an empty one.
    for candidate in discover(source.model_copy(update={"window_days": None}), client, now):
        if candidate.problem is not None:
            reason, detail = reason or candidate.problem.reason, detail or candidate.problem.detail
            continue
        addresses += 1
        moment = moment_told(candidate.published_at, now)
        dated += moment is not None
        newest = max(filter(None, (newest, moment)), default=None)
        home = publisher_of_host(_host(candidate.url))
        at_home += home is not None and home.id == publisher.id
        sample = sample or candidate.url
        if addresses >= _ENOUGH:
            break
    if sample and not reason:
        try:
            page = client.get(sample)
            reading = reader(page) if reader else None
        except FetchFailed as failure:
            reason, detail = failure.reason, f"an article: {failure.detail}"
    told = newest.isoformat() if newest else None
    return SourceReport(source.name, addresses, dated, at_home, told, sample, reason, detail, reading)


def _host(url: str) -> str:
    return url.split("/")[2].partition(":")[0].lower() if url.count("/") > 1 else ""
