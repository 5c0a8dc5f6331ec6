"""WARC 1.1 records: how an exchange, a file or an outcome becomes one gzip member, always the same bytes.

Bodies are kept decoded, as Common Crawl keeps them: the headers that told of an encoding get the prefix
`X-Crawl-`, Content-Length is that of the body kept, and the payload digest is the SHA-256 of what a
browser would have seen. Cookies that a site tried to set are left out. Where records lie is `segments.py`'s.
"""

from __future__ import annotations

import base64
import hashlib
import io
import uuid
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kerjasama.capture.addresses import redact
from kerjasama.capture.response import Exchange, Headers, header

IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
GROUP_END = frozenset({"metadata", "resource", "warcinfo"})
"""Record types that end a group: what is written together counts only once its last record is whole."""

LEVEL = 6
"""Of gzip: level 9, which warcio would take, costs twice the time for one per cent of the bytes."""

_SMALL = 2048
_HTTP = "application/http; msgtype={}"
_FIELDS = "application/warc-fields"
_NAMESPACE = uuid.UUID("6f1d3c0a-5b0e-5c43-9a52-3a7f0c2f7d11")
_ENCODED = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_NOT_KEPT = frozenset({"set-cookie", "set-cookie2", "cookie", "authorization", "proxy-authorization"})


@dataclass(frozen=True, slots=True)
class Record:
    """One WARC record before it is written. `digest` is the payload's SHA-256, hexadecimal.

    `extra` are further WARC header lines; `status` and `mime` are what the index tells of it.
    """

    record_id: str
    kind: str
    url: str
    captured_at: datetime
    block: bytes
    content_type: str
    digest: str
    status: int | None = None
    mime: str | None = None
    refers_to: str | None = None
    extra: Headers = ()


def sha256(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


@lru_cache(maxsize=256)
def stamp(moment: datetime) -> str:
    """A moment as the archive writes it: UTC, whole seconds, `2026-01-31T06:00:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_of(text: str) -> datetime:
    """The moment that a stamp tells, cut to whole seconds; ValueError where it is none."""
    return datetime.fromisoformat(text).astimezone(UTC).replace(microsecond=0)


def record_id(kind: str, url: str, captured_at: datetime, digest: str) -> str:
    """`urn:uuid:…`, the same for the same kind, address, time and payload."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, ' '.join((kind, url, stamp(captured_at), digest)))}"


def response(exchange: Exchange, captured_at: datetime) -> Record:
    """The answer of an exchange with its body."""
    digest = sha256(exchange.content)
    return Record(
        record_id("response", exchange.url, captured_at, digest),
        "response",
        exchange.url,
        captured_at,
        _head(exchange, len(exchange.content)) + exchange.content,
        _HTTP.format("response"),
        digest,
        exchange.status,
        _mime(exchange),
    )


def revisit(
    exchange: Exchange, captured_at: datetime, original_id: str, original_at: datetime, digest: str
) -> Record:
    """An answer whose body is kept already, in the record `original_id` of `original_at`."""
    profile = NOT_MODIFIED if exchange.status == 304 else IDENTICAL
    return Record(
        record_id("revisit", exchange.url, captured_at, digest),
        "revisit",
        exchange.url,
        captured_at,
        _head(exchange, None),
        _HTTP.format("response"),
        digest,
        exchange.status,
        "warc/revisit",
        original_id,
        (
            ("WARC-Profile", profile),
            ("WARC-Refers-To", f"<{original_id}>"),
            ("WARC-Refers-To-Target-URI", exchange.url),
            ("WARC-Refers-To-Date", stamp(original_at)),
        ),
    )


def request(exchange: Exchange, captured_at: datetime, concurrent_to: str) -> Record:
    """What was asked in an exchange."""
    target = exchange.url.split("/", 3)
    path = "/" + (target[3] if len(target) > 3 else "")
    block = _lines(f"GET {path} HTTP/1.1", exchange.request_headers)
    digest = sha256(b"")
    return Record(
        record_id("request", exchange.url, captured_at, concurrent_to),
        "request",
        exchange.url,
        captured_at,
        block,
        _HTTP.format("request"),
        digest,
        extra=(("WARC-Concurrent-To", f"<{concurrent_to}>"),),
    )


def resource(
    url: str,
    content: bytes,
    content_type: str,
    captured_at: datetime,
    fields: tuple[tuple[str, str], ...] = (),
) -> Record:
    """Content that came without HTTP, such as a local file. `fields` are told as `X-<name>` lines."""
    digest = sha256(content)
    return Record(
        record_id("resource", url, captured_at, digest),
        "resource",
        url,
        captured_at,
        content,
        content_type,
        digest,
        mime=content_type.partition(";")[0].strip(),
        extra=tuple((f"X-{name}", value) for name, value in fields),
    )


def outcome(url: str, captured_at: datetime, fields: dict[str, str], concurrent_to: str | None) -> Record:
    """How trying an address ended: the last record of its group."""
    block = "".join(f"{key}: {_one_line(value)}\r\n" for key, value in fields.items()).encode()
    digest = sha256(block)
    return Record(
        record_id("metadata", url, captured_at, digest),
        "metadata",
        url,
        captured_at,
        block,
        _FIELDS,
        digest,
        mime=_FIELDS,
        extra=(("WARC-Concurrent-To", f"<{concurrent_to}>"),) if concurrent_to else (),
    )


def warcinfo(name: str, captured_at: datetime) -> Record:
    """The first record of a segment: what wrote it and by which rules."""
    fields = {
        "software": f"kerjasama/{version('kerjasama')}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "classic",
        "description": "Responses are kept without content or transfer encoding; cookies are left out.",
    }
    block = "".join(f"{key}: {value}\r\n" for key, value in fields.items()).encode()
    return Record(
        record_id("warcinfo", name, captured_at, sha256(block)),
        "warcinfo",
        name,
        captured_at,
        block,
        _FIELDS,
        sha256(block),
    )


def member(record: Record) -> bytes:
    """The record as one gzip member, written by warcio, with no time in gzip's header.

    The block goes in as it is: warcio's own builder would parse the HTTP headers and write them anew.
    """
    headers = [
        ("WARC-Type", record.kind),
        ("WARC-Record-ID", f"<{record.record_id}>"),
        ("WARC-Date", stamp(record.captured_at)),
        ("WARC-Filename" if record.kind == "warcinfo" else "WARC-Target-URI", record.url),
        ("WARC-Payload-Digest", _labelled(bytes.fromhex(record.digest))),
        ("WARC-Block-Digest", _labelled(hashlib.sha256(record.block).digest())),
        *((name, _one_line(value)) for name, value in record.extra),
        ("Content-Type", record.content_type),
    ]
    told = StatusAndHeaders("", headers, "WARC/1.1")
    size = len(record.block)
    plain = io.BytesIO()
    # Told that it writes a resource, whatever WARC-Type says: a revisit's block it would leave out.
    WARCWriter(plain, gzip=False, warc_version="1.1").write_record(
        ArcWarcRecord("warc", "resource", told, io.BytesIO(record.block), None, record.content_type, size)
    )
    # A small record needs no large tables, and clearing them would cost more than packing it.
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, zlib.MAX_WBITS | 16, 8 if size > _SMALL else 1)
    return packer.compress(plain.getbuffer()) + packer.flush()


def fields_of(block: bytes) -> dict[str, str]:
    """The fields of an `application/warc-fields` block."""
    pairs = (line.partition(":") for line in block.decode("utf-8", "replace").split("\r\n"))
    return {key.strip(): value.strip() for key, _, value in pairs if key.strip()}


def hex_digest(labelled: str) -> str:
    """A labelled SHA-256 digest as hexadecimal; empty where it is another algorithm."""
    algorithm, _, value = labelled.partition(":")
    if algorithm != "sha256":
        return ""
    return value.lower() if len(value) == 64 else base64.b32decode(value).hex()


@lru_cache(maxsize=256)
def _labelled(digest: bytes) -> str:
    return "sha256:" + base64.b32encode(digest).decode()


def _mime(exchange: Exchange) -> str | None:
    told = (header(exchange.headers, "Content-Type") or "").partition(";")[0].strip().lower()
    return told or None


def _head(exchange: Exchange, length: int | None) -> bytes:
    kept: list[tuple[str, str]] = []
    for name, value in exchange.headers:
        key = name.lower()
        if key in _NOT_KEPT:
            continue
        if key in _ENCODED:
            name = f"X-Crawl-{name}"
        kept.append((name, redact(value) if key == "location" else value))
    if length is not None:
        kept.append(("Content-Length", str(length)))
    return _lines(f"HTTP/1.1 {exchange.status} {exchange.phrase}".rstrip(), tuple(kept))


def _lines(first: str, headers: Headers) -> bytes:
    lines = [
        first,
        *(f"{name}: {_one_line(value)}" for name, value in headers if name.lower() not in _NOT_KEPT),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).replace("\r", " ").strip()
