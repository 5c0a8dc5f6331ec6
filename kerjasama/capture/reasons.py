"""The closed vocabulary of reasons why an address was refused, failed or skipped.

And the exception that carries one.
"""

from __future__ import annotations

from kerjasama.capture.response import Exchange, Lessons

REFUSED = {
    "robots_disallowed": "robots.txt forbids the path",
    "robots_unreachable": "robots.txt could not be had (5xx, time-out, 401, 403, 429): taken as a refusal",
    "robots_crawl_delay": "robots.txt asks for a longer pause than the settings grant",
    "host_stopped": "the host answered 403 earlier in this run",
    "forbidden_scheme": "neither http nor https",
    "private_address": "the host resolves to a private, loopback, link-local or otherwise unroutable address",
    "credentials_in_url": "the address carries a password or a session token",
    "no_contact": "no contact is set for the User-Agent, and the host is on the public internet",
    "bad_url": "not an address that can be requested",
}
"""Reasons of status `refused`: nothing was asked for, or the answer may not be used."""

FAILED = {
    "dns": "the host's name has no address",
    "connection_refused": "nothing listens there",
    "connection_reset": "the connection broke",
    "tls": "the certificate or the TLS handshake is bad",
    "timeout": "no answer in time",
    "too_slow": "the answer took longer than the total time allowed",
    "protocol_error": "the answer is not HTTP",
    "headers_too_large": "the headers exceed the limit",
    "body_too_large": "the body exceeds the limit as sent",
    "inflated_too_large": "the body exceeds the limit once inflated",
    "incomplete_body": "the body ends before its announced length",
    "bad_encoding": "the Content-Encoding is truncated or corrupt",
    "unsupported_encoding": "a Content-Encoding that was not asked for",
    "redirect_loop": "the redirects go in a circle",
    "too_many_redirects": "more redirects than the limit",
    "bad_redirect": "a redirect without a usable Location",
    "soft_404": "redirected to the front page instead of a 404",
    "not_found": "HTTP 404",
    "gone": "HTTP 410",
    "forbidden": "HTTP 401, 403 or 451",
    "rate_limited": "HTTP 429, or a Retry-After beyond the limit",
    "client_error": "another HTTP 4xx",
    "server_error": "HTTP 5xx after all tries",
    "unexpected_status": "an HTTP status that is no answer to a GET",
    "circuit_open": "the host failed several times running and is left alone for a while",
    "unexpected": "a fault of this program, told in its log; please report it",
    "empty_body": "HTTP 200 without a body",
    "missing_path": "no such file or folder",
    "unreadable": "the file cannot be read",
    "unknown_type": "a file type that is not read",
    "empty_file": "nothing in the file",
    "binary_file": "bytes that are no text",
    "wrong_charset": "text in no encoding that could be told",
    "bad_json": "a line that is no JSON",
    "not_an_object": "a JSON line that is no object",
    "no_text": "an object without a `text` of words",
    "feed_unreadable": "a feed or sitemap that cannot be read",
    "source_empty": "a source that names no address at all",
    "warc_unreadable": "a WARC file or record that cannot be read",
    "no_ranges": "a server that does not give parts of files",
    "index_unreadable": "an index of Common Crawl that cannot be read",
}
"""Reasons of status `failed`: it was tried (or would have been), and nothing usable came."""

SKIPPED = {
    "no_keyword": "the keyword gate found none of its words",
    "not_named": "a file of a folder that is not read unless it is named itself",
    "duplicate": "a twin of an address of the same run",
}
"""Reasons of status `skipped`: never asked for; not a try."""


class FetchFailed(Exception):
    """An address gave nothing usable. `reason` is one of REFUSED or FAILED; `detail` says what, where.

    `http_status` is that of the last answer, `attempts` the requests made, `exchanges` every answer on
    the way (redirects, the error page), for the archive; `lessons` are what was learned of the hosts.
    """

    def __init__(
        self,
        reason: str,
        detail: str,
        *,
        http_status: int | None = None,
        attempts: int = 0,
        exchanges: tuple[Exchange, ...] = (),
        lessons: Lessons = (),
    ):
        # Parts of it come from strangers (a status line, an address): one line, nothing unprintable.
        self.detail = " ".join("".join(c if c.isprintable() else " " for c in detail).split())[:500]
        super().__init__(f"{reason}: {self.detail}")
        self.reason = reason
        self.http_status = http_status
        self.attempts = attempts
        self.exchanges = exchanges
        self.lessons = lessons

    @property
    def status(self) -> str:
        """`refused` or `failed`, as the captures table says it."""
        return status_of(self.reason)


def status_of(reason: str) -> str:
    """The capture status that a reason belongs to; KeyError for a reason outside the vocabulary."""
    for status, reasons in (("refused", REFUSED), ("failed", FAILED), ("skipped", SKIPPED)):
        if reason in reasons:
            return status
    raise KeyError(f"{reason!r} is no reason of kerjasama.capture.reasons")
