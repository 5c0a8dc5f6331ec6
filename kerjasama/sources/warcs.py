"""WARC files of other crawlers as sources: their successful pages, with their own capture times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from kerjasama.capture.addresses import checked_url
from kerjasama.capture.body import decoded
from kerjasama.capture.candidate import Problem
from kerjasama.capture.deposits import Deposit
from kerjasama.capture.reasons import FetchFailed
from kerjasama.capture.response import Headers, header
from kerjasama.capture.warc import moment_of

MAX_BYTES = 64 * 1024 * 1024
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "")
_ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".warc.lz4")

PublisherOf = Callable[[str], str | None]
"""host → the outlet that publishers.yaml knows it by, or None."""


def read_warcs(
    paths: Iterable[str | Path],
    *,
    hosts: tuple[str, ...] = (),
    publisher_of: PublisherOf,
    found_via: str = "warc",
) -> Iterator[Deposit]:
    """The pages of WARC files and folders of them, in the order given; `hosts` narrows them (empty: all)."""
    for given in paths:
        path = Path(given)
        files = sorted(p for p in path.rglob("*") if p.name.endswith(_ENDINGS)) if path.is_dir() else [path]
        if not files:
            yield _failed(path.name, found_via, "source_empty", "the folder holds no WARC files")
        for file in files:
            try:
                with file.open("rb") as stream:
                    yield from read_stream(stream, file.name, hosts, publisher_of, found_via)
            except FileNotFoundError:
                yield _failed(file.name, found_via, "missing_path", "no such file; check the path")
            except OSError as error:
                reason = "unreadable" if error.errno else "warc_unreadable"
                yield _failed(file.name, found_via, reason, f"{error.strerror or error}")


def read_stream(
    stream: BinaryIO, name: str, hosts: tuple[str, ...], publisher_of: PublisherOf, found_via: str
) -> Iterator[Deposit]:
    """The pages of one WARC stream; what cannot be read of it is told as a problem and ends it."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    records = iter(ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True))
    number = 0
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            number += 1
            deposit = page_of(record, hosts, publisher_of, found_via)
        except FetchFailed as failure:
            yield _failed(f"{name}#record={number}", found_via, failure.reason, failure.detail)
            continue
        except (OSError, ValueError, RuntimeError) as error:
            yield _failed(
                f"{name}#record={number + 1}", found_via, "warc_unreadable", f"{error}; the rest is lost"
            )
            return
        if deposit is not None:
            yield deposit
    if not number:
        yield _failed(name, found_via, "source_empty", "no response record in it")


def page_of(record: Any, hosts: tuple[str, ...], publisher_of: PublisherOf, found_via: str) -> Deposit | None:
    """A response record of fastwarc as a deposit; None where it is no page that is wanted.

    FetchFailed where it is torn, too large, or its address carries credentials.
    """
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    host = urlsplit(url).hostname or ""
    if not record.http_headers or record.http_headers.status_code != 200 or not is_of(host, hosts):
        return None
    headers: Headers = tuple(record.http_headers.items())
    media_type = (header(headers, "Content-Type") or "").partition(";")[0].strip().lower()
    if media_type not in _PAGES:
        return None
    checked_url(url)  # what our own client would not ask for is not taken from others either
    encoding = header(headers, "Content-Encoding")
    size, body = record.content_length, record.reader.read()
    if len(body) != size:
        raise FetchFailed("warc_unreadable", f"{url}: the record ends {size - len(body)} bytes too early")
    content = b"".join(decoded([body], encoding, MAX_BYTES, url))
    if not content.strip():
        return None
    return Deposit(
        url,
        publisher_of(host),
        found_via,
        content,
        header(headers, "Content-Type") or "text/html",
        status=200,
        headers=headers,
        captured_at=moment_of(record.headers.get("WARC-Date") or ""),
    )


def is_of(host: str, hosts: tuple[str, ...]) -> bool:
    """Whether a host is one of `hosts` or a subdomain of one; with none given every host is."""
    return not hosts or any(host == wanted or host.endswith(f".{wanted}") for wanted in hosts)


def _failed(name: str, found_via: str, reason: str, detail: str) -> Deposit:
    return Deposit(f"file:///{name}", None, found_via, problem=Problem(reason, f"{name}: {detail}"))
