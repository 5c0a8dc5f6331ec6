"""Reading a body no further than the limits: bytes as sent, bytes once inflated. Time is `deadline.py`'s."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator

from kerjasama.capture.reasons import FetchFailed

CHUNK = 64 * 1024


def limited(chunks: Iterable[bytes], limit: int, where: str) -> Iterator[bytes]:
    """Pass chunks on; FetchFailed `body_too_large` as soon as they exceed `limit` bytes."""
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > limit:
            raise FetchFailed(
                "body_too_large", f"{where}: more than {limit} bytes; raise max_body_bytes if meant"
            )
        yield chunk


def decoded(chunks: Iterable[bytes], encoding: str | None, limit: int, where: str) -> Iterator[bytes]:
    """Undo a Content-Encoding (gzip, deflate, identity), at most `limit` bytes of it.

    A bomb is met by inflating at most CHUNK bytes at a time, so memory stays flat whatever it holds.
    FetchFailed: `unsupported_encoding`, `bad_encoding` (truncated or corrupt), `inflated_too_large`.
    """
    name = (encoding or "identity").strip().lower()
    if name in ("", "identity"):
        return _counted(chunks, limit, where)
    if name in ("gzip", "x-gzip"):
        return _counted(_inflated(chunks, zlib.MAX_WBITS | 16, where), limit, where)
    if name == "deflate":
        return _counted(_deflated(chunks, where), limit, where)
    raise FetchFailed("unsupported_encoding", f"{where}: Content-Encoding {name[:40]!r} was not asked for")


def gunzip(data: bytes, limit: int, where: str) -> bytes:
    """A gzip file as bytes, at most `limit`; FetchFailed as `decoded` raises it."""
    return b"".join(_counted(_inflated([data], zlib.MAX_WBITS | 16, where), limit, where))


def is_gzip(data: bytes) -> bool:
    """Whether bytes begin as a gzip file does (RFC 1952)."""
    return data[:3] == b"\x1f\x8b\x08"


def _counted(chunks: Iterable[bytes], limit: int, where: str) -> Iterator[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > limit:
            raise FetchFailed(
                "inflated_too_large",
                f"{where}: inflates to more than {limit} bytes; raise max_inflated_bytes if meant",
            )
        yield chunk


def _deflated(chunks: Iterable[bytes], where: str) -> Iterator[bytes]:
    """RFC 9110 says zlib's wrapper; some servers send the bare stream, told apart by the first byte."""
    iterator = iter(chunks)
    first = next((chunk for chunk in iterator if chunk), b"")
    wrapped = (
        bool(first) and first[0] & 0x0F == 8 and (len(first) < 2 or (first[0] * 256 + first[1]) % 31 == 0)
    )

    def again() -> Iterator[bytes]:
        yield first
        yield from iterator

    yield from _inflated(again(), zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS, where)


def _inflated(chunks: Iterable[bytes], wbits: int, where: str) -> Iterator[bytes]:
    new: Callable[[], zlib._Decompress] = lambda: zlib.decompressobj(wbits)  # noqa: E731
    inflater = new()
    started = False
    try:
        for chunk in chunks:
            data = chunk
            while data:
                if (
                    inflater.eof
                ):  # a further gzip member; trailing zeros are padding (RFC 1952 leaves them open)
                    data = data.lstrip(b"\0")
                    if not data:
                        break
                    inflater = new()
                started = True
                piece = inflater.decompress(data, CHUNK)
                data = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
                if piece:
                    yield piece
            while not inflater.eof and (piece := inflater.decompress(b"", CHUNK)):
                yield piece
    except zlib.error as error:
        raise FetchFailed("bad_encoding", f"{where}: {error}") from error
    if started and not inflater.eof:
        raise FetchFailed("bad_encoding", f"{where}: the compressed body ends too early")
