"""What an exception of requests, urllib3 or http.client means, as one of our reasons."""

from __future__ import annotations

import http.client
from collections.abc import Iterator

from requests import exceptions as rex
from urllib3 import exceptions as uex

from kerjasama.capture.reasons import FetchFailed


def explained(error: Exception, where: str) -> FetchFailed:
    """The transport's exception as one of our reasons; the detail holds nothing that differs between runs."""
    chain = list(_causes(error))
    for kinds, reason, detail in _EXPLANATIONS:
        if any(isinstance(cause, kinds) for cause in chain):
            return FetchFailed(reason, f"{where}: {detail}")
    return FetchFailed("connection_reset", f"{where}: the connection broke ({type(chain[-1]).__name__})")


_EXPLANATIONS: tuple[tuple[tuple[type[BaseException], ...], str, str], ...] = (
    ((uex.NameResolutionError,), "dns", "the host's name cannot be resolved"),
    ((ConnectionRefusedError,), "connection_refused", "nothing listens there"),
    ((uex.NewConnectionError,), "connection_refused", "the host cannot be reached"),
    ((uex.ConnectTimeoutError, rex.ConnectTimeout), "timeout", "no connection in time"),
    ((uex.SSLError, rex.SSLError), "tls", "the certificate or the TLS handshake is bad"),
    ((uex.ReadTimeoutError, rex.ReadTimeout, TimeoutError), "timeout", "silent for too long"),
    ((uex.IncompleteRead, http.client.IncompleteRead), "incomplete_body", "ends before its announced length"),
    ((http.client.LineTooLong,), "headers_too_large", "a header line beyond 64 KiB"),
    ((uex.InvalidHeader, rex.InvalidHeader), "protocol_error", "a header that cannot be read"),
    ((uex.InvalidChunkLength,), "incomplete_body", "a broken chunk"),
    (
        (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError),
        "connection_reset",
        "the host hung up",
    ),
    ((http.client.BadStatusLine, uex.HeaderParsingError), "protocol_error", "the answer is not HTTP"),
    ((http.client.HTTPException,), "headers_too_large", "too many header lines"),
)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The exception and those inside it: requests and urllib3 nest them as arguments, reasons and causes."""
    seen: set[int] = set()
    queue: list[object] = [error]
    while queue:
        current = queue.pop(0)
        if isinstance(current, BaseException) and id(current) not in seen:
            seen.add(id(current))
            yield current
            queue += [*current.args, getattr(current, "reason", None), current.__cause__, current.__context__]
