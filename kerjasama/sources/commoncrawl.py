"""Common Crawl as a source: its columnar index read with DuckDB, single records by Range; CC-NEWS by host.

Where its files lie is a setting (`data_url`), so that a mirror or a replica serves as well. Pages keep
the time at which Common Crawl captured them.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol

from kerjasama.capture.body import gunzip
from kerjasama.capture.candidate import Problem
from kerjasama.capture.client import Client
from kerjasama.capture.deposits import Deposit
from kerjasama.capture.reasons import FetchFailed
from kerjasama.sources.config import Source
from kerjasama.sources.remote_files import RangeFileSystem
from kerjasama.sources.warcs import PublisherOf, page_of, read_stream

log = logging.getLogger(__name__)

Held = Callable[[str, datetime], Deposit | None]
"""(address, capture time) → the page where our archive has it already, so that it is not fetched again."""

MAX_PATHS = 16 * 1024 * 1024
MAX_RECORD = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """Where a page lies in Common Crawl, as its index tells."""

    url: str
    fetched_at: datetime
    filename: str
    offset: int
    length: int


def read_common_crawl(
    source: Source, client: Client, publisher_of: PublisherOf, held: Held
) -> Iterator[Deposit]:
    """The pages of a crawl that lie on the source's hosts, in its languages and days, by address and time."""
    try:
        parts = [p for p in _paths(client, source, "cc-index-table.paths.gz") if "/subset=warc/" in p]
        found = find(source, client, parts)
    except FetchFailed as failure:
        yield _failed(source, failure.reason, failure.detail)
        return
    if not found:
        yield _failed(source, "source_empty", f"{source.crawl} holds no such page")
    for one in found:
        known = held(one.url, one.fetched_at)
        yield known or _fetched(one, source, client, publisher_of)


def find(source: Source, client: Client, parts: list[str]) -> list[Found]:
    """Ask the columnar index; FetchFailed `index_unreadable` where it cannot be read."""
    import duckdb

    files = RangeFileSystem(client, source.data_url)
    database = duckdb.connect(":memory:")
    try:
        database.register_filesystem(files)
        database.execute("SET threads = 1")  # one request at a time; the files are far, not large
        query, values = _query(source, [f"{files.protocol}://{part}" for part in parts])
        rows = database.execute(query, values).fetchall()
    except duckdb.Error as error:
        raise FetchFailed(
            "index_unreadable", f"{source.data_url} {source.crawl}: {_first_line(error)}"
        ) from error
    finally:
        database.unregister_filesystem(files.protocol)
        database.close()
    return [
        Found(url, at.replace(tzinfo=UTC, microsecond=0), name, offset, size)
        for url, at, name, offset, size in rows
    ]


def _query(source: Source, files: list[str]) -> tuple[str, list[Any]]:
    """The query: SURT ranges first, since the index is sorted by them and most of it is passed over."""
    ranges: list[str] = []
    values: list[Any] = []
    for host in source.hosts:
        key = ",".join(reversed(host.split(".")))
        # `id,co,contoh)` is the host itself, `id,co,contoh,` begins its subdomains, and `-` sorts after both.
        ranges.append(
            "(url_surtkey >= ? AND url_surtkey < ? AND (url_host_name = ? OR ends_with(url_host_name, ?)))"
        )
        values += [f"{key})", f"{key}-", host, f".{host}"]
    conditions = [f"({' OR '.join(ranges)})", "fetch_status = 200"]
    conditions.append("content_mime_detected IN ('text/html', 'application/xhtml+xml')")
    if source.languages:
        conditions.append("list_has_any(string_split(coalesce(content_languages, ''), ','), ?)")
        values.append(list(source.languages))
    since, until = days(source)
    conditions.append("CAST(fetch_time AS TIMESTAMP) >= ? AND CAST(fetch_time AS TIMESTAMP) < ?")
    values += [datetime(*since.timetuple()[:3]), datetime(*(until + timedelta(1)).timetuple()[:3])]
    return (
        "SELECT url, CAST(fetch_time AS TIMESTAMP) AS fetched, "
        "warc_filename, warc_record_offset, warc_record_length FROM read_parquet(?) "
        f"WHERE {' AND '.join(conditions)} ORDER BY url, fetched LIMIT {source.max_items}",
        [files, *values],
    )


def days(source: Source) -> tuple[date, date]:
    """The first and the last day that a source asks for."""
    since = date.fromisoformat(source.since) if source.since else date(2008, 1, 1)
    return since, date.fromisoformat(source.until) if source.until else date(2100, 1, 1)


def _fetched(found: Found, source: Source, client: Client, publisher_of: PublisherOf) -> Deposit:
    from fastwarc.warc import ArchiveIterator

    where = f"{found.filename} at {found.offset}"
    try:
        if found.length > MAX_RECORD:
            raise FetchFailed("body_too_large", f"{where}: a record of {found.length} bytes")
        data, _ = client.fetch_range(source.data_url + found.filename, found.offset, found.length)
        record = next(iter(ArchiveIterator(io.BytesIO(data), parse_http=True)), None)
        deposit = page_of(record, (), publisher_of, source.name) if record is not None else None
        if deposit is None or deposit.url != found.url:
            raise FetchFailed("warc_unreadable", f"{where}: not the page that the index names")
        return deposit
    except FetchFailed as failure:
        problem = Problem(failure.reason, failure.detail)
    except (OSError, ValueError, RuntimeError) as error:
        problem = Problem("warc_unreadable", f"{where}: {_first_line(error)}")
    return Deposit(found.url, None, source.name, captured_at=found.fetched_at, problem=problem)


class Scanned(Protocol):
    """Remembers which files a run has read to the end, and what they gave."""

    def recall(self, file: str) -> list[Deposit] | None:
        """What the file gave; None where this run has not finished it."""

    def keep(self, file: str, deposits: list[Deposit]) -> None:
        """Note that the file was read to its end; the contents of the pages are kept already."""


def read_cc_news(
    source: Source, client: Client, publisher_of: PublisherOf, scanned: Scanned
) -> Iterator[Deposit]:
    """The pages on the source's hosts out of CC-NEWS, whose files (1 GB each) are read from end to end.

    A run that goes on after a kill reads again only the file in which it was killed.
    """
    since, until = days(source)
    for month in _months(since, min(until, since + timedelta(days=366))):
        try:
            names = _paths(client, source, "warc.paths.gz", f"CC-NEWS/{month:%Y/%m}")
        except FetchFailed as failure:
            yield _failed(source, failure.reason, failure.detail)
            continue
        for name in sorted(n for n in names if since <= _day_of(n) <= until):
            yield from _news_file(source, client, publisher_of, scanned, name)


def _news_file(
    source: Source, client: Client, publisher_of: PublisherOf, scanned: Scanned, name: str
) -> Iterator[Deposit]:
    known = scanned.recall(source.data_url + name)
    if known is not None:
        yield from known
        return
    given: list[Deposit] = []
    try:
        with client.stream(source.data_url + name) as stream:
            short = name.rpartition("/")[2]
            for deposit in read_stream(stream, short, source.hosts, publisher_of, source.name):
                given.append(replace(deposit, content=b"", headers=()))
                yield deposit
    except FetchFailed as failure:
        yield _failed(source, failure.reason, failure.detail, name)
        return
    scanned.keep(source.data_url + name, given)


def _months(since: date, until: date) -> Iterator[date]:
    month = since.replace(day=1)
    while month <= until:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)


def _day_of(name: str) -> date:
    told = re.search(r"CC-NEWS-(\d{4})(\d{2})(\d{2})", name)
    return date(int(told[1]), int(told[2]), int(told[3])) if told else date.min


def _paths(client: Client, source: Source, file: str, folder: str | None = None) -> list[str]:
    """The files that a list of Common Crawl's names."""
    url = f"{source.data_url}crawl-data/{folder or source.crawl}/{file}"
    return gunzip(client.fetch(url).content, MAX_PATHS, url).decode("utf-8", "replace").split()


def _failed(source: Source, reason: str, detail: str, name: str = "") -> Deposit:
    where = f"{source.data_url}crawl-data/{name.removeprefix('crawl-data/') or source.crawl or 'CC-NEWS'}"
    return Deposit(where, source.publisher, source.name, problem=Problem(reason, detail))


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:300]
