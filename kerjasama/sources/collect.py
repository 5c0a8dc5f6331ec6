"""From declared sources to `captures` rows: discovers, fetches, takes in. One call is one run's capture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from kerjasama.capture.archive import Archive
from kerjasama.capture.client import Client
from kerjasama.capture.crawl import Gate, capture, fetch_ahead
from kerjasama.capture.deposits import Deposit, take_in
from kerjasama.capture.recorder import Recorder
from kerjasama.sources.archived_pages import ArchivedPages
from kerjasama.sources.commoncrawl import read_cc_news, read_common_crawl
from kerjasama.sources.config import NETWORK_KINDS, Source, source
from kerjasama.sources.discover import discover, interleaved
from kerjasama.sources.files import read_files
from kerjasama.sources.listings import page_addresses
from kerjasama.sources.publishers import publisher_of_host
from kerjasama.sources.warcs import read_warcs


def collect(
    sources: Iterable[Source | Mapping[str, Any]],
    client: Client,
    archive: Archive,
    now: datetime,
    gate: Gate | None = None,
    *,
    day: str | None = None,
    lane: str = "",
) -> Iterator[dict[str, Any]]:
    """Capture all that the sources name; yield a `captures` row for each address, once it is durable.

    Feeds, sitemaps and listings are archived as well. Wrongly declared sources raise SourceError before
    anything is asked for. Started again with the same `now`, the run goes on where it was stopped.
    """
    declared = [source(config) for config in sources]
    network = [one for one in declared if one.kind in NETWORK_KINDS]
    with archive.writing(now, lane):
        for one in declared:
            if one.kind not in NETWORK_KINDS:
                yield from take_in(deposits_of(one, client, archive, now), archive, now, day=day, lane=lane)
        if network:
            recorder = Recorder(client, archive, now)
            fetch_ahead((page_addresses(one.url or "", 1)[0] for one in network), recorder)
            candidates = interleaved([discover(one, recorder, now) for one in network])
            yield from capture(candidates, client, archive, now, gate, day=day, lane=lane)


def deposits_of(declared: Source, client: Client, archive: Archive, now: datetime) -> Iterator[Deposit]:
    """The pages that a source brings itself. `client` fetches the files of the remote ones."""
    hosts, name, memory = declared.hosts, declared.name, ArchivedPages(archive, now, declared.name)
    if declared.kind == "files":
        return read_files(declared.paths, found_via=name)
    if declared.kind == "commoncrawl":
        return read_common_crawl(declared, client, publisher_id, memory.held)
    if declared.kind == "ccnews":
        return read_cc_news(declared, client, publisher_id, memory)
    return read_warcs(declared.paths, hosts=hosts, publisher_of=publisher_id, found_via=name)


def publisher_id(host: str) -> str | None:
    """The id of the outlet that a host belongs to."""
    outlet = publisher_of_host(host)
    return outlet.id if outlet else None
