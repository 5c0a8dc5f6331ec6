"""From a declared source to candidates: fetches feeds, sitemaps and listings, and reports the one that fails.

How each format is read is in `feeds.py`, `sitemaps.py` and `listings.py`; fetching the articles is
`kerjasama.capture.crawl`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from kerjasama.capture.candidate import Candidate, Problem
from kerjasama.capture.reasons import FetchFailed
from kerjasama.sources.canonical import request_url, twin_key
from kerjasama.sources.config import NETWORK_KINDS, Fetcher, Source, SourceError, source
from kerjasama.sources.feeds import Item, read_feed
from kerjasama.sources.listings import page_addresses, read_listing
from kerjasama.sources.sitemaps import walk_sitemaps
from kerjasama.sources.xml import Unreadable

_Found = Iterator[Item | tuple[str, Exception]]


def discover(config: Source | Mapping[str, Any], client: Fetcher, now: datetime) -> Iterator[Candidate]:
    """The candidates of one feed, sitemap or listing, in its order.

    A source that cannot be had or read, or that names no address, gives a candidate with a `problem`
    instead: the crawl turns it into a failed row, so that coverage tells "no news" from "did not look".
    """
    declared = source(config)
    if declared.kind not in NETWORK_KINDS:
        raise SourceError(f"source {declared.name}: brings its pages itself and is not discovered")
    number = 0
    for found in _read(declared, client, _window(declared, now)):
        if isinstance(found, tuple):
            yield _problem(declared, *found)
            number += 1
            continue
        yield Candidate(
            url=request_url(found.url, declared.publisher),
            publisher=declared.publisher,
            found_via=declared.name,
            title=found.title,
            published_at=found.published,
            summary=found.summary,
            key=twin_key(found.url, declared.publisher),
        )
        number += 1
        if number >= declared.max_items:
            return
    if not number:
        yield _problem(declared, declared.url or "", SourceEmpty("names no address in the time window"))


class SourceEmpty(Exception):
    """A source that was read and names nothing."""


def interleaved(streams: Iterable[Iterator[Candidate]]) -> Iterator[Candidate]:
    """One candidate of each stream in turn, so that several sites are asked at the same time."""
    going = list(streams)
    while going:
        for stream in list(going):
            try:
                yield next(stream)
            except StopIteration:
                going.remove(stream)


def _read(declared: Source, client: Fetcher, wanted: Callable[[str | None], bool]) -> _Found:
    url = declared.url or ""
    if declared.kind == "sitemap":
        found: _Found = walk_sitemaps(url, lambda where: client.get(where).content, wanted)
        pattern = re.compile(declared.link_pattern or "")
        yield from (f for f in found if isinstance(f, tuple) or pattern.search(f.url))
        return
    for where in page_addresses(url, declared.pages) if declared.kind == "listing" else [url]:
        try:
            answer = client.get(where)
            if declared.kind == "feed":
                items = read_feed(answer.content, answer.url, answer.content_type)
            else:
                items = read_listing(answer.content, answer.url, declared.link_pattern or "")
            yield from (item for item in items if wanted(item.published))
        except (FetchFailed, Unreadable) as failure:
            yield where, failure


def _window(declared: Source, now: datetime) -> Callable[[str | None], bool]:
    """Whether a printed date lies in the source's window; what tells no readable date does."""
    if declared.window_days is None:
        return lambda printed: True
    earliest = now - timedelta(days=declared.window_days)

    def wanted(printed: str | None) -> bool:
        moment = moment_told(printed, now)
        return moment is None or moment >= earliest

    return wanted


def moment_told(printed: str | None, now: datetime) -> datetime | None:
    """A date as feeds and sitemaps print it (ISO 8601 or RFC 5322), or None; without offset it is UTC's."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read((printed or "").strip())
        except (ValueError, OverflowError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)
    return None


def _problem(declared: Source, where: str, failure: Exception) -> Candidate:
    if isinstance(failure, FetchFailed):
        problem = Problem(failure.reason, failure.detail)
    elif isinstance(failure, SourceEmpty):
        problem = Problem("source_empty", f"{where}: {failure}")
    elif isinstance(failure, Unreadable):
        problem = Problem("feed_unreadable", f"{where}: {failure}")
    else:
        raise failure
    return Candidate(where, declared.publisher, declared.name, problem=problem)
